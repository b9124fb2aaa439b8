"""The agenda editor as the council office sees it, without script."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from flask import Flask

from agenda.models import Item
from core import clock
from meetings.models import Notice
from tests.agenda.agendas import convene, titles, unannounced
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, Clients

EDITOR = f"/meetings/{PLANNED}/agenda"
SIMHALL = 9


def page(clients: Clients, url: str = EDITOR, by: int = KLARA) -> str:
    answer = clients.sign_in(by).get(url)
    assert answer.status_code == 200, answer.text
    return re.sub(r"\s+", " ", answer.text)


def banner(clients: Clients, day: str) -> tuple[str, str]:
    """Kind and words of the deadline line, as it reads that day."""
    noon = datetime.fromisoformat(f"{day}T11:00:00").replace(tzinfo=UTC)
    with clock.set_to(lambda: noon):
        html = clients.sign_in(KLARA).get(EDITOR).text
    found = re.search(r'banner--(\w+)"><svg.*?</svg><p>(.*?)</p>', html, re.DOTALL)
    assert found is not None
    return found[1], found[2]


@pytest.mark.parametrize(
    ("day", "kind", "words"),
    [
        ("2026-11-23", "info", "Kungör senast måndag 7 december. Det är 14 dagar kvar."),
        ("2026-12-04", "warn", "Kungör senast måndag 7 december. Det är 3 dagar kvar."),
        ("2026-12-06", "warn", "Kungör senast måndag 7 december. Det är 1 dag kvar."),
        ("2026-12-07", "warn", "Kungör i dag. Det är sista dagen."),
        (
            "2026-12-08",
            "error",
            "Sista dagen för kungörelsen var 7 december. Bara brådskande ärenden kan tas upp, "
            "om de kungörs senast 11 december.",
        ),
        (
            "2026-12-12",
            "error",
            "Kungörelsen hinner inte anslås i tid. Sammanträdet måste flyttas.",
        ),
    ],
)
def test_the_deadline_stands_on_top(
    app: Flask, clients: Clients, day: str, kind: str, words: str
) -> None:
    """The meeting is on Monday 14 December 2026."""
    unannounced(app)
    assert banner(clients, day) == (kind, words)


@pytest.mark.parametrize(
    ("posted", "kind", "words"),
    [
        ("2026-12-02", "ok", "Kungjord 2 december."),
        (
            "2026-12-10",
            "warn",
            "Kungjord 10 december, efter sista dagen 7 december. "
            "Bara brådskande ärenden kan avgöras.",
        ),
        ("2026-12-13", "error", "Kungjord 13 december, för sent. Sammanträdet måste flyttas."),
    ],
)
def test_a_posted_notice_was_in_time_or_not(
    app: Flask, clients: Clients, posted: str, kind: str, words: str
) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Notice, PLANNED).posted_on = posted
    assert banner(clients, "2026-12-13") == (kind, words)


def test_every_item_stands_there_in_order_with_its_kind(clients: Clients) -> None:
    html = page(clients)
    assert re.findall(r'class="agenda-row".*?data-title="([^"]*)" data-place="(\d)"', html) == [
        ("Upprop", "1"),
        ("Val av justerare", "2"),
        ("Ny simhall i Östra parken", "3"),
        ("Motion om fria bussar", "4"),
        ("Interpellation om skolmaten", "5"),
        ("Anmälningsärenden", "6"),
    ]
    assert html.count(">Saknas<") == 3  # decision, motion, interpellation
    assert html.count(">Beredning saknas<") == 0  # decision and motion have theirs
    assert 'id="up-7" type="button" aria-disabled="true"' not in html
    assert re.findall(r'data-why="(Ärendet står redan \w+\.)"', html) == [
        "Ärendet står redan först.",
        "Ärendet står redan sist.",
    ]


def test_the_estimates_give_clock_times(clients: Clients) -> None:
    assert "agenda-clock" not in page(clients)
    for item, minutes in ((7, 5), (8, 10), (9, 45)):
        clients.act(KLARA, "PUT", f"{EDITOR}/{item}", minutes_planned=minutes)
    html = page(clients)
    times = re.findall(r'class="agenda-clock"[^>]*>([\d.]+)<', html)
    assert times == ["18.00", "18.05", "18.15", "19.00", "19.00", "19.00"]
    assert "Beräknat slut klockan 19.00." in html


def test_a_form_without_script_does_what_its_button_says(app: Flask, clients: Clients) -> None:
    text = unescape(clients.sign_in(KLARA).get(EDITOR).text)
    form = re.search(r'<form[^>]*action="[^"]*/9/place".*?</form>', text, re.DOTALL)
    assert form is not None
    fields: dict[str, Any] = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
    browser = {"Accept": "text/html"}
    url = f"{EDITOR}/{SIMHALL}/place"
    answer = clients.sign_in(KLARA).post(url, data=fields, headers=browser)
    assert (answer.status_code, answer.location) == (303, f"{EDITOR}?moved=9&way=up")
    assert titles(app)[1] == "Ny simhall i Östra parken"
    after = page(clients, answer.location)
    assert "”Ny simhall i Östra parken” står nu på plats 2 av 6." in after
    assert re.search(r'id="up-9" autofocus', after)


def test_a_removed_item_can_be_put_back_from_the_page(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "DELETE", f"{EDITOR}/{SIMHALL}")
    html = page(clients, f"{EDITOR}?removed={SIMHALL}")
    assert "”Ny simhall i Östra parken” är borttaget." in html
    assert html.count(f'action="{EDITOR}/{SIMHALL}/restoration"') == 2  # told, and in the list
    clients.act(KLARA, "POST", f"{EDITOR}/{SIMHALL}/restoration")
    assert "är borttaget" not in page(clients, f"{EDITOR}?removed={SIMHALL}")


def test_the_page_tells_when_it_was_saved(app: Flask, clients: Clients) -> None:
    then = datetime(2026, 11, 23, 13, 2, tzinfo=UTC)
    with clock.set_to(lambda: then):
        clients.act(KLARA, "POST", EDITOR, title="Taxa")
    with clock.set_to(lambda: then + timedelta(hours=1)):
        assert ">Sparad 14.02<" in clients.sign_in(KLARA).get(EDITOR).text
    with clock.set_to(lambda: then + timedelta(days=1)):
        assert ">Sparad 23 november<" in clients.sign_in(KLARA).get(EDITOR).text


def test_what_came_after_the_notice_is_marked(app: Flask, clients: Clients) -> None:
    convene(app)
    made = clients.act(KLARA, "POST", EDITOR, title="Översvämningen").json["made"]
    assert page(clients).count(">Inte kungjort<") == 1
    words = "Det kan bara avgöras om alla närvarande är överens om det."
    assert words in page(clients, f"{EDITOR}/{made}")
    assert words not in page(clients, f"{EDITOR}/{SIMHALL}")


def test_an_open_item_keeps_what_the_meeting_has_gone_by(clients: Clients) -> None:
    html = page(clients, f"/meetings/{OPEN}/agenda/3")
    assert "Ärendet är öppet i mötet." in html
    assert 'name="closed_doors"' not in html
    assert 'id="remove"' not in html


def test_titles_are_written_as_text_and_never_as_markup(app: Flask, clients: Clients) -> None:
    wicked = '"><script>alert(1)</script>{{ 7*7 }}'
    clients.act(KLARA, "PUT", f"{EDITOR}/{SIMHALL}", title=wicked, proposer=wicked, draft=wicked)
    for url in (EDITOR, f"{EDITOR}/{SIMHALL}", f"/meetings/{PLANNED}/summons"):
        html = page(clients, url)
        assert "<script>alert" not in html
        assert "{{ 7*7 }}" in html


def test_only_the_office_of_this_council_comes_in(
    app: Flask, clients: Clients, clerk_of_grannby: int
) -> None:
    urls = [EDITOR, f"{EDITOR}/{SIMHALL}", f"{EDITOR}/rows"]
    for url in urls:
        assert app.test_client().get(url).status_code == 401
        for person in (BO, ANNA, PIA, clerk_of_grannby):
            assert clients.sign_in(person).get(url).status_code == 403, (url, person)
    assert clerk_of_grannby == DAN


@pytest.mark.parametrize("path", ["/3", "/999", "/9x", "/rows/9"])
def test_forged_addresses_are_not_found(clients: Clients, path: str) -> None:
    assert clients.sign_in(KLARA).get(EDITOR + path).status_code == 404
    assert clients.sign_in(KLARA).get("/meetings/99/agenda").status_code == 404


def test_pasted_rows_are_looked_at_before_they_are_added(app: Flask, clients: Clients) -> None:
    before = titles(app)
    rows = "Nr\tÄrende\tTyp\tMinuter\n1\tBudget\tbeslut\t60\n\tPaus\tformalia\t15"
    seen = clients.act(KLARA, "POST", f"{EDITOR}/rows/preview", rows=rows)
    assert seen.status_code == 200
    assert "2 ärenden kan läggas till, sist på föredragningslistan." in seen.text
    assert titles(app) == before
    assert clients.act(KLARA, "POST", f"{EDITOR}/rows", rows=rows).status_code == 200
    assert titles(app) == [*before, "Budget", "Paus"]


def test_nothing_is_added_while_a_row_is_wrong(app: Flask, clients: Clients) -> None:
    before = titles(app)
    rows = "Budget\tbeslut\nVal\tvall"
    seen = clients.act(KLARA, "POST", f"{EDITOR}/rows/preview", rows=rows)
    assert "1 fel. Rätta det nedan och granska igen. Inget är tillagt." in seen.text
    assert "Typen ”vall” finns inte. Menade du ”val”?" in seen.text
    assert 'id="add-rows"' not in seen.text
    answer = clients.act(KLARA, "POST", f"{EDITOR}/rows", rows=rows)
    assert answer.status_code == 400
    assert answer.json["error"] == "Rätta raderna först. Inget är tillagt."
    assert titles(app) == before


def test_a_long_agenda_can_be_pasted_at_once(app: Flask, clients: Clients) -> None:
    rows = "\n".join(f"Ärende nummer {number} om något viktigt\tbeslut" for number in range(300))
    assert clients.act(KLARA, "POST", f"{EDITOR}/rows", rows=rows).status_code == 200
    assert len(titles(app)) == 306
    with app.extensions["database"].reading() as session:
        assert session.query(Item).filter_by(meeting_id=PLANNED, number=306).count() == 1
