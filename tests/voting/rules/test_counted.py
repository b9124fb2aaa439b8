"""The urn: as many ballots as voters."""

import pytest

from voting.rules.counted import ANNULLED, CountStatus, urn_fault


@pytest.mark.parametrize(
    ("cast", "valid", "voted", "fault"),
    [
        (61, 61, None, None),
        (61, 58, 61, None),
        (62, 62, None, CountStatus.MORE_BALLOTS_THAN_VOTERS),
        (62, 62, 61, CountStatus.MORE_BALLOTS_THAN_VOTERS),
        (60, 60, 61, CountStatus.BALLOTS_DIFFER_FROM_VOTED),
        (3, 0, None, CountStatus.NO_VALID_BALLOT),
        (0, 0, 0, CountStatus.NO_VALID_BALLOT),
    ],
)
def test_nothing_is_counted_when_the_urn_and_the_roll_disagree(
    cast: int, valid: int, voted: int | None, fault: CountStatus | None
) -> None:
    assert urn_fault(cast, valid, voters_present=61, voted=voted) == fault


def test_no_more_can_have_voted_than_are_present() -> None:
    with pytest.raises(ValueError, match="Fler har röstat än som är närvarande"):
        urn_fault(61, 61, voters_present=61, voted=62)


def test_only_a_wrong_number_of_ballots_annuls_the_count() -> None:
    assert [status for status in CountStatus if status in ANNULLED] == [
        CountStatus.MORE_BALLOTS_THAN_VOTERS,
        CountStatus.BALLOTS_DIFFER_FROM_VOTED,
    ]
