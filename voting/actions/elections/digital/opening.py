"""The electoral roll is frozen in public, and the box is opened.

PROTOCOL 9.4–5 (SB-5).  After freezing nobody is added or taken out.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NeedsConfirmation, RuleBroken
from core.words import Sentence
from meetings.queries import roll, state
from meetings.queries.roll import who_may_vote
from voting.actions import ground
from voting.actions.elections.planning import MOVED
from voting.actions.elections.steps import move_to
from voting.ballot import board, canonical
from voting.ballot.hashing import hexadecimal
from voting.facts import ElectionOpened
from voting.models import Board, DigitalElection, Election
from voting.queries.elections.boards import board_of
from voting.queries.elections.digital import digital_of, members, question, registered
from voting.queries.elections.standing import election_in
from voting.queries.tellers import ceremony_in, sitting
from voting.rules.elections.states import ElectionState
from voting.rules.elections.urn import too_few
from voting.rules.tellers import Light


def freeze_register(
    session: Session,
    meeting_id: int,
    election_id: int,
    number: int,
    credentials: Sequence[str],
    *,
    by: Actor,
) -> None:
    """`number`: as many as the chair saw on the wall when she pressed.  `credentials`: of all who
    wait in the lobby, sorted; one for each who takes part.
    """
    ground.presiding(session, meeting_id, by, Sentence("fryser röstlängden"))
    election = election_in(session, meeting_id, election_id)
    everybody = registered(session, election_id) == len(credentials) == number
    if election.state != ElectionState.PREPARED or not everybody:
        raise MovedOn()
    _enough(session, election, len(credentials))
    _all_are_here(session, election)
    move_to(session, election, ElectionState.FROZEN, by=by)
    _publish(session, election, credentials)
    log.pulse(session, MOVED)


def open_election(
    session: Session,
    meeting_id: int,
    election_id: int,
    booth: str,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """`booth`: the hash of the program that the members' devices run."""
    ground.presiding(session, meeting_id, by, Sentence("öppnar ett val"))
    election = election_in(session, meeting_id, election_id)
    current = ground.handled(session, meeting_id, election.item_id)
    ground.nothing_runs(session, meeting_id)
    ground.quorate(session, current)
    ground.nobody_accountable(session, current)
    digital = digital_of(session, election_id)
    _tellers_are_there(session, meeting_id, digital, confirmed=confirmed)
    move_to(session, election, ElectionState.OPEN, by=by)
    log.append(session, _opened(session, election, digital, booth), by=by)


def _enough(session: Session, election: Election, number: int) -> None:
    procedure = state.procedure(state.meeting(session, election.meeting_id))
    if (few := too_few(number, procedure.ballot_minimum)) is not None:
        raise RuleBroken(few)


def _all_are_here(session: Session, election: Election) -> None:
    """Whose credential is whose nobody knows, so none can be taken out: a new round instead."""
    gone = [
        one.name
        for one in members(session, election)
        if one.is_registered and who_may_vote(session, election.meeting_id, one.person_id) is None
    ]
    if gone:
        raise RuleBroken("Har anslutit och lämnat: {names}. Börja om omgången.", names=gone)


def _publish(session: Session, election: Election, credentials: Sequence[str]) -> None:
    digital = digital_of(session, election.id)
    meeting = state.meeting(session, election.meeting_id)
    digital.register_text = canonical.dump(tuple(credentials))
    digital.registered = len(credentials)
    digital.present = roll.summary_for(session, meeting, None).present
    texts = (digital.election_text, digital.trustees_text, digital.register_text)
    archive = board.set_up(_seconds(), *texts)
    kept = Board(election_id=election.id)
    write(kept, archive)
    session.add(kept)


def write(kept: Board, archive: bytes) -> None:
    """The board as it is now."""
    head = board.head(archive)
    kept.archive, kept.sha256 = archive, hexadecimal(archive)
    kept.height, kept.head = head.height, head.hash


def _tellers_are_there(
    session: Session, meeting_id: int, digital: DigitalElection, *, confirmed: bool
) -> None:
    ceremony = ceremony_in(session, meeting_id, digital.ceremony_id)
    if sitting(session, ceremony).light is Light.RED and not confirmed:
        raise NeedsConfirmation(
            "För få rösträknare är anslutna. Då kan valet inte räknas. Öppna ändå?"
        )


def _opened(
    session: Session, election: Election, digital: DigitalElection, booth: str
) -> ElectionOpened:
    return ElectionOpened(
        election_id=election.id,
        item_id=election.item_id,
        title=election.title,
        part=election.part,
        places=election.places,
        method=election.method,
        election=election.election,
        is_proportional=election.is_proportional,
        answers=question(session, election).answers,
        present=digital.present or 0,
        registered=digital.registered,
        fingerprint=digital.fingerprint,
        register=hexadecimal(digital.register_text or ""),
        head=board_of(session, election.id).head,
        booth=booth,
    )


def _seconds() -> int:
    return int(datetime.fromisoformat(clock.now()).timestamp())
