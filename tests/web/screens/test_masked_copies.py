"""A document with personal data: what the public reads of it, and what it never reads (GDPR-1)."""

import io
from typing import Any

import pytest
from flask import Flask

from agenda.actions.covers import mask_document
from agenda.models import Document
from core import clock
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.models import Meeting
from tests.agenda.papers import get, stored
from tests.pdfs import pdf
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

SIMHALL = 3
INSIDE, OUTSIDE = (ANNA, BO, SIV, KLARA), (None, PIA, DAN)
ORIGINAL, COPY = pdf(2, title="Underlag"), pdf(1, title="Maskerad")
NOT_HERE = "Handlingen innehåller personuppgifter"


@pytest.fixture
def paper(app: Flask) -> str:
    """A document on an open item, put there beside the door."""
    document = Document(item_id=SIMHALL, position=1, title="Underlag", size=9, pages=2)
    document.sha256, document.attached_at = stored(app, ORIGINAL), clock.now()
    with app.extensions["database"].writing() as session, session.begin():
        session.add(document)
        session.flush()
        return f"/meetings/{OPEN}/documents/{document.id}"


def withhold(clients: Clients, paper: str, by: int = KLARA) -> Any:
    return clients.act(by, "POST", f"{paper}/cover")


def mask(clients: Clients, paper: str, content: bytes = COPY) -> None:
    """As the door does it once the file has been checked."""
    told = (int(paper.rsplit("/", maxsplit=1)[-1]), stored(clients.app, content), len(content), 1)
    clients.app.extensions["writer"].submit(OPEN, mask_document, *told, by=Actor(KLARA))


def hand_in(clients: Clients, paper: str, content: bytes, by: int = KLARA) -> Any:
    return clients.act(by, "POST", f"{paper}/cover/copy", file=(io.BytesIO(content), "a.pdf"))


def read_by(clients: Clients, paper: str, *people: int | None) -> list[bytes | int]:
    answers = [get(clients, person, f"{paper}/file") for person in people]
    return [one.data if one.status_code == 200 else one.status_code for one in answers]


def test_as_soon_as_it_is_flagged_nobody_outside_reads_it(clients: Clients, paper: str) -> None:
    assert read_by(clients, paper, *OUTSIDE) == [ORIGINAL] * 3
    assert withhold(clients, paper).status_code == 200
    assert read_by(clients, paper, *OUTSIDE) == [403] * 3
    assert read_by(clients, paper, *INSIDE) == [ORIGINAL] * 4
    assert get(clients, None, f"{paper}/preview.png").status_code == 403
    page = get(clients, None, paper)
    assert page.status_code == 200
    assert NOT_HERE in page.text
    assert f"{paper}/file" not in page.text


def test_a_masked_copy_is_what_the_public_reads_and_the_original_stays(
    clients: Clients, paper: str
) -> None:
    withhold(clients, paper)
    assert hand_in(clients, paper, COPY).status_code == 200
    assert read_by(clients, paper, *OUTSIDE) == [COPY] * 3
    assert read_by(clients, paper, *INSIDE) == [ORIGINAL] * 4
    page = get(clients, None, paper).text
    assert "Maskerad kopia: personuppgifter är borttagna." in page
    assert 'data-pages="1"' in page
    assert "Maskerad kopia" not in get(clients, BO, paper).text


def test_a_copy_already_held_of_the_original_is_not_confirmed_to_the_public(
    clients: Clients, paper: str
) -> None:
    tag = get(clients, None, f"{paper}/file").headers["ETag"]
    withhold(clients, paper)
    asked = get(clients, None, f"{paper}/file", **{"If-None-Match": tag})
    assert asked.status_code == 403
    mask(clients, paper)
    asked = get(clients, None, f"{paper}/file", **{"If-None-Match": tag})
    assert (asked.status_code, asked.data) == (200, COPY)


def test_a_better_copy_replaces_the_first(clients: Clients, paper: str) -> None:
    mask(clients, paper)
    better = pdf(1, title="Bättre")
    mask(clients, paper, better)
    assert read_by(clients, paper, None) == [better]
    with pytest.raises(MovedOn):
        mask(clients, paper, better)


def test_the_original_or_a_broken_file_is_no_masked_copy(clients: Clients, paper: str) -> None:
    withhold(clients, paper)
    with pytest.raises(RuleBroken, match="Det är originalet"):
        mask(clients, paper, ORIGINAL)
    assert hand_in(clients, paper, b"hej").json["error"].startswith("Filen är ingen PDF.")
    assert read_by(clients, paper, None) == [403]


def test_it_may_be_shown_again(clients: Clients, paper: str) -> None:
    withhold(clients, paper)
    assert clients.act(KLARA, "DELETE", f"{paper}/cover").status_code == 200
    assert read_by(clients, paper, None) == [ORIGINAL]
    assert clients.act(KLARA, "DELETE", f"{paper}/cover").status_code == 409


@pytest.mark.parametrize("person", [ANNA, BO, PIA, DAN])
def test_only_the_office_decides(clients: Clients, paper: str, person: int) -> None:
    assert withhold(clients, paper, person).status_code == 403
    assert hand_in(clients, paper, COPY, person).status_code == 403
    assert read_by(clients, paper, None) == [ORIGINAL]


def test_also_what_is_found_after_the_meeting_goes(
    app: Flask, clients: Clients, paper: str
) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Meeting, OPEN).closed_at = "2026-12-14T21:00:00.000+00:00"
    assert withhold(clients, paper).status_code == 200
    mask(clients, paper)
    assert read_by(clients, paper, None) == [COPY]


@pytest.mark.parametrize(("has_copy", "read"), [(False, 403), (True, COPY)])
def test_what_is_masked_stays_so_when_the_matter_comes_up_again(
    app: Flask, clients: Clients, paper: str, has_copy: bool, read: bytes | int
) -> None:
    withhold(clients, paper)
    if has_copy:
        mask(clients, paper)
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Meeting, OPEN).closed_at = "2026-12-14T21:00:00.000+00:00"
        session.get_one(Meeting, PLANNED).convened_at = "2026-12-15T08:00:00.000+00:00"
    url = f"/meetings/{PLANNED}/agenda/carried"
    assert clients.act(KLARA, "POST", url, item=SIMHALL).status_code == 200
    carried = f"/meetings/{PLANNED}/documents/2"
    assert read_by(clients, carried, None, BO) == [read, ORIGINAL]


def test_the_office_sees_how_each_document_stands(clients: Clients, paper: str) -> None:
    page = f"/meetings/{OPEN}/minutes/masks"
    assert (
        "Klubba maskerar rubrikerna men läser inte i PDF-filerna." in get(clients, KLARA, page).text
    )
    withhold(clients, paper)
    assert "Byt mot maskerad kopia" in get(clients, KLARA, page).text
    mask(clients, paper)
    assert "maskerad kopia visas" in get(clients, KLARA, page).text
