"""The approval is announced on the notice board, within two days (KL 8:12, BOARD-2)."""

from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking, board
from meetings.queries import approval
from meetings.queries.announcing import notice_of, paragraphs_of
from meetings.rules.approval import VersionState


def announce(
    session: Session,
    meeting_id: int,
    version_id: int,
    minutes_at: str,
    posted_on: str | None = None,
    elsewhere: str | None = None,
    *,
    by: Actor,
) -> int:
    """`minutes_at`: where they can be read.  `posted_on`, `elsewhere`: put up elsewhere first."""
    asking.clerk(session, meeting_id, by)
    version = approval.version_in(session, meeting_id, version_id)
    if approval.state_of(version) is not VersionState.APPROVED or not version.approved_on:
        raise RuleBroken("Protokollet är inte justerat.")
    if notice_of(session, version) is not None:
        raise MovedOn("Justeringen är redan tillkännagiven.")
    about = paragraphs_of(session, version)
    return board.announce_approval(
        session, meeting_id, version.approved_on, minutes_at, about, posted_on, elsewhere, by=by
    )
