"""The clerk names whoever raises a motion, and it must be somebody who may."""

from flask import Flask
from sqlalchemy import select

from councils.models import ProcedureInForce
from meetings.models import Attendance
from tests.agenda.agendas import item, kinds_of_facts, write
from tests.worlds import BO, OPEN, SIV, Clients

SIMHALL, BUSES = 9, 10  # for the council to decide, and a motion
RESIDENTS = {"title": "En bänk vid sjön", "kind": "citizens_proposal", "proposer": "Rut Rask"}


def told(clients: Clients, proposer: str, **form: str) -> tuple[int, str]:
    answer = write(clients, "PUT", f"/{BUSES}", proposer=proposer, **form)
    return answer.status_code, answer.json.get("error", "")


def test_the_member_is_known_by_the_name(app: Flask, clients: Clients) -> None:
    assert told(clients, "bo bok (V)") == (200, "")
    now = item(app, BUSES)
    assert (now.proposer, now.proposer_id) == ("bo bok (V)", BO)


def test_a_body_raises_no_motion_and_nothing_is_changed(app: Flask, clients: Clients) -> None:
    answer = write(clients, "PUT", f"/{BUSES}", proposer="Kommunstyrelsen")
    assert (answer.status_code, answer.json["field"]) == (400, "proposer")
    assert (item(app, BUSES).proposer, kinds_of_facts(app)) == (None, [])
    added = write(clients, "POST", title="En motion", kind="question", proposer="Kommunstyrelsen")
    assert added.status_code == 400


def test_a_substitute_only_after_having_served(app: Flask, clients: Clients) -> None:
    assert told(clients, "Siv Sälg (V)") == (
        400,
        "En motion väcks av en ledamot. Siv Sälg är ersättare och får det bara som tjänstgörande "
        "(4 kap. 19 §).",
    )
    served = Attendance(meeting_id=OPEN, seat=3, person_id=SIV, for_id=BO, mode="hall")
    served.arrived_at = "2026-12-14T17:00:00.000+00:00"
    with app.extensions["database"].writing() as session, session.begin():
        session.add(served)
    assert told(clients, "Siv Sälg (V)") == (200, "")


def test_the_clerk_of_the_council_is_no_member(clients: Clients) -> None:
    assert told(clients, "Klara Klerk")[0] == 400


def test_what_a_committee_raised_becomes_a_motion_only_with_a_member(clients: Clients) -> None:
    assert write(clients, "PUT", f"/{SIMHALL}", proposer="Kommunstyrelsen").status_code == 200
    assert write(clients, "PUT", f"/{SIMHALL}", kind="private_members_motion").status_code == 400


def test_citizens_proposals_come_only_where_the_council_has_allowed_them(
    app: Flask, clients: Clients
) -> None:
    assert write(clients, "POST", **RESIDENTS).json["field"] == "kind"
    with app.extensions["database"].writing() as session, session.begin():
        rules = session.scalars(select(ProcedureInForce)).one()
        rules.settings = rules.settings | {"citizens_proposals": True}
    assert write(clients, "POST", **RESIDENTS).status_code == 200
