"""A ballot is put in the box: by its signature, and by nobody who is known.

PROTOCOL 10 (SB-1, SB-4, SB-5).  The ballot's own hash is its key: sent again it is in the box once.
The first is final.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from core.words import Sentence
from voting.actions.elections.digital.registering import URN
from voting.models import Election, UrnBallot
from voting.queries.elections.digital import ballot_of
from voting.queries.elections.standing import election_in
from voting.rules.elections.states import ElectionState

CLOSED = Sentence("Urnan är stängd.")
EARLY = (ElectionState.DRAFT, ElectionState.PREPARED, ElectionState.FROZEN)


class UrnClosed(MovedOn):
    """Too late."""

    status = 410

    def __init__(self) -> None:
        super().__init__(CLOSED)


class UrnNotOpen(RuleBroken):
    """Too early; the device tries again."""

    status = 425

    def __init__(self) -> None:
        super().__init__(Sentence("Urnan är inte öppnad än."))


class CredentialUsed(RuleBroken):
    """Another ballot from the same device is in the box."""

    def __init__(self) -> None:
        super().__init__(Sentence("En annan valsedel från samma enhet ligger redan i urnan."))


@dataclass(frozen=True)
class Sent:
    """A ballot whose signature and proofs have been checked."""

    hash: str
    credential: str
    ballot: str


def accept_ballot(
    session: Session, meeting_id: int, election_id: int, sent: Sent, *, by: Actor | None
) -> None:
    """Handed in by nobody: `by` is None, and no receipt of the act is kept."""
    election = election_in(session, meeting_id, election_id)
    if is_cast(session, election, sent):
        return
    row = UrnBallot(election_id=election_id, hash=sent.hash, credential=sent.credential)
    row.ballot = sent.ballot
    session.add(row)
    log.pulse(session, URN)


def is_cast(session: Session, election: Election, sent: Sent) -> bool:
    """Is this very ballot in the box?  Raises what the device is to be told."""
    standing = ballot_of(session, election.id, sent.credential)
    if standing is not None and standing.hash == sent.hash:
        return True
    if election.state in EARLY:
        raise UrnNotOpen
    if election.state != ElectionState.OPEN:
        raise UrnClosed
    if standing is not None:
        raise CredentialUsed
    return False
