"""Who may raise what: KL 4:19, 5:22, 8:1."""

import pytest

from agenda.rules.kinds import ItemKind
from agenda.rules.raising import (
    Raiser,
    Standing,
    is_raised_by_member,
    why_no_citizens_proposal,
    why_not_raised,
)

MOTION, DECISION, CITIZENS = (
    ItemKind.PRIVATE_MEMBERS_MOTION,
    ItemKind.DECISION,
    ItemKind.CITIZENS_PROPOSAL,
)


def bo(standing: Standing) -> Raiser:
    return Raiser(3, "Bo Bok", standing)


def test_members_raise_motions_interpellations_and_questions() -> None:
    assert {kind for kind in ItemKind if is_raised_by_member(kind)} == {
        ItemKind.PRIVATE_MEMBERS_MOTION,
        ItemKind.INTERPELLATION,
        ItemKind.QUESTION,
    }


@pytest.mark.parametrize("standing", [Standing.MEMBER, Standing.SERVED])
def test_a_member_and_a_substitute_who_has_served_may(standing: Standing) -> None:
    assert why_not_raised(MOTION, "Bo Bok (V)", [bo(standing)]) is None


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (
            Standing.SUBSTITUTE,
            "En interpellation väcks av en ledamot. Bo Bok är ersättare och får det bara som "
            "tjänstgörande (4 kap. 19 §).",
        ),
        (
            Standing.NO_SEAT,
            "En interpellation väcks av en ledamot (5 kap. 22 §). Bo Bok har ingen plats i "
            "fullmäktige.",
        ),
    ],
)
def test_others_may_not_even_beside_a_member(standing: Standing, words: str) -> None:
    both = [Raiser(1, "Anna Ask", Standing.MEMBER), bo(standing)]
    assert why_not_raised(ItemKind.INTERPELLATION, "Anna Ask och Bo Bok", both) == words


def test_a_body_and_a_stranger_raise_no_motion() -> None:
    assert why_not_raised(MOTION, "Kommunstyrelsen", []) == (
        "En motion väcks av en ledamot (5 kap. 22 §). Skriv ledamotens namn: ”Kommunstyrelsen” "
        "finns inte i fullmäktige."
    )


@pytest.mark.parametrize("kind", ItemKind)
def test_an_agenda_in_the_making_may_leave_it_open(kind: ItemKind) -> None:
    assert why_not_raised(kind, None, []) is None


def test_committees_auditors_and_boards_raise_what_is_to_be_decided() -> None:
    for body in ("Kommunstyrelsen", "Revisorerna", "Lillköpings bostads AB", "Bo Bok"):
        assert why_not_raised(DECISION, body, [bo(Standing.NO_SEAT)]) is None


@pytest.mark.parametrize(
    ("proposer", "is_right"),
    [("Rut Rask", True), ("Nämndemannen Styrbjörn", True), ("Kultur- och fritidsnämnden", False)],
)
def test_a_citizens_proposal_comes_from_a_resident(proposer: str, is_right: bool) -> None:
    assert (why_not_raised(CITIZENS, proposer, []) is None) == is_right


def test_and_only_where_the_council_has_allowed_them() -> None:
    assert why_no_citizens_proposal(CITIZENS, allowed=True) is None
    assert why_no_citizens_proposal(DECISION, allowed=False) is None
    assert why_no_citizens_proposal(CITIZENS, allowed=False) == (
        "Arbetsordningen tillåter inte medborgarförslag. Fullmäktige beslutar om det (8 kap. 1 §)."
    )
