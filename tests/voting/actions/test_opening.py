from core import clock
from meetings.models import Meeting, Seat
from tests.voting.chambers import ITEM, QUESTION, Chamber
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, PLANNED


def test_the_meaning_of_yes_and_no_is_stored_word_for_word(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.last() == {
        "vote_id": vote,
        "item_id": ITEM,
        "number": 1,
        "vote_kind": "main",
        "majority": "simple",
        "question": "Ska simhallen byggas?",
        "yes_means": "Simhallen byggs",
        "no_means": "Simhallen byggs inte",
        "demanded_by": None,
        "entitled": 21,
        "yes_proposal_id": None,
        "no_proposal_id": None,
        "without": [],
        "reason": None,
    }
    assert chamber.step() == "division"


def test_only_the_one_who_presides_opens_a_vote(chamber: Chamber) -> None:
    for person in (BEA, BO, KLARA, PIA, DAN):
        assert chamber.kind(person, "POST", "/votes", item=ITEM, **QUESTION) == "NotAllowed"
    assert chamber.kind(ANNA, "POST", "/votes", item=ITEM, helping=BO, **QUESTION) == "NotAllowed"
    assert chamber.kinds() == []


def test_two_chairs_press_at_once_and_one_vote_is_opened(chamber: Chamber) -> None:
    chamber.ask()
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION) == (
        409,
        "En votering pågår redan.",
    )
    assert chamber.kinds() == ["vote.opened"]


def test_an_item_that_is_not_handled_now_or_is_elsewhere_gets_no_vote(chamber: Chamber) -> None:
    def kind(item: int) -> str:
        return chamber.kind(ANNA, "POST", "/votes", **(QUESTION | {"item": item}))

    assert [kind(4), kind(9), kind(99)] == ["MovedOn", "NotFound", "NotFound"]
    assert chamber.act(ANNA, "POST", "/votes", **QUESTION).status_code == 400
    chamber.meeting = PLANNED
    assert kind(9) == "NotAllowed"  # nobody presides yet


def test_nothing_is_voted_on_while_the_meeting_is_paused_or_over(chamber: Chamber) -> None:
    chamber.change(Meeting, OPEN, adjourned_at=clock.now())
    said = chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION)
    assert said == (409, "Sammanträdet är ajournerat.")
    chamber.change(Meeting, OPEN, adjourned_at=None, closed_at=clock.now())
    said = chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION)
    assert said == (409, "Sammanträdet är avslutat.")


def test_eleven_of_twenty_one_are_enough_to_vote_and_ten_are_not(chamber: Chamber) -> None:
    chamber.empty(range(11, 22))
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION) == (
        409,
        "Fullmäktige är inte beslutsfört: 10 deltar, 11 behövs (5 kap. 45 §).",
    )
    chamber.change(Seat, (OPEN, 11), serving_id=11, mode="hall")
    assert chamber.open_vote(**QUESTION) == 1


def test_a_conflict_of_interest_does_not_stop_the_council_from_voting(chamber: Chamber) -> None:
    """5 kap. 46 §: ten take part, one stands aside."""
    chamber.empty(range(11, 22))
    chamber.change(Seat, (OPEN, 11), recused_id=11)
    assert chamber.open_vote(**QUESTION) == 1


def test_a_lost_line_and_an_unknown_face_have_to_be_overruled_with_a_reason(
    chamber: Chamber,
) -> None:
    chamber.lose_line(BO)
    chamber.change(Seat, (OPEN, 6), identified_at=None)
    said = chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION)
    assert said == (
        409,
        "Identiteten är inte bekräftad: Ledamot 6 (S). Linjen är borta: Bo Bok (V). "
        "Skriv varför voteringen ändå öppnas.",
    )
    assert chamber.kind(ANNA, "POST", "/votes", item=ITEM, **QUESTION) == "NeedsConfirmation"
    assert chamber.kind(ANNA, "POST", "/votes", item=ITEM, confirmed=1, **QUESTION) == "BadInput"
    chamber.ask(confirmed=1, reason="Bo röstar per telefon.")
    told = chamber.last()
    assert (told["without"], told["reason"]) == (
        ["Bo Bok (V)", "Ledamot 6 (S)"],
        "Bo röstar per telefon.",
    )


def test_a_line_lost_in_the_hall_stops_nobody(chamber: Chamber) -> None:
    chamber.lose_line(BEA)
    chamber.ask()
    assert chamber.last()["without"] == []


def test_a_question_without_words_is_refused_and_says_which_field(chamber: Chamber) -> None:
    def field(**form: str) -> str:
        answer = chamber.act(ANNA, "POST", "/votes", item=ITEM, **QUESTION | form)
        assert answer.status_code == 400
        return str(answer.json["field"])

    assert field(question=" ") == "question"
    assert field(yes_means="") == "yes_means"
    assert field(no_means="Simhallen byggs") == "no_means"
    assert field(no_means="x" * 5_001) == "no_means"
    assert field(kind="motion") == "kind"
    assert field(majority="most") == "majority"
    assert chamber.kind(ANNA, "POST", "/votes", item=ITEM) == "BadInput"  # nothing is proposed
    assert chamber.kinds() == []
