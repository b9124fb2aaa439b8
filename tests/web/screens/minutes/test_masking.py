"""What is hidden is hidden everywhere the public reads, and nowhere else."""

import io
from typing import Any

import pytest
from docx import Document as Word
from pypdf import PdfReader

from agenda.models import Document, Item
from core import clock
from tests.meetings.evenings import POOL, Evening
from tests.worlds import BO, KLARA, PLANNED

NUMBER, NAME = "19811218-9876", "Karin Holm"
TOLD = f"att bygga simhallen, efter brev från {NAME} ({NUMBER}), 070-123 45 67."
ANSWERS = {seat: "yes" if seat % 3 else "no" for seat in range(2, 22)}
HERE = f"/meetings/{PLANNED}"
PUBLIC = (
    HERE,
    f"{HERE}/live",
    f"{HERE}/snapshot.json",
    f"{HERE}/panels/public",
    f"{HERE}/summons",
    f"{HERE}/votes/1",
    f"{HERE}/votes/1.json",
    f"{HERE}/votes/1.csv",
    f"{HERE}/documents/1",
    f"{HERE}/hall",
    "/councils/1/archive",
    "/councils/1/archive?q=simhall",
    "/councils/1/matters",
)


@pytest.fixture
def told(evening: Evening) -> Evening:
    """§ 1 names a private person in its title, its decision and a document."""
    with evening.database.writing() as session, session.begin():
        paper = Document(item_id=POOL, position=1, title=f"Brev från {NAME}", sha256="0", size=1)
        paper.pages, paper.attached_at = 1, clock.now()
        session.add(paper)
        session.get_one(Item, POOL).title = f"Simhall enligt {NAME}"
    evening.begin()
    evening.choose()
    evening.decide(POOL, TOLD, ANSWERS)
    evening.end()
    return evening


def hide(evening: Evening, *pieces: str) -> None:
    for text in pieces:
        form = {"text": text, "kind": "other", "hidden": 1, "reason": "Enskild person"}
        evening.post(KLARA, "/minutes/masks", **form)


def fetched(evening: Evening, path: str, person: int | None = None) -> Any:
    app = evening.app
    browser = evening.clients.sign_in(person) if person else app.test_client()
    return browser.get(path, buffered=True)


def publish(evening: Evening) -> int:
    version = evening.approve()
    hide(evening, NUMBER, NAME, "070-123 45 67")
    assert evening.put(KLARA, f"/minutes/versions/{version}/publication") == 200
    return version


def test_nothing_is_published_before_every_proposal_is_looked_at(told: Evening) -> None:
    version = told.approve()
    url = f"/minutes/versions/{version}/publication"
    assert fetched(told, f"{HERE}/minutes/published").status_code == 404
    assert told.said(KLARA, "PUT", url) == (409, "2 ställen är inte granskade än.")
    hide(told, NUMBER)
    told.post(KLARA, "/minutes/masks", text="070-123 45 67", kind="phone", hidden=0)
    assert told.put(KLARA, url) == 200
    page = fetched(told, f"{HERE}/minutes/published").text
    assert (NUMBER in page, "070-123 45 67" in page, "Personuppgifter är maskerade" in page) == (
        False,
        True,
        True,
    )


def test_the_log_tells_who_hid_what_kind_and_why_without_the_text(told: Evening) -> None:
    publish(told)
    done = [entry for entry in told.entries() if entry.kind == "minutes.masked"]
    assert {entry.actor_id for entry in done} == {KLARA}
    assert {entry.payload["reason"] for entry in done} == {"Enskild person"}
    assert NUMBER not in str([entry.payload for entry in done])
    assert told.last()["hidden"] == 3


def test_hidden_in_the_page_the_word_file_the_pdf_and_the_open_data(told: Evening) -> None:
    version = publish(told)
    base = f"{HERE}/minutes/published"
    word = Word(io.BytesIO(fetched(told, f"{base}/{version}.docx").data))
    pdf = PdfReader(io.BytesIO(fetched(told, f"{base}/{version}.pdf").data))
    texts = [
        fetched(told, base).text,
        fetched(told, f"{base}/{version}.json").text,
        " ".join(paragraph.text for paragraph in word.paragraphs),
        " ".join(page.extract_text() for page in pdf.pages),
    ]
    assert [NAME in text or NUMBER in text for text in texts] == [False] * 4
    assert ["████" in text for text in texts] == [True] * 4
    told_so = "Personuppgifter är maskerade (████) i den här versionen."
    assert [told_so in " ".join(text.split()) for text in (texts[0], *texts[2:])] == [True] * 3
    assert "record.json" not in pdf.attachments  # the log is not for the public
    assert fetched(told, f"{base}/{version}.json").json["is_masked"] is True


def test_hidden_wherever_the_public_reads(told: Evening) -> None:
    before = {path: fetched(told, path) for path in PUBLIC}
    publish(told)
    for path in PUBLIC:
        after = fetched(told, path)
        assert (path, before[path].status_code, after.status_code) == (path, 200, 200)
        assert (path, NAME in after.text) == (path, False)
        assert (path, "████" in after.text) == (path, NAME in before[path].text)


def test_a_page_that_was_kept_before_is_not_said_to_be_the_same(told: Evening) -> None:
    mark = fetched(told, HERE).headers["ETag"]
    publish(told)
    again = told.app.test_client().get(HERE, headers={"If-None-Match": mark})
    assert again.status_code == 200


def test_what_is_hidden_is_not_found_by_searching_for_it(told: Evening) -> None:
    def hits() -> int:
        return fetched(told, "/councils/1/archive?q=Karin").text.count(f"{HERE}#item-{POOL}")

    assert hits() == 1
    publish(told)
    assert hits() == 0


def test_the_office_and_those_who_approve_still_read_the_whole(told: Evening) -> None:
    version = publish(told)
    pages = ["/minutes", f"/minutes/versions/{version}"]
    for person in (KLARA, BO):
        texts = [fetched(told, HERE + page, person).text for page in pages]
        assert [NUMBER in text for text in texts] == [True, True]


def test_other_members_come_to_what_the_public_reads(told: Evening) -> None:
    publish(told)
    answer = fetched(told, f"{HERE}/minutes", 5)
    assert (answer.status_code, answer.location) == (302, f"{HERE}/minutes/published")
    assert fetched(told, f"{HERE}/record.json", 5).status_code == 403


def test_one_more_can_be_hidden_afterwards_and_shown_again(told: Evening) -> None:
    publish(told)
    hide(told, "brev")
    url = f"{HERE}/minutes/published"
    assert "efter ████ från" in fetched(told, url).text
    told.post(KLARA, "/minutes/masks", text="brev", kind="other", hidden=0)
    assert "efter brev från" in fetched(told, url).text


def test_only_the_office_hides(told: Evening) -> None:
    form = {"text": NAME, "kind": "name", "hidden": 1}
    assert told.act(BO, "POST", "/minutes/masks", **form).status_code == 403
