"""The wall in a real browser: everything fits, it follows by itself, and owns up when it cannot."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from agenda.models import Item, Proposal
from core import clock, log
from councils.models import Person
from meetings.models import Handling
from tests.served import Town
from tests.voting.chambers import QUESTION
from tests.web.screens.street import Act, Look, faults
from tests.worlds import ANNA, BO, OPEN
from voting.models import Acclamation, Vote

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HALL = f"/meetings/{OPEN}/hall"
ITEM = 3
WALLS = [(1920, 1080), (1366, 768), (1280, 720), (1024, 768), (3840, 2160), (1080, 1920)]
LONG_NAME = "Maria-Magdalena Wallenstierna-Oxenstierna af Björklund"
LONG = "Fullmäktige beslutar att bygga en ny simhall i Östra parken för högst 480 miljoner. " * 15
OUTSIDE = """() => {
  const box = document.querySelector(".hall-two").getBoundingClientRect();
  const seen = [...document.querySelectorAll(".hall-two > :not([hidden]) *")]
    .filter(it => it.checkVisibility() && !it.closest("svg g"));
  const bad = seen.filter(it => { const at = it.getBoundingClientRect();
    return at.top < box.top - 2 || at.bottom > box.bottom + 2 || at.right > innerWidth + 1; });
  return bad.map(it => it.outerHTML.slice(0, 80)); }"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".hall *")]
  .filter(it => it.checkVisibility() && !it.closest("svg")
    && [...it.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .map(it => parseFloat(getComputedStyle(it).fontSize)))
  / Math.min(innerWidth, innerHeight * 16 / 9)"""


def change(town: Town, model: type[Any], key: int, **values: Any) -> None:
    with town.database.writing() as session, session.begin():
        row = session.get_one(model, key)
        for name, value in values.items():
            setattr(row, name, value)
        session.get_one(log.Head, OPEN).seq += 1


def add(town: Town, *rows: Any) -> None:
    with town.database.writing() as session, session.begin():
        session.add_all(rows)
        session.get_one(log.Head, OPEN).seq += 1


def debate(town: Town, act: Act) -> None:
    for person in (BO, 6, 9, 12, 15, 18):
        change(town, Person, person, name=LONG_NAME)
        act(person, "POST", "/requests", item=ITEM, kind="speech")
    act(ANNA, "PUT", "/requests/1/floor")


def acclamation(town: Town, _act: Act) -> None:
    change(town, Handling, 1, step="acclamation")
    for number in range(1, 4):
        made = Proposal(item_id=ITEM, kind="amend", text=LONG, proposer=f"{LONG_NAME} (V)")
        made.id, made.made_at = number, clock.now()
        add(town, made)
    put = Acclamation(meeting_id=OPEN, item_id=ITEM, kind="main", proposals=[1, 2, 3])
    put.opened_at = put.found_at = clock.now()
    put.found_id = 2
    add(town, put)


def vote(town: Town, _act: Act) -> None:
    change(town, Handling, 1, step="division")
    asked = Vote(meeting_id=OPEN, item_id=ITEM, number=1, kind="main", majority="simple")
    asked.question, asked.yes_means, asked.no_means = "Ska den byggas?", LONG, LONG
    asked.opened_at = clock.now()
    add(town, asked)


def result(town: Town, act: Act) -> None:
    vote(town, act)
    answers = [
        {"seat": seat, "person_id": seat, "name": LONG_NAME, "party": "V", "mode": "hall"}
        | {"choice": "absent" if seat < 6 else "yes", "for_name": None}
        for seat in range(1, 22)
    ]
    figures = {"yes": 16, "no": 0, "abstain": 0, "absent": 5, "present": 21}
    told = figures | {"outcome": "yes", "carried_by": "majority", "answers": answers}
    change(town, Vote, 1, closed_at=clock.now(), **told)


@pytest.mark.parametrize("moment", [debate, acclamation, vote, result])
def test_nothing_is_cut_off_and_all_can_be_read_from_the_last_row(
    town: Town, look: Look, act: Act, moment: Callable[[Town, Act], None]
) -> None:
    change(town, Item, ITEM, title=LONG[:200])
    moment(town, act)
    for width, height in WALLS:
        wall = look(HALL, width=width, height=height)
        wall.evaluate("document.fonts.ready")
        expect(wall.locator("#where h1")).to_be_visible()
        assert (width, wall.evaluate(OUTSIDE)) == (width, [])
        assert wall.evaluate(SMALLEST) >= 0.0134


def test_the_wall_follows_the_meeting_by_itself(look: Look, act: Act) -> None:
    wall = look(HALL, width=1920, height=1080)
    wall.wait_for_selector("html[data-wire=ok]")
    act(ANNA, "POST", "/speeches", person=BO)
    expect(wall.locator("#words")).to_contain_text("Bo Bok")
    expect(wall.locator(".hall-clock")).to_have_text(re.compile(r"^(5:00|4:5\d)$"))
    expect(wall.locator('[data-hand="s"]')).to_have_attribute("data-seat", "2")
    number = act(ANNA, "POST", "/votes", item=ITEM, **QUESTION)["made"]
    expect(wall.locator("#picture")).to_contain_text("0 av 21 har röstat")
    act(BO, "PUT", f"/votes/{number}/ballot", choice="no")
    expect(wall.locator("#picture")).to_contain_text("1 av 21 har röstat")
    expect(wall.locator("#picture .seatmap")).to_have_count(0)


def test_a_silent_wire_is_owned_up_to_with_the_time(look: Look) -> None:
    wall = look(HALL, width=1920, height=1080)
    wall.wait_for_selector("html[data-wire=ok]")
    sign = wall.locator(".hall-stale")
    expect(sign).to_be_hidden()
    wall.context.set_offline(True)
    expect(sign).to_have_text(
        re.compile(r"^Bilden uppdateras inte\. Senast klockan \d\d\.\d\d\.\d\d$"), timeout=8_000
    )
    wall.context.set_offline(False)
    expect(sign).to_be_hidden(timeout=8_000)


def test_nothing_scrolls_and_no_pointer_is_shown(look: Look) -> None:
    wall = look(HALL, width=1366, height=768)
    over = wall.evaluate(
        "[document.documentElement.scrollWidth - innerWidth, "
        "document.documentElement.scrollHeight - innerHeight, "
        "getComputedStyle(document.querySelector('.page')).cursor]"
    )
    assert over == [0, 0, "none"]


LOOKS: list[dict[str, Any]] = [{}, {"contrast": "more"}, {"forced_colors": "active"}]


@pytest.mark.parametrize("how", LOOKS)
def test_axe_finds_no_fault_on_the_wall(look: Look, act: Act, how: dict[str, Any]) -> None:
    act(ANNA, "POST", "/speeches", person=BO)
    wall = look(HALL, width=1920, height=1080, bypass_csp=True, **how)
    assert faults(wall, colours="forced_colors" not in how) == []
    act(ANNA, "POST", "/votes", item=ITEM, **QUESTION)
    expect(wall.locator("#picture")).to_contain_text("0 av 21 har röstat")
    assert faults(wall, colours="forced_colors" not in how) == []
