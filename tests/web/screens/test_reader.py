"""Documents: who may open which, and what the browser is told about them."""

import re
from typing import Any

import pytest
from flask import Flask

from councils.models import Role, RoleHeld
from tests.agenda.agendas import convene, set_meeting
from tests.agenda.papers import attach, get
from tests.pdfs import pdf
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

SIMHALL, LATER = 3, 9
ANYBODY = (None, ANNA, BO, SIV, KLARA, PIA, DAN)


def statuses(clients: Clients, url: str) -> dict[int | None, int]:
    return {person: get(clients, person, url).status_code for person in ANYBODY}


def same(status: int, **others: int) -> dict[int | None, int]:
    """The same for everybody, but for those named."""
    people = {"nobody": None, "klara": KLARA, "pia": PIA, "dan": DAN}
    return dict.fromkeys(ANYBODY, status) | {people[who]: code for who, code in others.items()}


@pytest.fixture
def behind_closed_doors(app: Flask, clients: Clients) -> str:
    document = attach(clients, PLANNED, LATER)
    clients.act(KLARA, "PUT", f"/meetings/{PLANNED}/agenda/{LATER}", closed_doors="1")
    convene(app)
    return f"/meetings/{PLANNED}/documents/{document}"


@pytest.mark.parametrize("part", ["", "/file", "/preview.png"])
def test_a_document_is_everybodys_once_the_meeting_is_convened(
    app: Flask, clients: Clients, part: str
) -> None:
    url = f"/meetings/{PLANNED}/documents/{attach(clients, PLANNED, LATER)}{part}"
    assert statuses(clients, url) == same(404, klara=200)
    convene(app)
    assert statuses(clients, url) == same(200)


@pytest.mark.parametrize("part", ["", "/file", "/preview.png"])
def test_behind_closed_doors_only_those_read_who_may_be_in_the_room(
    clients: Clients, behind_closed_doors: str, part: str
) -> None:
    expected = same(200, nobody=403, pia=403, dan=403)
    assert statuses(clients, behind_closed_doors + part) == expected
    refused = get(clients, None, behind_closed_doors + part)
    assert "Handlingen hör till ett ärende bakom stängda dörrar." in refused.text


def test_a_commissioner_without_a_seat_may_be_in_the_room(
    app: Flask, clients: Clients, behind_closed_doors: str
) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.add(RoleHeld(council_id=1, person_id=PIA, role=Role.COMMISSIONER))
    assert get(clients, PIA, f"{behind_closed_doors}/file").status_code == 200


def test_a_clerk_of_another_council_reads_as_the_public_does(
    clients: Clients, behind_closed_doors: str, clerk_of_grannby: int
) -> None:
    assert get(clients, clerk_of_grannby, behind_closed_doors).status_code == 403


def test_the_file_comes_as_a_pdf_that_can_do_nothing(clients: Clients) -> None:
    content = pdf(2, title="Kalkyl för Ö")
    url = f"/meetings/{OPEN}/documents/{attach(clients, OPEN, SIMHALL, 'Kalkyl för Ö')}/file"
    answer = get(clients, None, url)
    told = answer.headers
    assert answer.data == content
    assert told["Content-Type"] == "application/pdf"
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Content-Security-Policy"].split(";")[:2] == ["sandbox", " default-src 'none'"]
    assert told["Content-Disposition"].startswith("inline; filename=")
    assert "filename*=UTF-8''Kalkyl%20f%C3%B6r%20%C3%96.pdf" in told["Content-Disposition"]
    assert told["Cache-Control"] == "private, no-cache"
    saved = get(clients, None, f"{url}?download").headers["Content-Disposition"]
    assert saved.startswith("attachment; ")


def test_a_part_of_a_file_and_a_copy_already_held(clients: Clients) -> None:
    url = f"/meetings/{OPEN}/documents/{attach(clients, OPEN, SIMHALL)}/file"
    first = get(clients, None, url)
    part = get(clients, None, url, Range="bytes=0-4")
    assert (part.status_code, part.data) == (206, b"%PDF-")
    held = get(clients, None, url, **{"If-None-Match": first.headers["ETag"]})
    assert (held.status_code, held.data) == (304, b"")


