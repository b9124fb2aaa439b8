"""What earlier decisions mean for one that needs two thirds, or follows from one.

May an extra election be decided in this meeting, or only tabled?  KL 5:10, 5:50 (EXTRA-1).  Has the
council put the committee that is elected outside LPV?  KL 5:58 last paragraph (VOTE-5).
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal, ProposalKind
from agenda.rules.special import SpecialMatter, names_same_committee, term_begins
from councils.models import Council
from meetings.models import Meeting
from voting.models import Decision, How
from voting.queries.earlier import same_case
from voting.rules.special import Tabling, earliest_decision, must_be_tabled


@dataclass(frozen=True)
class Delay:
    """`tabling` None: it may be decided.  `is_told`: the office has written in `first_meeting`."""

    tabling: Tabling | None
    first_meeting: date
    earliest: date
    is_told: bool


def delay(session: Session, item: Item) -> Delay | None:
    """None for every other matter than an extra election."""
    if item.matter is not SpecialMatter.EXTRA_ELECTION:
        return None
    meeting = session.get_one(Meeting, item.meeting_id)
    first = _first_meeting(session, item, meeting)
    tabling = must_be_tabled(
        tabled_before=_is_tabled_before(session, item, meeting),
        first_meeting=first,
        on=date.fromisoformat(meeting.date),
    )
    return Delay(tabling, first, earliest_decision(first), item.first_meeting is not None)


@dataclass(frozen=True)
class Exemption:
    """Two thirds put the committee outside LPV: in which item, and on which day (ISO)."""

    title: str
    date: str


def exemption(session: Session, item: Item) -> Exemption | None:
    """The latest that tells of this election: the same case, or a committee of the same name."""
    meeting = session.get_one(Meeting, item.meeting_id)
    decided = (
        select(Item.title, Meeting.date, same_case(item))
        .join(Decision, Decision.item_id == Item.id)
        .join(Proposal, Proposal.id == Decision.proposal_id)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(
            Proposal.kind == ProposalKind.EXEMPT,
            Decision.undone_at.is_(None),
            Meeting.council_id == meeting.council_id,
            Meeting.rehearsal == meeting.rehearsal,
        )
        .order_by(Decision.at.desc())
    )
    for title, day, is_same in session.execute(decided):
        if is_same or names_same_committee(item.title, title):
            return Exemption(title, day)
    return None


def _first_meeting(session: Session, item: Item, meeting: Meeting) -> date:
    """What the office says; else the first that is known, which may be this one."""
    if item.first_meeting is not None:
        return date.fromisoformat(item.first_meeting)
    held = select(func.min(Meeting.date)).where(
        Meeting.council_id == meeting.council_id,
        Meeting.rehearsal == meeting.rehearsal,
        Meeting.opened_at.is_not(None),
        Meeting.date >= _elected(session, meeting),
    )
    return date.fromisoformat(min(session.scalar(held) or meeting.date, meeting.date))


def _elected(session: Session, meeting: Meeting) -> str:
    """Since when the council sits: the term, or later after an extra election."""
    begins = term_begins(date.fromisoformat(meeting.date)).isoformat()
    told = session.get_one(Council, meeting.council_id).term_from or begins
    return max(begins, told) if told <= meeting.date else begins


def _is_tabled_before(session: Session, item: Item, meeting: Meeting) -> bool:
    """In an earlier meeting: the first time is one whole meeting."""
    tabled = (
        select(Decision.id)
        .join(Item, Item.id == Decision.item_id)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .outerjoin(Proposal, Proposal.id == Decision.proposal_id)
        .where(
            same_case(item),
            Item.meeting_id != item.meeting_id,
            Meeting.rehearsal == meeting.rehearsal,
            Decision.undone_at.is_(None),
            or_(Decision.how == How.BY_LAW, Proposal.kind == ProposalKind.TABLE),
        )
    )
    return session.scalar(tabled.limit(1)) is not None
