"""The chair does not put a new matter, nor what she holds unlawful unless the council says so."""

from typing import Any

import pytest

from core import log
from tests.voting.chambers import ELECTION, ITEM, Chamber, answers
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA

WORDS = "Det hör inte till simhallen."
AFTER_THE_QUESTIONS = "Frågorna har börjat ställas. Yrkandena ligger fast."


@pytest.fixture
def parks(chamber: Chamber) -> Chamber:
    """1 is the board's own, 2 wants a park in the same breath, 3 wants a rejection."""
    chamber.propose("adopt", "Simhallen byggs")
    chamber.propose("amend", "Parken anläggs", person=BO)
    chamber.propose("reject", "Avslag", person=4)
    return chamber


def refuse(
    hall: Chamber, proposal: int = 2, ground: str = "new_matter", by: int = ANNA, **form: Any
) -> tuple[int, str]:
    url = f"/proposals/{proposal}/refusal"
    return hall.said(by, "PUT", url, **({"ground": ground, "words": WORDS} | form))


def undo(hall: Chamber, proposal: int = 2, by: int = ANNA) -> tuple[int, str]:
    return hall.said(by, "DELETE", f"/proposals/{proposal}/refusal")


def order(hall: Chamber, *proposals: int) -> tuple[int, str]:
    listed = ",".join(str(each) for each in proposals)
    return hall.said(ANNA, "PUT", f"/items/{ITEM}/question-order", order=listed)


def ask(hall: Chamber) -> int:
    return hall.post(ANNA, f"/items/{ITEM}/acclamations")


def find(hall: Chamber, acclamation: int, proposal: int, text: str) -> None:
    url = f"/acclamations/{acclamation}/finding"
    assert hall.put(ANNA, url, proposal=proposal) == 200
    told = {"how": "acclamation", "proposal": proposal, "text": text}
    hall.post(ANNA, f"/items/{ITEM}/decisions", **told)
    hall.wall.later(seconds=3)


def test_a_new_matter_is_not_in_the_order_of_questions(parks: Chamber) -> None:
    assert refuse(parks) == (200, "")
    assert parks.last() == {
        "proposal_id": 2,
        "item_id": ITEM,
        "proposer": f"Ledamot {BO}",
        "text": "Parken anläggs",
        "ground": "new_matter",
        "words": WORDS,
    }
    missing = "Ordningen ska ha varje yrkande en gång. Läs in sidan igen."
    assert order(parks, 1, 2, 3) == (400, missing)
    put = ask(parks)
    assert parks.last()["proposals"] == [
        {
            "proposal_id": 1,
            "proposal_kind": "adopt",
            "text": "Simhallen byggs",
            "proposer": "kommunstyrelsen",
        },
        {
            "proposal_id": 3,
            "proposal_kind": "reject",
            "text": "Avslag",
            "proposer": "Ledamot 4",
        },
    ]
    find(parks, put, 1, "Simhallen byggs")
    assert parks.step() == "decision"


def test_what_is_unlawful_the_council_is_asked_about_before_anything_else(parks: Chamber) -> None:
    assert refuse(parks, ground="unlawful") == (200, "")
    waits = "Fullmäktige ska först säga om yrkandet som du anser olagligt ska prövas (5 kap. 57 §)."
    assert order(parks, 1, 3) == (409, waits)
    ask(parks)
    assert [one["proposal_id"] for one in parks.last()["proposals"]] == [2]
    assert parks.last()["question_kind"] == "put"


def test_when_the_council_shares_the_view_the_rest_is_put_and_the_item_is_not_decided(
    parks: Chamber,
) -> None:
    refuse(parks, ground="unlawful")
    find(parks, ask(parks), 0, "Yrkandet från Ledamot 3 prövas inte")
    assert parks.step() == "acclamation"
    put = ask(parks)
    assert [one["proposal_id"] for one in parks.last()["proposals"]] == [1, 3]
    find(parks, put, 1, "Simhallen byggs")
    assert parks.step() == "decision"


def test_when_the_council_wants_it_put_it_is_put_with_the_rest(parks: Chamber) -> None:
    refuse(parks, ground="unlawful")
    find(parks, ask(parks), 2, "Yrkandet från Ledamot 3 prövas")
    assert parks.last()["proposal_id"] is None  # to put it is not to carry it
    assert order(parks, 1, 2, 3) == (200, "")
    assert refuse(parks) == (409, "Fullmäktige har sagt sitt om yrkandet. Det ligger fast.")


@pytest.mark.parametrize(("yes", "no", "is_put"), [(6, 3, True), (3, 6, False)])
def test_one_member_has_it_settled_by_division(
    parks: Chamber, yes: int, no: int, is_put: bool
) -> None:
    refuse(parks, ground="unlawful")
    ask(parks)
    assert parks.post(BO, f"/items/{ITEM}/division-demands")
    vote = parks.decide(answers(yes=yes, no=no))
    row = parks.row_of(vote)
    assert (row.kind, row.majority, row.yes_proposal_id, row.yes_means, row.no_means) == (
        "put",
        "simple",
        2,
        "Yrkandet från Ledamot 3 prövas",
        "Yrkandet från Ledamot 3 prövas inte",
    )
    told = {"how": "division", "vote": vote, "text": "Så", "proposal": 2 if is_put else ""}
    parks.post(ANNA, f"/items/{ITEM}/decisions", **told)
    assert parks.last()["proposal_id"] is None
    assert parks.step() == "acclamation"
    everything = order(parks, 1, 2, 3)
    assert everything[0] == (200 if is_put else 400)


