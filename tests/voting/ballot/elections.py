"""A few small elections, held once and shared by all tests: keys and proofs are dear."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from voting.ballot.archive import read_archive
from voting.ballot.election import Election
from voting.ballot.group import Group
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import Credential, new_credential
from voting.ballot.making.hands import Hands, Shared, gather, hold_ceremony
from voting.ballot.making.simulation import Plan, announce, count, sealed
from voting.ballot.making.tellers import new_key
from voting.ballot.objects import Free, Homomorphic, Mixnet, Question
from voting.ballot.verify.report import Report
from voting.ballot.verify.walk import verify

TIME = 1_700_000_000
CHAIR = Homomorphic(answers=("Anna Öberg", "Bo"), blank=True, min=1, max=1, question="Välj en")
BOARD = Homomorphic(answers=("A", "B", "C"), min=1, max=2, question="Välj en eller två")
ANYONE = Mixnet("NonHomomorphic", Free(("Hundratal", "Ental"), "Vem som helst"))
LETTERS = Mixnet("NonHomomorphic", Free(tuple(map(str, range(64))), "Fri text"))


class Held(NamedTuple):
    """An election with all that is secret in it."""

    election: Election
    hands: Hands
    voters: Sequence[Credential]
    ballots: Sequence[str]
    archive: bytes


@cache
def shared(group: Group) -> Shared:
    return hold_ceremony(group, 2, 3)


@cache
def hands(group: Group) -> Hands:
    """A server's key, and three tellers of whom two decrypt."""
    return gather(group, shared(group), new_key(group))


def hold(questions: tuple[Question, ...], votes: Sequence[Sequence[Sequence[int]]]) -> Held:
    plan = Plan("Val av ordförande", "Påhittat", questions, len(votes), 2, 3)
    keys = hands(plan.group)
    election = announce(plan, keys)
    voters = [new_credential(plan.group, election.uuid) for _voter in votes]
    ballots = [
        make_ballot(election, voter, choices) for voter, choices in zip(voters, votes, strict=True)
    ]
    closed = sealed(election, keys, voters, ballots, TIME)
    return Held(election, keys, voters, ballots, count(election, keys, closed))


@cache
def chair() -> Held:
    """One place: two for Anna, one for Bo, one blank."""
    return hold((CHAIR,), [[[0, 1, 0]], [[0, 1, 0]], [[0, 0, 1]], [[1, 0, 0]]])


@cache
def board() -> Held:
    """At most two of three, without blank."""
    return hold((BOARD,), [[[1, 1, 0]], [[0, 1, 0]], [[0, 1, 1]]])


@cache
def anyone() -> Held:
    """Three free ballots, one of them blank."""
    return hold((ANYONE,), [[[0, 7]], [[1, 3]], [[0, 0]]])


@cache
def mixed() -> Held:
    """A chair by mark and somebody by number, in one ballot."""
    return hold((CHAIR, ANYONE), [[[0, 1, 0], [0, 9]], [[0, 0, 1], [0, 9]]])


@cache
def report(archive: bytes) -> Report:
    """The verdict, asked for once."""
    return verify(archive)


def texts(archive: bytes, kind: str, part: int = 0) -> list[str]:
    """What each event of that kind brought."""
    entries = read_archive(archive).entries
    return [entry.data[part].decode() for entry in entries if entry.event.type == kind]
