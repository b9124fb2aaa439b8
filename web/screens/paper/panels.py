"""What is told at once to those who have the pages of an election open: only how many."""

from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.queries import items
from voting import facts
from voting.queries.elections.standing import elections_on
from voting.queries.paper.rows import ticks

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
