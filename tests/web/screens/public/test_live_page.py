"""The public's page in a real browser, with script and without."""

import re
import time
from contextlib import suppress
from itertools import product

import pytest
from playwright.sync_api import expect

from meetings.models import Meeting
from tests.served import Town
from tests.voting.chambers import QUESTION
from tests.web.screens.street import Act, Look, faults, sideways
from tests.worlds import ANNA, BO, OPEN, member_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LIVE = f"/meetings/{OPEN}/live"
WIDTHS = [320, 390, 820, 1366, 1920]
SMALL = """() => [...document.querySelectorAll("main :is(a, button, summary)")]
  .filter(it => it.checkVisibility() && !it.closest("p"))
  .filter(it => it.getBoundingClientRect().height < 43.5)
  .map(it => it.outerHTML)"""
OVER = """() => [...document.querySelectorAll("#items li")].filter(it => {
  const [title, end] = [it.querySelector("a"), it.querySelector("button")];
  const range = document.createRange(); range.selectNodeContents(title);
  const [a, b] = [range.getBoundingClientRect(), end?.getBoundingClientRect()];
  return b?.width && a.right > b.left && a.bottom > b.top && a.top < b.bottom; })
  .map(it => it.textContent)"""
SPACING = (  # WCAG 1.4.12
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; }"
    "* { word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"
)


@pytest.fixture
def hasty(town: Town) -> None:
    """A council that counts down one second."""
    with town.database.writing() as session, session.begin():
        meeting = session.get_one(Meeting, OPEN)
        meeting.procedure = meeting.procedure | {"division_closing_seconds": 1}


def decide(act: Act) -> None:
    number = act(ANNA, "POST", "/votes", item=3, **QUESTION)["made"]
    for seat in (*range(2, 22), 1):
        act(member_in(seat), "PUT", f"/votes/{number}/ballot", choice="yes")
    act(ANNA, "PUT", f"/votes/{number}/closing", confirmed=1)
    time.sleep(1.2)
    with suppress(AssertionError):  # the countdown may have closed it
        act(ANNA, "PUT", f"/votes/{number}/closure", confirmed=1)
    act(ANNA, "POST", "/items/3/decisions", text="Den byggs.", how="division", vote=number)
    time.sleep(2)  # while the gavel rests
    act(ANNA, "PUT", "/items/3/closing", confirmed=1)


def test_the_page_follows_by_itself(look: Look, act: Act) -> None:
    page = look(LIVE)
    expect(page.locator("#by-itself")).to_have_text("Sidan uppdateras av sig själv.")
    expect(page.locator("#as-of")).to_be_hidden()
    act(ANNA, "POST", "/speeches", person=BO)
    expect(page.locator("#now")).to_contain_text("Bo Bok")
    expect(page.locator('#seats [data-hand="s"]')).to_have_attribute("data-seat", "2")
    expect(page.locator("#say")).to_have_text("Nu talar Bo Bok.")
    number = act(ANNA, "POST", "/votes", item=3, **QUESTION)["made"]
    expect(page.locator("#now")).to_contain_text("0 av 21 har röstat.")
    act(BO, "PUT", f"/votes/{number}/ballot", choice="no")
    expect(page.locator("#now")).to_contain_text("1 av 21 har röstat.")


def test_it_asks_every_other_second_and_is_told_when_nothing_is_new(look: Look) -> None:
    page = look(LIVE)
    answers: list[int] = []
    page.on("response", lambda it: answers.append(it.status) if "snapshot" in it.url else None)
    page.wait_for_timeout(7_000)
    assert 2 <= len(answers) <= 4
    assert set(answers) <= {200, 304}


def test_a_reader_without_script_is_told_what_the_time_was(look: Look, act: Act) -> None:
    act(ANNA, "POST", "/speeches", person=BO)
    page = look(LIVE, java_script_enabled=False)
    expect(page.locator("#now")).to_contain_text("Bo Bok")
    expect(page.locator("#as-of")).to_contain_text(
        re.compile(r"Sidan visar läget klockan \d\d\.\d\d\. Läs in den igen")
    )
    expect(page.locator("#by-itself")).to_be_hidden()
    buttons = page.locator("#items button").all()
    assert [button.is_visible() for button in buttons] == [False] * 5


def test_a_lost_net_is_told_and_the_page_comes_back(look: Look, act: Act) -> None:
    page = look(LIVE)
    sign = page.locator("[data-if-line=again]")
    expect(sign).to_be_hidden()
    page.context.set_offline(True)
    expect(sign).to_be_visible(timeout=12_000)
    expect(sign).to_contain_text("Sidan uppdateras inte just nu.")
    expect(sign.locator("time")).to_have_text(re.compile(r"^\d\d\.\d\d\.\d\d$"))
    act(ANNA, "POST", "/speeches", person=BO)
    page.context.set_offline(False)
    expect(page.locator("#now")).to_contain_text("Bo Bok", timeout=12_000)
    expect(sign).to_be_hidden()


@pytest.mark.usefixtures("hasty")
def test_whoever_asked_is_told_when_the_item_begins(look: Look, act: Act) -> None:
    page = look(LIVE, permissions=["notifications"])
    button = page.get_by_role("button", name="Meddela mig när Motion om fria bussar börjar")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#say")).to_contain_text("Du får besked när ärendet börjar")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    decide(act)
    act(ANNA, "PUT", "/items/4/opening")
    expect(page.locator("#say-now")).to_have_text("Nu börjar Ärende 4. Motion om fria bussar")
    expect(button).to_have_count(0)


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("hasty")
def test_every_public_page_fits_and_is_without_fault(look: Look, act: Act) -> None:
    act(BO, "POST", "/requests", item=3, kind="speech")
    act(ANNA, "PUT", "/requests/1/floor")
    act(ANNA, "PUT", "/speeches/1/end")
    decide(act)
    meeting = f"/meetings/{OPEN}"
    paths = LIVE, meeting, f"{meeting}/votes/1", "/councils/1/archive?q=simhall"
    for here in product(paths, WIDTHS):
        path, width = here
        page = look(path, width=width, height=900, bypass_csp=True, reduced_motion="reduce")
        page.evaluate("document.fonts.ready")
        assert (here, sideways(page)) == (here, 0)
        assert (here, faults(page)) == (here, [])
        assert (here, page.evaluate(SMALL)) == (here, [])
        assert (here, page.evaluate(OVER)) == (here, [])
        page.add_style_tag(content=SPACING)
        assert (here, sideways(page)) == (here, 0)
        page.close()


@pytest.mark.parametrize("how", [{"contrast": "more"}, {"forced_colors": "active"}])
@pytest.mark.usefixtures("hasty")
def test_every_public_page_keeps_its_words_in_other_colours(
    look: Look, act: Act, how: dict[str, str]
) -> None:
    decide(act)
    for path in (LIVE, f"/meetings/{OPEN}", f"/meetings/{OPEN}/votes/1"):
        page = look(path, bypass_csp=True, **how)
        assert (path, faults(page, colours="forced_colors" not in how)) == (path, [])
