"""The clerk's words in the minutes.  Facts come from the log and cannot be edited here."""

import re

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, NotAllowed, RuleBroken
from meetings.actions.approval.readying import send_back
from meetings.models import MinutesText, MinutesVersion, Returned
from meetings.policy import may_clerk
from meetings.queries import approval
from meetings.queries.minutes import text_at

PLACES = re.compile(r"opening|closing|item:\d+")
LONGEST = 20_000  # characters in one place


def edit_minutes(
    session: Session, meeting_id: int, place: str, text: str, version: int, *, by: Actor
) -> int:
    """Write the text at a place; `version` is the one that the editor began from.

    What is approved is never edited (INC-4); what waits to be approved goes back, and says so.
    """
    if not may_clerk(session, meeting_id, by):
        raise NotAllowed("Endast kansliet skriver i protokollet.")
    if not PLACES.fullmatch(place):
        raise BadInput("Det finns ingen sådan plats i protokollet.", "place")
    if len(text) > LONGEST:
        raise BadInput("Texten är för lång. Högst 20 000 tecken får plats.", "text")
    frozen = _frozen_at(session, meeting_id, place)
    written = text_at(session, meeting_id, place)
    if (written.version if written else 0) != version:
        raise RuleBroken("Någon annan har ändrat texten. Läs in sidan igen och jämför.")
    if written is None:
        written = MinutesText(meeting_id=meeting_id, place=place)
        session.add(written)
    written.text, written.version = text, version + 1
    written.edited_at, written.edited_by = clock.now(), by.person_id
    if frozen is not None:
        send_back(session, frozen, Returned.CHANGED, by=by)
    else:
        log.pulse(session, "minutes.edited")
    return written.version


def _frozen_at(session: Session, meeting_id: int, place: str) -> MinutesVersion | None:
    """The text that waits to be approved and holds this place, if there is one."""
    item = int(place.removeprefix("item:")) if place.startswith("item:") else None
    for scope in {None, item}:
        if approval.approved(session, meeting_id, scope):
            raise RuleBroken("Protokollet är justerat. En rättelse görs med ett nytt beslut.")
    found = approval.any_waiting(session, meeting_id)
    return found if found is not None and found.item_id in (None, item) else None
