"""The components as a browser draws them."""

import pytest
from playwright.sync_api import Page

from tests.assets.showcase import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules/axe-core/axe.min.js"
SPACING = (  # WCAG 1.4.12
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; }"
    "* { word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"
)
WIDTHS = [320, 390, 820, 1366, 1920]
TARGETS = "main :is(button, a.btn, .vote, summary, .input, .choice)"
TOO_SMALL = """targets => [...document.querySelectorAll(targets)]
  .filter(it => it.checkVisibility())
  .filter(it => it.getBoundingClientRect().height < (it.matches(".vote") ? 76 : 44))
  .map(it => it.outerHTML)"""
PLACES = """() => [...document.querySelectorAll(".votes .vote, #next")].map(it => {
  const box = it.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]; })"""
PRESSED = """([kind, sentence]) => {
  const line = document.getElementById("receipt");
  line.dataset.kind = kind;
  line.querySelector(".status-text").textContent = sentence;
  document.getElementById("vote-abstain").setAttribute("aria-pressed", "true"); }"""
SENTENCES = [
    ("sending", "Skickar AVSTÅR…"),
    ("ok", "AVSTÅR registrerat 19.42.07. Du kan ändra dig."),
    ("warn", "Inget nät. AVSTÅR är sparat här och skickas automatiskt."),
    ("error", "Din röst hann inte fram. Ordföranden ser det."),
]


def look(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 1080 if width > 1000 else 800})
    page.goto(address)
    page.evaluate("document.fonts.ready")


def sideways(page: Page) -> int:
    found = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return int(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(page: Page, showcase: str, width: int) -> None:
    look(page, f"{showcase}/gallery", width)
    assert sideways(page) == 0
    page.add_style_tag(content=SPACING)
    assert sideways(page) == 0


def test_a_reader_may_double_the_text(page: Page, showcase: str) -> None:
    look(page, f"{showcase}/gallery", 820)
    page.add_style_tag(content="html { font-size: 225% !important; }")
    assert sideways(page) == 0


@pytest.mark.parametrize("width", [320, 820])
def test_every_target_is_large_enough_for_a_finger(page: Page, showcase: str, width: int) -> None:
    look(page, f"{showcase}/gallery", width)
    assert page.evaluate(TOO_SMALL, TARGETS) == []


@pytest.mark.parametrize("width", [320, 390, 820])
def test_nothing_moves_under_the_finger_in_a_vote(page: Page, showcase: str, width: int) -> None:
    look(page, f"{showcase}/voting", width)
    before = page.evaluate(PLACES)
    for kind, sentence in SENTENCES:
        page.evaluate(PRESSED, [kind, sentence])
        assert page.evaluate(PLACES) == before


def test_the_receipt_is_inside_a_small_window(page: Page, showcase: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{showcase}/voting")
    page.locator("#vote-abstain").scroll_into_view_if_needed()
    box = page.locator("#receipt").bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640


def test_the_chairs_button_stays_when_the_script_grows(page: Page, showcase: str) -> None:
    look(page, f"{showcase}/chair", 1366)
    before = page.evaluate(PLACES)
    page.evaluate("document.getElementById('script').append('Tack. '.repeat(400))")
    assert page.evaluate(PLACES) == before
    assert before[0][3] >= 92


@pytest.mark.parametrize("path", ["gallery", "voting", "chair"])
@pytest.mark.parametrize("width", [390, 1366])
def test_axe_finds_no_fault(page: Page, showcase: str, path: str, width: int) -> None:
    look(page, f"{showcase}/{path}", width)
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run().then(it => it.violations)")
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
