"""A whole secret ballot in a hybrid meeting of 61: the key, the votes, the count and the proof.

Three tellers and two voters have browsers; one voter loses the line in the act.  All others'
devices run the same program in Node.  One teller is gone when the box is opened.  Afterwards
anybody's browser checks the file, and so does belenios-tool.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core import clock
from meetings.models import Handling, Meeting
from tests.browser import Enter
from tests.e2e.people import Chair, all_do, presses, sees
from tests.e2e.voters import Voters
from tests.served import Town
from tests.voting.ballot.tool import Tool
from tests.voting.bots import ADOPTED
from tests.worlds import ANNA, BEA, BO, OPEN, member_in

MEETING = f"/meetings/{OPEN}"
CHOICE = 2  # the item on electing somebody
ELECTION = f"{MEETING}/elections/1"
SEATS = 61
IN_THE_HALL, AT_HOME = member_in(5), member_in(6)
TELLERS = (BEA, BO, member_in(4))
SLOWLY = 90_000  # milliseconds: the machine has other things to do
EVA, OLA, BLANK = [0, 1, 0, 0], [0, 0, 1, 0], [1, 0, 0, 0]  # blank first, then by the alphabet

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Sixty-one members; the council has adopted digital ballots, and an election is at hand."""
    town = Town(tmp_path, SEATS)
    with town.database.writing() as session, session.begin():
        meeting = session.get_one(Meeting, OPEN)
        adopted = ADOPTED | {"remote_in_secret_ballot": "digital_secret"}
        meeting.procedure = dict(meeting.procedure) | adopted
        session.query(Handling).update({"closed_at": clock.now()})
        handling = Handling(meeting_id=OPEN, item_id=CHOICE, paragraph=CHOICE, step="debate")
        handling.opened_at = clock.now()
        session.add(handling)
    with town.served_at_once():
        yield town
    town.close()


@pytest.mark.timeout(300)
def test_a_secret_ballot_from_key_to_proof(town: Town, enter: Enter, tmp_path: Path) -> None:
    tool = Tool(tmp_path)
    tellers = make_the_key(town, enter)
    plan(enter(ANNA, f"{MEETING}/items/{CHOICE}/elections", width=820, height=1180))
    chair = Chair(enter(ANNA, f"{MEETING}/chair", width=1366, height=900))
    wall = enter(ANNA, f"{MEETING}/hall", width=1920, height=1080)
    others = [member_in(seat) for seat in range(1, SEATS + 1) if seat not in (5, 6)]
    with voters(town, others) as rest:
        booths = connect(chair, enter, rest)
        vote(chair, wall, booths, rest)
        close(chair, wall, booths, rest)
    count(chair, tellers)
    archive = check(enter(BO, f"{ELECTION}/verification", width=820), tmp_path)
    assert tool.accepts(archive)
    in_the_minutes(chair, enter(member_in(7), f"{MEETING}/live", width=820))


@contextmanager
def voters(town: Town, people: list[int]) -> Iterator[Voters]:
    made = Voters(town, ELECTION, people)
    yield made
    made.bot.close()


def make_the_key(town: Town, enter: Enter) -> list[Page]:
    chosen = {"people": ",".join(map(str, TELLERS))}
    assert town.person(ANNA).act("POST", f"{MEETING}/tellers", "chosen", **chosen)[0] == 200
    all_do(town, [ANNA], "POST", f"{MEETING}/ceremonies")
    devices = [enter(person, f"{MEETING}/teller") for person in TELLERS]
    for page in devices:
        page.locator("#begin").click(timeout=SLOWLY)
    for page in devices:
        page.locator("#agree").click(timeout=SLOWLY)
    for page in devices:
        step(page, "ready")
    return devices


def plan(page: Page) -> None:
    page.locator("input[name=method][value=digital_secret]").check()
    presses(page, "Planera valet")
    page.locator("textarea[name=names]").fill("Örjan Öst\nOla Ort\nEva Ek")
    presses(page, "Nominera")
    sees(page, "Örjan Öst")


def connect(chair: Chair, enter: Enter, rest: Voters) -> list[Page]:
    chair.press("Låt enheterna ansluta")
    door = enter(IN_THE_HALL, f"{MEETING}/member")
    door.get_by_role("link", name="Till valbåset").click()
    booths = [door, enter(AT_HOME, f"{ELECTION}/booth", width=820, height=1180)]
    rest.register()
    for booth in booths:
        step(booth, "connected")
    chair.press(f"Frys röstlängden: {SEATS} anslutna")
    for booth in booths:
        step(booth, "listed")
    return booths


def vote(chair: Chair, wall: Page, booths: list[Page], rest: Voters) -> None:
    """One in the hall, and one at home whose line is lost as she presses."""
    chair.press("Öppna urnan")
    hall, home = booths
    choose(hall, "Eva Ek")
    hall.locator("#cast").click()
    step(hall, "cast")
    home.locator("#alone").check()
    choose(home, "Blank röst")
    home.context.set_offline(True)
    home.locator("#cast").click()
    step(home, "sending")
    rest.vote([EVA, OLA, EVA, BLANK])
    home.context.set_offline(False)
    step(home, "cast")
    home.reload()
    step(home, "cast")
    chair.reads(f"{SEATS} av {SEATS} har röstat.")
    sees(wall, f"{SEATS} av {SEATS}", "body")


def close(chair: Chair, wall: Page, booths: list[Page], rest: Voters) -> None:
    chair.press("Stäng urnan")
    for booth in booths:
        step(booth, "found")
    trackers = json.loads(rest.published("trackers.json"))
    assert len(trackers) == SEATS
    sees(wall, trackers[0][:6], "body")
    rest.find(trackers)
    chair.reads(f"{SEATS} har hittat sin valsedel.")


def count(chair: Chair, tellers: list[Page]) -> None:
    tellers.pop().context.close()
    chair.press("Låt rösträknarna räkna")
    for page in tellers:
        expect(page.locator("#release")).to_have_attribute("aria-disabled", "false", timeout=SLOWLY)
        page.locator("#release").click()
    chair.reads("Eva Ek: 31")
    chair.reads("blanka: 15")
    chair.press("Klubba valet")
    chair.reads("Eva Ek väljs")


def check(page: Page, folder: Path) -> bytes:
    """The file that anybody may fetch, dropped on the page that anybody may open."""
    archive = page.request.get(f"{page.url.rpartition('/')[0]}/board.bel").body()
    (folder / "board").mkdir()
    kept = folder / "board" / "election.bel"
    kept.write_bytes(archive)
    page.locator("#board").set_input_files(kept)
    expect(page.locator("#accepted")).to_be_visible(timeout=SLOWLY)
    kept.unlink()
    return archive


def in_the_minutes(chair: Chair, public: Page) -> None:
    sees(public, "Eva Ek väljs", "body")


def choose(booth: Page, name: str) -> None:
    booth.locator(f'label:has-text("{name}")').click(timeout=SLOWLY)
    booth.locator("#review").click()
    step(booth, "review")
    expect(booth.locator("#chosen")).to_have_text(name)


def step(page: Page, name: str) -> None:
    expect(page.locator(f'[data-step="{name}"]')).to_be_visible(timeout=SLOWLY)
