import pytest

from meetings.models import Seat
from tests.voting.chambers import ELECTION, ITEM, Chamber, answers
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PLANNED

URL = f"/items/{ITEM}/decisions"
INTERPELLATION, NOTICE = 5, 6


def gavel(chamber: Chamber, text: str = "Bifall", how: str = "unopposed", **form: int) -> int:
    return chamber.post(ANNA, URL, text=text, how=how, **form)


def refused(chamber: Chamber, how: str = "unopposed", **form: object) -> tuple[int, str]:
    return chamber.said(ANNA, "POST", URL, **({"text": "Bifall", "how": how} | form))


def acclaimed(chamber: Chamber) -> tuple[int, int]:
    """Found carried and gavelled: the proposal, the decision."""
    adopt = chamber.propose("adopt", "bifall")
    chamber.propose("reject", "avslag", person=BO)
    acclamation = chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    assert chamber.put(ANNA, f"/acclamations/{acclamation}/finding", proposal=adopt) == 200
    return adopt, gavel(chamber, how="acclamation", proposal=adopt)


def test_the_only_proposal_is_decided_without_a_question_for_each(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt", "bifall")
    decision = gavel(chamber, "att bygga simhallen")
    assert chamber.last() == {
        "decision_id": decision,
        "item_id": ITEM,
        "text": "att bygga simhallen",
        "how": "unopposed",
        "proposal_id": adopt,
        "vote_id": None,
        "acclamation_id": None,
    }
    assert chamber.step() == "decision"


def test_the_gavel_is_the_chairs_and_confirms_words(chamber: Chamber) -> None:
    form = {"text": "Bifall", "how": "unopposed"}
    for person in (BEA, BO, KLARA, DAN):
        assert chamber.kind(person, "POST", URL, **form) == "NotAllowed"
    assert [refused(chamber, text=text)[0] for text in ("", " ", "x" * 10_001)] == [400] * 3
    assert chamber.act(ANNA, "POST", URL, text="Bifall", how="majority").json["field"] == "how"
    assert chamber.kind(ANNA, "POST", "/items/4/decisions", **form) == "MovedOn"
    assert chamber.kind(ANNA, "POST", "/items/9/decisions", **form) == "NotFound"
    assert chamber.kinds() == []


def test_two_windows_two_presses_one_decision(chamber: Chamber) -> None:
    gavel(chamber)
    assert refused(chamber) == (409, "Beslutet är redan klubbat.")
    assert gavel(chamber, "Omedelbar justering") == 2  # another decision on the same item


def test_without_a_quorum_nothing_is_decided(chamber: Chamber) -> None:
    chamber.empty(range(11, 22))
    assert refused(chamber)[0] == 409
    assert chamber.kinds() == []


def test_proposals_against_each_other_are_never_decided_as_unopposed(chamber: Chamber) -> None:
    chamber.propose("adopt")
    chamber.propose("reject", person=BO)
    assert refused(chamber) == (409, "Yrkanden står mot varandra. Ställ proposition på dem.")
    assert refused(chamber, proposal=1)[0] == 409
    assert refused(chamber, how="noted")[0] == 409


def test_each_way_of_deciding_needs_its_ground(chamber: Chamber) -> None:
    chamber.propose("adopt")
    assert refused(chamber, how="acclamation", proposal=1) == (
        409,
        "Frågan är inte ställd. Ställ proposition först.",
    )
    assert refused(chamber, how="division", vote=1)[0] == 404
    assert refused(chamber, how="division")[0] == 404
    assert refused(chamber, how="noted") == (
        409,
        "Ärendet ska beslutas. Det räcker inte att anteckna det.",
    )
    assert refused(chamber, how="ballot") == (
        409,
        "Slutna sedlar används bara i val och anställningar (5 kap. 54 §).",
    )
    chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    assert refused(chamber, how="acclamation", proposal=1) == (
        409,
        "Säg först vad du finner att fullmäktige säger ja till.",
    )
    assert refused(chamber)[0] == 409
    assert chamber.kinds() == ["acclamation.opened"]


def test_the_button_that_said_another_proposal_is_refused(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt")
    reject = chamber.propose("reject", person=BO)
    acclamation = chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    assert chamber.put(ANNA, f"/acclamations/{acclamation}/finding", proposal=adopt) == 200
    assert refused(chamber, how="acclamation", proposal=reject) == (
        409,
        "Mötet har gått vidare. Se knappen igen.",
    )
    assert refused(chamber, how="acclamation") == (409, "Mötet har gått vidare. Se knappen igen.")


def test_a_division_is_confirmed_with_what_won(chamber: Chamber) -> None:
    chamber.propose("adopt")
    reject = chamber.propose("reject", person=BO)
    vote = chamber.open_vote()
    assert refused(chamber, how="division", vote=vote) == (409, "En votering pågår redan.")
    chamber.vote(vote, answers(no=12, yes=8))
    chamber.close(vote)
    assert refused(chamber, how="division", vote=vote, proposal=1) == (
        409,
        "Voteringen gav ett annat utfall. Se knappen igen.",
    )
    gavel(chamber, "Avslag", "division", vote=vote)
    assert (chamber.last()["proposal_id"], chamber.last()["vote_id"]) == (reject, vote)
    assert refused(chamber, how="division", vote=vote) == (409, "Beslutet är redan klubbat.")


def test_while_it_is_even_the_gavel_waits_for_the_casting_vote(chamber: Chamber) -> None:
    chamber.propose("adopt")
    vote = chamber.decide({2: "yes", 3: "no"})
    assert refused(chamber, how="division", vote=vote) == (
        409,
        "Röstetalet är lika. Utslagsrösten ska läggas först (5 kap. 56 §).",
    )
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="yes") == 200
    assert gavel(chamber, how="division", vote=vote) == 1


def test_a_notice_is_noted_and_an_answer_too(chamber: Chamber) -> None:
    for item in (NOTICE, INTERPELLATION):
        chamber.turn_to(item)
        url = f"/items/{item}/decisions"
        form = {"text": "Läggs till handlingarna", "how": "noted"}
        assert chamber.act(ANNA, "POST", url, **form).status_code == 200
        assert chamber.step(item) == "debate"


def test_within_ten_seconds_the_gavel_is_undone_and_all_is_as_before(chamber: Chamber) -> None:
    adopt, decision = acclaimed(chamber)
    chamber.wall.later(seconds=10)
    assert chamber.delete(KLARA, f"/decisions/{decision}") == 403
    assert chamber.delete(ANNA, f"/decisions/{decision}") == 200
    assert chamber.last() == {"decision_id": decision, "item_id": ITEM, "why": "undone"}
    assert chamber.step() == "acclamation"
    assert chamber.kind(ANNA, "DELETE", f"/decisions/{decision}") == "MovedOn"
    assert gavel(chamber, "Bifall", "acclamation", proposal=adopt) == decision + 1


def test_after_ten_seconds_there_is_a_note_instead(chamber: Chamber) -> None:
    _, decision = acclaimed(chamber)
    chamber.wall.later(seconds=10.001)
    assert chamber.said(ANNA, "DELETE", f"/decisions/{decision}") == (
        409,
        "Klubbslaget kan ångras i tio sekunder. Skriv en anteckning i stället.",
    )


def test_what_has_been_passed_is_not_undone(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt")
    chamber.propose("add", person=BO)
    decision = gavel(chamber, proposal=adopt)
    chamber.wall.later(seconds=1)
    chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    assert chamber.kind(ANNA, "DELETE", f"/decisions/{decision}") == "MovedOn"
    chamber.turn_to(4)
    assert chamber.kind(ANNA, "DELETE", f"/decisions/{decision}") == "MovedOn"
    assert chamber.delete(ANNA, "/decisions/99") == 404
    chamber.meeting = PLANNED
    assert chamber.delete(ANNA, f"/decisions/{decision}") == 403


def test_a_division_demanded_before_the_gavel_stands_takes_it_back(chamber: Chamber) -> None:
    adopt, decision = acclaimed(chamber)
    chamber.wall.later(seconds=1.9)
    url = f"/items/{ITEM}/division-demands"
    assert chamber.act(BO, "POST", url).status_code == 200
    assert chamber.kinds()[-2:] == ["division.demanded", "decision.undone"]
    assert chamber.last() == {"decision_id": decision, "item_id": ITEM, "why": "division"}
    assert chamber.step() == "acclamation"
    assert refused(chamber, how="acclamation", proposal=adopt) == (
        409,
        "Votering är begärd. Gå till votering.",
    )
    chamber.open_vote()
    assert chamber.last()["demanded_by"] == "Bo Bok"


def test_when_the_gavel_stands_it_is_too_late(chamber: Chamber) -> None:
    acclaimed(chamber)
    chamber.wall.later(seconds=2)
    said = chamber.said(BO, "POST", f"/items/{ITEM}/division-demands")
    assert said == (409, "Votering kan begäras när frågan är ställd, tills klubban har fallit.")


RESTS = "Klubban har just fallit. Vänta två sekunder och avsluta sedan ärendet."


def test_the_item_is_not_left_in_the_same_moment_as_the_gavel(chamber: Chamber) -> None:
    """Neither by a second press nor over the head of one who asks for a division."""
    acclaimed(chamber)
    assert chamber.said(ANNA, "PUT", f"/items/{ITEM}/closing", confirmed=1) == (409, RESTS)
    chamber.wall.later(seconds=1.999)
    assert chamber.kind(ANNA, "PUT", f"/items/{ITEM}/closing") == "MovedOn"
    chamber.wall.later(seconds=0.001)
    assert chamber.put(ANNA, f"/items/{ITEM}/closing") == 200


@pytest.mark.parametrize(("set_to", "rests"), [(0, 2), (5, 5)])
def test_the_item_waits_as_long_as_the_gavel_and_never_less_than_two_seconds(
    chamber: Chamber, set_to: int, rests: int
) -> None:
    chamber.settings(gavel_seconds=set_to)
    acclaimed(chamber)
    chamber.wall.later(seconds=rests - 0.001)
    assert chamber.kind(ANNA, "PUT", f"/items/{ITEM}/closing") == "MovedOn"
    chamber.wall.later(seconds=0.001)
    assert chamber.put(ANNA, f"/items/{ITEM}/closing") == 200


def test_an_undone_gavel_does_not_rest(chamber: Chamber) -> None:
    _, decision = acclaimed(chamber)
    assert chamber.delete(ANNA, f"/decisions/{decision}") == 200
    assert chamber.put(ANNA, f"/items/{ITEM}/closing", confirmed=1) == 200


def test_the_council_sets_how_long_the_gavel_waits(chamber: Chamber) -> None:
    chamber.settings(gavel_seconds=0)
    acclaimed(chamber)
    assert chamber.act(BO, "POST", f"/items/{ITEM}/division-demands").status_code == 409


def test_an_unopposed_decision_is_taken_back_by_a_demand_too(chamber: Chamber) -> None:
    adopt = chamber.propose("adopt")
    gavel(chamber)
    assert chamber.act(BO, "POST", f"/items/{ITEM}/division-demands").status_code == 200
    assert refused(chamber) == (409, "Votering är begärd. Gå till votering.")
    chamber.open_vote()
    told = chamber.last()
    assert (told["yes_proposal_id"], told["no_means"]) == (
        adopt,
        "Avslag på förslaget från kommunstyrelsen",
    )


def test_a_division_is_not_demanded_over_again(chamber: Chamber) -> None:
    chamber.propose("adopt")
    vote = chamber.decide(answers(yes=20))
    gavel(chamber, how="division", vote=vote)
    assert chamber.act(BO, "POST", f"/items/{ITEM}/division-demands").status_code == 409


def test_an_election_without_rivals_is_decided_by_the_gavel(chamber: Chamber) -> None:
    chamber.turn_to(ELECTION)
    url = f"/items/{ELECTION}/decisions"
    form = {"text": "Bea Björk och Bo Bok väljs", "how": "unopposed"}
    assert chamber.act(ANNA, "POST", url, **form).status_code == 200
    assert chamber.step(ELECTION) == "decision"


def test_a_conflict_of_interest_does_not_stop_the_gavel(chamber: Chamber) -> None:
    chamber.empty(range(11, 22))
    chamber.change(Seat, (OPEN, 11), recused_id=11)
    assert gavel(chamber) == 1
