"""The rule book's story of a hybrid meeting, step by step, through the acts of the product."""

from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.law.product.book import HYBRID, Book, setting
from tests.law.product.council import Told, settle
from tests.law.product.evening import Evening
from tests.meetings.halls import Wall
from tests.worlds import Clients
from voting.models import Vote
from voting.rules.statements import StatementRefusal

BOARD = "kommunstyrelsen"
ITEMS: list[Told] = [
    ("Upprop", "formality", None, None),
    ("Detaljplan", "decision", "KS 112", BOARD),
    ("Budget", "decision", "KS 113", BOARD),
    ("Taxa", "decision", "KS 114", BOARD),
    ("Motion", "private_members_motion", "KS 115", BOARD),
    ("Skolstruktur", "decision", "KS 116", BOARD),
    ("Annan fråga", "decision", "KS 117", BOARD),
    ("Fråga om skolskjuts", "question", None, None),
]
ROLL, PLAN, BUDGET, RATES, MOTION, SCHOOLS, OTHER, QUESTION = range(8)
URGENT: Told = ("Brådskande ärende", "decision", None, BOARD)
REMOTE = [f"S{number:02}" for number in range(3, 15)] + ["V02", "V03", "V04", "L03", "L04"]
AWAY = ["S20", "SD10", "V05", "KD02"]


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall("2026-12-01T09:00:00+00:00")
    with clock.set_to(moment):
        yield moment


def test_the_whole_story_of_a_hybrid_meeting(app: Flask, clients: Clients, wall: Wall) -> None:
    book = Book(HYBRID)
    people = settle(app, setting())
    evening = Evening(app, clients, people, wall, "2026-12-14", ITEMS)
    evening.announce("2026-12-07")
    evening.open("2026-12-14T17:00:00+00:00")
    the_presidium_is_in_the_hall(book, evening)
    the_roll_is_called(book, evening)
    one_comes_late_and_one_leaves(book, evening)
    a_conflict_of_interest(book, evening)
    more_than_two_proposals(book, evening, 9, "s1-09", BUDGET)
    more_than_two_proposals(book, evening, 10, "s1-10", RATES)
    an_even_vote(book, evening)
    a_minority_refers_back(book, evening)
    a_minority_too_small(book, evening)
    a_question_without_leave(book, evening)
    what_was_not_announced(book, evening)
    lost_lines(book, evening)
    reservations(book, evening)
    again = Evening(app, clients, people, wall, "2027-01-25", [ITEMS[ROLL], ITEMS[SCHOOLS]])
    the_right_is_used_up(book, again)
    assert book.untold == set()


def the_presidium_is_in_the_hall(book: Book, evening: Evening) -> None:
    """Steps 1 and 2."""
    refusal = "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."
    for number, said in ((1, (409, refusal)), (2, (200, ""))):
        given, expected = book.step(number)
        assert evening.ask(given["who"], "PUT", "/attendance", mode=given["mode"]) == said
        assert expected["allowed"] == (said[0] == 200)


def the_roll_is_called(book: Book, evening: Evening) -> None:
    """Step 3."""
    given, expected = book.step(3)
    evening.call_roll(REMOTE, AWAY)
    assert [[away, evening.serving(away)] for away in AWAY] == expected["serving_substitutes"]
    now = evening.count()
    assert (now.present, now.remote) == (expected["serving"], given["remote"])
    assert now.is_quorate == expected["quorate"]
    evening.turn_to(evening.items[ROLL])
    evening.leave(evening.items[ROLL])


def one_comes_late_and_one_leaves(book: Book, evening: Evening) -> None:
    """Steps 4 to 6."""
    _, expected = book.step(4)
    assert evening.ask("SD10", "PUT", "/attendance", mode="hall") == (200, "")
    now = (evening.serving("SD10"), evening.count().present)
    assert now == (expected["serves_now"], expected["serving"])
    warned = evening.ask("C06", "DELETE", "/attendance")
    assert warned[0] == 409
    assert evening.ask("C06", "DELETE", "/attendance", confirmed=1) == (200, "")
    assert evening.substitute("C06") == 200
    assert evening.serving("C06") == book.step(5)[1]["replaced_by"]
    assert book.step(6)[1]["allowed"] is False
    refused = evening.ask("C06", "PUT", "/attendance", mode="hall")
    assert refused == (
        409,
        "Den som har slutat tjänstgöra får inte tjänstgöra igen samma dag (5 kap. 20 §).",
    )


