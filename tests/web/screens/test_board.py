"""The notice board as everybody sees it, and the office's warnings (KL 8:9–12, 13:5)."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import delete

from core.live.drawing import Kept
from meetings.models import Notice
from meetings.queries.board import standing
from tests.meetings.halls import Hall, Wall, clock
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PLANNED, Clients

BOARD = "/councils/1/board"


@pytest.fixture
def hall(app: Flask, clients: Clients) -> Iterator[Hall]:
    """Nothing is up yet, on the first of December."""
    here = Hall(app, clients, PLANNED)
    with here.database.writing() as session, session.begin():
        session.execute(delete(Notice))
    with clock.set_to(Wall("2026-12-01T09:00:00+00:00")):
        yield here


def read(hall: Hall, path: str = BOARD, by: int | None = None) -> str:
    client = hall.app.test_client() if by is None else hall.clients.sign_in(by)
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.text)


def approve(hall: Hall) -> int:
    notice = Notice(council_id=1, meeting_id=OPEN, kind="approval", date="2026-11-16", items=[])
    notice.title, notice.text = "Justerat protokoll", "Protokollet har justerats."
    notice.posted_on, notice.posted_by = "2026-12-01", KLARA
    notice.approved_on, notice.posted_at = "2026-11-30", clock.now()
    with hall.database.writing() as session, session.begin():
        session.add(notice)
        session.flush()
        return notice.id


def test_an_empty_board_says_so(hall: Hall) -> None:
    page = read(hall)
    assert "Inget sammanträde är kungjort." in page
    assert "Inget protokoll är anslaget." in page


def test_everybody_reads_what_is_up_without_signing_in(hall: Hall) -> None:
    made = hall.post(KLARA, "/notices")
    with hall.database.reading() as session:
        assert [one.id for one in standing(session, 1)] == [made]
    for somebody in (None, BO, DAN):
        assert f'id="notice-{made}"' in read(hall, by=somebody)
    own = read(hall, f"{BOARD}/{made}")
    assert "Kungörelse: Kommunfullmäktige 14 december 2026" in own
    assert "Ny simhall i Östra parken" in own


def test_what_has_been_taken_down_is_gone_and_its_address_says_when(hall: Hall) -> None:
    made = hall.post(KLARA, "/notices")
    hall.delete(KLARA, f"/notices/{made}", confirmed="1")
    assert f'id="notice-{made}"' not in read(hall)
    own = read(hall, f"{BOARD}/{made}")
    assert "Anslaget togs ned 1 december 2026." in own
    assert "simhall" not in own


def test_an_approval_says_until_when_it_can_be_appealed(hall: Hall) -> None:
    approve(hall)
    page = read(hall)
    assert "22 december 2026" in page  # three weeks
    assert "23 december 2026" in page  # may be taken down


def test_it_is_taken_down_knowingly_while_the_time_runs(hall: Hall) -> None:
    made, office = approve(hall), Hall(hall.app, hall.clients, OPEN)
    status, words = office.said(KLARA, "DELETE", f"/notices/{made}")
    assert (status, words) == (
        409,
        "Överklagandetiden går till och med 22 december 2026. Tas anslaget ned nu löper den aldrig "
        "ut. Ta ned det ändå?",
    )


def test_only_the_office_reads_the_record(hall: Hall) -> None:
    hall.post(KLARA, "/notices")
    assert "Uppe utan avbrott" in read(hall, f"{BOARD}/record", KLARA)
    for somebody in (BO, DAN):
        assert hall.clients.sign_in(somebody).get(f"{BOARD}/record").status_code in (403, 404)


def test_the_first_page_of_the_office_warns_of_a_gap(hall: Hall) -> None:
    approve(hall)
    told = "Anslaget Justerat protokoll har inte varit uppe hela tiden."
    assert told not in read(hall, "/", KLARA)
    with clock.set_to(Wall("2026-12-01T14:00:00+00:00")):  # nobody has looked for five hours
        assert told in read(hall, "/", KLARA)


def test_so_do_the_pages_of_the_chair_and_the_clerk_in_the_meeting(hall: Hall) -> None:
    approve(hall)
    told = "Anslaget Justerat protokoll har inte varit uppe hela tiden."
    pages = {ANNA: f"/meetings/{OPEN}/chair", KLARA: f"/meetings/{OPEN}/clerk"}
    assert [told in read(hall, page, who) for who, page in pages.items()] == [False, False]
    hall.app.extensions["live"].drawing._kept = Kept()  # drawn anew
    with clock.set_to(Wall("2026-12-01T14:00:00+00:00")):
        chair, clerk = (read(hall, page, who) for who, page in pages.items())
    assert f"{told} Kansliet anslår igen." in chair
    assert f'{told} <a href="/councils/1/board/record#notice-' in clerk


def test_another_council_has_another_board(hall: Hall) -> None:
    made = hall.post(KLARA, "/notices")
    assert f'id="notice-{made}"' not in read(hall, "/councils/2/board")
    assert hall.app.test_client().get(f"/councils/2/board/{made}").status_code == 404
    assert hall.app.test_client().get("/councils/99/board").status_code == 404
