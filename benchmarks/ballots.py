"""Secret ballots with eight candidates and blank; CPU time, ours and belenios-tool 2.0.

From closing the urn to a result: tally, the shares of the server and two tellers, the result, and
the strict verifier on the finished archive.
"""

import resource
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from benchmarks.rows import Row, row
from voting.ballot import jobs
from voting.ballot.ballots import check_contents, read_ballot
from voting.ballot.election import Election
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import new_credential
from voting.ballot.making.examples import METHODS
from voting.ballot.making.hands import Hands, new_hands
from voting.ballot.making.simulation import Plan, announce, count, sealed
from voting.ballot.verify.walk import verify

PEER = "belenios-tool 2.0, the same file"
ROUNDS, TIME = 4, 1_700_000_000


class Town:
    """An election that has been held, and all that is needed to hold its end again."""

    def __init__(self, method: str, voters: int) -> None:
        examples = [make(8, 1) for make in METHODS[method]]
        questions = tuple(example.question for example in examples)
        self.plan = Plan("Val", "", questions, voters, 2, 3)
        self.hands: Hands = new_hands(self.plan.group, 2, 3)
        self.election: Election = announce(self.plan, self.hands)
        group, uuid = self.election.group, self.election.uuid
        self.voters = [new_credential(group, uuid) for _voter in range(voters)]
        self.choices = [example.choose() for example in examples]
        self.ballots = [self.ballot(place) for place in range(voters)]
        self.archive = self.counted()

    def ballot(self, place: int) -> str:
        return make_ballot(self.election, self.voters[place], self.choices)

    def counted(self) -> bytes:
        closed = sealed(self.election, self.hands, self.voters, self.ballots, TIME)
        return count(self.election, self.hands, closed)

    def result(self) -> None:
        assert verify(self.counted()).accepted


def rows() -> list[Row]:
    small, large, free = Town("homomorphic", 61), Town("homomorphic", 149), Town("mixnet", 61)
    told = [
        alone("a ballot made", "ms", 1000, lambda: small.ballot(0)),
        alone("a ballot checked", "ms", 1000, lambda: checked(small)),
        beside("whole archive of 61 checked", small.archive),
        beside("whole archive of 149 checked", large.archive),
        beside("whole archive of 61 free ballots checked", free.archive),
        alone("61 ballots, urn closed to result", "s", 1, small.result),
        alone("149 ballots, urn closed to result", "s", 1, large.result),
        alone("61 free ballots, urn closed to result", "s", 1, free.result),
    ]
    encrypted = jobs.compute_tally(free.election.text, free.ballots)
    mix = alone(
        "61 free ballots, one shuffle", "s", 1, lambda: jobs.shuffle(free.election.text, encrypted)
    )
    return [*told, mix]


def checked(town: Town) -> None:
    check_contents(town.election, read_ballot(town.ballots[0]))


def alone(name: str, unit: str, scale: int, work: Callable[[], object]) -> Row:
    return row(name, unit, [spent(work) * scale for _ in range(ROUNDS)][1:], [], "–")


def beside(name: str, archive: bytes) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one.bel").write_bytes(archive)
        rounds = [(spent(lambda: verify(archive)), asked(folder)) for _ in range(ROUNDS)][1:]
    ours, theirs = zip(*rounds, strict=True)
    return row(name, "s", ours, theirs, PEER)


def spent(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def asked(folder: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    command = ["belenios-tool", "election", "verify", "--dir", folder]
    subprocess.run(command, check=True, capture_output=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
