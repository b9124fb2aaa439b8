"""KL 5:53–56: most votes wins."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import MajorityBallotRule
from voting.rules.lots import Drawn, Seeded, Urn
from voting.rules.persons import (
    Elected,
    Level,
    Slips,
    Tallied,
    elect,
    tally,
)

counts = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(1, 9)).map(
    lambda votes: sorted(votes.items(), key=lambda each: (-each[1], each[0]))
)


def test_most_votes_wins_though_it_is_less_than_half() -> None:
    told = [Slips(("X",), 29), Slips(("Y",), 27), Slips((), 2)]
    found = tally(told, 1)
    assert found == Tallied((("X", 29), ("Y", 27)), 56, 2, 0)
    assert elect(found.counts, 1, Urn(Drawn())).elected == [Elected(1, "X", 29, by_lot=False)]


@pytest.mark.parametrize(
    ("names", "rule", "is_valid"),
    [
        (("X", "Y"), MajorityBallotRule.EXACT, True),
        (("X",), MajorityBallotRule.EXACT, False),
        (("X", "Y", "Z"), MajorityBallotRule.EXACT, False),
        (("X", "Y"), MajorityBallotRule.AT_MOST, True),
        (("X",), MajorityBallotRule.AT_MOST, True),
        (("X", "Y", "Z"), MajorityBallotRule.AT_MOST, False),
        (("X", "X"), MajorityBallotRule.EXACT, False),
        (("X", "Q"), MajorityBallotRule.EXACT, False),
    ],
)
def test_a_ballot_holds_as_many_known_names_as_there_are_places(
    names: tuple[str, ...], rule: MajorityBallotRule, is_valid: bool
) -> None:
    found = tally([Slips(names, 3)], 2, rule=rule, eligible=frozenset("XYZ"))
    assert (found.valid, found.invalid) == ((3, 0) if is_valid else (0, 3))


def test_votes_are_told_with_the_most_first_and_equal_ones_by_name() -> None:
    told = [
        Slips(("X",), 1),
        Slips(("Y",), 3),
        Slips(("W",), 3),
        Slips((), 2),
        Slips(("X", "Y"), 4),
    ]
    found = tally(told, 1)
    assert found == Tallied((("W", 3), ("Y", 3), ("X", 1)), valid=7, blank=2, invalid=4)
    assert found.cast == 13


def test_nobody_is_elected_below_the_place_that_waits_for_the_lot() -> None:
    made = elect([("X", 20), ("Y", 20), ("Z", 5)], 1, Urn(Drawn()))
    assert (made.elected, made.level) == ([], Level(20, ("X", "Y"), 1, ()))


def test_an_even_vote_for_the_last_place_waits_for_the_lot() -> None:
    made = elect([("X", 20), ("Y", 20)], 1, Urn(Drawn()))
    assert (made.elected, made.level) == ([], Level(20, ("X", "Y"), 1, ()))
    assert made.is_waiting


def test_the_lot_decides_the_last_place() -> None:
    made = elect([("W", 30), ("X", 20), ("Y", 20)], 2, Urn(Drawn(("Y",))))
    assert made.elected == [Elected(1, "W", 30, by_lot=False), Elected(2, "Y", 20, by_lot=True)]
    assert not made.is_waiting


def test_equal_numbers_that_all_get_a_place_need_no_lot() -> None:
    made = elect([("X", 20), ("Y", 20)], 2, Urn(Drawn()))
    assert [each.by_lot for each in made.elected] == [False, False]


def test_several_places_are_drawn_one_after_the_other() -> None:
    level = [(name, 7) for name in "ABCD"]
    made = elect(level, 2, Urn(Drawn(("C",))))
    assert made.level == Level(7, ("A", "B", "C", "D"), 2, ("C",))
    assert made.level.left == ("A", "B", "D")
    assert [each.person for each in made.elected] == ["C"]


def test_no_slips_are_no_slips() -> None:
    with pytest.raises(ValueError, match="minst ett"):
        Slips(("X",), 0)


@given(counts, st.integers(1, 6))
def test_nobody_is_elected_over_somebody_with_more_votes(
    told: Sequence[tuple[str, int]], places: int
) -> None:
    made = elect(told, places, Urn(Seeded("frö")))
    chosen = {each.person: each.votes for each in made.elected}
    assert len(chosen) == min(places, len(told))
    worst = min(chosen.values(), default=0)
    assert all(votes <= worst for person, votes in told if person not in chosen)


@given(counts, st.integers(1, 6))
def test_a_lot_is_drawn_only_when_it_matters(told: Sequence[tuple[str, int]], places: int) -> None:
    made = elect(told, places, Urn(Drawn()))
    votes = [each for _, each in told]
    last = sorted(votes, reverse=True)[:places]
    matters = len(votes) > places and votes.count(last[-1]) > last.count(last[-1])
    assert made.is_waiting == matters
