"""The rule book's story of elections: by voice, on ballot papers, and by proportional election."""

from collections import Counter
from collections.abc import Iterator

import pytest
from flask import Flask

from core import clock
from tests.law.product.book import Book, case, setting
from tests.law.product.council import Told, settle
from tests.law.product.evening import Evening
from tests.law.product.slips import Shown, as_shown, count
from tests.meetings.halls import Wall
from tests.worlds import Clients

ROLL, LEISURE, BUILDING, BOARD = range(4)
ITEMS: list[Told] = [
    ("Upprop", "formality", None, None),
    ("Val av ledamot i kultur- och fritidsnämnden", "election", None, None),
    ("Val av vice ordförande i byggnadsnämnden", "election", None, None),
    ("Val av ledamöter i kommunstyrelsen", "election", None, None),
]


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall("2026-12-01T09:00:00+00:00")
    with clock.set_to(moment):
        yield moment


def test_the_whole_story_of_elections(app: Flask, clients: Clients, wall: Wall) -> None:
    book = Book("scenario2_elections.json")
    evening = Evening(app, clients, settle(app, setting()), wall, "2026-12-14", ITEMS)
    evening.announce("2026-12-07")
    evening.begin("2026-12-14")
    by_voice(book, evening)
    on_ballot_papers(book, evening)
    too_few_ask_and_then_enough(book, evening)
    proportional_elections(book, evening)
    evening.end()
    nobody_can_read_who_voted_for_whom(book, evening)
    assert book.untold == set()


def by_voice(book: Book, evening: Evening) -> None:
    """Step 1: one name, nobody against."""
    given, expected = book.step(1)
    item, (name,) = evening.items[LEISURE], given["nominated"]
    evening.turn_to(item)
    nominated = evening.nominate(item, name, "V01")
    evening.step(item, "proposals")
    put = evening.post(evening.chair, f"/items/{item}/acclamations")
    assert evening.put(evening.chair, f"/acclamations/{put}/finding", proposal=nominated) == 200
    form = {"text": name, "how": "acclamation", "proposal": nominated}
    evening.post(evening.chair, f"/items/{item}/decisions", **form)
    told = evening.last()
    assert (told["how"].upper(), [told["text"]]) == (expected["method"], expected["elected"])
    evening.leave(item)


def on_ballot_papers(book: Book, evening: Evening) -> None:
    """Step 2: somebody asks for a division, so it is a closed one."""
    _, expected = book.step(2)
    item = evening.items[BUILDING]
    evening.turn_to(item)
    both = [evening.nominate(item, name, by) for name, by in (("X", "S02"), ("Y", "M02"))]
    evening.step(item, "proposals")
    put = evening.post(evening.chair, f"/items/{item}/acclamations")
    evening.demand(item)
    closed = "I val och anställningar hålls omröstningen med slutna sedlar (5 kap. 54 §)."
    assert evening.said(evening.chair, "POST", "/votes", item=item) == (409, closed)
    evening.put(evening.chair, f"/acclamations/{put}/finding", proposal=both[0])
    by_ear = {"text": "X", "how": "acclamation", "proposal": both[0]}
    refused = evening.said(evening.chair, "POST", f"/items/{item}/decisions", **by_ear)
    assert refused == (409, "Votering är begärd. Gå till votering.")
    shown = _counted(book, evening, 2)
    assert shown["Valda"] == [f"{name} 29 röster" for name in expected["elected"]]
    _confirm(evening, item, f"{shown['Valda'][0]} väljs", proposal=both[0])


def too_few_ask_and_then_enough(book: Book, evening: Evening) -> None:
    """Steps 5 and 6: nobody votes on it, and then nothing is decided by voice."""
    item = evening.items[BOARD]
    evening.turn_to(item)
    nominated = evening.nominate(item, "Lista A", "S02")
    evening.step(item, "proposals")
    for number in (5, 6):
        given, expected = book.step(number)
        form = {"election": "committee", "whom": "members", "places": given["places"]}
        form |= {"asked": given["requested_by"]}
        evening.post(evening.chair, f"/items/{item}/proportional-requests", **form)
        told = evening.last()
        assert (told["present"], told["needed"]) == (given["present"], book.step(5)[1]["needed"])
        assert (told["reason"] == "ENOUGH") == expected["proportional"]
    by_ear = {"text": "Lista A", "how": "unopposed", "proposal": nominated}
    refused = evening.said(evening.chair, "POST", f"/items/{item}/decisions", **by_ear)
    said = "Valet är proportionellt och avgörs med valsedlar (lagen 2022:629)."
    assert refused == (409, said)


def proportional_elections(book: Book, evening: Evening) -> None:
    """Steps 8, 10, 11 and 13: counted on paper, so many places for each list."""
    item = evening.items[BOARD]
    for number in (8, 10):
        shown = _counted(book, evening, number)
        seats = {group.split(" · ")[1]: int(won) for group, _, _, won in shown["Grupper"]}
        assert seats == book.step(number)[1]["seats"]
    shared = _counted(book, evening, 11)
    _, expected = book.step(11)
    assert shared["Valda"] == expected["elected"]
    first = next(row for row in shared["Varv för varv"] if row[3] == "x")
    assert first[1].endswith(expected["x_counts_as_elected_for"])
    sorted_out = _counted(book, evening, 13)
    _, expected = book.step(13)
    told = (len(sorted_out["Grupper"]), sorted_out["ballots"][-1])
    assert told == (expected["groups"], expected["invalid"])
    elected = ", ".join(_counted(book, evening, 8)["Valda"])
    _confirm(evening, item, f"{elected} väljs")


def _counted(book: Book, evening: Evening, number: int) -> Shown:
    """As the tellers type it in; it must be the whole of what the rule book has."""
    file, name = book.count(number)
    found = case(file, name)
    kind = "proportional" if file.startswith("proportional") else "persons"
    teller = evening.clients.sign_in(evening.clerk)
    shown = count(teller, kind, found["input"])
    assert shown == as_shown(found["expected"])
    return shown


def _confirm(evening: Evening, item: int, text: str, **form: int) -> None:
    """What the tellers have counted, confirmed by the gavel."""
    evening.post(evening.chair, f"/items/{item}/decisions", text=text, how="ballot", **form)
    evening.leave(item)


def nobody_can_read_who_voted_for_whom(book: Book, evening: Evening) -> None:
    """Of step 2: neither in the record nor in the minutes."""
    assert book.step(2)[1]["minutes_must_not_contain"] == "who voted for whom"
    kinds = Counter(kind.split(".")[0] for kind in evening.kinds())
    assert kinds["vote"] == 0
    minutes = evening.page("/minutes", evening.clerk)
    assert "X 29 röster väljs" in minutes
    assert "4 ledamöter begär att valet ska vara proportionellt. Det räcker:" in minutes
    assert "Votering 1" not in minutes
