"""A whole election from keys to result, as it comes out of a meeting.  For demonstrations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voting.ballot import board, canonical
from voting.ballot.ballots import read_ballot
from voting.ballot.decryption import result
from voting.ballot.election import Election, read_election
from voting.ballot.group import BELENIOS_2048, RFC_3526_2048, Group
from voting.ballot.making import chance
from voting.ballot.making.answers import Choice
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.credentials import Credential, new_credential
from voting.ballot.making.hands import Hands, new_hands
from voting.ballot.making.shuffles import make_shuffle
from voting.ballot.objects import (
    EncryptedTally,
    Mixnet,
    PartialDecryption,
    Question,
    Shuffle,
    Terms,
)
from voting.ballot.register import write_register
from voting.ballot.tally import free_rows, tally, with_free_rows
from voting.ballot.trustees import read_trustees

UUID = 14

Chooser = Callable[[], Sequence[Choice]]  # one voter's choices, one for each question


@dataclass(frozen=True)
class Plan:
    name: str
    description: str
    questions: tuple[Question, ...]
    voters: int
    threshold: int
    tellers: int
    server: bool = True

    @property
    def is_mixed(self) -> bool:
        return any(isinstance(question, Mixnet) for question in self.questions)

    @property
    def group(self) -> Group:
        """Free ballots need the larger exponents, and are seven times slower."""
        return RFC_3526_2048 if self.is_mixed else BELENIOS_2048


def simulate(plan: Plan, timestamp: int, choose: Chooser) -> bytes:
    """The archive; `timestamp` in seconds since 1970.

    Raises NotAllowedError if a choice may not be made, Fault ELECTION_SHAPE for impossible terms.
    """
    hands = new_hands(plan.group, plan.threshold, plan.tellers, server=plan.server)
    election = announce(plan, hands)
    voters = [new_credential(election.group, election.uuid) for _voter in range(plan.voters)]
    ballots = [make_ballot(election, voter, choose()) for voter in voters]
    return count(election, hands, sealed(election, hands, voters, ballots, timestamp))


def announce(plan: Plan, hands: Hands) -> Election:
    terms = Terms(
        version=1,
        description=plan.description,
        name=plan.name,
        group=plan.group.name,
        public_key=hands.election_key,
        questions=plan.questions,
        uuid=chance.base58(UUID),
    )
    return read_election(canonical.dump(terms))


def sealed(
    election: Election,
    hands: Hands,
    voters: Sequence[Credential],
    ballots: Sequence[str],
    timestamp: int,
) -> bytes:
    """The board when the urn has been closed and what is in it has been put together."""
    register = write_register([voter.public for voter in voters])
    whole = board.set_up(timestamp, election.text, hands.trustees, register)
    whole = board.seal(whole, ballots)
    encrypted = tally(election, list(map(read_ballot, ballots)))
    return board.add_tally(whole, canonical.dump(encrypted), len(ballots))


def count(election: Election, hands: Hands, whole: bytes) -> bytes:
    """Shuffles where ballots are free, decrypts with as many tellers as are needed, counts."""
    encrypted, ballots = board.read_tally(whole)
    if election.mixed:
        whole, encrypted = _mixed(election, whole, encrypted)
    partials: dict[int, PartialDecryption] = {}
    for owner in hands.enough:
        text = hands.decrypt(election, encrypted, owner)
        partials[owner] = canonical.parse(text, PartialDecryption)
        whole = board.add_partial(whole, owner, text)
    holders = read_trustees(election.group, hands.trustees)
    counted = result(election, holders, encrypted, partials, ballots)
    return board.add_result(whole, canonical.dump(counted))


def _mixed(
    election: Election, whole: bytes, encrypted: EncryptedTally
) -> tuple[bytes, EncryptedTally]:
    for owner in (1, 2):
        text = make_shuffle(election, free_rows(election, encrypted))
        whole = board.add_shuffle(whole, owner, text)
        rows = canonical.parse(text, Shuffle).ciphertexts
        encrypted = with_free_rows(election, encrypted, rows)
    return board.end_shuffles(whole), encrypted
