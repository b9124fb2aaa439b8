"""Of an item behind closed doors the public learns what was decided and how it went: no more.

OPEN-1.  Every address that anybody may read is asked, while it lasts, afterwards, and when the
minutes are approved and published.
"""

import io
import json
from collections.abc import Iterator

import pytest
from docx import Document as Word
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from agenda.models import Document, Item
from core import clock
from core.access import access_table
from core.actor import Audience, Onlooker
from meetings.models import Notice
from tests.meetings.evenings import POOL, SEEN, Evening
from tests.meetings.halls import Wall
from tests.worlds import ANNA, BO, KLARA, PLANNED, Clients
from voting.models import Vote

SECRETS = (
    "Hemlig bilaga",
    "hemligt yrkande",
    "Hemlig reservation",
    "Hemlig anteckning av kansliet",
)
DECIDED = "att inte betala något skadestånd"
WORDS = {"audience": ["public", "hall"], "filename": ["x"], "token": ["x"], "language": ["sv"]}


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def evening(app: Flask, clients: Clients, wall: Wall) -> Evening:
    """The item is open behind closed doors: a proposal, a document, a speech."""
    evening = Evening(app, clients, wall)
    evening.begin()
    evening.choose()
    evening.change(Item, POOL, closed_doors=True)
    with evening.database.writing() as session, session.begin():
        paper = Document(item_id=POOL, position=1, title=SECRETS[0], sha256="0", size=1)
        paper.pages, paper.attached_at = 1, clock.now()
        session.add(paper)
    assert evening.put(ANNA, f"/items/{POOL}/opening") == 200
    for person in range(3, 22, 3):  # those at a distance are alone
        assert evening.put(person, f"/items/{POOL}/attestation") == 200
    step = {"step": "debate", "before": "presentation", "confirmed": 1}
    evening.put(ANNA, f"/items/{POOL}/step", **step)
    board = {"kind": "adopt", "text": "Förslaget bifalls", "proposer": "kommunstyrelsen"}
    evening.post(KLARA, f"/items/{POOL}/proposals", **board)
    evening.post(BO, f"/items/{POOL}/proposals", kind="reject", text="avslag")
    taken_back = evening.post(BO, f"/items/{POOL}/proposals", kind="amend", text=SECRETS[1])
    assert evening.delete(BO, f"/proposals/{taken_back}") == 200
    speech = evening.post(ANNA, "/speeches", person=BO)
    assert evening.put(ANNA, f"/speeches/{speech}/end") == 200
    return evening


def decide(evening: Evening) -> int:
    """A division on the one proposal, the gavel, a reservation and a note by the office."""
    step = {"step": "proposals", "before": "debate", "confirmed": 1}
    assert evening.put(ANNA, f"/items/{POOL}/step", **step) == 200
    vote = evening.post(ANNA, "/votes", item=POOL, **SEEN)
    for person in range(21, 1, -1):
        choice = "yes" if person % 3 else "no"
        assert evening.put(person, f"/votes/{vote}/ballot", choice=choice) == 200
    assert evening.put(ANNA, f"/votes/{vote}/closing", confirmed=1) == 200
    evening.wall.later(seconds=6)
    assert evening.put(ANNA, f"/votes/{vote}/closure") == 200
    gavel = {"text": DECIDED, "how": "division", "vote": vote}
    evening.post(ANNA, f"/items/{POOL}/decisions", **gavel)
    said = {"kind": "reservation", "text": SECRETS[2]}
    evening.post(BO, f"/items/{POOL}/statements", **said)
    evening.wall.later(seconds=6)
    assert evening.put(ANNA, f"/items/{POOL}/closing", confirmed=1) == 200
    assert evening.write(SECRETS[3], place=f"item:{POOL}") == 200
    return vote


def test_while_it_lasts(evening: Evening) -> None:
    assert leaks(evening) == {}
    assert drawn(evening) == {}


def test_afterwards_and_when_the_minutes_are_published(evening: Evening) -> None:
    vote = decide(evening)
    assert leaks(evening) == {}
    evening.end()
    version = evening.approve()
    evening.keep()
    assert evening.put(KLARA, f"/minutes/versions/{version}/publication") == 200
    evening.post(KLARA, f"/minutes/versions/{version}/notices", minutes_at="Kansliet")
    assert leaks(evening) == {}
    assert drawn(evening) == {}
    told = everything(evening)
    base = f"/meetings/{PLANNED}"
    for path in (base, f"{base}/minutes/published", f"{base}/minutes/published/{version}.json"):
        assert DECIDED in told[path], path
    assert "13 ja, 7 nej" in told[f"{base}/minutes/published"]  # the result is public
    assert "Yttranden" not in told[f"{base}/minutes/published"]  # who spoke is not
    assert f"{base}/votes/{vote}" not in told
    for ending in (".pdf", ".docx"):
        assert DECIDED in told[f"{base}/minutes/published/{version}{ending}"], ending


def leaks(evening: Evening) -> dict[str, list[str]]:
    told = everything(evening).items()
    return {path: found for path, text in told if (found := secrets_in(text))}


def drawn(evening: Evening) -> dict[str, list[str]]:
    """The pieces of screen that the public and the hall are sent."""
    live = evening.app.extensions["live"]
    told = {
        name: str(live.view(PLANNED, Onlooker(name))) for name in (Audience.PUBLIC, Audience.HALL)
    }
    return {name: found for name, text in told.items() if (found := secrets_in(text))}


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret.casefold() in text.casefold()]


def everything(evening: Evening) -> dict[str, str]:
    """What anybody may fetch, by address."""
    browser, found = evening.app.test_client(), {}
    for path in addresses(evening):
        answer = browser.get(path, buffered=True)
        if answer.status_code == 200:
            found[path] = _text(answer.data, answer.mimetype)
    assert len(found) > 10
    return found


def addresses(evening: Evening) -> list[str]:
    app, table = evening.app, access_table(evening.app)
    known = _numbers(evening) | WORDS
    found = []
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            if table.get(rule.endpoint) == "public" and "GET" in (rule.methods or ()):
                found += _filled(app, rule, known)
    return sorted({*found, f"/councils/1/archive?q={SECRETS[0].split()[0]}"})


def _filled(app: Flask, rule: object, known: dict[str, list[object]]) -> list[str]:
    paths: list[dict[str, object]] = [{}]
    for name in rule.arguments:  # type: ignore[attr-defined]
        paths = [path | {name: value} for path in paths for value in known.get(name, ["x"])]
    adapter = app.url_map.bind("")
    built = []
    for values in paths:
        try:
            built.append(adapter.build(rule.endpoint, values))  # type: ignore[attr-defined]
        except ValueError:
            continue
    return built


def _numbers(evening: Evening) -> dict[str, list[object]]:
    with evening.database.reading() as session:
        every = {
            "document_id": session.scalars(select(Document.id)).all(),
            "vote_id": session.scalars(select(Vote.id)).all(),
            "notice_id": session.scalars(select(Notice.id)).all(),
            "item_id": session.scalars(select(Item.id).where(Item.meeting_id == PLANNED)).all(),
        }
    return {name: list(values) for name, values in every.items()} | {
        "meeting_id": [PLANNED],
        "council_id": [1],
        "version_id": [1],
    }


def _text(data: bytes, mimetype: str | None) -> str:
    if mimetype == "application/pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if mimetype and "wordprocessingml" in mimetype:
        return " ".join(paragraph.text for paragraph in Word(io.BytesIO(data)).paragraphs)
    if mimetype == "application/json":
        return json.dumps(json.loads(data), ensure_ascii=False)
    return data.decode(errors="replace")
