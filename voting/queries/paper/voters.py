"""Who is called to the urn, in order."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from meetings.models import Mode
from meetings.queries.roll import roll
from meetings.queries.state import meeting
from voting.rules.paper.calling import Voter, called


def voters(session: Session, meeting_id: int) -> Sequence[Voter]:
    """Those who serve in the hall just now; whoever presides last (ORDER-7)."""
    here = [
        Voter(row.seat, row.person_id, row.name or "", row.party)
        for row in roll(session, meeting_id)
        if row.person_id is not None and row.mode == Mode.HALL
    ]
    return called(here, meeting(session, meeting_id).presiding_id)