def test_a_copy_already_held_is_not_confirmed_to_somebody_without_the_right(
    clients: Clients, behind_closed_doors: str
) -> None:
    tag = get(clients, BO, f"{behind_closed_doors}/file").headers["ETag"]
    asked = get(clients, None, f"{behind_closed_doors}/file", **{"If-None-Match": tag})
    assert asked.status_code == 403


def test_the_first_page_is_a_small_picture(clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL)
    answer = get(clients, None, f"/meetings/{OPEN}/documents/{document}/preview.png")
    assert (answer.headers["Content-Type"], answer.data[:4]) == ("image/png", b"\x89PNG")
    width, height = (int.from_bytes(answer.data[at : at + 4]) for at in (16, 20))
    assert (width, height) == (480, 680)


def test_removed_and_forged_documents_are_not_found(clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL)
    other = attach(clients, PLANNED, LATER)
    path = f"/meetings/{OPEN}/agenda/{SIMHALL}/documents/{document}"
    clients.act(KLARA, "DELETE", path)
    for number in (document, other, 4711):
        for part in ("", "/file", "/preview.png"):
            url = f"/meetings/{OPEN}/documents/{number}{part}"
            assert get(clients, KLARA, url).status_code == 404, url
    clients.act(KLARA, "DELETE", f"{path}/removal")
    assert get(clients, None, f"/meetings/{OPEN}/documents/{document}").status_code == 200


def test_the_documents_of_a_removed_item_are_not_found(clients: Clients) -> None:
    document = attach(clients, OPEN, 5)
    clients.act(KLARA, "DELETE", f"/meetings/{OPEN}/agenda/5")
    assert get(clients, BO, f"/meetings/{OPEN}/documents/{document}").status_code == 404


def test_a_file_that_is_gone_is_said_so(app: Flask, clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL)
    for path in app.extensions["files"].folder.rglob("*.p*"):
        path.unlink()
    url = f"/meetings/{OPEN}/documents/{document}"
    answer = get(clients, None, f"{url}/file")
    assert answer.status_code == 404
    assert "Filen saknas. Kontakta fullmäktiges kansli." in answer.text
    assert get(clients, None, f"{url}/preview.png").status_code == 404


def test_without_script_the_page_links_to_the_file(clients: Clients) -> None:
    first = attach(clients, OPEN, SIMHALL, "Tjänsteutlåtande", 3)
    second = attach(clients, OPEN, SIMHALL, "Kalkyl", 1)
    html = get(clients, None, f"/meetings/{OPEN}/documents/{first}").text
    assert (
        f'<a class="reader-plain" id="plain" href="/meetings/{OPEN}/documents/{first}/file">'
        in html
    )
    assert "Öppna handlingen (3 sidor" in html
    assert f'href="/meetings/{OPEN}/documents/{second}"' in html
    assert "data-open" not in html  # the public tells nobody what it reads


def shown(html: str) -> dict[str, Any]:
    """What the panel says of the chair's page."""
    section = re.search(r'<section id="document"[^>]*>', html)
    assert section is not None
    return dict(re.findall(r'data-(\w+)="(\d+)"', section[0]))


def test_a_member_in_the_meeting_can_follow_the_chairs_page(clients: Clients) -> None:
    document = attach(clients, OPEN, SIMHALL)
    url = f"/meetings/{OPEN}/documents/{document}"
    assert shown(get(clients, BO, url).text) == {}
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/shown", document=document, page=2)
    html = get(clients, BO, url).text
    assert shown(html) == {"shown": str(document), "page": "2"}
    assert f'data-open="/meetings/{OPEN}/open-document"' in html
    clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/{SIMHALL}/shown")
    assert shown(get(clients, BO, url).text) == {}


def test_nobody_follows_when_the_meeting_is_over_or_elsewhere(app: Flask, clients: Clients) -> None:
    url = f"/meetings/{OPEN}/documents/{attach(clients, OPEN, SIMHALL)}"
    assert "data-open" not in get(clients, DAN, url).text
    set_meeting(app, OPEN, closed_at="2026-12-14T22:00:00.000+00:00")
    assert "data-open" not in get(clients, BO, url).text
