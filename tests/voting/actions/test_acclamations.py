from sqlalchemy import select

from core.writer import Stored
from tests.voting.chambers import ELECTION, ITEM, Chamber, answers
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, PIA, PLANNED
from voting.models import AcclamationLevel
from voting.queries.acclamations import levels


def opened(chamber: Chamber) -> int:
    return chamber.post(ANNA, f"/items/{ITEM}/acclamations")


def two(chamber: Chamber) -> tuple[int, int]:
    return chamber.propose("adopt", "bifall"), chamber.propose("reject", "avslag", person=BO)


def find(chamber: Chamber, acclamation: int, proposal: int) -> tuple[int, str]:
    return chamber.said(ANNA, "PUT", f"/acclamations/{acclamation}/finding", proposal=proposal)


def heard(chamber: Chamber, acclamation: int) -> dict[int, int]:
    with chamber.database.reading() as session:
        return levels(session, acclamation)


def answer(chamber: Chamber, acclamation: int, by: int, proposal: int) -> int:
    return chamber.put(by, f"/acclamations/{acclamation}/answer", proposal=proposal)


def demand(chamber: Chamber, by: int = BO, **form: int) -> tuple[int, str]:
    return chamber.said(by, "POST", f"/items/{ITEM}/division-demands", **form)


def gavel(chamber: Chamber, proposal: int, how: str = "acclamation") -> tuple[int, str]:
    form = {"text": "Bifall", "how": how, "proposal": proposal}
    return chamber.said(ANNA, "POST", f"/items/{ITEM}/decisions", **form)


def test_the_proposals_are_put_and_one_is_found_carried(chamber: Chamber) -> None:
    adopt, reject = two(chamber)
    acclamation = opened(chamber)
    assert [put["proposal_id"] for put in chamber.last()["proposals"]] == [adopt, reject]
    assert chamber.step() == "acclamation"
    assert find(chamber, acclamation, adopt) == (200, "")
    assert chamber.last() == {
        "acclamation_id": acclamation,
        "item_id": ITEM,
        "proposal_id": adopt,
        "text": "Bifall – förslag av kommunstyrelsen",
    }
    assert find(chamber, acclamation, adopt) == (200, "")  # said again: nothing new
    assert find(chamber, acclamation, reject) == (200, "")  # the chair hears better
    assert gavel(chamber, reject) == (200, "")
    assert chamber.kinds() == [
        "acclamation.opened",
        "acclamation.found",
        "acclamation.found",
        "decision.gavelled",
    ]
    assert chamber.step() == "decision"


def test_a_formal_proposal_is_put_alone_and_may_fall(chamber: Chamber) -> None:
    two(chamber)
    back = chamber.propose("refer_back", "återremiss", person=BEA)
    acclamation = opened(chamber)
    assert [put["proposal_id"] for put in chamber.last()["proposals"]] == [back]
    assert find(chamber, acclamation, 0) == (200, "")
    assert (chamber.last()["proposal_id"], chamber.last()["text"]) == (None, "Ärendet avgörs i dag")
    assert gavel(chamber, 0) == (200, "")
    assert chamber.step() == "acclamation"
    opened(chamber)
    assert chamber.last()["question_kind"] == "main"


def test_a_referral_found_carried_ends_the_item(chamber: Chamber) -> None:
    two(chamber)
    back = chamber.propose("refer_back", "återremiss", person=BEA)
    acclamation = opened(chamber)
    assert find(chamber, acclamation, back) == (200, "")
    assert gavel(chamber, back) == (200, "")
    assert chamber.step() == "decision"
    assert chamber.kind(ANNA, "POST", f"/items/{ITEM}/acclamations") == "MovedOn"


def test_an_addition_may_be_turned_down_by_voice(chamber: Chamber) -> None:
    chamber.propose("add", "tillägg", person=BEA)
    acclamation = opened(chamber)
    assert find(chamber, acclamation, 0) == (200, "")
    assert chamber.last()["text"] == "Avslag på yrkandet från Ledamot 2"
    assert gavel(chamber, 0) == (200, "")
    assert chamber.step() == "decision"


