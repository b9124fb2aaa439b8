"""What came out of a digital election, and whom that elects.

Kommunallagen 5 kap. 56 §, lag (2022:629) 14–21 §§ (MAJ-2, MAJ-5, LPV-8–10).  A lot is drawn in the
hall, never here.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from voting.facts import ElectionCounted
from voting.models import Election
from voting.queries.elections.standing import nominated
from voting.rules.elections.states import ElectionState
from voting.rules.lists import Group
from voting.rules.lots import Drawn, Urn
from voting.rules.persons import elect
from voting.rules.proportional import allot


@dataclass(frozen=True)
class Cast:
    """`names`: who stand on the answer; of a list in its order, under its designation."""

    text: str
    votes: int
    names: tuple[str, ...]
    designation: str | None


@dataclass(frozen=True)
class Counted:
    """The most votes first."""

    votes: tuple[Cast, ...]
    blank: int
    is_proportional: bool


def counted_in(session: Session, election: Election) -> Counted | None:
    """As the log tells it."""
    if election.state != ElectionState.COUNTED or not election.is_digital:
        return None
    told = select(Entry.payload).where(
        Entry.meeting_id == election.meeting_id, Entry.kind == ElectionCounted.kind
    )
    facts = [fact for fact in session.scalars(told) if fact["election_id"] == election.id]
    known = {one.text: one for one in nominated(session, election.id)}
    cast = [
        Cast(each["text"], each["votes"], tuple(one.names), one.designation)
        for each in facts[-1]["votes"]
        if (one := known.get(each["text"])) is not None
    ]
    ranked = sorted(cast, key=lambda each: -each.votes)
    return Counted(tuple(ranked), facts[-1]["blank"], election.is_proportional)


def elected(counted: Counted, places: int) -> tuple[str, ...] | None:
    """In the order of their places; None where equal numbers leave it to the lot."""
    urn = Urn(Drawn(()))
    if counted.is_proportional:
        allotted = allot(_groups(counted), places, urn)
        return None if allotted.next_tie else tuple(allotted.elected)
    voted = [(each.text, each.votes) for each in counted.votes if each.votes]
    made = elect(voted, places, urn)
    return None if made.is_waiting else tuple(one.person for one in made.elected)


def _groups(counted: Counted) -> list[Group]:
    listed = [each for each in counted.votes if each.votes]
    return [
        Group(number, each.designation or "", each.votes, each.names)
        for number, each in enumerate(listed, start=1)
    ]
