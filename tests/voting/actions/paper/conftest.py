import pytest

from tests.voting.actions.paper.polling import Polling
from tests.voting.chambers import Chamber


@pytest.fixture
def polling(chamber: Chamber) -> Polling:
    return Polling(chamber)
