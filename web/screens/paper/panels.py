"""What is told at once to those who have the pages of an election open: only how many."""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel, Personal
from meetings.queries import items
from voting import facts
from voting.queries.elections.standing import elections_on
from voting.queries.paper.rows import ticks
from voting.queries.paper.standing import counted_now
from voting.queries.tellers import tellers_of
from web.screens import follow

PAPERS = frozenset(
    {
        facts.ElectionOpened.kind,
        facts.ElectionClosed.kind,
        facts.ElectionLotDrawn.kind,
        facts.ElectionPaperCounted.kind,
        facts.TellersChosen.kind,
        "election.moved",
        "urn",
    }
)


def _papers(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    current = items.current(session, meeting_id)
    running = elections_on(session, current.item.id) if current else []
    going = [one for one in running if one.state == "open" and not one.is_digital]
    return {"urns": [(one, len(ticks(session, one.id))) for one in going]}


PANELS = [
    Panel("papers", "screens/paper/_standing.html", PAPERS, _papers, frozenset({Audience.MEMBER}))
]


def _count(session: Session, meeting_id: int) -> dict[int, dict[str, Any]]:
    """For each teller: the election on paper that she counts just now."""
    going = counted_now(session, meeting_id)
    if going is None:
        return {}
    return {person: {"election": going.id} for person in tellers_of(session, meeting_id)}


PERSONALS = [Personal("paper", PAPERS | follow.ITEM, _count)]
