"""The pages of elections on ballots, in each of their states and at every width."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from core import clock
from meetings.models import Handling, Meeting
from tests.browser import Enter
from tests.served import Town
from tests.voting.bots import ADOPTED
from tests.web.screens.looking import faults
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MEETING = f"/meetings/{OPEN}"
CHOICE = 2
TELLERS = (BEA, 4)
HALL = [seat for seat in range(1, 22) if seat % 3]
STEPS = "[...document.querySelectorAll('[data-step]')].map(it => it.dataset.step)"
SHOW = """name => {
  for (const it of document.querySelectorAll("[data-step]")) it.hidden = it.dataset.step !== name;
  const [row, answers, question] = ["answer-row", "answers", "question"]
    .map(id => document.getElementById(id));
  if (!answers.children.length) answers.append(row.content.cloneNode(true));
  answers.querySelector("span").textContent = question.textContent = "Eva Ek";
}"""


class Office:
    """Everybody's presses in an election, without pages."""

    def __init__(self, town: Town) -> None:
        self.town, self.count = town, 0

    def act(self, person: int, verb: str, path: str, /, **form: Any) -> None:
        self.count += 1
        key = f"election-{self.count}"
        status, told = self.town.person(person).act(verb, f"{MEETING}{path}", key, **form)
        assert status == 200, (path, told)

    def plan(self, method: str, names: str = "Eva Ek\nOla Ort") -> None:
        plan = {"part": "one", "title": "Val av ordförande", "places": 1, "method": method}
        self.act(KLARA, "POST", f"/items/{CHOICE}/elections", election="committee", **plan)
        self.act(KLARA, "POST", "/elections/1/nominations", names=names, body="valberedningen")
        self.act(ANNA, "POST", "/tellers", people="2,4", confirmed=1)

    def hold(self, what: str, person: int = ANNA, **form: Any) -> None:
        self.act(person, "PUT", f"/elections/1/{what}", **form)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    town = Town(tmp_path)
    with town.database.writing() as session, session.begin():
        meeting = session.get_one(Meeting, OPEN)
        meeting.procedure = dict(meeting.procedure) | ADOPTED
        session.query(Handling).update({"closed_at": clock.now()})
        handling = Handling(meeting_id=OPEN, item_id=CHOICE, paragraph=CHOICE, step="debate")
        handling.opened_at = clock.now()
        session.add(handling)
    with town.served_at_once(KLUBBA_RATE_LIMITS="no"):
        yield town
    town.close()


@pytest.mark.timeout(300)
def test_no_page_of_an_election_on_paper_has_a_fault(town: Town, enter: Enter) -> None:
    office = Office(town)
    office.plan("paper")
    look(enter, KLARA, f"/items/{CHOICE}/elections", "/elections/1/paper")
    office.hold("urn/shown", BEA)
    office.hold("urn/opening")
    for seat in [*HALL[1:], HALL[0]]:
        office.hold(f"ticks/{seat}", KLARA)
    look(enter, KLARA, "/elections/1/paper")
    office.hold("urn/closing")
    look(enter, BEA, "/elections/1/count")
    for teller in TELLERS:
        office.hold("count/unopened", teller, slips=len(HALL))
    look(enter, BEA, "/elections/1/count")
    for teller in TELLERS:
        office.hold("count/sorted", teller, pile_1=7, pile_2=7)
    look(enter, ANNA, "/elections/1/paper", "/chair")


@pytest.mark.timeout(300)
def test_no_step_of_the_booth_has_a_fault(town: Town, enter: Enter) -> None:
    Office(town).plan("digital_secret")
    page = enter(BO, f"{MEETING}/elections/1/booth", bypass_csp=True)
    for step in page.evaluate(STEPS):
        page.evaluate(SHOW, step)
        assert (step, faults(page)) == (step, [])


def look(enter: Enter, person: int, *paths: str) -> None:
    pages: list[Page] = [enter(person, f"{MEETING}{path}", bypass_csp=True) for path in paths]
    assert {path: faults(page) for path, page in zip(paths, pages, strict=True)} == {
        path: [] for path in paths
    }
    for page in pages:
        page.close()
