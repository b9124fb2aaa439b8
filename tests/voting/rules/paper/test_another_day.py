"""LPV 11–13: an urn that waits for another day."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from voting.rules.paper.another_day import PutOff, fault_in

NOW = datetime(2026, 12, 14, 21, 0, tzinfo=UTC)
RIGHT = PutOff(
    datetime(2026, 12, 15, 9, 0, tzinfo=UTC), "Sal 2", ("Ada", "Bo"), ("Eva", "Gun"), True
)


def test_a_sealed_urn_before_two_witnesses_may_wait() -> None:
    assert fault_in(RIGHT, NOW) is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"at": NOW}, "Räkningen ska vara senare än nu."),
        ({"place": ""}, "Skriv var räkningen fortsätter (11 § lagen 2022:629)."),
        ({"witnesses": ("Ada",)}, "Minst två vittnen"),
        ({"witnesses": ("Ada", "ada")}, "Minst två vittnen"),
        ({"witnesses": ("Ada", "Eva")}, "Minst två vittnen"),
        ({"is_sealed": False}, "Urnan ska förseglas"),
    ],
)
def test_otherwise_it_may_not(change: dict[str, Any], said: str) -> None:
    assert str(fault_in(replace(RIGHT, **change), NOW)).startswith(said)
