"""What went slowly in a rehearsal, folded from its log."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask

from core import log
from core.clock import written
from core.log import Entry, Fact
from meetings import facts as m
from tests.meetings.minutes.facts import ROLL, item, plain
from tests.web.demo.test_rehearsal import empty, rehearse
from voting import facts as v
from web.demo.exercises import Mood
from web.demo.page import blueprint
from web.demo.slow import Division, Pause, Wait, slow

__all__ = ["empty"]
START = datetime(2026, 12, 14, 17, 0, tzinfo=UTC)
ANNA, BO, SIV = 1, 3, 101
OPENED = m.MeetingOpened(
    "Lillköping", "Övning", "2026-12-14", "Salen", True, ANNA, "Anna Ask", "Klara", 11, ROLL
)


def at(second: int, fact: Fact, by: int = ANNA) -> Entry:
    entry = Entry(meeting_id=1, height=1, seq=1, kind=fact.kind, actor_id=by)
    entry.at, entry.payload = written(START + timedelta(seconds=second)), plain(fact)
    return entry


def asks(request: int, person: int, name: str) -> Fact:
    return m.FloorRequested(request, 2, person, name, "V", "speech", None, False)


def gets(speech: int, request: int | None, person: int, name: str) -> Fact:
    return m.FloorGiven(speech, request, 2, person, name, "V", "speech", None, "hall", 300)


def opened(vote: int, number: int) -> Fact:
    told: dict[str, Any] = dict.fromkeys(v.VoteOpened.__dataclass_fields__)
    told.pop("kind", None)
    return v.VoteOpened(**told | {"vote_id": vote, "number": number, "question": "Ska den byggas?"})


def closed(vote: int) -> Fact:
    told: dict[str, Any] = dict.fromkeys(v.VoteClosed.__dataclass_fields__)
    told.pop("kind", None)
    return v.VoteClosed(**told | {"vote_id": vote, "answers": ()})


def test_those_who_waited_longest_stand_first_and_those_who_never_spoke_too() -> None:
    found = slow(
        [
            at(0, OPENED),
            at(5, item(2, "Simhallen", 88)),
            at(6, asks(1, BO, "Bo"), BO),
            at(7, asks(2, SIV, "Siv"), SIV),
            at(8, asks(3, 4, "Dan"), 4),
            at(9, m.FloorWithdrawn(3, 4, "Dan"), 4),
            at(10, gets(1, 2, SIV, "Siv")),
            at(60, m.FloorEnded(1, SIV, "Siv", 50), SIV),
            at(61, gets(2, None, 5, "Eva")),  # given without being asked for
            at(66, m.FloorEnded(2, 5, "Eva", 5)),
            at(67, m.ItemClosed(2, 2, "Simhallen", 88)),
        ]
    )
    assert found.longest_waits == [Wait("Bo", "V", 61, False), Wait("Siv", "V", 3, True)]
    assert (found.usual_wait, found.pauses, found.divisions) == (3, [], [])


def test_only_the_five_longest_waits_are_told_but_half_of_all_had_the_floor_by_then() -> None:
    asked = [at(n, asks(n, n, f"Nr {n}"), n) for n in range(1, 8)]
    given = [at(100 + 2 * n, gets(n, n, n, f"Nr {n}")) for n in range(1, 8)]
    found = slow([*asked, *given])
    assert [wait.seconds for wait in found.longest_waits] == [107, 106, 105, 104, 103]
    assert found.usual_wait == 104


def test_each_vote_is_told_with_its_time_unless_it_was_abandoned() -> None:
    found = slow(
        [
            at(0, OPENED),
            at(1, opened(1, 1)),
            at(3, v.VoteAbandoned(1, 2, "Fel fråga")),
            at(5, opened(2, 2)),
            at(95, closed(2)),
        ]
    )
    assert found.divisions == [Division(2, "Ska den byggas?", 90)]


def test_the_chair_hesitates_when_nothing_happens_and_nobody_speaks() -> None:
    found = slow(
        [
            at(0, OPENED),
            at(9, item(1, "Upprop", 87)),  # in time
            at(50, m.ItemClosed(1, 1, "Upprop", 87)),
            at(90, item(2, "Simhallen", 88)),
            at(91, asks(1, BO, "Bo"), BO),
            at(100, gets(1, 1, BO, "Bo")),
            at(300, m.StepTaken(2, "proposals", "debate")),  # Bo spoke until she went on
            at(301, m.FloorEnded(1, BO, "Bo", 200), BO),
            at(305, m.LineLost(3, BO, "Bo", "V"), BO),
            at(321, m.StepTaken(2, "order", "proposals")),
            at(400, m.StepTaken(2, "acclamation", "order"), by=BO),  # who does not lead
        ]
    )
    assert found.longest_pauses == [
        Pause("item.closed", "Upprop", 41),
        Pause("item.opened", "Simhallen", 40),
        Pause("item.step_taken", "Simhallen", 20),
    ]


def test_whoever_has_taken_the_chair_is_the_one_who_hesitates() -> None:
    taken = m.ChairTaken(BO, "Bo", "V")
    found = slow([at(0, OPENED), at(5, taken, BO), at(50, item(1, "Upprop", 87), BO)])
    assert found.pauses == [Pause("item.opened", "Upprop", 45)]


def test_the_rehearsals_page_ends_with_what_went_slowly(empty: Flask) -> None:
    """And not before: while it goes on the page offers its parts."""
    empty.register_blueprint(blueprint)
    browser = empty.test_client()
    assert "Det här gick långsamt" not in browser.get("/rehearsal").text
    rehearse(empty, Mood.DIVISION, 100)
    going_on = browser.get("/rehearsal").text
    assert ("Ta en roll" in going_on, "Det här gick långsamt" in going_on) == (True, False)
    meeting = rehearse(empty, Mood.DIVISION, 700)
    with empty.extensions["database"].reading() as session:
        found = slow(log.read(session, meeting))
    page = browser.get("/rehearsal").text
    assert ("Ta en roll" in page, "Det här gick långsamt" in page) == (False, True)
    assert "Inget sänds och inget blir beslut." in page
    for wait in found.longest_waits:
        assert wait.name in page
    assert len(found.divisions) == 1
    assert found.divisions[0].question in page
    assert found.usual_wait is not None


def test_where_nothing_was_slow_there_is_nothing_to_tell() -> None:
    nothing = slow([at(0, OPENED)])
    assert nothing.is_empty
    assert (nothing.longest_waits, nothing.usual_wait, nothing.longest_pauses) == ([], None, [])