def test_only_the_chair_puts_and_finds_and_only_what_is_put(chamber: Chamber) -> None:
    two(chamber)
    for person in (BEA, BO, KLARA, PIA, DAN):
        assert chamber.kind(person, "POST", f"/items/{ITEM}/acclamations") == "NotAllowed"
    acclamation = opened(chamber)
    assert chamber.kind(ANNA, "POST", f"/items/{ITEM}/acclamations") == "MovedOn"
    url = f"/acclamations/{acclamation}/finding"
    assert chamber.put(KLARA, url, proposal=1) == 403
    assert [find(chamber, acclamation, wrong)[0] for wrong in (0, 99)] == [400, 400]
    assert chamber.put(ANNA, "/acclamations/99/finding", proposal=1) == 404
    chamber.meeting = PLANNED
    assert chamber.put(ANNA, url, proposal=1) == 403


def test_answers_from_a_distance_are_counted_and_never_named(chamber: Chamber) -> None:
    adopt, reject = two(chamber)
    acclamation = opened(chamber)
    assert heard(chamber, acclamation) == {adopt: 0, reject: 0}
    assert [answer(chamber, acclamation, person, adopt) for person in (BO, 6)] == [200, 200]
    assert answer(chamber, acclamation, 9, reject) == 200
    assert heard(chamber, acclamation) == {adopt: 2, reject: 1}
    assert chamber.kinds() == ["acclamation.opened"]
    kept = {column.name for column in AcclamationLevel.__table__.columns}
    assert kept == {"acclamation_id", "proposal_id", "answers"}


def test_everybody_is_heard_once_and_the_receipt_does_not_tell_what(chamber: Chamber) -> None:
    adopt, reject = two(chamber)
    acclamation = opened(chamber)
    for proposal in (adopt, adopt, reject):
        assert answer(chamber, acclamation, BO, proposal) == 200
    assert answer(chamber, acclamation, 6, reject) == 200
    assert heard(chamber, acclamation) == {adopt: 1, reject: 1}
    with chamber.database.reading() as session:
        kept = select(Stored.what).where(Stored.key == f"acclamation-{acclamation}")
        assert len(session.scalars(kept).all()) == 2
        assert len(set(session.scalars(kept))) == 1


def test_members_in_the_hall_have_their_voices_and_others_none(chamber: Chamber) -> None:
    adopt, _ = two(chamber)
    acclamation = opened(chamber)
    for person in (ANNA, BEA, KLARA, PIA, DAN):
        assert answer(chamber, acclamation, person, adopt) == 403
    assert chamber.put(PIA, f"/acclamations/{acclamation}/answer", proposal=1, helping=BO) == 403
    assert answer(chamber, acclamation, BO, 99) == 400
    assert answer(chamber, acclamation + 1, BO, adopt) == 404
    assert heard(chamber, acclamation) == {1: 0, 2: 0}


def test_what_was_heard_is_forgotten_when_the_gavel_falls(chamber: Chamber) -> None:
    adopt, _ = two(chamber)
    acclamation = opened(chamber)
    assert answer(chamber, acclamation, BO, adopt) == 200
    find(chamber, acclamation, adopt)
    assert gavel(chamber, adopt) == (200, "")
    assert heard(chamber, acclamation) == {}
    assert answer(chamber, acclamation, 6, adopt) == 409


def test_one_member_is_enough_to_have_a_division(chamber: Chamber) -> None:
    adopt, reject = two(chamber)
    acclamation = opened(chamber)
    find(chamber, acclamation, adopt)
    assert demand(chamber) == (200, "")
    assert demand(chamber, BEA) == (200, "")  # one is enough
    assert gavel(chamber, adopt) == (409, "Votering är begärd. Gå till votering.")
    vote = chamber.open_vote()
    told = chamber.last()
    sides = (told["yes_proposal_id"], told["no_proposal_id"])
    assert (told["demanded_by"], *sides) == ("Bo Bok", adopt, reject)
    assert chamber.row_of(vote).demanded_by == BO
    assert chamber.kinds() == [
        "acclamation.opened",
        "acclamation.found",
        "division.demanded",
        "vote.opened",
    ]


def test_what_the_chair_found_carried_is_the_main_question(chamber: Chamber) -> None:
    a, b, c = (chamber.propose(kind, person=BO) for kind in ("adopt", "amend", "reject"))
    assert chamber.put(ANNA, f"/items/{ITEM}/question-order", order=f"{a},{b},{c}") == 200
    acclamation = opened(chamber)
    find(chamber, acclamation, b)
    assert demand(chamber) == (200, "")
    chamber.open_vote()
    assert chamber.last()["question"] == (
        "Val av motförslag till yrkandet från Ledamot 3. Ja för yrkandet från Ledamot 3. "
        "Nej för yrkandet från Ledamot 3."
    )
    told = chamber.last()
    assert (told["vote_kind"], told["yes_proposal_id"], told["no_proposal_id"]) == ("counter", a, c)


