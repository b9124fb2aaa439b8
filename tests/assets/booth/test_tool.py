"""Browser, server and an independent program in one election, ballot by ballot (PROTOCOL 23.4)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.assets.booth.node import run
from tests.voting.ballot.elections import ANYONE, CHAIR, report
from tests.voting.ballot.in_turns import InTurns
from tests.voting.ballot.tool import Tool
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048, Group
from voting.ballot.objects import Question

VOTE = """
import { readElection } from "./ballot/election.js";
import { makeBallot } from "./making/ballots.js";
import { derive } from "./making/credentials.js";
const election = await readElection(told.election);
const own = await derive(election.group, election.uuid, told.credential);
answer((await makeBallot(election, own, told.choices)).ballot);
"""


@pytest.mark.parametrize(
    ("group", "question", "choices", "result"),
    [
        (BELENIOS_2048, CHAIR, [[0, 1, 0], [0, 1, 0], [1, 0, 0]], "[[1,2,0]]"),
        (RFC_3526_2048, ANYONE, [[1, 7], [1, 7], [1, 7]], "[[[1,7],[1,7],[1,7]]]"),
    ],
)
def test_three_programs_vote_and_all_agree(
    tmp_path: Path, group: Group, question: Question, choices: list[list[int]], result: str
) -> None:
    both = InTurns(Tool(tmp_path), group, question, 3)
    both.vote_by_tool(0, choices[0])
    both.vote_by_us(1, choices[1])
    both.cast(by_browser(both, 2, choices[2]))
    both.close()
    if both.election.mixed:
        both.mix()
    both.decrypt()
    assert both.count(3) == f'{{"result":{result}}}'
    assert both.theirs.read_bytes() == both.board
    assert report(both.board).accepted


def by_browser(both: InTurns, place: int, choice: Sequence[int]) -> str:
    told = {"election": both.election.text, "credential": both.credentials[place]}
    ballot: str = run(VOTE, {**told, "choices": [choice]})
    return ballot
