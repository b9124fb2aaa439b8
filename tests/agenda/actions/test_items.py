import pytest
from flask import Flask

from core import clock
from meetings.models import Handling
from tests.agenda.agendas import (
    convene,
    item,
    kinds_of_facts,
    printed,
    set_meeting,
    titles,
    write,
)
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, Clients

AS_IT_WAS = [
    (1, "Upprop"),
    (2, "Val av justerare"),
    (3, "Ny simhall i Östra parken"),
    (4, "Motion om fria bussar"),
    (5, "Interpellation om skolmaten"),
    (6, "Anmälningsärenden"),
]
JUSTERARE, SIMHALL, BUSSAR, LAST = 8, 9, 10, 12


def test_a_new_item_stands_last_with_the_next_number(app: Flask, clients: Clients) -> None:
    answer = write(clients, "POST", title="Taxa för sophämtning", kind="decision")
    assert answer.status_code == 200
    assert printed(app) == [*AS_IT_WAS, (7, "Taxa för sophämtning")]
    assert item(app, answer.json["made"]).kind == "decision"
    assert kinds_of_facts(app) == ["agenda.item_added"]


def test_a_new_item_can_be_put_in_its_place(app: Flask, clients: Clients) -> None:
    write(clients, "POST", title="Parentation", kind="formality", position="1")
    assert printed(app)[:2] == [(1, "Parentation"), (2, "Upprop")]


def test_an_item_without_a_number_does_not_count(app: Flask, clients: Clients) -> None:
    write(clients, "POST", title="Paus", kind="formality", numbered="0", position="3")
    assert printed(app)[1:4] == [
        (2, "Val av justerare"),
        (None, "Paus"),
        (3, "Ny simhall i Östra parken"),
    ]


def test_everything_that_is_written_about_an_item_is_kept(app: Flask, clients: Clients) -> None:
    form = {
        "title": "Ny simhall i  Norra parken",
        "kind": "decision",
        "proposer": "Kommunstyrelsen",
        "proposer_id": str(BO),
        "draft": "Fullmäktige antar förslaget.\r\n\r\nKostnaden tas ur budgeten.",
        "case_number": "KS 2026/12",
        "prepared_by": "Fritidsnämnden",
        "minutes_planned": "40",
        "closed_doors": "1",
    }
    assert write(clients, "PUT", f"/{SIMHALL}", **form).status_code == 200
    now = item(app, SIMHALL)
    assert (now.title, now.proposer, now.proposer_id) == (form["title"], "Kommunstyrelsen", BO)
    assert now.draft == "Fullmäktige antar förslaget.\n\nKostnaden tas ur budgeten."
    assert (now.case_number, now.prepared_by) == ("KS 2026/12", "Fritidsnämnden")
    assert (now.minutes_planned, now.closed_doors) == (40, True)


def test_a_change_touches_only_the_fields_that_were_sent(app: Flask, clients: Clients) -> None:
    write(clients, "PUT", f"/{SIMHALL}", minutes_planned="15", closed_doors="1")
    write(clients, "PUT", f"/{SIMHALL}", proposer="Kommunstyrelsen")
    now = item(app, SIMHALL)
    assert (now.minutes_planned, now.closed_doors, now.proposer) == (15, True, "Kommunstyrelsen")
    assert now.title == "Ny simhall i Östra parken"


def test_writing_what_stands_there_already_is_no_event(app: Flask, clients: Clients) -> None:
    assert write(clients, "PUT", f"/{SIMHALL}", title=AS_IT_WAS[2][1]).status_code == 200
    assert write(clients, "PUT", f"/{SIMHALL}/place", position="3").status_code == 200
    assert kinds_of_facts(app) == []


def test_an_item_is_moved_and_the_numbers_follow(app: Flask, clients: Clients) -> None:
    write(clients, "PUT", f"/{BUSSAR}/place", position="2")
    assert printed(app)[:4] == [
        (1, "Upprop"),
        (2, "Motion om fria bussar"),
        (3, "Val av justerare"),
        (4, "Ny simhall i Östra parken"),
    ]
    assert kinds_of_facts(app) == ["agenda.ordered"]


