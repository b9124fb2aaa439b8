import re
from datetime import UTC, datetime

from flask import Flask

from core import clock
from meetings.models import Meeting
from tests.web.auth.door import a_browser
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, Clients


def test_the_public_sees_what_has_been_announced_and_no_plans(app: Flask) -> None:
    page = a_browser(app).get("/").text
    assert f'href="/meetings/{OPEN}/live"' in page
    assert f"/meetings/{PLANNED}" not in page
    assert "Öppna länken i din inbjudan." in page


def test_each_one_has_one_next_thing_to_do(clients: Clients) -> None:
    expected = {
        ANNA: f"/meetings/{OPEN}/chair",
        BO: f"/meetings/{OPEN}/check",
    }
    for person, address in expected.items():
        page = clients.sign_in(person).get("/").text
        first = page.split("btn--primary")[1].split('href="')[1].split('"')[0]
        assert first == address, person


def test_no_address_on_the_first_page_is_empty(app: Flask, clients: Clients) -> None:
    visitors = [a_browser(app), *(clients.sign_in(person) for person in (ANNA, BO, KLARA, PIA))]
    for visitor in visitors:
        page = visitor.get("/").text.split("<main")[1].split("</main>")[0]
        for address in set(re.findall(r'href="(/(?!static/)[^"]*)"', page)):
            assert visitor.get(address).status_code == 200, address


def test_before_the_day_a_member_reads_and_on_the_day_goes_in(app: Flask, clients: Clients) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Meeting, PLANNED).convened_at = "2026-11-30T08:00:00.000+00:00"
    for person, day, first in ((BO, 1, "prepare"), (4, 14, "check")):
        with clock.set_to(lambda day=day: datetime(2026, 12, day, 12, tzinfo=UTC)):
            page = clients.sign_in(person).get("/").text
        mine = page.split("<article")[2]
        assert mine.split("btn--primary")[1].split('href="')[1].split('"')[0] == (
            f"/meetings/{PLANNED}/{first}"
        )


def test_a_plan_is_the_offices_own(clients: Clients) -> None:
    for person, sees in ((KLARA, True), (ANNA, False), (BO, False), (PIA, False)):
        page = clients.sign_in(person).get("/").text
        assert (f"/meetings/{PLANNED}/" in page) is sees, person


def test_meetings_of_another_council_are_not_mine(clients: Clients) -> None:
    assert f"/meetings/{OPEN}" not in clients.sign_in(DAN).get("/").text


def test_the_office_plans_a_meeting_from_here(app: Flask, clients: Clients) -> None:
    page = clients.sign_in(KLARA).get("/").text
    assert 'action="/meetings"' in page
    form = {"council_id": 1, "title": "Kommunfullmäktige", "date": "2027-01-18"}
    form |= {"starts": "18:00", "place": "Stadshuset", "remote": 1, "first_paragraph": 1}
    assert clients.act(KLARA, "POST", "/meetings", **form).status_code == 200
    assert "18 januari 2027" in clients.sign_in(KLARA).get("/").text


def test_who_is_not_in_is_shown_the_way_in_and_comes_back(app: Flask) -> None:
    answer = a_browser(app).get(f"/meetings/{OPEN}/check")
    assert answer.location == "/sign-ins?next=%2Fmeetings%2F1%2Fcheck"
    page = a_browser(app).get(answer.location).text
    assert 'name="next" value="/meetings/1/check"' in page
