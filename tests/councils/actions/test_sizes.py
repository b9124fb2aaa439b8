"""Another number of seats is decided in time and holds from the next election.  KL 5:7."""

from typing import Any

import pytest
from flask import Flask

from core import log
from councils.models import Council
from councils.queries.sizes import most_seats, seats_on
from meetings.models import Meeting
from tests.worlds import ANNA, KLARA, Clients

DECIDED = {"seats": 31, "decided_on": "2026-02-28", "reference": "§ 12", "election": 2030}


def decide(clients: Clients, by: int = KLARA, **form: Any) -> tuple[int, str]:
    answer = clients.act(by, "PUT", "/councils/1/sizes", **(DECIDED | form))
    return answer.status_code, (answer.json or {}).get("error", "")


def seats(app: Flask, *days: str) -> list[int]:
    with app.extensions["database"].reading() as session:
        council = session.get_one(Council, 1)
        return [seats_on(session, council, day) for day in days]


def kinds(app: Flask) -> list[str]:
    with app.extensions["database"].reading() as session:
        return [entry.kind for entry in log.read(session, log.REGISTER)]


def test_until_the_next_term_the_old_number_rules(app: Flask, clients: Clients) -> None:
    assert decide(clients) == (200, "")
    assert seats(app, "2026-12-14", "2030-10-14", "2030-10-15") == [21, 21, 31]
    with app.extensions["database"].reading() as session:
        assert most_seats(session, session.get_one(Council, 1)) == 31


def test_a_meeting_has_the_seats_of_its_day(app: Flask, clients: Clients) -> None:
    decide(clients)
    plan = {"council_id": 1, "title": "Fullmäktige", "starts": "18.00", "first_paragraph": 1}
    made = [
        clients.act(KLARA, "POST", "/meetings", date=day, **plan).json["made"]
        for day in ("2030-09-30", "2030-10-21")
    ]
    with app.extensions["database"].reading() as session:
        assert [session.get_one(Meeting, each).seats for each in made] == [21, 31]


def test_what_was_entered_wrong_is_entered_anew_or_struck(app: Flask, clients: Clients) -> None:
    decide(clients)
    decide(clients, seats=41)
    assert seats(app, "2030-10-15") == [41]
    strike = "/councils/1/sizes/2030-10-15"
    assert clients.act(KLARA, "DELETE", strike).status_code == 200
    assert seats(app, "2030-10-15") == [21]
    assert clients.act(KLARA, "DELETE", strike).json["error"] == "Beslutet är redan struket."
    assert kinds(app) == ["register.size_decided"] * 2 + ["register.size_struck"]


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        (
            {"decided_on": "2026-03-01", "election": 2026},
            400,
            "Beslutet är för sent för valet 2026: det ska fattas före utgången av februari "
            "valåret (5 kap. 7 §). Det kan gälla från valet 2030.",
        ),
        ({"election": 2028}, 400, "Välj ett år med allmänna val."),
        ({"seats": 32}, 400, "Antalet platser ska vara udda (5 kap. 5 §)."),
        ({"seats": 19}, 400, "Antalet platser ska vara minst 21 (5 kap. 5 §)."),
        ({"reference": ""}, 400, "Fältet får inte vara tomt."),
        (
            {"decided_on": "2999-01-01"},
            400,
            "Dagen har inte varit än. Skriv in beslutet när det är fattat.",
        ),
    ],
)
def test_what_is_late_or_unlawful_changes_nothing(
    app: Flask, clients: Clients, form: dict[str, Any], status: int, words: str
) -> None:
    assert decide(clients, **form) == (status, words)
    assert (seats(app, "2030-10-15"), kinds(app)) == ([21], [])


def test_only_the_office_enters_it(app: Flask, clients: Clients) -> None:
    assert decide(clients, by=ANNA)[0] == 403
    assert kinds(app) == []


def test_once_the_council_has_met_the_number_is_not_changed_in_passing(
    app: Flask, clients: Clients
) -> None:
    council = {"name": "Lillköpings kommunfullmäktige", "kind": "municipality", "seats": 31}
    answer = clients.act(KLARA, "PUT", "/councils/1", **council)
    assert (answer.status_code, answer.json["error"]) == (
        400,
        "Ett nytt antal platser gäller från nästa val (5 kap. 7 §). Skriv in beslutet under Nytt "
        "antal platser.",
    )
    decide(clients, decided_on="2026-02-28", election=2026)  # a term that has begun
    assert clients.act(KLARA, "PUT", "/councils/1", **council).status_code == 200
    struck = clients.act(KLARA, "DELETE", "/councils/1/sizes/2026-10-15")
    assert struck.json["error"] == "Mandatperioden har börjat. Antalet ligger fast."


def test_whoever_is_entered_for_the_coming_term_keeps_a_seat(app: Flask, clients: Clients) -> None:
    decide(clients)
    nora = {"name": "Nora Nord", "party_id": 1, "standing": "seated", "seat": 23}
    assert clients.act(KLARA, "POST", "/councils/1/people", **nora).status_code == 200
    struck = clients.act(KLARA, "DELETE", "/councils/1/sizes/2030-10-15")
    assert struck.json["error"] == "Plats 23 är besatt. Flytta ledamoten först."
    assert decide(clients, seats=21) == (400, "Plats 23 är besatt. Flytta ledamoten först.")
    with app.extensions["database"].reading() as session:
        assert most_seats(session, session.get_one(Council, 1)) == 31