def a_conflict_of_interest(book: Book, evening: Evening) -> None:
    """Steps 7 and 8."""
    _, expected = book.step(7)
    item = evening.items[PLAN]
    evening.turn_to(item)
    assert evening.ask("L02", "PUT", f"/recusals/{evening.people['L02']}") == (200, "")
    assert evening.substitute("L02") == 200
    assert evening.serving("L02") == expected["replaced_by"]
    main = evening.propose(item, "adopt", "Detaljplanen antas")
    evening.propose(item, "reject", "Avslag", "V01")
    evening.step(item, "proposals")
    evening.post(evening.chair, f"/items/{item}/acclamations")
    evening.demand(item)
    given, expected = book.step(8)
    vote = evening.divide(given["tally"], item)
    assert (vote.outcome, vote.present) == (expected["result"], expected["present"])
    assert (vote.yes_proposal_id, len(evening.last()["answers"])) == (main, 61)
    evening.confirm(item, vote, "Detaljplanen antas")
    assert evening.serving("L02") == "L02"


def more_than_two_proposals(
    book: Book, evening: Evening, number: int, case: str, place: int
) -> None:
    """Steps 9 and 10: the order that the chair found, and preparatory divisions."""
    given, expected = book.step(number)
    item = evening.items[place]
    evening.turn_to(item)
    by = [None, "S02", "V01", "M02"]
    made = {
        name: evening.propose(item, "amend" if who else "adopt", f"Enligt {name}", who)
        for name, who in zip(given["order_found"], by, strict=False)
    }
    evening.step(item, "proposals")
    order = ",".join(str(made[name]) for name in given["order_found"])
    assert evening.put(evening.chair, f"/items/{item}/question-order", order=order) == 200
    evening.post(evening.chair, f"/items/{item}/acclamations")
    evening.demand(item)
    answers = book.case(case)["input"]["divisions"]
    votes = []
    for answer in answers:
        vote = evening.divide(answer["tally"], item)
        asked = (made[answer["yes"]], made[answer["no"]])
        assert (vote.yes_proposal_id, vote.no_proposal_id) == asked
        votes.append(evening.cast(vote, answer["casting"]) if "casting" in answer else vote)
    won = votes[-1].yes_proposal_id if votes[-1].outcome == "yes" else votes[-1].no_proposal_id
    assert (won, len(votes)) == (made[expected["winner"]], expected["divisions"])
    broken = [vote.carried_by for vote in votes].count("casting_vote")
    assert broken == expected.get("casting_vote_in", 0)
    evening.confirm(item, votes[-1], f"Enligt {expected['winner']}")


def an_even_vote(book: Book, evening: Evening) -> None:
    """Step 11: it waits, and nothing else can be done until the chair has broken it."""
    given, expected = book.step(11)
    item = evening.items[MOTION]
    evening.turn_to(item)
    asked = given["question"]
    question = {"question": "Bifalls motionen?", "yes_means": asked["yes"], "no_means": asked["no"]}
    vote = evening.divide(given["tally"], item, kind="main", **question)
    assert (vote.outcome, vote.carried_by) == ("tie", None)
    assert evening.put(evening.chair, f"/items/{item}/closing", confirmed=1) == 409
    vote = evening.cast(vote, expected["then"]["casting"])
    assert (vote.outcome, vote.carried_by) == (expected["then"]["result"], "casting_vote")
    evening.confirm(item, vote, "Motionen avslås")


def a_minority_refers_back(book: Book, evening: Evening) -> None:
    """Step 12."""
    given, expected = book.step(12)
    vote = _refer_back(evening, evening.items[SCHOOLS], given["tally"])
    told = (vote.outcome == "no", str(vote.carried_by).upper(), vote.needed)
    assert told == (expected["carried"], expected["ground"], 21)
    evening.confirm(evening.items[SCHOOLS], vote, "Ärendet återremitteras")


