"""The worked orders of substitutes: the register written by the office, the call made in a meeting.

Seats are dealt so that the party's first seat in the constituency is never the lowest in the hall.
"""

from typing import Any

import pytest
from flask import Flask

from councils.models import Council
from meetings.models import Seat
from meetings.queries.substitutes import calling_order
from tests.law.product.book import case
from tests.meetings.halls import Hall
from tests.worlds import ANNA, KLARA, OPEN, Clients

Plain = dict[str, Any]
BOOK = "rules_basic.json"
CASES = ("u1", "u2", "u3", "u4", "u5", "u6")
PARTY = {"S": 1, "M": 2}
SEATED = {"P1": 21, "P2": 16, "P3": 6, "P4": 11, "P5": ANNA, "Q1": 7}
STAND_IN = {"e1": "P2"}  # in whose place the one who serves already serves


@pytest.mark.parametrize("name", CASES)
def test_the_substitute_of_the_book_is_called(app: Flask, clients: Clients, name: str) -> None:
    given, expected = (case(BOOK, name)[key] for key in ("input", "expected"))
    people = SEATED | _register(clients, given)
    hall = Hall(app, clients)
    hall.change(Council, 1, kind=given.get("body", "municipality"))
    for one in given.get("serving", []):
        _call(hall, SEATED[STAND_IN[one]], people, one, [f"e{n}" for n in range(1, 7)])
    unavailable = [people[one] for one in given.get("unavailable", [])]
    found = _order(hall, people[given["absent"]], unavailable)
    called = _called(hall, people[given["absent"]], unavailable)
    names = {number: one for one, number in people.items()}
    assert expected == {
        "status": "CALLED" if called else "NONE",
        "called": names.get(called or 0),
        "step": found.step,
        "via": names.get(found.via or 0),
        "order": [names[one] for one in found.order],
    }


def test_without_the_votes_the_chair_is_told_where_the_order_stops(
    app: Flask, clients: Clients
) -> None:
    """No guess is made between two constituencies."""
    given = case(BOOK, "u4")["input"] | {"party_votes": {"S": {"norra": 900, "södra": 400}}}
    people, hall = SEATED | _register(clients, given), Hall(app, clients)
    away = ",".join(str(people[one]) for one in given["unavailable"])
    assert hall.delete(people["P3"], "/attendance", confirmed=1) == 200
    assert hall.said(ANNA, "PUT", "/seats/6/substitute", unavailable=away) == (
        409,
        "Ingen ersättare i valkretsen är ledig, och ordningen slutar där: partiets röster i de "
        "andra valkretsarna saknas i registret (5 kap. 21 §). Kansliet skriver in dem under "
        "Partier och valkretsar.",
    )


def _register(clients: Clients, given: Plain) -> dict[str, int]:
    """Everything as the office types it in; the numbers of the substitutes by their names."""
    names = {one["constituency"] for one in given["members"]}
    circles = {
        name: _done(clients, "POST", "/councils/1/constituencies", name=name)
        for name in sorted(names)
    }
    for party, counted in given["party_votes"].items():
        for name, votes in counted.items():
            form = {f"votes-{PARTY[party]}": votes}
            _done(clients, "PUT", f"/constituencies/{circles[name]}/votes", **form)
    made: dict[str, int] = {}
    for member in given["members"]:
        ballot = {
            "party_id": PARTY[member["party"]],
            "constituency_id": circles[member["constituency"]],
            "list_name": f"Lista {member['id']}",
        }
        seat = SEATED[member["id"]]
        own = {"name": member["id"], "standing": "seated", "seat": seat}
        number = {"party_seat": member["seat"]}
        _done(clients, "PUT", f"/people/{seat}", **ballot, **own, **number)
        for one in member["substitutes"]:
            waiting = {"name": one, "standing": "substitute"}
            made[one] = _done(clients, "POST", "/councils/1/people", **ballot, **waiting)
    return made


def _done(clients: Clients, method: str, url: str, /, **form: Any) -> int:
    answer = clients.act(KLARA, method, url, **form)
    assert answer.status_code == 200, answer.json
    return int(answer.json.get("made") or 0)


def _call(hall: Hall, seat: int, people: dict[str, int], one: str, listed: list[str]) -> None:
    """Called by name: all who stand before are not here."""
    assert hall.delete(seat, "/attendance", confirmed=1) == 200
    away = ",".join(str(people[each]) for each in listed if each != one)
    told = {"person": people[one], "unavailable": away}
    assert hall.put(ANNA, f"/seats/{seat}/substitute", **told) == 200


def _order(hall: Hall, seat: int, unavailable: list[int]) -> Any:
    with hall.database.reading() as session:
        row = session.get_one(Seat, (OPEN, seat))
        return calling_order(session, hall.row(), row, unavailable)


def _called(hall: Hall, seat: int, unavailable: list[int]) -> int | None:
    assert hall.delete(seat, "/attendance", confirmed=1) == 200
    away = ",".join(map(str, unavailable))
    answer = hall.act(ANNA, "PUT", f"/seats/{seat}/substitute", unavailable=away)
    if answer.status_code == 200:
        return int(answer.json["made"])
    assert answer.json["error"] == "Ingen ersättare är ledig. Platsen står tom."
    return None
