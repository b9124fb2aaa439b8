"""The chair and the verifiers answer, each for the very same text."""

from datetime import date

from sqlalchemy.orm import Session

from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed, RuleBroken
from meetings.actions import asking
from meetings.actions.approval.readying import send_back
from meetings.facts import MinutesAccepted
from meetings.models import Approval, MinutesVersion, Returned
from meetings.queries import approval
from meetings.queries.approval import Answer
from meetings.rules.approval import VersionState, approved_on

ACCEPTED, OBJECTED = "accepted", "objected"
LONGEST = 2000  # characters in a reason


def accept(session: Session, meeting_id: int, version_id: int, digest: str, *, by: Actor) -> None:
    """`digest`: of the text that she has read."""
    version = _waiting(session, meeting_id, version_id)
    mine = _own(session, version, by)
    if digest != version.digest:
        raise RuleBroken("Texten är en annan än den du läste. Läs in sidan igen.")
    _answer(session, version, mine, swedish.local_day(clock.now()), None)
    return log.append(session, _accepted(version, mine), by=by)


def object_to(
    session: Session, meeting_id: int, version_id: int, reason: str, *, by: Actor
) -> None:
    """Sends the text back to the office; the reason is for those who work with the minutes."""
    version = _waiting(session, meeting_id, version_id)
    mine = _own(session, version, by)
    if not reason.strip():
        raise BadInput("Skriv vad som är fel i protokollet.", "reason")
    if len(reason) > LONGEST:
        raise BadInput("Skriv högst {most} tecken.", "reason", most=LONGEST)
    row = mine.row
    row.answer, row.at, row.reason = OBJECTED, clock.now(), reason.strip()
    row.on = swedish.local_day(row.at).isoformat()
    return send_back(session, version, Returned.OBJECTION, by=by)


def sign_on_paper(
    session: Session, meeting_id: int, version_id: int, person_id: int, on: str, *, by: Actor
) -> None:
    """She has signed a print of this very text; the office writes in the day."""
    asking.clerk(session, meeting_id, by)
    version = _waiting(session, meeting_id, version_id)
    hers = _asked(session, version, person_id)
    if hers is None:
        raise RuleBroken("Personen ska inte justera den här texten.")
    _check_unanswered(hers.row)
    day = date.fromisoformat(on)
    if not swedish.local_day(version.ready_at) <= day <= swedish.local_day(clock.now()):
        raise BadInput("Dagen ska ligga mellan den då texten blev klar och i dag.", "on")
    _answer(session, version, hers, day, by.person_id)
    return log.append(session, _accepted(version, hers), by=by)


def _waiting(session: Session, meeting_id: int, version_id: int) -> MinutesVersion:
    version = approval.version_in(session, meeting_id, version_id)
    if approval.state_of(version) is not VersionState.WAITING:
        raise MovedOn("Texten väntar inte längre på justering.")
    if version.item_id is None and version.stamp != approval.stamp(session, meeting_id):
        raise RuleBroken("Protokollet har ändrats sedan texten blev klar och måste göras om.")
    return version


def _own(session: Session, version: MinutesVersion, by: Actor) -> Answer:
    """One's own; nobody approves in another's place."""
    mine = _asked(session, version, by.person_id) if by.helping is None else None
    if mine is None:
        raise NotAllowed("Det gör ordföranden och de valda justerarna, var och en själv.")
    _check_unanswered(mine.row)
    return mine


def _asked(session: Session, version: MinutesVersion, person_id: int) -> Answer | None:
    everybody = approval.answers(session, version)
    return next((one for one in everybody if one.approver.person_id == person_id), None)


def _check_unanswered(row: Approval) -> None:
    if row.answer is not None:
        raise MovedOn("Texten är redan justerad av den personen.")


def _answer(
    session: Session, version: MinutesVersion, hers: Answer, day: date, recorded_by: int | None
) -> None:
    row = hers.row
    row.answer, row.at, row.on = ACCEPTED, clock.now(), day.isoformat()
    row.recorded_by = recorded_by
    session.flush()
    days = [one.row.on for one in approval.answers(session, version)]
    version.approved_on = approved_on(days)
    if version.approved_on:
        version.approved_at = row.at


def _accepted(version: MinutesVersion, hers: Answer) -> MinutesAccepted:
    return MinutesAccepted(
        version_id=version.id,
        item_id=version.item_id,
        paragraph=version.paragraph,
        digest=version.digest,
        approver=hers.approver,
        on=hers.row.on or "",
        on_paper=hers.row.recorded_by is not None,
        approved_on=version.approved_on,
    )
