"""KL 5:35, 5:51: what became of each matter, meeting by meeting."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import ProposalKind
from core import clock
from core.db import Database
from meetings.models import Handling, Meeting
from tests.worlds import OPEN, PLANNED, new_world
from voting.models import Decision, How
from voting.queries.matters import RAISED, Fate, Matter, matters, waiting

MOTION, INTERPELLATION = 4, 5  # of the first meeting; of the second 10 and 11
LATER = 10


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    database = Database(database_url)
    new_world(database)
    with database.writing() as session, session.begin():
        session.get_one(Meeting, OPEN).closed_at = clock.now()
        yield session
        session.rollback()
    database.close()


def handle(session: Session, item: int, meeting: int = OPEN, step: str = "closed") -> None:
    handling = Handling(meeting_id=meeting, item_id=item, paragraph=9, step=step)
    handling.opened_at = handling.closed_at = clock.now()
    session.add(handling)


def decide(session: Session, item: int, kind: ProposalKind | None, **more: Any) -> None:
    proposal = None
    if kind is not None:
        proposal = Proposal(item_id=item, kind=kind, text="", proposer="Bo Berg (M)")
        proposal.made_at = clock.now()
        session.add(proposal)
        session.flush()
    told = {"step_before": "acclamation", "at": clock.now(), "standing_at": clock.now()}
    made = Decision(meeting_id=OPEN, item_id=item, text="Så beslutas.", how=How.ACCLAMATION)
    for name, value in (told | more).items():
        setattr(made, name, value)
    made.proposal_id = proposal.id if proposal else None
    session.add(made)


def the(session: Session, item: int) -> Matter:
    return next(one for one in matters(session, 1, RAISED) if item in _items(one))


def _items(matter: Matter) -> list[int]:
    return [each.item.id for each in matter.appearances]


def test_what_was_never_opened_waits(session: Session) -> None:
    motion = the(session, MOTION)
    assert (motion.last.fate, motion.is_waiting, motion.times_put_off) == (
        Fate.NOT_REACHED,
        True,
        1,
    )


@pytest.mark.parametrize(
    ("happens", "fate"),
    [
        (lambda s: decide(s, MOTION, ProposalKind.TABLE), Fate.TABLED),
        (lambda s: decide(s, MOTION, ProposalKind.REFER_BACK), Fate.REFERRED_BACK),
        (lambda s: decide(s, MOTION, ProposalKind.REJECT), Fate.DECIDED),
        (lambda s: decide(s, MOTION, None), Fate.DECIDED),
        (lambda s: decide(s, MOTION, None, how=How.BY_LAW), Fate.TABLED),
        (lambda s: None, Fate.TABLED),
        (lambda s: decide(s, MOTION, ProposalKind.ADOPT, undone_at=clock.now()), Fate.TABLED),
    ],
)
def test_a_motion_that_was_handled(
    session: Session, happens: Callable[[Session], None], fate: Fate
) -> None:
    handle(session, MOTION, step="decision")
    happens(session)
    assert the(session, MOTION).last.fate == fate
    assert the(session, MOTION).is_done == (fate is Fate.DECIDED)


def test_an_interpellation_that_was_debated_is_answered(session: Session) -> None:
    handle(session, INTERPELLATION)
    assert the(session, INTERPELLATION).last.fate == Fate.ANSWERED


def test_a_matter_carried_over_is_one_matter(session: Session) -> None:
    session.get_one(Meeting, PLANNED).convened_at = clock.now()
    session.get_one(Item, LATER).carried_from = MOTION
    motion = the(session, MOTION)
    assert [(each.item.id, each.fate) for each in motion.appearances] == [
        (MOTION, Fate.NOT_REACHED),
        (LATER, Fate.COMING),
    ]
    assert (motion.is_waiting, motion.is_done, motion.times_put_off) == (False, False, 1)
    assert motion.raised == date.fromisoformat(session.get_one(Meeting, OPEN).date)


def test_a_motion_is_decided_within_a_year_and_a_question_has_no_such_day(
    session: Session,
) -> None:
    motion, question = the(session, MOTION), the(session, INTERPELLATION)
    assert motion.decide_by == motion.raised.replace(year=motion.raised.year + 1)
    assert question.decide_by is None


def test_a_draft_agenda_is_the_offices_own(session: Session) -> None:
    session.get_one(Item, LATER).carried_from = MOTION
    assert the(session, MOTION).is_waiting
    assert MOTION not in [each.item.id for each in waiting(session, 1)]


def test_the_office_takes_up_everything_that_ends_in_something(session: Session) -> None:
    kinds = {each.kind for each in waiting(session, 1)}
    assert ItemKind.PRIVATE_MEMBERS_MOTION in kinds
    assert kinds.isdisjoint({ItemKind.INFORMATION, ItemKind.NOTICE, ItemKind.FORMALITY})


def test_another_councils_matters_are_not_ours(session: Session) -> None:
    assert matters(session, 2, RAISED) == []
