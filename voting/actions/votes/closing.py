"""From "Har alla röstat?" to the closing.  KL 5:50, 5:55 (ORDER-7, U5)."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import NeedsConfirmation, NotAllowed, RuleBroken
from core.words import Sentence
from meetings.policy import may_preside
from meetings.queries import state
from voting.actions import ground
from voting.actions.steps import go_on
from voting.actions.votes.openness import still_open
from voting.facts import VoteClosed, VoteClosing, VoteClosingStopped
from voting.models import Verdict, Vote, VoteKind
from voting.policy import may_finish_closing
from voting.queries.places import Place, places, present, tally
from voting.queries.results import carried_by, found
from voting.rules.majority import Outcome, Tally


def begin_closing(
    session: Session, meeting_id: int, vote_id: int, confirmed: bool = False, *, by: Actor
) -> None:
    """Starts the countdown on every screen.  Pressed in two windows it starts once."""
    ground.presiding(session, meeting_id, by, Sentence("stänger en votering"))
    vote = still_open(session, meeting_id, vote_id)
    if vote.closes_at is not None:
        return
    without = [_who(place) for place in places(session, vote) if _is_cut_off(place)]
    if without and not confirmed:
        raise NeedsConfirmation(
            "{names} har inte röstat och har tappat anslutningen. Stäng voteringen ändå?",
            names=without,
        )
    vote.closes_at = clock.later(_countdown(session, meeting_id))
    log.append(session, VoteClosing(vote.id, vote.closes_at, tuple(without)), by=by)


def stop_closing(session: Session, meeting_id: int, vote_id: int, *, by: Actor) -> None:
    ground.presiding(session, meeting_id, by, Sentence("stoppar stängningen"))
    vote = still_open(session, meeting_id, vote_id)
    if vote.closes_at is None:
        return
    vote.closes_at = None
    log.append(session, VoteClosingStopped(vote.id), by=by)


def close_vote(session: Session, meeting_id: int, vote_id: int, *, by: Actor) -> None:
    """When the countdown is over, or at once where the council has none.  Never undone."""
    if not may_finish_closing(session, meeting_id, by):
        raise NotAllowed("Bara den som leder sammanträdet stänger en votering.")
    vote = still_open(session, meeting_id, vote_id)
    _in_time(session, vote, by)
    seats = places(session, vote)
    figures, base = tally(seats), present(seats)
    result = found(vote, figures, base)
    _close(vote, seats, figures, base, result)
    if vote.outcome != Verdict.TIE:
        go_on(session, ground.handled(session, meeting_id, vote.item_id), VoteKind(vote.kind))
    log.append(session, _closed(vote, seats), by=by)


def _is_cut_off(place: Place) -> bool:
    return place.is_missing and place.row.line == "lost"


def _countdown(session: Session, meeting_id: int) -> int:
    return state.procedure(state.meeting(session, meeting_id)).division_closing_seconds


def _in_time(session: Session, vote: Vote, by: Actor) -> None:
    if vote.closes_at is not None:
        if clock.now() < vote.closes_at:
            raise RuleBroken("Nedräkningen pågår. Voteringen stängs när den är slut.")
        return
    at_once = _countdown(session, vote.meeting_id) == 0
    if not (at_once and may_preside(session, vote.meeting_id, by)):
        raise RuleBroken("Ordföranden har inte börjat stänga voteringen.")


def _close(vote: Vote, seats: list[Place], figures: Tally, base: int, result: Outcome) -> None:
    vote.closed_at = clock.now()
    vote.yes, vote.no, vote.abstain = figures.yes, figures.no, figures.abstain
    vote.absent = len(seats) - figures.cast
    vote.present, vote.needed = base, result.needed
    vote.outcome = result.result.value if result.result else Verdict.TIE.value
    vote.carried_by = carried_by(vote, result)
    vote.answers = [asdict(place.answer()) for place in seats]


def _closed(vote: Vote, seats: list[Place]) -> VoteClosed:
    return VoteClosed(
        vote_id=vote.id,
        item_id=vote.item_id,
        number=vote.number,
        vote_kind=vote.kind,
        majority=vote.majority,
        question=vote.question,
        yes_means=vote.yes_means,
        no_means=vote.no_means,
        yes=vote.yes or 0,
        no=vote.no or 0,
        abstain=vote.abstain or 0,
        absent=vote.absent or 0,
        present=vote.present or 0,
        needed=vote.needed,
        outcome=vote.outcome or "",
        carried_by=vote.carried_by,
        answers=tuple(place.answer() for place in seats),
    )


def _who(place: Place) -> str:
    return f"{place.name} ({place.row.party})" if place.row.party else f"{place.name}"