def test_an_even_division_on_it_is_settled_by_the_casting_vote_in_an_election_too(
    chamber: Chamber,
) -> None:
    """It elects nobody, so no lot is drawn (KL 5:56)."""
    chamber.turn_to(ELECTION)
    named = chamber.propose("adopt", "Rut Rask väljs", person=BO, item=ELECTION)
    refuse(chamber, named, "unlawful")
    vote = chamber.decide(answers(yes=4, no=4), item=ELECTION)
    assert chamber.row_of(vote).outcome == "tie"
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="yes", confirmed=1) == 200
    assert chamber.row_of(vote).carried_by == "casting_vote"


def test_only_refused_proposals_and_the_draft_is_decided(chamber: Chamber) -> None:
    chamber.propose("amend", "Parken anläggs", person=BO)
    refuse(chamber, 1, "unlawful")
    blocked = {"how": "unopposed", "text": "Simhallen byggs"}
    assert chamber.kind(ANNA, "POST", f"/items/{ITEM}/decisions", **blocked) == "RuleBroken"
    find(chamber, ask(chamber), 0, "Yrkandet från Ledamot 3 prövas inte")
    chamber.post(ANNA, f"/items/{ITEM}/decisions", **blocked)
    assert chamber.step() == "decision"


def test_the_gavel_taken_back_has_the_proposal_refused_again(parks: Chamber) -> None:
    refuse(parks, ground="unlawful")
    put = ask(parks)
    parks.put(ANNA, f"/acclamations/{put}/finding", proposal=2)
    told = {"how": "acclamation", "proposal": 2, "text": "Det prövas"}
    decision = parks.post(ANNA, f"/items/{ITEM}/decisions", **told)
    assert parks.said(ANNA, "DELETE", f"/decisions/{decision}") == (200, "")
    assert order(parks, 1, 2, 3)[0] == 409


def test_the_chair_thinks_again_before_the_questions_begin(parks: Chamber) -> None:
    refuse(parks)
    assert undo(parks) == (200, "")
    assert parks.last() == {
        "proposal_id": 2,
        "item_id": ITEM,
        "proposer": f"Ledamot {BO}",
        "text": "Parken anläggs",
    }
    assert order(parks, 1, 2, 3) == (200, "")
    assert undo(parks) == (409, AFTER_THE_QUESTIONS)
    assert refuse(parks) == (409, AFTER_THE_QUESTIONS)


def test_nothing_is_refused_once_a_question_is_put(parks: Chamber) -> None:
    refuse(parks, 3)
    ask(parks)
    assert (refuse(parks), undo(parks, 3)) == ((409, AFTER_THE_QUESTIONS),) * 2


def test_what_the_council_has_said_is_not_undone(parks: Chamber) -> None:
    refuse(parks, ground="unlawful")
    find(parks, ask(parks), 0, "Yrkandet från Ledamot 3 prövas inte")
    assert undo(parks) == (409, "Fullmäktige har sagt sitt om yrkandet. Det ligger fast.")


@pytest.mark.parametrize("by", [BO, KLARA, PIA])
def test_only_whoever_presides_refuses(parks: Chamber, by: int) -> None:
    words = "Bara den som leder sammanträdet avgör vilka yrkanden som ställs."
    assert (refuse(parks, by=by), undo(parks, by=by)) == ((403, words),) * 2


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"words": " "}, 400, "Fältet får inte vara tomt."),
        ({"words": "x" * 1001}, 400, "Skriv högst 1000 tecken."),
        ({"ground": "ugly"}, 400, "Välj något av: new_matter, unlawful."),
        ({"proposal": 99}, 404, "Det finns inget sådant yrkande."),
    ],
)
def test_what_cannot_be_understood_changes_nothing(
    parks: Chamber, form: dict[str, Any], status: int, words: str
) -> None:
    before = told(parks)
    assert refuse(parks, **form) == (status, words)
    assert told(parks) == before


def test_it_is_refused_once_and_a_withdrawn_one_not_at_all(parks: Chamber) -> None:
    refuse(parks)
    assert refuse(parks) == (409, "Yrkandet är redan vägrat.")
    assert undo(parks, 1) == (409, "Yrkandet är inte vägrat.")
    parks.said(ANNA, "DELETE", "/proposals/3", all_agree=1)
    assert refuse(parks, 3) == (409, "Yrkandet är redan återtaget.")


def test_a_proposal_on_another_item_waits_for_its_turn(parks: Chamber) -> None:
    elsewhere = parks.propose("amend", "Fler bussar", person=BO, item=4)
    assert refuse(parks, elsewhere)[0] == 409


def told(hall: Chamber) -> int:
    with hall.database.reading() as session:
        return len(log.read(session, OPEN))
