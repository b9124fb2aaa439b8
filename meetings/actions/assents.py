"""An item that was not announced, or not prepared: may it be decided today after all?

Kommunallagen 5 kap. 33 and 52 §§ (URG-1, URG-2): only if all members present agree.
"""

from sqlalchemy.orm import Session

from agenda.models import Item
from agenda.queries.items import item_in
from core import clock, log
from core.actor import Actor
from core.errors import RuleBroken
from meetings.actions import asking
from meetings.facts import ItemAssented
from meetings.models import Assent, Meeting
from meetings.queries import assents, items
from meetings.queries.people import named
from meetings.rules.convening import may_decide_unannounced
from meetings.rules.lifecycle import Step


def record_assent(
    session: Session, meeting_id: int, item_id: int, agreed: bool, *, by: Actor
) -> int:
    """What all who are present answered.  `agreed` only if nobody was against."""
    asking.leader(session, meeting_id, by)
    meeting = asking.meeting_when(session, meeting_id, Step.OPEN_ITEM)
    if meeting.roll_called_at is None:
        raise RuleBroken("Uppropet är inte klart.")
    asking.no_vote_going_on(items.current(session, meeting_id))
    item = item_in(session, meeting_id, item_id)
    need = assents.need(session, meeting, item)
    if not need.lacks:
        raise RuleBroken("Ärendet är kungjort och berett. Det behövs ingen fråga.")
    here = assents.present(session, meeting_id)
    agree = len(here) if agreed else 0
    assent = Assent(meeting_id=meeting_id, item_id=item_id, lacks=list(need.lacks), present=here)
    assent.agreed = may_decide_unannounced(present=len(here), agree=agree)
    assent.at, assent.by = clock.now(), by.person_id
    session.add(assent)
    session.flush()
    log.append(session, _told(item, assent), by=by)
    return assent.id


def check_may_be_handled(session: Session, meeting: Meeting, item: Item) -> None:
    """Asked before it is opened: what is refused waits for another day."""
    need = assents.need(session, meeting, item)
    if need.is_refused:
        raise RuleBroken(
            "{told} Alla var inte överens om att avgöra det i dag, så det väntar.", told=need.told
        )
    if not need.is_met:
        raise RuleBroken(
            "{told} Fråga först om alla närvarande är överens om att avgöra det i dag.",
            told=need.told,
        )


def check_may_be_decided(session: Session, meeting: Meeting, item: Item) -> None:
    """Asked before the gavel: all who are here now, also those who came later."""
    check_may_be_handled(session, meeting, item)
    need = assents.need(session, meeting, item)
    if need.lacks and (new := assents.not_asked(session, meeting.id, need)):
        names = [named(session, meeting.id, person).name for person in new]
        raise RuleBroken(
            "{told} Sedan alla tillfrågades har {names} kommit. Fråga igen.",
            told=need.told,
            names=names,
        )


def _told(item: Item, assent: Assent) -> ItemAssented:
    return ItemAssented(
        assent_id=assent.id,
        item_id=item.id,
        number=item.number,
        title=item.title,
        lacks=tuple(assent.lacks),
        agreed=assent.agreed,
        present=len(assent.present),
        present_ids=tuple(assent.present),
    )
