"""An election whose tellers are browsers: six ballots, closed, and ready to be inspected."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.assets.booth.node import Bot
from tests.assets.booth.sitting import CEREMONY, seated, teller
from tests.voting.ballot.elections import ANYONE, CHAIR, TIME
from voting.ballot import board, canonical, jobs
from voting.ballot.ballots import tracker
from voting.ballot.election import Election
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048, Group
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import Credential, new_credential
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.hands import Hands
from voting.ballot.making.simulation import Plan, announce
from voting.ballot.objects import EncryptedTally, Question
from voting.ballot.register import write_register

LEAST = 5  # what a teller's page opens, whatever it is told


@dataclass(frozen=True)
class Urn:
    """Closed; `encrypted` is what there is to decrypt."""

    election: Election
    hands: Hands
    voters: Sequence[Credential]
    ballots: Sequence[str]
    archive: bytes
    encrypted: str

    @property
    def group(self) -> Group:
        return self.election.group

    @property
    def register(self) -> str:
        return write_register([one.public for one in self.voters])

    def watched(self, bot: Bot, seat: int) -> None:
        told = {"election": self.election.text, "trustees": self.hands.trustees}
        self.ask(bot, seat, "watch", register=self.register, **told)

    def ask(self, bot: Bot, seat: int, job: str, **told: Any) -> Any:
        return bot(teller(self.group, seat), job, ceremony=CEREMONY, **told)

    def about(self, archive: bytes | None = None) -> dict[str, Any]:
        """What a teller's page is told of a board."""
        return {
            "uuid": self.election.uuid,
            "board": base64.b64encode(archive or self.archive).decode(),
            "trackers": sorted(map(tracker, self.ballots)),
            "minimum": LEAST,
        }

    def refilled(self, ballots: Sequence[str]) -> bytes:
        """The same election with other ballots in the urn, put together as they should be."""
        return closed(self.election, self.hands, self.voters, ballots)[0]

    def server_partial(self, encrypted: str) -> str:
        tally = canonical.parse(encrypted, EncryptedTally)
        return decrypt(self.election, tally, self.hands.private[0])


def closed(
    election: Election, hands: Hands, voters: Sequence[Credential], ballots: Sequence[str]
) -> tuple[bytes, str]:
    register = write_register([one.public for one in voters])
    whole = board.seal(board.set_up(TIME, election.text, hands.trustees, register), ballots)
    encrypted = jobs.compute_tally(election.text, ballots)
    return board.add_tally(whole, encrypted, len(ballots)), encrypted


def filled(bot: Bot, group: Group, question: Question, votes: Sequence[Sequence[int]]) -> Urn:
    hands = seated(bot, group)
    election = announce(Plan("Val", "Påhittat", (question,), len(votes), 2, 3), hands)
    voters = [new_credential(group, election.uuid) for _vote in votes]
    pairs = zip(voters, votes, strict=True)
    ballots = [make_ballot(election, voter, [choice]) for voter, choice in pairs]
    return Urn(election, hands, voters, ballots, *closed(election, hands, voters, ballots))


@cache
def marked(bot: Bot) -> Urn:
    """Two for Anna, three for Bo, one blank."""
    votes = [[0, 1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 1], [1, 0, 0]]
    return filled(bot, BELENIOS_2048, CHAIR, votes)


@cache
def free(bot: Bot) -> Urn:
    return filled(bot, RFC_3526_2048, ANYONE, [[0, number] for number in range(6)])
