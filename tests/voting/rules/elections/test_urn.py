"""When a digital box may be opened, and what stops it (PROTOCOL 11; SB-2, SB-5)."""

from hypothesis import given
from hypothesis import strategies as st

from voting.rules.elections.urn import Box, Findings, cannot_be_counted, too_few

NUMBERS = st.integers(0, 30)


@given(NUMBERS, NUMBERS)
def test_few_ballots_give_people_away(number: int, least: int) -> None:
    assert (too_few(number, least) is None) is (number >= least)


@given(NUMBERS, NUMBERS, st.lists(st.text(min_size=1), max_size=3), st.sampled_from([None, "Skäl"]))
def test_a_missing_ballot_always_stops_the_count_and_silence_until_a_reason(
    cast: int, missing: int, silent: list[str], reason: str | None
) -> None:
    found = Findings(found=cast, missing=missing, silent=tuple(silent))
    no = cannot_be_counted(Box(registered=30, ballots=cast, least=10), found, reason)
    may = cast >= 10 and not missing and (not silent or reason is not None)
    assert (no is None) is may


def test_the_silent_are_named() -> None:
    found = Findings(found=10, missing=0, silent=("Bo Bok", "Eva Ek"))
    said = cannot_be_counted(Box(12, 12, 10), found, None)
    assert said is not None
    assert "Bo Bok och Eva Ek" in said