def test_a_place_beyond_the_end_is_the_last(app: Flask, clients: Clients) -> None:
    write(clients, "PUT", f"/{BUSSAR}/place", position="99")
    assert titles(app)[-1] == "Motion om fria bussar"


def test_a_removed_item_comes_back_where_it_stood(app: Flask, clients: Clients) -> None:
    write(clients, "DELETE", f"/{SIMHALL}")
    assert printed(app) == [
        *AS_IT_WAS[:2],
        (3, "Motion om fria bussar"),
        (4, "Interpellation om skolmaten"),
        (5, "Anmälningsärenden"),
    ]
    write(clients, "DELETE", f"/{SIMHALL}/removal")
    assert printed(app) == AS_IT_WAS
    assert kinds_of_facts(app) == ["agenda.item_removed", "agenda.item_added"]


def test_plain_forms_do_the_same_without_script(app: Flask, clients: Clients) -> None:
    write(clients, "POST", f"/{SIMHALL}", title="Badhuset")
    write(clients, "POST", f"/{SIMHALL}/place", position="1")
    write(clients, "POST", f"/{BUSSAR}/removal")
    write(clients, "POST", f"/{LAST}/removal")
    write(clients, "POST", f"/{LAST}/restoration")
    assert titles(app) == [
        "Badhuset",
        "Upprop",
        "Val av justerare",
        "Interpellation om skolmaten",
        "Anmälningsärenden",
    ]


def test_after_the_notice_nobodys_number_changes(app: Flask, clients: Clients) -> None:
    convene(app)
    write(clients, "PUT", f"/{BUSSAR}/place", position="1")
    write(clients, "DELETE", f"/{LAST}")
    write(clients, "POST", title="Brådskande: översvämningen", kind="decision", position="2")
    assert printed(app) == [
        (4, "Motion om fria bussar"),
        (7, "Brådskande: översvämningen"),
        (1, "Upprop"),
        (2, "Val av justerare"),
        (3, "Ny simhall i Östra parken"),
        (5, "Interpellation om skolmaten"),
    ]


def test_a_removed_item_never_shares_its_number(app: Flask, clients: Clients) -> None:
    write(clients, "DELETE", f"/{SIMHALL}")
    convene(app)
    write(clients, "POST", f"/{SIMHALL}/restoration")
    assert printed(app)[2:4] == [(6, "Ny simhall i Östra parken"), (3, "Motion om fria bussar")]


def test_numbers_that_came_with_an_agenda_stay(app: Flask, clients: Clients) -> None:
    write(clients, "POST", title="Ärende 41", number="41")
    write(clients, "POST", title="Ärende 43", number="43")
    assert printed(app) == [*AS_IT_WAS, (41, "Ärende 41"), (43, "Ärende 43")]
    answer = write(clients, "POST", title="Ärende 41 igen", number="41")
    assert (answer.status_code, answer.json["field"]) == (400, "number")
    assert answer.json["error"] == "Två ärenden kan inte ha samma nummer."


