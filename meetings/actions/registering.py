"""The meeting's documents go to the municipality's register.

Offentlighets- och sekretesslagen 5 kap. 1 § (DOCS-2): what has come in or been made is registered.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from meetings.actions import asking
from meetings.facts import DocumentsHandedOut
from meetings.queries import state


def hand_out_documents(
    session: Session,
    meeting_id: int,
    documents: int,
    behind_doors: int,
    digest: str,
    *,
    by: Actor | None,
) -> None:
    """What was handed out, and by whom, before it leaves.  `by` None: from the command line."""
    state.meeting(session, meeting_id)
    if by is not None:
        asking.clerk(session, meeting_id, by)
    log.append(session, DocumentsHandedOut(documents, behind_doors, digest), by=by)