def test_the_opposing_question_may_be_chosen_by_voice(chamber: Chamber) -> None:
    a, b, c = (chamber.propose(kind, person=BO) for kind in ("adopt", "amend", "reject"))
    assert chamber.put(ANNA, f"/items/{ITEM}/question-order", order=f"{a},{b},{c}") == 200
    first = opened(chamber)
    find(chamber, first, a)
    assert demand(chamber) == (200, "")
    assert gavel(chamber, a)[0] == 409
    # The demand is for the main question; the preparatory one can still be put by voice.
    second = opened(chamber)
    assert chamber.last()["question_kind"] == "counter"
    find(chamber, second, c)
    assert gavel(chamber, c) == (200, "")
    assert gavel(chamber, a, "unopposed") == (409, "Votering är begärd. Gå till votering.")
    vote = chamber.open_vote()
    told = chamber.last()
    assert (told["vote_kind"], told["yes_proposal_id"], told["no_proposal_id"]) == ("main", a, c)
    assert told["demanded_by"] == "Bo Bok"
    chamber.vote(vote, answers(yes=12, no=8))
    chamber.close(vote)
    assert chamber.step() == "decision"


def test_only_those_who_serve_demand_a_division(chamber: Chamber) -> None:
    two(chamber)
    opened(chamber)
    for person in (KLARA, PIA, DAN):
        assert demand(chamber, person)[0] == 403
    assert demand(chamber, PIA, helping=BO)[0] == 403
    assert demand(chamber, BEA, person=BO)[0] == 403
    chamber.empty([3])
    assert demand(chamber, BO) == (403, "Bara den som tjänstgör i ärendet kan begära votering.")
    assert chamber.kinds() == ["acclamation.opened"]


def test_a_demand_called_out_in_the_hall_is_told_by_the_clerk(chamber: Chamber) -> None:
    two(chamber)
    opened(chamber)
    assert demand(chamber, KLARA, person=BEA) == (200, "")
    assert (chamber.last()["person_id"], chamber.last()["name"]) == (BEA, "Bea Björk")
    assert chamber.entries()[-1].actor_id == KLARA


def test_before_the_question_is_put_there_is_nothing_to_demand(chamber: Chamber) -> None:
    two(chamber)
    assert demand(chamber) == (
        409,
        "Votering kan begäras när frågan är ställd, tills klubban har fallit.",
    )


def test_an_abandoned_vote_does_not_take_the_demand_with_it(chamber: Chamber) -> None:
    adopt, _ = two(chamber)
    acclamation = opened(chamber)
    find(chamber, acclamation, adopt)
    demand(chamber)
    vote = chamber.open_vote()
    assert chamber.put(ANNA, f"/votes/{vote}/abandonment", reason="Fel fråga") == 200
    assert chamber.said(ANNA, "POST", f"/items/{ITEM}/acclamations") == (
        409,
        "Votering är begärd. Gå till votering.",
    )
    chamber.open_vote()
    assert chamber.last()["demanded_by"] == "Bo Bok"


def test_a_ballot_demanded_in_an_election_is_held_on_paper(chamber: Chamber) -> None:
    chamber.turn_to(ELECTION)
    one = chamber.propose("adopt", "Bea Björk", item=ELECTION)
    chamber.propose("amend", "Bo Bok", person=BO, item=ELECTION)
    acclamation = chamber.post(ANNA, f"/items/{ELECTION}/acclamations")
    find(chamber, acclamation, one)
    assert chamber.act(BO, "POST", f"/items/{ELECTION}/division-demands").status_code == 200
    url = f"/items/{ELECTION}/decisions"
    form = {"text": "Bea Björk är vald", "proposal": one}
    assert chamber.kind(ANNA, "POST", url, how="acclamation", **form) == "MovedOn"
    assert chamber.act(ANNA, "POST", url, how="ballot", **form).status_code == 200
    assert chamber.step(ELECTION) == "decision"
    assert chamber.act(ANNA, "DELETE", "/decisions/1").status_code == 200
    assert chamber.kind(ANNA, "POST", url, how="acclamation", **form) == "MovedOn"
