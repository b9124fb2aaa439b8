"""The council chooses who counts (LPV 4)."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import NeedsConfirmation, RuleBroken
from core.words import Sentence
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from voting.actions import ground
from voting.facts import Counter, TellersChosen
from voting.models import Teller
from voting.queries.tellers import chosen
from voting.rules.tellers import are_from_one_group, why_not_tellers


def choose_tellers(
    session: Session,
    meeting_id: int,
    people: tuple[int, ...],
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """Members who serve; chosen anew they replace those chosen before."""
    ground.leading(session, meeting_id, by, Sentence("skriver in rösträknare"))
    ground.going_on(session, meeting_id)
    if why := why_not_tellers(people):
        raise RuleBroken(why)
    for person in people:
        _check_serves(session, meeting_id, person)
    parties = [named(session, meeting_id, person).party for person in people]
    if are_from_one_group(parties) and not confirmed:
        raise NeedsConfirmation(
            "Alla rösträknare är från samma parti. Är det så fullmäktige valde?"
        )
    _write(session, meeting_id, people)
    told = tuple(
        Counter(one.seat, one.person_id, one.name, one.party) for one in chosen(session, meeting_id)
    )
    log.append(session, TellersChosen(told), by=by)


def _check_serves(session: Session, meeting_id: int, person_id: int) -> None:
    who = named(session, meeting_id, person_id)
    if who_may_vote(session, meeting_id, person_id) is None:
        raise RuleBroken("{who} tjänstgör inte just nu.", who=who.name)


def _write(session: Session, meeting_id: int, people: tuple[int, ...]) -> None:
    session.execute(delete(Teller).where(Teller.meeting_id == meeting_id))
    for seat, person in enumerate(people, start=1):
        session.add(Teller(meeting_id=meeting_id, seat=seat, person_id=person))
    session.flush()
