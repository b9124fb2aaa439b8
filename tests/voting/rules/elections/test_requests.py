"""LPV 2–3, KL 5:58: when an election is proportional."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.elections import ElectionKind, RequestReason, RequestResult, lpv_request

LISTED = {
    ElectionKind.COMMITTEE: True,
    ElectionKind.DRAFTING_COMMITTEE: True,
    ElectionKind.AUDITORS: True,
    ElectionKind.COMPANY_BOARD: True,
    ElectionKind.ASSOCIATION_OR_FOUNDATION_BOARD: True,
    ElectionKind.BOARD_AUDITORS: True,
    ElectionKind.SUBCOMMITTEE: True,
    ElectionKind.PRESIDIUM: False,
    ElectionKind.COMMITTEE_PRESIDIUM: False,
    ElectionKind.COMMISSIONER: False,
    ElectionKind.OTHER: False,
}


@pytest.mark.parametrize(
    ("present", "places", "needed"),
    [(61, 15, 4), (50, 9, 5), (51, 11, 5), (51, 7, 7), (61, 1, 31)],
)
def test_those_who_must_ask_are_the_present_divided_by_the_places_plus_one(
    present: int, places: int, needed: int
) -> None:
    too_few = RequestResult(needed, RequestReason.TOO_FEW)
    enough = RequestResult(needed, RequestReason.ENOUGH)
    assert lpv_request(present, places, needed - 1) == too_few
    assert lpv_request(present, places, needed) == enough


@given(st.integers(1, 149), st.integers(1, 60))
def test_the_number_is_never_rounded_down(present: int, places: int) -> None:
    needed = lpv_request(present, places, 0).needed
    assert needed - 1 < Fraction(present, places + 1) <= needed


@pytest.mark.parametrize("election", ElectionKind)
def test_only_the_elections_listed_in_the_law_are_proportional(election: ElectionKind) -> None:
    reason = RequestReason.ENOUGH if LISTED[election] else RequestReason.NOT_LISTED
    assert lpv_request(61, 3, 61, election=election) == RequestResult(16, reason)


def test_a_committee_that_two_thirds_have_exempted_is_elected_otherwise() -> None:
    found = lpv_request(61, 5, 40, other_ground=True)
    assert found == RequestResult(11, RequestReason.NOT_LISTED)


def test_substitutes_follow_the_members() -> None:
    found = [
        lpv_request(61, 15, 4, substitutes=True, members_proportional=how) for how in (True, False)
    ]
    assert found == [
        RequestResult(4, RequestReason.ENOUGH),
        RequestResult(4, RequestReason.MEMBERS_NOT_PROPORTIONAL),
    ]
    assert [one.is_proportional for one in found] == [True, False]


@pytest.mark.parametrize(
    ("substitutes", "members_proportional"), [(True, None), (False, True), (False, False)]
)
def test_how_the_members_were_elected_is_told_for_substitutes_only(
    substitutes: bool, members_proportional: bool | None
) -> None:
    with pytest.raises(ValueError, match="hur ledamöterna valdes"):
        lpv_request(61, 15, 4, substitutes=substitutes, members_proportional=members_proportional)


def test_only_a_committee_can_be_exempted() -> None:
    with pytest.raises(ValueError, match="Bara en nämnd"):
        lpv_request(61, 5, 40, election=ElectionKind.AUDITORS, other_ground=True)


@pytest.mark.parametrize("figures", [(0, 1, 0), (61, 0, 0), (61, 1, 62), (61, 1, -1)])
def test_impossible_figures_are_refused(figures: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="fler än de närvarande"):
        lpv_request(*figures)


def test_every_election_is_called_what_the_law_calls_it() -> None:
    assert [election.label for election in ElectionKind] == [
        "styrelse eller nämnd",
        "fullmäktigeberedning",
        "revisorer",
        "styrelse i aktiebolag",
        "styrelse i ekonomisk förening eller stiftelse",
        "revisorer i bolag, förening eller stiftelse",
        "utskott",
        "fullmäktiges presidium",
        "presidium i styrelse eller nämnd",
        "kommunalråd eller regionråd",
        "något annat",
    ]


def test_the_answer_to_a_request_says_what_the_law_says() -> None:
    assert {reason: reason.text for reason in RequestReason} == {
        RequestReason.NOT_LISTED: "Det här valet är aldrig proportionellt (5 kap. 58 §).",
        RequestReason.MEMBERS_NOT_PROPORTIONAL: (
            "Ersättare väljs proportionellt bara om ledamöterna valdes så (3 § lagen 2022:629)."
        ),
        RequestReason.TOO_FEW: "Det räcker inte (2 § lagen 2022:629).",
        RequestReason.ENOUGH: "Det räcker: valet är proportionellt (2 § lagen 2022:629).",
    }
