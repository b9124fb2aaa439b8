"""Before the voting: who is returning officer, how many slips there are, and the empty urn.

Lag (2022:629) 4–8 §§ (LPV-3, LPV-4).
"""

from sqlalchemy.orm import Session

from core import clock
from core.actor import Actor
from core.errors import BadInput, MovedOn, RuleBroken
from core.words import Sentence
from meetings.queries.people import named
from meetings.queries.roll import who_may_vote
from voting.actions import ground as room
from voting.actions.paper import ground
from voting.rules.paper.states import Next


def choose_officer(
    session: Session, meeting_id: int, election_id: int, person_id: int, *, by: Actor
) -> None:
    """The electors may choose another member than the chair, until the slips are counted."""
    room.leading(session, meeting_id, by, Sentence("skriver in valförrättare"))
    election = ground.on_paper(session, meeting_id, election_id)
    if not election.is_draft:
        raise MovedOn("Valet har redan börjat.")
    who = named(session, meeting_id, person_id)
    if who_may_vote(session, meeting_id, person_id) is None:
        raise RuleBroken("{who} tjänstgör inte just nu.", who=who.name)
    ground.paper(session, election).officer_id = person_id
    ground.moved(session)


def note_slips(
    session: Session,
    meeting_id: int,
    election_id: int,
    printed: int,
    handed_out: int,
    destroyed: int,
    *,
    by: Actor,
) -> None:
    """How many slips were printed, handed out and destroyed.  PROTOCOL 24.1"""
    room.leading(session, meeting_id, by, Sentence("antecknar valsedlarna"))
    election = ground.on_paper(session, meeting_id, election_id)
    if handed_out + destroyed > printed:
        raise BadInput(
            "Fler är utdelade och förstörda än de {printed} som trycktes.",
            "printed",
            printed=printed,
        )
    row = ground.paper(session, election)
    row.printed, row.handed_out, row.destroyed = printed, handed_out, destroyed
    ground.moved(session)


def show_urn(session: Session, meeting_id: int, election_id: int, *, by: Actor) -> None:
    """A teller has seen that it is empty, and everybody else could."""
    found = ground.waiting_for(session, meeting_id, election_id, Next.EMPTY_URN)
    ground.telling(session, found, by)
    row = ground.paper(session, found.election)
    row.shown_at, row.shown_by = clock.now(), by.person_id
    ground.moved(session)
