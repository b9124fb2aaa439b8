"""The office lists who is accountable in an item of discharge or auditors.  KL 5:48–49."""

from typing import Any

import pytest
from flask import Flask

from agenda.queries.accountable import accountable_in
from tests.agenda.agendas import item, kinds_of_facts, set_meeting, write
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PLANNED, SIV, Clients

SIMHALL = 9


def mark(clients: Clients, by: int = KLARA, **form: Any) -> tuple[int, str]:
    url = f"/meetings/{PLANNED}/agenda/{SIMHALL}/accountable"
    answer = clients.act(by, "PUT", url, **({"matter": "discharge", "people": [BO, SIV]} | form))
    return answer.status_code, (answer.json or {}).get("error", "")


def listed(app: Flask, item_id: int = SIMHALL) -> list[int]:
    with app.extensions["database"].reading() as session:
        return [person.id for person in accountable_in(session, item_id)]


def test_they_are_listed_and_told_in_the_log(app: Flask, clients: Clients) -> None:
    assert mark(clients) == (200, "")
    assert (item(app, SIMHALL).audit, listed(app)) == ("discharge", [BO, SIV])
    assert mark(clients) == (200, "")
    assert kinds_of_facts(app) == ["agenda.accountable_listed"]  # twice the same is told once
    assert mark(clients, matter="auditor_election", people=[BO]) == (200, "")
    assert (item(app, SIMHALL).audit, listed(app)) == ("auditor_election", [BO])
    assert mark(clients, matter="", people=[]) == (200, "")
    assert (item(app, SIMHALL).audit, listed(app)) == (None, [])


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"by": ANNA}, 403, "Bara fullmäktiges kansli ändrar föredragningslistan."),
        ({"people": [DAN]}, 400, "Personen finns inte i fullmäktige."),
        ({"matter": ""}, 400, "Välj först om ärendet gäller ansvarsfrihet eller revisorer."),
        ({"matter": "audit_report"}, 400, "Välj ansvarsfrihet eller val av revisorer."),
    ],
)
def test_what_cannot_be_changes_nothing(
    app: Flask, clients: Clients, form: dict[str, Any], status: int, words: str
) -> None:
    answer = mark(clients, **form)
    assert answer[0] == status
    assert answer[1] == words or form == {"by": ANNA}
    assert (listed(app), kinds_of_facts(app)) == ([], [])


def test_those_listed_make_no_proposal_in_the_item(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/3/proposals"
    form = {"matter": "discharge", "people": [BO]}
    clients.act(KLARA, "PUT", f"/meetings/{OPEN}/agenda/3/accountable", **form)
    answer = clients.act(BO, "POST", url, kind="adopt", text="")
    assert (answer.status_code, answer.json["error"]) == (
        403,
        "Den som är redovisningsansvarig yrkar inte i ärendet (5 kap. 48–49 §§).",
    )
    assert clients.act(4, "POST", url, kind="adopt", text="").status_code == 200


def test_they_stand_aside_when_the_matter_is_taken_up_again(app: Flask, clients: Clients) -> None:
    form = {"matter": "discharge", "people": [BO]}
    clients.act(KLARA, "PUT", f"/meetings/{OPEN}/agenda/4/accountable", **form)
    set_meeting(app, OPEN, closed_at="2026-12-14T21:00:00.000+00:00")
    made = write(clients, "POST", "/carried", item="4").json["made"]
    assert (item(app, made).audit, listed(app, made)) == ("discharge", [BO])
