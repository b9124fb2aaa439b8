import gc
import hashlib
import io
import warnings
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from agenda.models import Document
from core import clock
from tests.agenda.agendas import kinds_of_facts, set_meeting
from tests.pdfs import broken_pdf, locked_pdf, pdf
from tests.worlds import BO, KLARA, OPEN, PLANNED, Clients

SIMHALL = 9
PATH = f"/meetings/{PLANNED}/agenda/{SIMHALL}/documents"
BROKEN = "Filen går inte att läsa som PDF. Öppna den i ett annat program och spara den på nytt."
LOCKED = "Filen är låst med lösenord eller skydd. Spara den utan skydd och lägg till den igen."


def attach(
    clients: Clients, content: bytes, name: str = "Underlag.pdf", *, by: int = KLARA, **form: Any
) -> Any:
    return clients.act(by, "POST", PATH, file=(io.BytesIO(content), name), **form)


def attached(app: Flask) -> list[tuple[str, int, int]]:
    """Title, size and pages of every document that stands on an item."""
    with app.extensions["database"].reading() as session:
        rows = session.scalars(select(Document).where(Document.removed_at.is_(None)))
        return [(row.title, row.size, row.pages) for row in rows]


def stored(app: Flask) -> list[str]:
    folder = app.extensions["files"].folder
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_document_is_stored_under_what_is_in_it(app: Flask, clients: Clients) -> None:
    content = pdf(3)
    assert attach(clients, content, title="Kalkyl för simhallen").status_code == 200
    digest = hashlib.sha256(content).hexdigest()
    assert attached(app) == [("Kalkyl för simhallen", len(content), 3)]
    assert stored(app) == [f"{digest}.pdf", f"{digest}.png"]
    assert app.extensions["files"].path(digest).read_bytes() == content
    assert app.extensions["files"].preview(digest).read_bytes()[:4] == b"\x89PNG"
    assert kinds_of_facts(app) == ["document.attached"]


def test_without_a_title_the_name_of_the_file_stands(app: Flask, clients: Clients) -> None:
    attach(clients, pdf(1), "C:\\Ärenden\\../Tjänsteutlåtande O\u0308.pdf")
    assert [title for title, _, _ in attached(app)] == ["Tjänsteutlåtande Ö"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen är tom."),
        (
            b"<html><script>alert(1)</script></html>",
            "Filen är ingen PDF. Spara den som PDF och försök igen.",
        ),
        (b"%PDF-1.7 och sedan inget mer", BROKEN),
        (broken_pdf(), BROKEN),
        (locked_pdf(), LOCKED),
        (locked_pdf(user=""), LOCKED),
    ],
    ids=["empty", "html", "only a heading", "cut off", "password", "restricted"],
)
def test_what_is_no_readable_pdf_is_refused(
    app: Flask, clients: Clients, content: bytes, words: str
) -> None:
    answer = attach(clients, content)
    assert (answer.status_code, answer.json["error"]) == (400, words)
    assert answer.json["field"] == "file"
    assert (attached(app), stored(app), kinds_of_facts(app)) == ([], [], [])


def test_a_file_must_be_chosen(clients: Clients) -> None:
    for form in ({}, {"file": "text"}, {"file": (io.BytesIO(b""), "")}):
        answer = clients.act(KLARA, "POST", PATH, **form)
        assert (answer.status_code, answer.json["error"]) == (400, "Välj en PDF-fil.")


def test_the_same_document_stands_once_on_an_item(app: Flask, clients: Clients) -> None:
    first = attach(clients, pdf(), key="once")
    assert attach(clients, pdf(), key="once").json == first.json
    assert attach(clients, pdf()).json["error"] == "Samma handling finns redan på ärendet."
    assert len(attached(app)) == 1


def test_a_removed_document_can_be_put_back(app: Flask, clients: Clients) -> None:
    made = attach(clients, pdf()).json["made"]
    assert clients.act(KLARA, "DELETE", f"{PATH}/{made}").status_code == 200
    assert attached(app) == []
    assert clients.act(KLARA, "DELETE", f"{PATH}/{made}/removal").status_code == 200
    assert [title for title, _, _ in attached(app)] == ["Underlag"]
    assert kinds_of_facts(app) == ["document.attached", "document.removed", "document.attached"]


