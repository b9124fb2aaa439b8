"""Where the text to be approved is set, and an approved one as a finished file."""

from dataclasses import replace

from sqlalchemy.orm import Session

from core import log
from core.db import Database
from core.errors import RuleBroken
from meetings.models import MinutesVersion
from meetings.queries import approval
from meetings.queries.masks import veil
from meetings.queries.minutes import draft
from web.gateways.minutes import Paper, for_the_public, freeze, thaw
from web.gateways.minutes.record import record
from web.screens.minutes import reviewing, telling


class Press:
    def __init__(self, database: Database) -> None:
        self._database = database

    def set_text(self, meeting_id: int, item_id: int | None) -> tuple[str, str, int]:
        """The exact text of the whole or of one item, what it was made of, and its last entry."""
        with self._database.reading() as session:
            stamp, told = approval.stamp(session, meeting_id), draft(session, meeting_id)
        if told.opened is None:
            raise RuleBroken("Sammanträdet är inte öppnat än.")
        return freeze(telling.paper(told, item_id)), stamp, told.height

    def count_left(self, meeting_id: int, version_id: int) -> int:
        with self._database.reading() as session:
            return sum(not one.is_decided for one in reviewing.proposals(session, meeting_id))


def whole(session: Session, version: MinutesVersion) -> Paper:
    """As it was approved, with the signatures and the meeting's record."""
    paper = thaw(version.paper)
    signed = telling.signatures(version, approval.answers(session, version))
    entries = [
        entry for entry in log.read(session, version.meeting_id) if entry.height <= version.height
    ]
    kept = record(version.meeting_id, entries)
    return replace(paper, blocks=(*paper.blocks, *signed), record=kept)


def public_copy(session: Session, version: MinutesVersion) -> Paper:
    """As everybody may read it: with the signatures, without the record."""
    paper = thaw(version.paper)
    signed = telling.signatures(version, approval.answers(session, version))
    told = replace(paper, blocks=(*paper.blocks, *signed))
    return for_the_public(told, veil(session, version.meeting_id))
