"""The editor, the reader and the notes as hands meet them."""

import io

import pytest
from playwright.sync_api import Page, expect

from agenda.models import Document, PrivateNote
from core import clock
from tests.browser import Enter
from tests.pdfs import pdf
from tests.served import Town
from tests.worlds import ANNA, BO, KLARA, OPEN, PLANNED

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EDITOR = f"/meetings/{PLANNED}/agenda"
SIMHALL = 3


def titles(page: Page) -> list[str]:
    script = "rows => rows.map(row => row.dataset.title)"
    found: list[str] = page.locator(".agenda-row").evaluate_all(script)
    return found


def order_is(page: Page, *first: str) -> None:
    """The server's order, as the page shows it in the end."""
    for place, title in enumerate(first, start=1):
        row = page.locator(f".agenda-row:nth-child({place})")
        expect(row).to_have_attribute("data-title", title)
        expect(row.locator(".agenda-number")).to_have_text(str(place))


def test_items_are_moved_by_key_by_button_and_by_hand(enter: Enter) -> None:
    klara = enter(KLARA, EDITOR, width=820, height=1100)
    klara.focus("#grip-9")
    for _ in range(2):
        klara.keyboard.press("ArrowUp")
    order_is(klara, "Ny simhall i Östra parken", "Upprop", "Val av justerare")
    expect(klara.locator("#grip-9")).to_be_focused()
    expect(klara.locator("#say")).to_have_text("Ny simhall i Östra parken står nu på plats 1 av 6.")

    klara.click("#down-9")
    order_is(klara, "Upprop", "Ny simhall i Östra parken")
    expect(klara.locator("#down-9")).to_be_focused()

    drag(klara, "#grip-12", "#item-7")
    order_is(klara, "Anmälningsärenden", "Upprop", "Ny simhall i Östra parken")
    expect(klara.locator("#saved")).to_contain_text("Sparad ")


def test_what_is_refused_is_not_said_to_be_saved(enter: Enter) -> None:
    klara = enter(KLARA, f"{EDITOR}/{SIMHALL + 6}", width=820, height=1100)
    fake = {"name": "skrivelse.pdf", "mimeType": "application/pdf", "buffer": b"text"}
    klara.set_input_files("#new-document input[type=file]", files=[fake])  # type: ignore[list-item]
    klara.click("#add-document")
    expect(klara.locator("#upload-status")).to_contain_text("Filen är ingen PDF.")
    expect(klara.locator("#saved")).to_have_text("Inte sparad")


def test_the_day_is_moved_until_the_meeting_opens(enter: Enter) -> None:
    klara = enter(KLARA, EDITOR, width=820, height=1100)
    klara.click("#plan summary")
    klara.fill("#plan-date", "2027-01-18")
    klara.fill("#plan-place", "Folkets hus")
    with klara.expect_navigation():
        klara.click("#plan button")
    expect(klara.locator(".header")).to_contain_text("18 januari 2027")
    klara.goto(klara.url.replace(EDITOR, f"/meetings/{OPEN}/agenda"))
    expect(klara.locator("#plan")).to_have_count(0)


def drag(page: Page, grip: str, onto: str) -> None:
    start, target = page.locator(grip).bounding_box(), page.locator(onto).bounding_box()
    assert start is not None
    assert target is not None
    page.mouse.move(start["x"] + 20, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + 4, steps=6)
    page.mouse.up()


def names(page: Page) -> list[str]:
    found: list[str] = page.locator("#documents-list input[name=title]").evaluate_all(
        "fields => fields.map(field => field.value)"
    )
    return found


def test_documents_are_named_and_ordered_where_they_stand(enter: Enter, town: Town) -> None:
    for pages, title in enumerate(("Tjänsteskrivelse", "Kalkyl", "Karta"), start=1):
        put_in(town, pages, item=9, title=title)
    klara = enter(KLARA, f"{EDITOR}/9", width=820, height=1100)
    klara.focus("#grip-3")
    klara.keyboard.press("ArrowUp")
    expect(klara.locator("#document-3")).to_have_attribute("data-place", "2")
    expect(klara.locator("#grip-3")).to_be_focused()
    expect(klara.locator("#say")).to_have_text("Karta står nu på plats 2 av 3.")
    expect(klara.locator("#saved")).to_contain_text("Sparad ")
    klara.click("#down-1")
    expect(klara.locator("#document-1")).to_have_attribute("data-place", "2")
    assert names(klara) == ["Karta", "Tjänsteskrivelse", "Kalkyl"]
    drag(klara, "#grip-2", "#document-3")
    expect(klara.locator("#document-2")).to_have_attribute("data-place", "1")

    klara.fill("#name-2", "Kalkyl i två alternativ")
    klara.keyboard.press("Enter")
    expect(klara.locator("#document-2")).to_have_attribute("data-title", "Kalkyl i två alternativ")
    klara.reload()
    assert names(klara) == ["Kalkyl i två alternativ", "Karta", "Tjänsteskrivelse"]


