"""What voters and tellers wait for: eight candidates and blank, by the browser's program in Node.

CPU time, but for Chromium, where it is what the page waits.  "First" includes the tables of powers,
which a device builds while it waits for the urn to open.  The peer checks what it makes.
"""

import json
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.ballots import TIME, Town
from benchmarks.rows import Row, row
from tests.assets.booth.node import run
from tests.assets.booth.served import ask, integrity, opened, served
from tests.browser import CHROMIUM, QUIET
from voting.ballot import board
from voting.ballot.register import write_register

ROUNDS = 4
MAKES = "belenios-tool 2.0, generate-ballot"
MADE = """
import { readElection } from "./ballot/election.js";
import { checkContents, readBallot } from "./ballot/ballots.js";
import { derive } from "./making/credentials.js";
import { makeBallot } from "./making/ballots.js";
import { makeShuffle } from "./making/shuffles.js";
import { checkShuffle } from "./ballot/shuffles.js";
import { tally } from "./ballot/tally.js";

const spent = async (work) => {
  const start = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1000, made];
};
const election = await readElection(told.election);
const own = await derive(election.group, election.uuid, told.credential);
const times = {};
[times.first] = await spent(() => makeBallot(election, own, told.choices));
for (let round = 0; round < 20; round++) await makeBallot(election, own, told.choices);
const [made, { ballot }] = await spent(() => makeBallot(election, own, told.choices));
times.made = made;
const read = readBallot(ballot);
[times.checked] = await spent(() => checkContents(election, read));
[times.checked] = await spent(() => checkContents(election, read));
if (election.mixed.length) {
  const before = tally(election, told.ballots.map((one) => readBallot(one)));
  const [mixed, shuffle] = await spent(() => makeShuffle(election, before));
  [times.mixChecked] = await spent(() => checkShuffle(election, before, shuffle));
  times.mixed = mixed;
}
answer(times);
"""


def rows() -> list[Row]:
    town, free = Town("homomorphic", 1), Town("mixnet", 61)
    with folder_of(town) as folder:
        marked = [measured(town) for _ in range(ROUNDS)]
        theirs = [generated(folder) for _ in range(ROUNDS)]
    numbered = [measured(free) for _ in range(ROUNDS)]
    told = [
        row("a ballot made", "ms", of(marked, "made"), theirs, MAKES),
        row("the first ballot made", "ms", of(marked, "first"), theirs, MAKES),
        row("a ballot checked by a teller", "ms", of(marked, "checked"), [], "–"),
        row("a free ballot made", "ms", of(numbered, "made"), [], "–"),
        row("61 free ballots, one shuffle", "ms", of(numbered, "mixed"), [], "–"),
        row("61 free ballots, a shuffle checked", "ms", of(numbered, "mixChecked"), [], "–"),
    ]
    if CHROMIUM:
        told.append(row("the first ballot made, in Chromium", "ms", in_chromium(town), [], "–"))
    return told


def measured(town: Town) -> dict[str, float]:
    told = {
        "election": town.election.text,
        "credential": town.voters[0].text,
        "choices": town.choices,
        "ballots": town.ballots,
    }
    found: dict[str, float] = run(MADE, told)
    return found


def of(rounds: list[dict[str, float]], name: str) -> list[float]:
    return [one[name] for one in rounds][1:]


@contextmanager
def folder_of(town: Town) -> Iterator[Path]:
    """An election that has just been opened, with all that the peer needs to vote in it."""
    register = write_register([one.public for one in town.voters])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        setup = board.set_up(TIME, town.election.text, town.hands.trustees, register)
        (folder / "one.bel").write_bytes(setup)
        (folder / "own").write_text(town.voters[0].text)
        (folder / "vote").write_text(json.dumps(town.choices))
        yield folder


def generated(folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = ["belenios-tool", "election", "generate-ballot", "--dir", str(folder)]
    files = ["--privcred", str(folder / "own"), "--ballot", str(folder / "vote")]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return (resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before) * 1000


def in_chromium(town: Town) -> list[float]:
    """A new page each time, so that nothing is there from before."""
    with sync_playwright() as playwright, served(town.election.uuid) as (address, _taken):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        times = [waited(browser, address, town) for _ in range(ROUNDS)]
        browser.close()
    return times[1:]


def waited(browser: Any, address: str, town: Town) -> float:
    page = browser.new_context().new_page()
    page.goto(address)
    assert opened(page, integrity()) == "open"
    told = {"election": town.election.text, "trustees": town.hands.trustees}
    ask(page, "enter", **told)
    start = perf_counter()
    ask(page, "make", uuid=town.election.uuid, choices=town.choices)
    return (perf_counter() - start) * 1000