def test_plain_forms_remove_and_put_back(app: Flask, clients: Clients) -> None:
    made = attach(clients, pdf()).json["made"]
    clients.act(KLARA, "POST", f"{PATH}/{made}/removal")
    assert attached(app) == []
    clients.act(KLARA, "POST", f"{PATH}/{made}/restoration")
    assert len(attached(app)) == 1


def test_strangers_are_refused_before_the_file_is_looked_at(
    app: Flask, clients: Clients, clerk_of_grannby: int
) -> None:
    for person in (BO, clerk_of_grannby):
        assert attach(clients, pdf(), by=person).status_code == 403
        assert clients.act(person, "DELETE", f"{PATH}/1").status_code == 403
    assert stored(app) == []


def test_forged_numbers_are_not_found(app: Flask, clients: Clients) -> None:
    made = attach(clients, pdf()).json["made"]
    other_item = f"/meetings/{PLANNED}/agenda/{SIMHALL + 1}/documents"
    other_meeting = f"/meetings/{OPEN}/agenda/{SIMHALL}/documents"
    for url in (f"{PATH}/999", f"{other_item}/{made}", f"{other_meeting}/{made}"):
        assert clients.act(KLARA, "DELETE", url).status_code == 404
    for url in (other_meeting, f"/meetings/{PLANNED}/agenda/999/documents"):
        answer = clients.act(KLARA, "POST", url, file=(io.BytesIO(pdf()), "a.pdf"))
        assert answer.status_code == 404
    assert len(attached(app)) == 1


def test_a_closed_meeting_takes_no_documents(app: Flask, clients: Clients) -> None:
    set_meeting(app, closed_at=clock.now())
    answer = attach(clients, pdf())
    assert answer.status_code == 409
    assert answer.json["error"] == "Sammanträdet är avslutat. Handlingarna ligger fast."
    assert stored(app) == []


class Endless(io.RawIOBase):
    """A body that never ends, and remembers how much of it was read."""

    def __init__(self, begins: bytes = b"") -> None:
        self.begins, self.taken = begins, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def seek(self, _offset: int, _whence: int = 0) -> int:
        return 0

    def readinto(self, buffer: Any) -> int:
        length = len(buffer)
        start = self.begins[self.taken : self.taken + length]
        buffer[:length] = start + b"0" * (length - len(start))
        self.taken += length
        return length


def _post_endless(app: Flask, clients: Clients, **environ: Any) -> tuple[int, int]:
    """Status, and bytes taken from the body."""
    begins = (
        b'--line\r\nContent-Disposition: form-data; name="file"; filename="stor.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n%PDF-1.7\n"
    )
    body = Endless(begins)
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        answer = clients.sign_in(KLARA).post(
            PATH,
            input_stream=body,
            content_type="multipart/form-data; boundary=line",
            headers={"Idempotency-Key": "big", "Accept": "application/json"},
            environ_overrides=environ,
        )
        status = answer.status_code
        answer.close()
        del answer
        gc.collect()  # the half of a file that had arrived
    return status, body.taken


def test_two_gigabytes_are_refused_before_the_first_byte(app: Flask, clients: Clients) -> None:
    assert _post_endless(app, clients, CONTENT_LENGTH="2000000000") == (413, 0)
    assert stored(app) == []


def test_a_body_without_length_is_cut_off_at_the_limit(app: Flask, clients: Clients) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 3_000_000
    status, taken = _post_endless(app, clients, **{"wsgi.input_terminated": True})
    assert status == 413
    assert taken < 4_000_000
    assert stored(app) == []


def test_a_document_over_the_limit_leaves_nothing_behind(app: Flask, clients: Clients) -> None:
    app.extensions["files"].limit = 1_000_000
    answer = attach(clients, b"%PDF-1.7\n" + b"0" * 1_100_000)
    assert (answer.status_code, answer.json["error"]) == (
        400,
        "Filen är för stor. Den får vara högst 1 MB.",
    )
    assert stored(app) == []