def a_minority_too_small(book: Book, evening: Evening) -> None:
    """Step 13."""
    given, expected = book.step(13)
    item = evening.items[OTHER]
    vote = _refer_back(evening, item, given["tally"])
    assert (vote.outcome, vote.needed) == ("yes", expected["needed"])
    form = {"text": "Ärendet avgörs i dag", "how": "division", "vote": vote.id}
    evening.post(evening.chair, f"/items/{item}/decisions", **form)
    unopposed = {"text": "Enligt förslaget", "how": "unopposed"}
    evening.post(evening.chair, f"/items/{item}/decisions", **unopposed)
    evening.leave(item)


def the_right_is_used_up(book: Book, evening: Evening) -> None:
    """Step 14, at the next meeting."""
    given, _ = book.step(14)
    evening.announce("2027-01-18")
    evening.open("2027-01-25T17:00:00+00:00")
    evening.call_roll([], [])
    vote = _refer_back(evening, evening.items[1], given["tally"])
    assert (vote.outcome, vote.majority, vote.carried_by) == ("yes", "simple", "majority")


def _refer_back(evening: Evening, item: int, tally: dict[str, int]) -> Vote:
    evening.turn_to(item)
    evening.propose(item, "adopt", "Enligt förslaget")
    evening.propose(item, "refer_back", "Ärendet utreds mer", "V02")
    evening.step(item, "proposals")
    evening.post(evening.chair, f"/items/{item}/acclamations")
    evening.demand(item)
    vote = evening.divide(tally, item)
    assert (vote.kind, vote.present, vote.yes_means) == ("refer_back", 61, "Ärendet avgörs i dag")
    return vote


def a_question_without_leave(book: Book, evening: Evening) -> None:
    """Step 19: without debate, by simple majority."""
    given, expected = book.step(19)
    item = evening.items[QUESTION]
    assert evening.put(evening.chair, f"/items/{item}/opening") == 200
    asked = given["question"]
    question = {"question": "Får den ställas?", "yes_means": asked["yes"], "no_means": asked["no"]}
    vote = evening.divide(given["tally"], item, kind="main", **question)
    leave = vote.outcome == "no"  # in the book ja means that it may not be asked
    assert evening.put(evening.chair, f"/items/{item}/leave", given=int(leave)) == 200
    assert evening.last()["given"] == expected["may_be_asked"]
    assert evening.ask("S01", "POST", "/speeches", person=evening.people["V01"])[0] == 409
    evening.leave(item)


def what_was_not_announced(book: Book, evening: Evening) -> None:
    """Step 18: sixty of sixty-one are not all."""
    given, expected = book.step(18)
    item = evening.add(URGENT)
    assert evening.put(evening.chair, f"/items/{item}/opening") == 409
    agreed = given["for_deciding"] == given["present"]
    assert evening.put(evening.chair, f"/items/{item}/assent", agreed=int(agreed)) == 200
    told_now = evening.last()
    assert (told_now["present"], told_now["agreed"]) == (given["present"], False)
    opened = evening.put(evening.chair, f"/items/{item}/opening") == 200
    assert opened == expected["may_decide"]


def lost_lines(book: Book, evening: Evening) -> None:
    """Steps 15 to 17."""
    _, expected = book.step(15)
    evening.lose("V03")
    assert evening.choices("V03") == expected["choices"]
    assert evening.substitute("V03", confirmed=1) == 200
    assert evening.serving("V03") == "Ve2"
    assert evening.ask("V03", "PUT", "/attendance", mode="hall")[0] == 409
    evening.go_home()
    gone = evening.far[: 61 - book.step(17)[0]["still_serving"]]
    evening.lose(*gone)
    assert evening.count().is_quorate
    evening.lose(next(name for name in evening.far if name not in gone))
    assert evening.count().is_quorate == book.step(16)[1]["quorate"]
    assert evening.choices(gone[0]) == book.step(16)[1]["choices"]


def reservations(book: Book, evening: Evening) -> None:
    """Steps 20 and 21: only those who took part, and before the meeting closes."""
    url = f"/items/{evening.items[PLAN]}/statements"
    refused = evening.ask("V05", "POST", url, kind="reservation", text="Vi är emot.")
    assert refused == (409, str(StatementRefusal[book.step(20)[1]["reason"]].text))
    assert evening.put(evening.chair, "/closure", confirmed=1) == 200
    late = evening.ask("V02", "POST", url, kind="reservation", text="Vi är emot.")
    assert late == (409, str(StatementRefusal[book.step(21)[1]["reason"]].text))
    assert "statement.made" not in evening.kinds()
