"""What is told at once to those who have the approval open: how far each text has come."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.live import Panel
from meetings import facts
from meetings.queries import approval
from meetings.rules.approval import VersionState

MEMBER = frozenset({Audience.MEMBER})
APPROVING = frozenset(
    fact.kind
    for fact in (
        facts.VerifiersChosen,
        facts.MinutesReady,
        facts.MinutesAccepted,
        facts.MinutesReturned,
        facts.MinutesKept,
        facts.MinutesPublished,
    )
)


@dataclass(frozen=True)
class Count:
    """Of one text; `paragraph` None is the whole.  `done`: how many of `all` have approved."""

    paragraph: int | None
    done: int
    all: int


def _approval(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    versions = approval.versions(session, meeting_id)
    waits = [one for one in versions if approval.state_of(one) is VersionState.WAITING]
    counts = []
    for version in waits:
        answers = approval.answers(session, version)
        done = sum(one.row.answer == "accepted" for one in answers)
        counts.append(Count(version.paragraph if version.item_id else None, done, len(answers)))
    return {"waiting": counts}


PANELS = [Panel("approval", "screens/minutes/_approval.html", APPROVING, _approval, MEMBER)]
