"""What each person alone is shown of the vote: may I, have I, how.  Never another's answer."""

from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from meetings.models import Meeting
from voting.models import Vote
from voting.queries.places import Place, places
from voting.queries.votes import on_show
from voting.rules.majority import Choice
from voting.rules.statements import Standing


@dataclass(frozen=True)
class Own:
    """`why` not: not_serving, recused, not_taking_part; or chair_last, as long as others are left.

    `registered_by_other`: the chair or the clerk answered for one whose device failed.
    """

    vote_id: int
    is_open: bool
    may_vote: bool
    why: str | None = None
    choice: str | None = None
    at: str | None = None
    registered_by_other: bool = False


Mine = dict[str, object]


def own_votes(session: Session, meeting_id: int) -> dict[int, Mine]:
    """By person, for everybody who has anything to do with a seat; a few statements for all."""
    vote = on_show(session, meeting_id)
    if vote is None:
        return {}
    if not vote.is_open:
        return {person: asdict(own) for person, own in _after(vote).items()}
    seats = places(session, vote)
    chair = session.get_one(Meeting, meeting_id).presiding_id
    others_left = any(place.is_missing and place.person_id != chair for place in seats)
    waits = chair if others_left and vote.closes_at is None else None
    mine = {person: asdict(_displaced(vote)) for person in _displaced_people(seats)}
    for place in seats:
        if place.person_id is not None:
            mine[place.person_id] = asdict(_during(vote, place, waits=place.person_id == waits))
    return mine


def own_vote(session: Session, meeting_id: int, person_id: int) -> Mine | None:
    """None while there is no vote at all."""
    vote = on_show(session, meeting_id)
    if vote is None:
        return None
    mine = own_votes(session, meeting_id).get(person_id)
    return mine or asdict(_displaced(vote))


def reminded(session: Session, meeting_id: int) -> dict[int, Mine]:
    """Those who have not voted, and only they, when the chair reminds."""
    vote = on_show(session, meeting_id)
    if vote is None or not vote.is_open or vote.reminded_at is None:
        return {}
    about: Mine = {"vote_id": vote.id, "at": vote.reminded_at}
    seats = places(session, vote)
    return {place.person_id: about for place in seats if place.is_missing and place.person_id}


def _during(vote: Vote, place: Place, *, waits: bool) -> Own:
    if not place.is_entitled:
        absent = place.standing is Standing.ABSENT
        return Own(vote.id, True, False, "not_serving" if absent else place.standing.value)
    why, ballot = "chair_last" if waits else None, place.ballot
    if ballot is None:
        return Own(vote.id, True, not waits, why)
    by_other = ballot.cast_by != ballot.person_id
    return Own(vote.id, True, not waits, why, ballot.choice, ballot.at, by_other)


def _after(vote: Vote) -> dict[int, Own]:
    answers = [row for row in vote.answers or [] if row["person_id"] is not None]
    said = {row["person_id"]: row["choice"] for row in answers}
    return {
        person: Own(vote.id, False, False, None, choice if choice in set(Choice) else None)
        for person, choice in said.items()
    }


def _displaced(vote: Vote) -> Own:
    return Own(vote.id, vote.is_open, False, "not_serving")


def _displaced_people(seats: list[Place]) -> set[int]:
    """Members in whose seat somebody else sits."""
    named = {place.person_id for place in seats}
    return {
        place.row.member_id
        for place in seats
        if place.row.member_id is not None and place.row.member_id not in named
    }