def test_two_clerks_see_each_others_changes_and_keep_what_they_write(enter: Enter) -> None:
    one = enter(KLARA, EDITOR, width=820, height=1100)
    other = enter(KLARA, EDITOR, width=1366, height=900)
    other.focus("#minutes-8")
    other.keyboard.type("12")
    one.fill("#minutes-7", "30")
    one.keyboard.press("Tab")
    expect(other.locator("#item-8 .agenda-clock")).to_have_text("18.30")
    expect(other.locator("#minutes-8")).to_be_focused()
    expect(other.locator("#minutes-8")).to_have_value("12")
    one.fill("#new-title", "Taxa för sophämtning")
    one.keyboard.press("Enter")
    expect(other.locator(".agenda-row")).to_have_count(7)
    assert titles(other)[-1] == "Taxa för sophämtning"


def test_what_is_refused_is_not_called_saved(enter: Enter) -> None:
    klara = enter(KLARA, EDITOR, width=820, height=1100)
    klara.fill("#minutes-7", "9999")
    klara.keyboard.press("Tab")
    expect(klara.locator("#act-note")).to_contain_text("Ange minuter från 0 till 1440.")
    expect(klara.locator("#saved")).to_have_text("Inte sparad")


def put_in(town: Town, pages: int = 4, item: int = SIMHALL, title: str = "Tjänsteutlåtande") -> int:
    """A document on the open item, or on another; its number of pages is its place."""
    kept = town.app.extensions["files"].keep(io.BytesIO(pdf(pages)))
    with town.database.writing() as session, session.begin():
        document = Document(item_id=item, position=pages, title=title, pages=pages)
        document.sha256, document.size, document.attached_at = kept.sha256, kept.size, clock.now()
        session.add(document)
        session.flush()
        return document.id


def show(chair: Page, document: int, page: int) -> None:
    script = """async ([url, form]) => {
        const token = document.querySelector("meta[name=csrf-token]").content;
        const headers = { Accept: "application/json", "X-CSRFToken": token };
        headers["Idempotency-Key"] = crypto.randomUUID();
        const body = new URLSearchParams(form);
        return (await fetch(url, { method: "PUT", body, headers })).status;
    }"""
    url = f"/meetings/{OPEN}/items/{SIMHALL}/shown"
    form = {"document": str(document), "page": str(page)}
    assert chair.evaluate(script, [url, form]) == 200


def test_a_document_is_read_and_the_place_is_kept(town: Town, enter: Enter) -> None:
    document = put_in(town)
    bo = enter(BO, f"/meetings/{OPEN}/documents/{document}", width=820, height=1000)
    expect(bo.locator(".sheet")).to_have_count(4)
    expect(bo.locator("#sheet-1 canvas")).to_be_visible()
    bo.click("#page-after")
    bo.keyboard.press("PageDown")
    expect(bo.locator("#page")).to_have_value("3")
    assert bo.url.endswith("#sida=3")
    bo.goto(bo.url.partition("#")[0])
    expect(bo.locator("#page")).to_have_value("3")


def test_the_page_follows_the_chair_until_one_turns_away(town: Town, enter: Enter) -> None:
    document = put_in(town)
    anna = enter(ANNA, f"/meetings/{OPEN}/chair", width=1366, height=900)
    show(anna, document, 2)
    bo = enter(BO, f"/meetings/{OPEN}/documents/{document}", width=820, height=1000)
    expect(bo.locator("#follow")).to_have_attribute("aria-pressed", "true")
    expect(bo.locator("#page")).to_have_value("2")
    show(anna, document, 4)
    expect(bo.locator("#page")).to_have_value("4")
    bo.click("#page-before")
    expect(bo.locator("#follow")).to_have_attribute("aria-pressed", "false")
    show(anna, document, 1)
    expect(bo.locator("#document")).to_contain_text("Ordföranden visar sidan 1")
    expect(bo.locator("#page")).to_have_value("3")
    bo.click("#follow")
    expect(bo.locator("#page")).to_have_value("1")


def test_a_note_is_saved_while_it_is_written_and_never_kept_on_the_device(
    town: Town, enter: Enter
) -> None:
    bo = enter(BO, f"/meetings/{OPEN}/prepare/{SIMHALL}")
    bo.fill("#note-text", "Fråga om driften")
    expect(bo.locator("#note-status")).to_contain_text("Sparad ")
    assert "driften" not in bo.evaluate("JSON.stringify(localStorage)")
    bo.fill("#note-text", "Fråga om driften och bussarna")
    bo.goto(f"{town.config.address}/meetings/{OPEN}/prepare")
    for _ in range(50):
        if notes(town) == ["Fråga om driften och bussarna"]:
            break
        bo.wait_for_timeout(100)
    assert notes(town) == ["Fråga om driften och bussarna"]


def notes(town: Town) -> list[str]:
    with town.database.reading() as session:
        return [note.text for note in session.query(PrivateNote)]
