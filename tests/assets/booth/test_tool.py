"""Browser, server and an independent program in one election, ballot by ballot (PROTOCOL 23.4)."""

from collections.abc import Sequence
from pathlib import Path

from tests.assets.booth.node import run
from tests.voting.ballot.elections import CHAIR, report
from tests.voting.ballot.in_turns import InTurns
from tests.voting.ballot.tool import Tool
from voting.ballot.group import BELENIOS_2048

VOTE = """
import { readElection } from "./ballot/election.js";
import { makeBallot } from "./making/ballots.js";
import { derive } from "./making/credentials.js";
const election = await readElection(told.election);
const own = await derive(election.group, election.uuid, told.credential);
answer((await makeBallot(election, own, told.choices)).ballot);
"""


def test_three_programs_vote_and_all_agree(tmp_path: Path) -> None:
    both = InTurns(Tool(tmp_path), BELENIOS_2048, CHAIR, 3)
    both.vote_by_tool(0, [0, 1, 0])
    both.vote_by_us(1, [0, 1, 0])
    both.cast(by_browser(both, 2, [1, 0, 0]))
    both.close()
    both.decrypt()
    assert both.count(3) == '{"result":[[1,2,0]]}'
    assert both.theirs.read_bytes() == both.board
    assert report(both.board).accepted


def by_browser(both: InTurns, place: int, choice: Sequence[int]) -> str:
    told = {"election": both.election.text, "credential": both.credentials[place]}
    ballot: str = run(VOTE, {**told, "choices": [choice]})
    return ballot
