"""The office lists who stands aside when auditors are elected and discharge is decided (JAV-3)."""

from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.orm import Session

from agenda.actions.items import editable
from agenda.facts import AccountableListed, AccountablePerson
from agenda.models import Accountable, Item
from agenda.queries.accountable import accountable_in
from agenda.queries.items import item_in
from agenda.queries.meetings import MeetingNow, progress_of
from agenda.queries.people import belongs_to
from agenda.rules.audit import MARKED, AuditMatter
from core import log
from core.actor import Actor
from core.errors import BadInput, RuleBroken


def list_accountable(
    session: Session,
    meeting_id: int,
    item_id: int,
    matter: AuditMatter | None,
    people: Collection[int],
    *,
    by: Actor,
) -> None:
    """All of them at once; nobody where the item is neither (`matter` None).  KL 5:48–49."""
    meeting = editable(session, meeting_id, by)
    item = item_in(session, meeting_id, item_id)
    if progress_of(session, meeting_id, item_id).is_past_debate:
        raise RuleBroken("Ärendet avgörs nu eller är avgjort. Vilka som står åt sidan ligger fast.")
    if matter is not None and matter not in MARKED:
        raise BadInput("Välj ansvarsfrihet eller val av revisorer.", "matter")
    _check(session, meeting, matter, people)
    before = {person.id for person in accountable_in(session, item_id)}
    if (item.audit, before) == (matter, set(people)):
        return
    write(session, item, matter, people)
    log.append(session, _told(session, item), by=by)


def write(
    session: Session, item: Item, matter: AuditMatter | None, people: Collection[int]
) -> None:
    session.execute(delete(Accountable).where(Accountable.item_id == item.id))
    session.add_all(Accountable(item_id=item.id, person_id=each) for each in sorted(set(people)))
    item.audit = matter.value if matter else None
    session.flush()


def carry(session: Session, before: Item, item: Item, *, by: Actor) -> None:
    """The same people stand aside when the matter is taken up again."""
    if before.audit is None:
        return
    people = [person.id for person in accountable_in(session, before.id)]
    write(session, item, AuditMatter(before.audit), people)
    log.append(session, _told(session, item), by=by)


def _check(
    session: Session, meeting: MeetingNow, matter: AuditMatter | None, people: Collection[int]
) -> None:
    if not all(belongs_to(session, meeting.council_id, each) for each in people):
        raise BadInput("Personen finns inte i fullmäktige.", "people")
    if people and matter is None:
        raise BadInput("Välj först om ärendet gäller ansvarsfrihet eller revisorer.", "matter")


def _told(session: Session, item: Item) -> AccountableListed:
    people = accountable_in(session, item.id)
    named = tuple(AccountablePerson(person.id, person.name) for person in people)
    return AccountableListed(item.id, item.title, item.audit, named)
