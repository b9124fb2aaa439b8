"""Ballots in an open vote: each in the own seat, changeable until it closes, the chair's last."""

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NeedsConfirmation, NotAllowed, NotFound, RuleBroken
from core.words import Sentence
from meetings.models import Seat
from meetings.queries.people import named
from meetings.queries.roll import own_seat
from voting.actions import ground
from voting.actions.votes.openness import still_open
from voting.facts import BallotCast
from voting.models import Ballot, Vote
from voting.policy import is_chair, may_register_ballots
from voting.queries.standing import Standing, standing
from voting.queries.votes import others_left
from voting.rules.majority import Choice


def cast_ballot(
    session: Session, meeting_id: int, vote_id: int, choice: Choice, *, by: Actor
) -> None:
    """By key throughout: as many statements for 149 seats as for 21."""
    if by.helping is not None:
        raise NotAllowed("Ingen röstar för någon annan.")
    vote = still_open(session, meeting_id, vote_id)
    place = standing(session, vote, by.person_id)
    if place is None:
        raise NotAllowed(_why_not(session, meeting_id, by.person_id))
    _taking_part(place)
    _chair_last(session, vote, by.person_id)
    _cast(session, vote, place, choice, by)


def cast_for(
    session: Session,
    meeting_id: int,
    vote_id: int,
    number: int,
    choice: Choice,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """For a member whose device failed and who has answered aloud.  The member is told at once."""
    if not may_register_ballots(session, meeting_id, by):
        raise NotAllowed("Bara ordföranden eller sekreteraren antecknar en röst åt någon.")
    vote = still_open(session, meeting_id, vote_id)
    seat = session.get(Seat, (meeting_id, number))
    if seat is None:
        raise NotFound("Det finns ingen sådan plats i fullmäktige.")
    place = standing(session, vote, seat.serving_id) if seat.serving_id else None
    if place is None:
        raise RuleBroken("Ingen tjänstgör på platsen.")
    _taking_part(place)
    _chair_last(session, vote, place.person_id)
    _said_aloud(session, place, confirmed)
    _cast(session, vote, place, choice, by)


def remind(session: Session, meeting_id: int, vote_id: int, *, by: Actor) -> None:
    """Once, to those who have not voted and only to them.  Worth showing, not worth remembering."""
    ground.leading(session, meeting_id, by, Sentence("påminner"))
    vote = still_open(session, meeting_id, vote_id)
    if vote.reminded_at is not None:
        raise RuleBroken("En påminnelse är redan skickad.")
    vote.reminded_at = clock.now()
    log.pulse(session, "vote.reminded")


def _why_not(session: Session, meeting_id: int, person_id: int) -> Sentence:
    seat = own_seat(session, meeting_id, person_id)
    if seat is not None and seat.recused_id == person_id:
        return Sentence("Du har anmält jäv och deltar inte i den här voteringen.")
    if seat is not None and seat.serving_id is not None:
        return Sentence("En ersättare tjänstgör på din plats. Du deltar inte i den här voteringen.")
    return Sentence("Du tjänstgör inte och deltar inte i den här voteringen.")


def _taking_part(place: Standing) -> None:
    if place.is_out:
        raise NotAllowed("Den som inte deltar i beslutet röstar inte.")


def _chair_last(session: Session, vote: Vote, person_id: int) -> None:
    """ORDER-7: when all the others have voted, or the chair has begun to close."""
    if vote.closes_at is not None or not is_chair(session, vote.meeting_id, person_id):
        return
    if left := others_left(session, vote, person_id):
        raise RuleBroken("Ordföranden röstar sist. {left} har inte röstat.", left=left)


def _said_aloud(session: Session, place: Standing, confirmed: bool) -> None:
    ballot = place.ballot
    has_voted = ballot is not None and ballot.cast_by == ballot.person_id == place.person_id
    if has_voted and not confirmed:
        name = named(session, place.seat.meeting_id, place.person_id).name
        raise NeedsConfirmation(
            "{name} har redan röstat själv. Ändra bara om {name} har bett om det högt.", name=name
        )


def _cast(session: Session, vote: Vote, place: Standing, choice: Choice, by: Actor) -> None:
    seat, ballot, person_id = place.seat, place.ballot, place.person_id
    if ballot is None:
        session.add(ballot := Ballot(vote_id=vote.id, seat=seat.seat))
    elif ballot.person_id not in (person_id, seat.recused_id):
        raise RuleBroken("På den här platsen är en röst redan avgiven av den som satt där förut.")
    elif _says(ballot) == (person_id, choice, by.person_id):
        return
    ballot.person_id, ballot.choice, ballot.cast_by = person_id, choice.value, by.person_id
    ballot.mode, ballot.at = seat.mode or "hall", clock.now()
    log.append(session, BallotCast(vote.id, seat.seat, person_id, choice, by.person_id), by=by)


def _says(ballot: Ballot) -> tuple[int, str, int]:
    return ballot.person_id, ballot.choice, ballot.cast_by
