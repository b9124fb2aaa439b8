"""What is decided is said whole, also where the proposal only gave its reasons."""

import pytest

from voting.models import VoteKind
from voting.queries.wording import put_off


@pytest.mark.parametrize(
    ("kind", "text", "decided"),
    [
        (
            "refer_back",
            "för att utreda kostnaden.",
            "Ärendet återremitteras: För att utreda kostnaden",
        ),
        (
            "refer_back",
            "Ärendet återremitteras för ny kalkyl",
            "Ärendet återremitteras för ny kalkyl",
        ),
        ("refer_back", "Återremiss", "Ärendet återremitteras"),
        ("refer_back", "Återremiss för ny kalkyl", "Ärendet återremitteras för ny kalkyl"),
        ("table", "bordläggning", "Ärendet bordläggs"),
        ("table", "Ärendet bordläggs", "Ärendet bordläggs"),
        ("table", "till nästa möte", "Ärendet bordläggs: Till nästa möte"),
    ],
)
def test_a_decision_to_put_off_says_so(kind: str, text: str, decided: str) -> None:
    assert put_off(VoteKind(kind), text) == decided