def test_the_same_press_twice_adds_one_item(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{PLANNED}/agenda"
    first = clients.act(KLARA, "POST", url, key="once", title="Taxa")
    again = clients.act(KLARA, "POST", url, key="once", title="Taxa")
    assert first.json == again.json
    assert titles(app).count("Taxa") == 1


@pytest.mark.parametrize("stranger", [BO, ANNA, PIA, DAN])
def test_only_the_councils_own_office_writes(app: Flask, clients: Clients, stranger: int) -> None:
    answers = [
        write(clients, "POST", by=stranger, title="Smyginfört"),
        write(clients, "PUT", f"/{SIMHALL}", by=stranger, title="Ändrat"),
        write(clients, "PUT", f"/{SIMHALL}/place", by=stranger, position="1"),
        write(clients, "DELETE", f"/{SIMHALL}", by=stranger),
        write(clients, "POST", "/rows", by=stranger, rows="Ett ärende"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 5
    assert (printed(app), kinds_of_facts(app)) == (AS_IT_WAS, [])


def test_another_councils_clerk_writes_nothing_here(
    app: Flask, clients: Clients, clerk_of_grannby: int
) -> None:
    answer = write(clients, "POST", by=clerk_of_grannby, title="Grannens ärende")
    assert answer.status_code == 403
    assert answer.json["error"] == "Bara fullmäktiges kansli ändrar föredragningslistan."
    assert printed(app) == AS_IT_WAS


@pytest.mark.parametrize("path", ["/3", "/99999", "/3/place", "/3/removal"])
def test_an_item_of_another_meeting_is_not_found(app: Flask, clients: Clients, path: str) -> None:
    answer = write(clients, "POST", path, title="Förfalskat", position="1")
    assert answer.status_code == 404
    assert answer.json["error"] == "Det finns inget sådant ärende på föredragningslistan."
    assert printed(app) == AS_IT_WAS


def test_a_meeting_that_is_not_there(clients: Clients) -> None:
    answer = clients.act(KLARA, "POST", "/meetings/77/agenda", title="Ingenstans")
    assert (answer.status_code, answer.json["error"]) == (
        404,
        "Det finns inget sådant sammanträde.",
    )


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "   ", "Skriv en rubrik, så som den ska stå i kungörelsen."),
        ("title", "x" * 301, "Skriv högst 300 tecken."),
        ("kind", "party", None),
        ("minutes_planned", "en kvart", "Skriv ett heltal."),
        ("minutes_planned", "1441", "Ange minuter från 0 till 1440."),
        ("minutes_planned", "-5", "Skriv ett heltal."),
        ("proposer_id", str(DAN), "Förslagsställaren finns inte i fullmäktige."),
        ("proposer_id", "99999", "Förslagsställaren finns inte i fullmäktige."),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_field(
    app: Flask, clients: Clients, field: str, value: str, words: str | None
) -> None:
    answer = write(clients, "PUT", f"/{SIMHALL}", **{field: value})
    assert (answer.status_code, answer.json["field"]) == (400, field)
    assert words is None or answer.json["error"] == words
    assert (printed(app), kinds_of_facts(app)) == (AS_IT_WAS, [])


def test_names_and_signs_from_the_whole_world_are_kept(app: Flask, clients: Clients) -> None:
    written = "A\u030ake O\u0308gren, Łódź, 東京, Ørsted & <Söner>\u0000\u200b"
    write(clients, "PUT", f"/{SIMHALL}", title=written)
    assert item(app, SIMHALL).title == "Åke Ögren, Łódź, 東京, Ørsted & <Söner>"


def test_an_opened_item_stands_fast(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{OPEN}/agenda/3"
    for method, path, form in [
        ("PUT", "/place", {"position": "1"}),
        ("DELETE", "", {}),
        ("PUT", "", {"kind": "notice"}),
        ("PUT", "", {"closed_doors": "1"}),
    ]:
        assert clients.act(KLARA, method, url + path, **form).status_code == 409
    assert clients.act(KLARA, "PUT", url, title="Ny simhall i Östra parken?").status_code == 200
    assert kinds_of_facts(app, OPEN) == ["agenda.item_changed"]


def test_a_handled_item_is_changed_in_the_minutes_only(app: Flask, clients: Clients) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        handling = Handling(meeting_id=OPEN, item_id=1, paragraph=1, step="closed")
        handling.opened_at = handling.closed_at = clock.now()
        session.add(handling)
    answer = clients.act(KLARA, "PUT", f"/meetings/{OPEN}/agenda/1", title="Upprop!")
    assert answer.status_code == 409
    assert answer.json["error"] == "Ärendet är redan behandlat. Ändra i protokollet i stället."


def test_a_closed_meetings_agenda_stands_fast(app: Flask, clients: Clients) -> None:
    set_meeting(app, closed_at=clock.now())
    answer = write(clients, "POST", title="För sent")
    assert answer.status_code == 409
    assert answer.json["error"] == "Sammanträdet är avslutat. Föredragningslistan ligger fast."
