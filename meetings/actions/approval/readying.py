"""The text is frozen for those who approve it, and taken back."""

import hashlib

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, RuleBroken
from meetings.actions import asking
from meetings.facts import MinutesReady, MinutesReturned
from meetings.models import Approval, Handling, Meeting, MinutesVersion, Office, Returned
from meetings.queries import approval, items, state
from meetings.queries.items import ItemState
from meetings.queries.people import named
from meetings.rules.approval import VersionState
from meetings.rules.lifecycle import Step


def make_ready(
    session: Session,
    meeting_id: int,
    item_id: int | None,
    paper: str,
    stamp: str,
    height: int,
    *,
    by: Actor,
) -> int:
    """`paper`: the exact text, made from what `stamp` and `height` say the record then was.

    The whole when the meeting is over, by the office; one item (`item_id`) in the meeting, to be
    approved at once, also by the chair.
    """
    meeting = _meeting(session, meeting_id, item_id, by)
    handling = _handled(session, meeting_id, item_id) if item_id is not None else None
    _check_is_new(session, meeting_id, item_id)
    if stamp != approval.stamp(session, meeting_id):
        raise RuleBroken("Protokollet har ändrats medan det skrevs ut. Försök igen.")
    version = MinutesVersion(meeting_id=meeting_id, item_id=item_id, paper=paper, stamp=stamp)
    version.paragraph = handling.paragraph if handling else None
    version.digest = hashlib.sha256(paper.encode()).hexdigest()
    version.height, version.ready_at, version.ready_by = height, clock.now(), by.person_id
    session.add(version)
    session.flush()
    _ask(session, meeting, version)
    log.append(session, _ready(session, version), by=by)
    return version.id


def take_back(session: Session, meeting_id: int, version_id: int, *, by: Actor) -> None:
    """Before everybody has approved; what was answered falls."""
    asking.leader(session, meeting_id, by)
    version = approval.version_in(session, meeting_id, version_id)
    if approval.state_of(version) is not VersionState.WAITING:
        raise MovedOn()
    return send_back(session, version, Returned.WITHDRAWN, by=by)


def send_back(session: Session, version: MinutesVersion, why: Returned, *, by: Actor) -> None:
    version.returned_at, version.returned_why = clock.now(), why
    who = named(session, version.meeting_id, by.person_id)
    told = MinutesReturned(
        version.id, version.item_id, version.paragraph, version.digest, why, who.name
    )
    log.append(session, told, by=by)


def _meeting(session: Session, meeting_id: int, item_id: int | None, by: Actor) -> Meeting:
    if item_id is not None:
        asking.leader(session, meeting_id, by)
        return asking.meeting_when(session, meeting_id, Step.APPROVE_ITEM)
    asking.clerk(session, meeting_id, by)
    return asking.meeting_when(session, meeting_id, Step.APPROVE_MINUTES)


def _handled(session: Session, meeting_id: int, item_id: int) -> Handling:
    row = next((one for one in items.agenda(session, meeting_id) if one.item.id == item_id), None)
    handling = items.handling_of(session, meeting_id, item_id)
    if row is None or handling is None or row.state is not ItemState.DONE:
        raise RuleBroken("Ärendet ska vara avgjort och avslutat innan paragrafen justeras.")
    return handling


def _check_is_new(session: Session, meeting_id: int, item_id: int | None) -> None:
    if approval.approved(session, meeting_id, item_id):
        raise MovedOn("Det är redan justerat.")
    now = approval.any_waiting(session, meeting_id)
    if now is None or (item_id is not None and now.item_id != item_id):
        return
    if now.item_id == item_id:
        raise MovedOn("Texten väntar redan på justering.")
    raise RuleBroken("§ {number} väntar på omedelbar justering.", number=now.paragraph)


def _ask(session: Session, meeting: Meeting, version: MinutesVersion) -> None:
    """Whoever led, then the verifiers; nobody twice."""
    verifiers = [one.person_id for one in approval.verifiers(session, meeting.id)]
    if len(verifiers) < state.procedure(meeting).minutes_verifiers:
        raise RuleBroken("Justerare är inte valda. Skriv in vilka fullmäktige har valt.")
    led = _led(session, meeting, version)
    asked = [(one, Office.CHAIR) for one in led]
    asked += [(one, Office.VERIFIER) for one in verifiers if one not in led]
    for position, (person, office) in enumerate(asked, start=1):
        session.add(
            Approval(version_id=version.id, person_id=person, position=position, office=office)
        )
    session.flush()


def _led(session: Session, meeting: Meeting, version: MinutesVersion) -> list[int]:
    if version.item_id is not None and meeting.presiding_id is not None:
        return [meeting.presiding_id]
    return approval.presided(session, meeting)


def _ready(session: Session, version: MinutesVersion) -> MinutesReady:
    asked = tuple(one.approver for one in approval.answers(session, version))
    return MinutesReady(version.id, version.item_id, version.paragraph, version.digest, asked)
