"""A digital election as it stands: what it is made of, who takes part, and how many.

Only numbers, and of those who have registered only what their own devices have said; nothing tells
which ballot is whose (PROTOCOL 9–11, SB-1, SB-2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import swedish
from core.errors import MovedOn
from councils.models import Council, Person
from councils.rules.procedure import MajorityBallotRule
from meetings.models import Seat
from meetings.queries import state
from voting.ballot.group import BELENIOS_2048
from voting.ballot.keeping import Wanted
from voting.models import DigitalElection, Election, Participation, UrnBallot
from voting.queries.elections.standing import election_in, nominated
from voting.queries.tellers import ready
from voting.rules.elections.terms import Ask, asked, cannot_be_asked
from voting.rules.elections.urn import Findings


@dataclass(frozen=True)
class Member:
    """Who may vote, and what her device has said.  None of it tells how, or when."""

    person_id: int
    name: str
    is_registered: bool
    has_receipt: bool
    objects: bool
    found: bool | None


def digital_of(session: Session, election_id: int) -> DigitalElection:
    found = session.get(DigitalElection, election_id)
    if found is None:
        raise MovedOn("Valet är inte förberett.")
    return found


def maybe_digital(session: Session, election_id: int) -> DigitalElection | None:
    return session.get(DigitalElection, election_id)


def wanted(session: Session, meeting_id: int, election_id: int) -> Wanted:
    """What is to be announced, as the nominations and the tellers' key stand just now."""
    election = election_in(session, meeting_id, election_id)
    tellers = ready(session, meeting_id)
    if tellers is None or tellers.tellers is None:
        raise MovedOn("Rösträknarnas nyckel är inte klar.")
    ask = question(session, election)
    if (no := cannot_be_asked(ask)) is not None:
        raise MovedOn(no)
    meeting = state.meeting(session, meeting_id)
    council = session.get_one(Council, meeting.council_id)
    day = swedish.long_date(state.day(meeting))
    return Wanted(
        group=BELENIOS_2048.name,
        tellers=tellers.tellers,
        name=election.title,
        description=f"{council.name}, {day}. Digital sluten omröstning.",
        question=ask.question,
        answers=ask.answers,
        least=ask.least,
        most=ask.most,
    )


def question(session: Session, election: Election) -> Ask:
    """Candidates by the Swedish alphabet; lists as they were registered."""
    answers = [one.text for one in nominated(session, election.id)]
    if not election.is_proportional:
        answers.sort(key=swedish.sort_key)
    rule = MajorityBallotRule(election.rule)
    places = election.places
    return asked(election.title, answers, places, proportional=election.is_proportional, rule=rule)


def registered(session: Session, election_id: int) -> int:
    takes_part = select(func.count()).where(Participation.election_id == election_id)
    return session.scalar(takes_part) or 0


def in_the_urn(session: Session, election_id: int) -> int:
    """The one number that is shown while the box is open."""
    cast = select(func.count()).where(UrnBallot.election_id == election_id)
    return session.scalar(cast) or 0


def ballot_of(session: Session, election_id: int, credential: str) -> UrnBallot | None:
    cast = select(UrnBallot).where(
        UrnBallot.election_id == election_id, UrnBallot.credential == credential
    )
    return session.scalar(cast)


def participation(session: Session, election_id: int, person_id: int) -> Participation | None:
    return session.get(Participation, (election_id, person_id))


def members(session: Session, election: Election) -> list[Member]:
    """Those who serve just now, and those who registered before they left; by name."""
    rows = session.execute(
        select(Person.id, Person.name, Participation)
        .outerjoin(
            Participation,
            (Participation.person_id == Person.id) & (Participation.election_id == election.id),
        )
        .where(
            Participation.person_id.is_not(None)
            | Person.id.in_(select(Seat.serving_id).where(Seat.meeting_id == election.meeting_id))
        )
    )
    found = [_member(number, name, taken) for number, name, taken in rows]
    return sorted(found, key=lambda one: swedish.sort_key(one.name))


def findings(everybody: Sequence[Member]) -> Findings:
    """Of those whose devices have a receipt."""
    voted = [one for one in everybody if one.has_receipt or one.found is not None]
    silent = tuple(one.name for one in voted if one.found is None)
    found = sum(one.found is True for one in voted)
    return Findings(found, sum(one.found is False for one in voted), silent)


def _member(number: int, name: str, taken: Participation | None) -> Member:
    if taken is None:
        return Member(number, name, False, False, False, None)
    return Member(number, name, True, taken.has_receipt, taken.objects, taken.found)
