import re
from html import unescape

from flask import Flask

from core import clock
from core.actor import Audience, Onlooker
from meetings.actions import lines
from meetings.models import Seat
from tests.agenda.agendas import unannounced
from tests.meetings.halls import Wall
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PLANNED, Clients


def panel(app: Flask, name: str, meeting: int = OPEN) -> str:
    seen = app.extensions["live"].view(meeting, Onlooker(Audience.CLERK))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen["panels"][name])).split())


def test_the_clerk_reads_along_with_the_chair(app: Flask, clients: Clients) -> None:
    clients.act(BO, "POST", f"/meetings/{OPEN}/requests", item=3, kind="speech")
    told = panel(app, "now")
    assert "Ordföranden läser Ordet har Bo Bok (V). Nästa steg: Ge ordet till Bo Bok" in told


def test_a_planned_meeting_says_when_the_notice_must_be_up(app: Flask) -> None:
    unannounced(app)
    with clock.set_to(Wall("2026-11-25T09:00:00+00:00")):
        told = panel(app, "now", PLANNED)
    assert "Kungör senast måndag 7 december. Det är 12 dagar kvar." in told


def test_an_empty_seat_offers_to_call_the_substitute(app: Flask, clients: Clients) -> None:
    leaving = clients.act(KLARA, "DELETE", f"/meetings/{OPEN}/attendance", person=BO, confirmed=1)
    assert leaving.status_code == 200, leaving.text
    assert "Bo Bok V Frånvarande" in panel(app, "roll")
    assert "Kalla ersättare" in panel(app, "roll")
    assert (
        clients.act(KLARA, "PUT", f"/meetings/{OPEN}/items/3/closing", confirmed=1).status_code
        == 200
    )
    assert clients.act(KLARA, "PUT", f"/meetings/{OPEN}/seats/3/substitute").status_code == 200
    assert "Siv Sälg V för Bo Bok I salen" in panel(app, "roll")


def test_what_members_want_recorded_is_listed(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{OPEN}/items/3/statements"
    assert clients.act(BO, "POST", url, kind="not_taking_part").status_code == 200
    assert "Bo Bok · deltar inte i beslutet" in panel(app, "statements")


def test_the_desk_is_the_council_offices_own(clients: Clients) -> None:
    assert clients.sign_in(KLARA).get(f"/meetings/{OPEN}/clerk").status_code == 200
    for person in (ANNA, BO, DAN):
        assert clients.sign_in(person).get(f"/meetings/{OPEN}/clerk").status_code == 403


def test_whoever_is_at_a_distance_is_recognised_with_one_press(
    app: Flask, clients: Clients
) -> None:
    writer = app.extensions["writer"]
    writer.submit(OPEN, lines.regain_line, BO, by=None)
    writer.submit(OPEN, lines.lose_line, BO, by=None)
    writer.submit(OPEN, lines.regain_line, BO, by=None)
    seen = app.extensions["live"].view(OPEN, Onlooker(Audience.CLERK))
    row = re.findall(r'<tr id="seat-3">.*?</tr>', seen["panels"]["roll"], re.DOTALL)[0]
    url = re.findall(r'action="(\S+/identity)"', row)[0]
    fields = dict(re.findall(r'name="(\w+)" value="(\w+)"', row))
    assert clients.act(KLARA, "PUT", url, **fields).status_code == 200
    assert "Identitet" not in panel(app, "roll")


def test_whoever_comes_late_is_noted_with_one_press(app: Flask, clients: Clients) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        seat = session.get_one(Seat, (OPEN, 5))
        seat.serving_id = seat.mode = None
    seen = app.extensions["live"].view(OPEN, Onlooker(Audience.CLERK))["panels"]["roll"]
    row = re.findall(r'<tr id="seat-5">.*?</tr>', seen, re.DOTALL)[0]
    assert re.findall(r"<span>([^<]*)</span></button>", row)[:2] == [
        "Kommer, i salen",
        "Kommer, på distans",
    ]
    form = re.findall(r"<form.*?</form>", row, re.DOTALL)[1]
    url = re.findall(r'action="(\S+)"', form)[0]
    fields = dict(re.findall(r'name="(\w+)" value="(\w+)"', form))
    assert clients.act(KLARA, "PUT", url, **fields).status_code == 200
    assert "5 Ledamot 5 L På distans" in panel(app, "roll")


CORRECTION = f"/meetings/{OPEN}/seats/3/correction"


def test_what_went_wrong_is_put_right_on_a_page_of_its_own(clients: Clients) -> None:
    html = unescape(clients.sign_in(KLARA).get(CORRECTION).text)
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "Nu tjänstgör Bo Bok här, på distans. Platsens ledamot är Bo Bok." in words
    options = re.findall(r'<option value="(\d*)"( selected)?>(.*?)</option>', html)
    assert options[:4] == [
        ("", "", "Ingen"),
        (str(BO), " selected", "Bo Bok (V)"),
        ("13", "", "Ledamot 13 (V)"),
        ("18", "", "Ledamot 18 (V)"),
    ]
    assert len(options) == 1 + 21 + 2


def test_only_the_office_of_the_council_puts_right(clients: Clients, clerk_of_grannby: int) -> None:
    statuses = {
        person: clients.sign_in(person).get(CORRECTION).status_code
        for person in (KLARA, ANNA, BO, clerk_of_grannby)
    }
    assert statuses == {KLARA: 200, ANNA: 403, BO: 403, clerk_of_grannby: 403}
    assert clients.sign_in(KLARA).get(f"/meetings/{OPEN}/seats/99/correction").status_code == 404
