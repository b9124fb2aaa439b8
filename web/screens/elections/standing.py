"""A digital election as chair and wall see it: how far, how many, and what is waited for.

Never what, and never how many from where (PROTOCOL 16.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from meetings.models import Meeting
from meetings.queries import roll, state
from voting.ballot.words import spoken
from voting.models import DigitalElection, Election, KeyCeremony
from voting.queries import tellers
from voting.queries.elections.boards import board_of
from voting.queries.elections.counted import Counted, counted_in, elected
from voting.queries.elections.digital import (
    Member,
    findings,
    in_the_urn,
    maybe_digital,
    members,
    question,
    registered,
)
from voting.queries.elections.shares import shares
from voting.queries.elections.standing import elections_on
from voting.rules.elections.states import ElectionState
from voting.rules.elections.urn import Findings


@dataclass(frozen=True)
class UrnNow:
    """`cast`: in the box, or when it is closed on the board.  `words`: those of the election's
    check number, the same on every device.  `head`: of the board, height and first characters.
    """

    election: Election
    digital: DigitalElection | None
    answers: Sequence[str]
    present: int
    least: int
    everybody: list[Member]
    registered: int
    cast: int
    words: Sequence[str]
    head: str
    given: int
    threshold: int
    is_key_ready: bool
    counted: Counted | None

    @property
    def state(self) -> ElectionState:
        return ElectionState(self.election.state)

    @property
    def findings(self) -> Findings:
        return findings(self.everybody)

    @property
    def without(self) -> list[str]:
        """On the roll, and nothing has been heard of a receipt."""
        return [one.name for one in self.everybody if one.is_registered and not one.has_receipt]

    @property
    def votes(self) -> list[str]:
        """For each answer, the most first."""
        told = [f"{each.text}: {each.votes}" for each in self.counted.votes] if self.counted else []
        return [*told, _("blanka: %(n)s", n=self.counted.blank)] if self.counted else told

    @property
    def elected(self) -> tuple[str, ...] | None:
        """None where the lot must be drawn first (KL 5:56, LPV 17)."""
        return elected(self.counted, self.election.places) if self.counted else None

    @property
    def objects(self) -> int:
        return sum(one.objects for one in self.everybody)


def urn_now(session: Session, meeting: Meeting, item_id: int) -> UrnNow | None:
    """The item's first digital election that is not counted; else the latest that is."""
    found = [one for one in elections_on(session, item_id) if one.is_digital]
    waiting = [one for one in found if not one.is_over]
    if not found:
        return None
    return _now(session, meeting, waiting[0] if waiting else found[-1])


def _now(session: Session, meeting: Meeting, election: Election) -> UrnNow:
    digital = maybe_digital(session, election.id)
    ready = tellers.ready(session, meeting.id)
    ceremony = session.get(KeyCeremony, digital.ceremony_id) if digital else ready
    return UrnNow(
        election=election,
        digital=digital,
        answers=question(session, election).answers,
        present=roll.summary_for(session, meeting, None).present,
        least=state.procedure(meeting).ballot_minimum,
        everybody=members(session, election),
        registered=_registered(session, election, digital),
        cast=in_the_urn(session, election.id),
        words=spoken([digital.fingerprint]) if digital else (),
        head=_head(session, election),
        given=len(shares(session, election.id)),
        threshold=ceremony.threshold if ceremony else 0,
        is_key_ready=ready is not None,
        counted=counted_in(session, election),
    )


def _registered(session: Session, election: Election, digital: DigitalElection | None) -> int:
    frozen = digital.registered if digital else None
    return registered(session, election.id) if frozen is None else frozen


def _head(session: Session, election: Election) -> str:
    if election.state not in (ElectionState.CLOSED, ElectionState.COUNTED):
        return ""
    found = board_of(session, election.id)
    return f"{found.height} · {found.head[:8].upper()}"
