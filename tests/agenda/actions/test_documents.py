import gc
import hashlib
import io
import warnings
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from agenda.models import Document
from agenda.queries.listing import documents_of
from core import clock, log
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


def three(clients: Clients) -> list[int]:
    """Ett, Två and Tre, in that order."""
    return [
        attach(clients, pdf(pages), title=title).json["made"]
        for pages, title in enumerate(("Ett", "Två", "Tre"), start=1)
    ]


def order(app: Flask) -> list[str]:
    """What stands on the item, in its order."""
    with app.extensions["database"].reading() as session:
        return [one.title for one in documents_of(session, [SIMHALL])[SIMHALL]]


def last_fact(app: Flask) -> dict[str, Any]:
    with app.extensions["database"].reading() as session:
        return dict(log.read(session, PLANNED)[-1].payload)


def test_a_document_is_moved_to_a_place(app: Flask, clients: Clients) -> None:
    one, two, three_ = three(clients)
    assert clients.act(KLARA, "PUT", f"{PATH}/{three_}/place", position=1).status_code == 200
    assert order(app) == ["Tre", "Ett", "Två"]
    assert last_fact(app) == {"item_id": SIMHALL, "order": [three_, one, two]}
    assert clients.act(KLARA, "POST", f"{PATH}/{three_}/place", position=99).status_code == 200
    assert order(app) == ["Ett", "Två", "Tre"]


def test_a_document_that_stands_there_already_is_no_news(app: Flask, clients: Clients) -> None:
    one, *_ = three(clients)
    before = kinds_of_facts(app)
    for position in (0, 1):
        answer = clients.act(KLARA, "PUT", f"{PATH}/{one}/place", position=position)
        assert answer.status_code == 200
    assert kinds_of_facts(app) == before
    assert clients.act(KLARA, "PUT", f"{PATH}/{one}/place", position="sist").status_code == 400


def test_what_is_put_back_stands_where_it_stood(app: Flask, clients: Clients) -> None:
    one, two, three_ = three(clients)
    clients.act(KLARA, "DELETE", f"{PATH}/{two}")
    clients.act(KLARA, "PUT", f"{PATH}/{three_}/place", position=1)
    clients.act(KLARA, "DELETE", f"{PATH}/{two}/removal")
    assert order(app) == ["Tre", "Två", "Ett"]
    assert last_fact(app)["order"] == [three_, two, one]


def test_a_document_gets_another_name(app: Flask, clients: Clients) -> None:
    one, *_ = three(clients)
    answer = clients.act(KLARA, "PUT", f"{PATH}/{one}", title=" Kalkyl för Ö ")
    assert (answer.status_code, order(app)) == (200, ["Kalkyl för Ö", "Två", "Tre"])
    told = {"document_id": one, "item_id": SIMHALL, "title": "Kalkyl för Ö", "before": "Ett"}
    assert last_fact(app) == told
    clients.act(KLARA, "POST", f"{PATH}/{one}", title="Kalkyl för Ö")
    assert kinds_of_facts(app)[-1:] == ["document.renamed"]
    assert kinds_of_facts(app).count("document.renamed") == 1


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_document_has_a_name_of_a_sensible_length(
    app: Flask, clients: Clients, title: str
) -> None:
    one, *_ = three(clients)
    answer = clients.act(KLARA, "PUT", f"{PATH}/{one}", title=title)
    assert (answer.status_code, answer.json["field"]) == (400, "title")
    assert order(app) == ["Ett", "Två", "Tre"]


def test_names_and_places_are_the_offices_and_lie_fast_when_the_meeting_has_closed(
    app: Flask, clients: Clients, clerk_of_grannby: int
) -> None:
    one, two, _ = three(clients)
    acts = [(f"{PATH}/{one}", {"title": "Nytt"}), (f"{PATH}/{one}/place", {"position": 3})]
    for url, form in acts:
        for person in (BO, clerk_of_grannby):
            assert clients.act(person, "PUT", url, **form).status_code == 403
    clients.act(KLARA, "DELETE", f"{PATH}/{two}")
    for url, form in acts:
        gone = f"{PATH}/{two}" + url.removeprefix(f"{PATH}/{one}")
        assert clients.act(KLARA, "PUT", gone, **form).status_code == 404
    set_meeting(app, closed_at=clock.now())
    for url, form in acts:
        assert clients.act(KLARA, "PUT", url, **form).status_code == 409
    assert order(app) == ["Ett", "Tre"]


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
