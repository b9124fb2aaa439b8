"""A digital ballot says so many names, or blank; never anything invalid (MAJ-3, SB-8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import MajorityBallotRule
from voting.rules.elections.terms import Ask, asked, cannot_be_asked

EXACT, AT_MOST = MajorityBallotRule.EXACT, MajorityBallotRule.AT_MOST
NAMES = ("Anna Ask", "Bo Bok", "Eva Ek")


@pytest.mark.parametrize(
    ("places", "proportional", "rule", "marks"),
    [
        (1, False, EXACT, (1, 1)),
        (2, False, EXACT, (2, 2)),
        (2, False, AT_MOST, (1, 2)),
        (15, True, EXACT, (1, 1)),
    ],
)
def test_as_many_names_as_the_rules_say_or_one_list(
    places: int, proportional: bool, rule: MajorityBallotRule, marks: tuple[int, int]
) -> None:
    ask = asked("Val", NAMES, places, proportional=proportional, rule=rule)
    assert (ask.least, ask.most, ask.answers) == (*marks, NAMES)


@given(st.integers(1, 10), st.integers(0, 10), st.booleans(), st.sampled_from([EXACT, AT_MOST]))
def test_what_is_asked_can_be_answered(
    places: int, names: int, proportional: bool, rule: MajorityBallotRule
) -> None:
    listed = tuple(f"Namn {number}" for number in range(names))
    ask = asked("Val", listed, places, proportional=proportional, rule=rule)
    possible = 1 <= ask.least <= ask.most <= len(ask.answers)
    assert (cannot_be_asked(ask) is None) is possible


def test_too_few_names_are_said_with_their_number() -> None:
    assert cannot_be_asked(Ask("Val", (), 1, 1)) == "Ingen är nominerad."
    said = "2 namn är nominerade till 3 platser. Nominera fler eller ta papper."
    assert cannot_be_asked(Ask("Val", NAMES[:2], 3, 3)) == said
