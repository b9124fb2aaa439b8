"""PROTOCOL 23.4: what we make the tool accepts, what it makes we accept, and what both make."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.voting.ballot.elections import (
    ANYONE,
    BOARD,
    CHAIR,
    LETTERS,
    TIME,
    Held,
    anyone,
    board,
    chair,
    hold,
    mixed,
    report,
    texts,
)
from tests.voting.ballot.in_turns import InTurns
from tests.voting.ballot.tool import Tool
from voting.ballot import canonical, statements
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048
from voting.ballot.making.answers import make_answer
from voting.ballot.making.ballots import sign
from voting.ballot.making.simulation import count, sealed
from voting.ballot.objects import Free, Homomorphic, Mixnet

MANY = Homomorphic(answers=("A", "B"), blank=True, min=1, max=1, question="Välj en av två")
LISTS = Homomorphic(
    answers=("S: 1. Åsa, 2. Bo", 'M: 1. "Eva"\\Ek'), blank=True, min=1, max=1, question="Lista"
)


@pytest.fixture
def tool(tmp_path: Path) -> Tool:
    return Tool(tmp_path)


def words() -> Held:
    name = list("Åsa Öberg".encode().ljust(64, b"\0"))
    return hold((LETTERS,), [[name], [[0] * 64]])


def several() -> Held:
    return hold((LISTS, BOARD), [[[0, 1, 0], [1, 1, 0]], [[1, 0, 0], [0, 0, 1]]])


def nobody() -> Held:
    return hold((CHAIR, ANYONE), [])


@pytest.mark.parametrize("made", [chair, board, several, anyone, words, mixed, nobody])
def test_the_tool_accepts_what_we_make(tool: Tool, made: Callable[[], Held]) -> None:
    assert tool.accepts(made().archive)
    assert report(made().archive).accepted


def test_the_tool_accepts_an_election_by_a_whole_council(tool: Tool) -> None:
    votes = [[[int(voter % 3 == slot) for slot in range(3)]] for voter in range(61)]
    held = hold((MANY,), votes)
    assert texts(held.archive, "Result") == ['{"result":[[21,20,20]]}']
    assert tool.accepts(held.archive)
    assert report(held.archive).accepted


def test_a_free_ballot_with_more_in_it_than_numbers_says_the_same_to_both(tool: Tool) -> None:
    """Only a program of somebody's own makes one; the last numbers count, and it hides nothing."""
    held = anyone()
    longer = Mixnet("NonHomomorphic", Free(("1", "2", "3", "4"), "?"))
    by = statements.voter(held.election.fingerprint, held.voters[0].public)
    answer = make_answer(held.election.key, by, longer, [9, 9, 1, 7])
    ballot = canonical.dump(sign(held.election, held.voters[0], (answer,)))
    closed = sealed(held.election, held.hands, held.voters, [ballot], TIME)
    archive = count(held.election, held.hands, closed)
    assert texts(archive, "Result") == ['{"result":[[[1,7]]]}']
    assert tool.accepts(archive)
    assert report(archive).accepted


def test_the_tool_refuses_what_is_cut(tool: Tool) -> None:
    assert not tool.accepts(chair().archive[:-1])


def test_an_election_by_marks_in_turns_is_the_same_to_the_byte(tool: Tool) -> None:
    both = InTurns(tool, BELENIOS_2048, CHAIR, 3)
    both.vote_by_tool(0, [0, 1, 0])
    both.vote_by_us(1, [0, 1, 0])
    both.vote_by_tool(2, [1, 0, 0])
    both.close()
    both.decrypt()
    assert both.count(3) == '{"result":[[1,2,0]]}'
    assert both.theirs.read_bytes() == both.board
    assert report(both.board).accepted


def test_an_election_by_free_ballots_in_turns_is_the_same_to_the_byte(tool: Tool) -> None:
    both = InTurns(tool, RFC_3526_2048, ANYONE, 2)
    both.vote_by_tool(0, [1, 7])
    both.vote_by_us(1, [0, 0])
    both.close()
    both.mix()
    both.decrypt()
    assert both.count(2) in ('{"result":[[[1,7],[0,0]]]}', '{"result":[[[0,0],[1,7]]]}')
    assert both.theirs.read_bytes() == both.board
    assert report(both.board).accepted
