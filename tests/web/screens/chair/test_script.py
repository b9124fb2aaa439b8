"""From roll call to gavel by pressing only what the chair's one button says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from core import clock
from core.actor import Audience, Onlooker
from meetings.models import Seat
from tests.worlds import ANNA, BO, KLARA, OPEN, Clients


@dataclass
class Chair:
    """Reads the screen, presses the big button."""

    app: Flask
    clients: Clients

    @property
    def panel(self) -> str:
        seen = self.app.extensions["live"].view(OPEN, Onlooker(Audience.CHAIR))
        return unescape(seen["panels"]["script"])

    @property
    def name(self) -> str:
        return re.findall(r'data-name="(\w+)"', self.panel)[0]

    @property
    def label(self) -> str:
        form = re.findall(r'id="next-act">.*?</form>', self.panel, re.DOTALL)[0]
        return re.findall(r"<span>(.*?)</span>", form)[0]

    @property
    def lines(self) -> list[str]:
        box = re.findall(r'id="script-box".*?</section>', self.panel, re.DOTALL)[0]
        return re.findall(r"<p>(.*?)</p>", box)

    def press(self, label: str | None = None) -> Any:
        form = self._form(label)
        url = re.findall(r'action="(.*?)"', form)[0]
        method = (re.findall(r'data-method="(\w+)"', form) or ["POST"])[0]
        data = dict(re.findall(r'name="(\w+)" value="(.*?)"', form))
        answer = self.clients.act(ANNA, method, url, **data)
        assert answer.status_code == 200, answer.text
        return answer

    def _form(self, label: str | None) -> str:
        forms = re.findall(r"<form.*?</form>", self.panel, re.DOTALL)
        if label is None:
            return next(form for form in forms if 'id="next-act"' in form)
        return next(form for form in forms if f"<span>{label}</span>" in form)


@pytest.fixture
def chair(app: Flask, clients: Clients) -> Chair:
    return Chair(app, clients)


def propose(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/3/proposals"
    board = {"kind": "adopt", "text": "Simhallen byggs", "proposer": "kommunstyrelsen"}
    assert clients.act(KLARA, "POST", url, **board).status_code == 200
    assert clients.act(BO, "POST", url, kind="reject", text="Avslag").status_code == 200


def test_the_button_says_who_gets_the_floor_and_gives_it(clients: Clients, chair: Chair) -> None:
    for person in (4, BO):
        clients.act(person, "POST", f"/meetings/{OPEN}/requests", item=3, kind="speech")
    assert chair.lines == ["Ordet har Ledamot 4 (C).", "Därefter Bo Bok."]
    assert chair.label == "Ge ordet till Ledamot 4"
    chair.press()
    assert chair.lines == ["Tack, Ledamot 4.", "Ordet har Bo Bok (V)."]
    chair.press()
    assert (chair.name, chair.label) == ("last_speaker", "Avsluta anförandet")


def test_a_button_drawn_before_the_member_withdrew_does_nothing_else(
    clients: Clients, chair: Chair
) -> None:
    clients.act(4, "POST", f"/meetings/{OPEN}/requests", item=3, kind="speech")
    stale = re.findall(r'id="next-act".*?action="|action="(\S+/floor)"', chair.panel)[0]
    clients.act(4, "DELETE", f"/meetings/{OPEN}/requests/1")
    refused = clients.act(ANNA, "PUT", stale)
    assert (refused.status_code, refused.json["kind"]) == (409, "MovedOn")


def test_from_debate_to_gavel_by_the_one_button(clients: Clients, chair: Chair) -> None:
    propose(clients)
    said = []
    for _ in range(4):
        said.append((chair.name, chair.label))
        chair.press()
    with clock.set_to(in_seconds(2)):
        said.append((chair.name, chair.label))
        chair.press()
        said.append((chair.name, chair.label))
    assert said == [
        ("debate_ends", "Avsluta debatten"),
        ("put_question", "Ställ frågan"),
        ("acclamation", "Jag finner ja till förslaget från kommunstyrelsen"),
        ("found", "Klubba"),
        ("decided", "Avsluta ärendet"),
        ("next_item", "Gå till ärende 1"),
    ]


def test_two_proposals_are_read_back_before_they_are_put(clients: Clients, chair: Chair) -> None:
    propose(clients)
    chair.press()
    assert chair.lines == [
        "Jag har uppfattat följande förslag. Är det rätt uppfattat?",
        "1. Simhallen byggs – kommunstyrelsen",
        "2. Avslag – Bo Bok (V)",
        "Jag ställer dem mot varandra.",
    ]


def test_the_debate_is_opened_before_those_who_wait_get_the_floor(
    clients: Clients, chair: Chair
) -> None:
    step = f"/meetings/{OPEN}/items/3/step"
    assert clients.act(ANNA, "PUT", step, step="presentation", before="debate").is_json
    clients.act(4, "POST", f"/meetings/{OPEN}/requests", item=3, kind="speech")
    assert (chair.name, chair.label) == ("item", "Öppna debatten")
    chair.press()
    assert (chair.name, chair.label) == ("floor", "Ge ordet till Ledamot 4")
    chair.press()
    chair.press()
    assert (chair.name, chair.label) == ("debate_ends", "Avsluta debatten")


def test_with_too_few_the_one_button_adjourns(app: Flask, clients: Clients, chair: Chair) -> None:
    url = f"/meetings/{OPEN}/items/3/closing"
    assert clients.act(KLARA, "PUT", url, confirmed=1).status_code == 200
    with app.extensions["database"].writing() as session, session.begin():
        for seat in session.scalars(select(Seat).where(Seat.meeting_id == OPEN, Seat.seat > 10)):
            seat.serving_id = seat.mode = None
    assert chair.lines == [
        "Fullmäktige är inte beslutsfört.",
        "10 deltar och 11 behövs.",
        "Sammanträdet ajourneras.",
    ]
    assert chair.label == "Ajournera sammanträdet"
    chair.press()
    assert (chair.name, chair.label) == ("resume", "Återuppta sammanträdet")


def test_a_demanded_division_takes_over_the_button(clients: Clients, chair: Chair) -> None:
    propose(clients)
    chair.press()
    chair.press()
    clients.act(BO, "POST", f"/meetings/{OPEN}/items/3/division-demands")
    assert (chair.name, chair.label) == ("division", "Öppna voteringen")
    assert chair.lines[1:3] == [
        "Ja: Simhallen byggs – förslag av kommunstyrelsen.",
        "Nej: Avslag – yrkande av Bo Bok (V).",
    ]


def vote(clients: Clients, yes: int, no: int) -> None:
    for person in range(2, 22):
        choice = "yes" if person - 2 < yes else "no" if person - 2 < yes + no else "abstain"
        url = f"/meetings/{OPEN}/votes/1/ballot"
        assert clients.act(person, "PUT", url, choice=choice).status_code == 200


def test_an_even_vote_waits_for_the_chair(clients: Clients, chair: Chair) -> None:
    propose(clients)
    chair.press()
    chair.press()
    clients.act(BO, "POST", f"/meetings/{OPEN}/items/3/division-demands")
    chair.press()
    assert chair.lines == ["Voteringen är öppen. Rösta nu.", "20 har inte röstat."]
    vote(clients, 10, 10)
    assert chair.label == "Stäng voteringen"
    chair.press()
    assert chair.label == "Stoppa stängningen"
    later = clock.later(6)
    with clock.set_to(lambda: clock.datetime.fromisoformat(later)):
        closing = f"/meetings/{OPEN}/votes/1/closure"
        assert clients.act(ANNA, "PUT", closing).status_code == 200
        assert chair.lines == ["Det är lika, 10 mot 10.", "Ordförandens utslagsröst avgör."]
        chair.press("Lägg utslagsrösten på nej: Avslag – yrkande av Bo Bok (V)")
        assert chair.lines == [
            "Voteringen är avslutad. 10 ja, 10 nej, 0 avstår.",
            "Fullmäktige har beslutat: Avslag",
        ]
        chair.press()
        assert chair.name == "decided"


def in_seconds(seconds: float) -> Callable[[], datetime]:
    then = datetime.fromisoformat(clock.later(seconds))
    return lambda: then


def test_the_button_after_the_gavel_is_greyed_while_the_gavel_rests(
    clients: Clients, chair: Chair
) -> None:
    propose(clients)
    for _ in range(4):
        chair.press()
    button = r'<button [^>]*id="next-act-button"[^>]*'
    greyed = button + r'aria-disabled="true" data-ready="(.*?)" data-why="(.*?)"'
    [(ready, why)] = re.findall(greyed, chair.panel)
    assert why == "Klubban har just fallit. Vänta två sekunder."
    moment = datetime.fromisoformat(ready)
    with clock.set_to(lambda: moment - timedelta(milliseconds=1)):
        assert len(re.findall(greyed, chair.panel)) == 1
        refused = clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/3/closing")
        assert (refused.status_code, refused.json["kind"]) == (409, "MovedOn")
    with clock.set_to(lambda: moment):
        assert re.findall(greyed, chair.panel) == []
        chair.press("Avsluta ärendet")


def test_the_gavel_can_be_undone_for_ten_seconds(clients: Clients, chair: Chair) -> None:
    propose(clients)
    for _ in range(4):
        chair.press()
    assert "Ångra klubbslaget" in chair.panel
    chair.press("Ångra klubbslaget")
    assert chair.label == "Klubba"


def test_nobody_sees_how_an_open_vote_goes(app: Flask, clients: Clients, chair: Chair) -> None:
    propose(clients)
    chair.press()
    chair.press()
    clients.act(BO, "POST", f"/meetings/{OPEN}/items/3/division-demands")
    chair.press()
    before = app.extensions["live"].view(OPEN, Onlooker(Audience.CHAIR))
    vote(clients, 20, 0)
    seen = app.extensions["live"].view(OPEN, Onlooker(Audience.CHAIR))
    assert set(seen["seats"]["vote"]) == {"x", "."}
    assert "20 av 21 har röstat" in seen["panels"]["vote"]
    assert before["panels"].keys() == seen["panels"].keys()


def test_three_proposals_are_read_back_and_put_in_the_order_approved(
    clients: Clients, chair: Chair
) -> None:
    propose(clients)
    url = f"/meetings/{OPEN}/items/3/proposals"
    assert clients.act(4, "POST", url, kind="amend", text="Simhallen byggs i väst").is_json
    chair.press()
    assert chair.lines[1:4] == [
        "1. Simhallen byggs – kommunstyrelsen",
        "2. Avslag – Bo Bok (V)",
        "3. Simhallen byggs i väst – Ledamot 4 (C)",
    ]
    chair.press("Huvudförslag: Bo Bok (V)")
    assert (chair.name, chair.label) == ("put_question", "Ställ frågan")
    chair.press()
    assert chair.lines[1:3] == [
        "1. Avslag – yrkande av Bo Bok (V)",
        "2. Simhallen byggs – förslag av kommunstyrelsen",
    ]
