"""The voting: called one by one, ticked off, and closed.

Kommunallagen 5 kap. 54 §, lag (2022:629) 5 § (MAJ-1, LPV-4).  Who has voted is seen in the hall;
the log is told how many, never who.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, RuleBroken
from core.words import Sentence
from meetings.queries import roll, state
from voting.actions import ground as room
from voting.actions.elections.steps import move_to
from voting.actions.paper import ground
from voting.facts import ElectionClosed, ElectionOpened
from voting.models import Election, PaperChoice, PaperTick
from voting.queries.paper.rows import ticks
from voting.queries.paper.voters import voters
from voting.rules.elections.states import ElectionState
from voting.rules.paper.sheet import Choice
from voting.rules.paper.states import Next

URN = "urn"  # a pulse: only how many


def open_urn(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """No name or list is put forward after this."""
    room.presiding(session, meeting_id, by, Sentence("öppnar ett val"))
    found = ground.waiting_for(session, meeting_id, election_id, Next.OPEN)
    election = found.election
    current = room.handled(session, meeting_id, election.item_id)
    room.nothing_runs(session, meeting_id)
    room.quorate(session, current)
    meeting = state.meeting(session, meeting_id)
    present = roll.summary_for(session, meeting, current.kind).present
    ground.paper(session, election).present = present
    _write_choices(session, election, found.sheet.choices)
    move_to(session, election, ElectionState.OPEN, by=by)
    told = ElectionOpened(
        election_id=election.id,
        item_id=election.item_id,
        title=election.title,
        part=election.part,
        places=election.places,
        method=election.method,
        election=election.election,
        is_proportional=election.is_proportional,
        answers=tuple(choice.text for choice in found.sheet.choices),
        present=present,
    )
    log.append(session, told, by=by)


def tick_off(
    session: Session, meeting_id: int, election_id: int, seat: int, has_voted: bool, *, by: Actor
) -> None:
    """One seat, one slip.  Only those in the hall: at a distance one is present and abstains."""
    room.leading(session, meeting_id, by, Sentence("prickar av"))
    found = ground.waiting_for(session, meeting_id, election_id, Next.VOTING)
    ticked = ticks(session, election_id).get(seat)
    if ticked is not None and not has_voted:
        session.delete(ticked)
    elif ticked is None and has_voted:
        session.add(
            PaperTick(
                election_id=election_id, seat=seat, person_id=_voter(session, found.election, seat)
            )
        )
    log.pulse(session, URN)


def close_urn(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """After this no slip is put in."""
    room.presiding(session, meeting_id, by, Sentence("stänger urnan"))
    found = ground.waiting_for(session, meeting_id, election_id, Next.VOTING)
    election = found.election
    if not found.ticked:
        raise RuleBroken("Ingen är avprickad än.")
    move_to(session, election, ElectionState.CLOSED, by=by)
    told = ElectionClosed(election.id, election.item_id, election.title, found.ticked)
    log.append(session, told, by=by)


def _write_choices(session: Session, election: Election, choices: tuple[Choice, ...]) -> None:
    for one in choices:
        row = PaperChoice(election_id=election.id, number=one.number)
        row.designation, row.names = one.designation, list(one.names)
        session.add(row)


def _voter(session: Session, election: Election, seat: int) -> int:
    for voter in voters(session, election.meeting_id):
        if voter.seat == seat:
            return voter.person_id
    raise BadInput("Ingen som får rösta i salen sitter på plats {seat}.", "seat", seat=seat)
