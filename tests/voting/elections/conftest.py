import pytest

from tests.voting.chambers import Chamber
from tests.voting.elections.boxes import Box
from voting.rules.elections import methods


@pytest.fixture
def box(chamber: Chamber, monkeypatch: pytest.MonkeyPatch) -> Box:
    monkeypatch.setattr(methods, "BUILT", frozenset(methods.ElectionMethod))
    return Box(chamber)
