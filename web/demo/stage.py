"""One rehearsal meeting: planned, convened, opened, and its members on their way in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask_babel import lazy_gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.actions import documents, items, proposals
from agenda.models import ProposalKind
from agenda.rules.wording import Wording
from core import clock, log
from core.actor import Actor
from core.swedish import local
from core.writer import Action, Writer
from councils.models import Council, Mandate, Party, Person, Role, RoleHeld
from meetings.actions import planning
from meetings.models import Meeting
from web.demo.exercises import Exercise, Plan
from web.demo.paper import paper
from web.gateways.minutes import pdf


@dataclass
class House:
    """What the rehearsal acts through: the same writer as everybody's."""

    app: Flask

    @property
    def writer(self) -> Writer:
        found: Writer = self.app.extensions["writer"]
        return found

    def do(self, meeting_id: int, action: Action, *args: object, by: int | None) -> int:
        receipt = self.writer.submit(meeting_id, action, *args, by=Actor(by) if by else None)
        return receipt.made or 0

    def ask(self, question: Callable[..., Any], *args: object) -> Any:
        with self.app.extensions["database"].reading() as session:
            return question(session, *args)


def set_up(house: House, exercise: Exercise) -> int:
    """The meeting's number.  It is convened; the chair opens it."""
    council, clerk = house.ask(_council_and_clerk)
    now = local(clock.now())
    meeting = house.do(
        log.REGISTER,
        planning.plan_meeting,
        council,
        str(_("Övning: %(title)s", title=exercise.title)),
        now.date().isoformat(),
        now.strftime("%H:%M"),
        "Stadshuset, Lindmarka",
        True,
        87,
        by=clerk,
    )
    for number, plan in enumerate(exercise.plans, start=1):
        _add(house, meeting, number, plan, clerk)
    house.do(meeting, planning.convene, by=clerk)
    return meeting


def _add(house: House, meeting: int, number: int, plan: Plan, clerk: int) -> None:
    wording = Wording(
        title=plan.title,
        kind=plan.kind,
        proposer=_raiser(house, meeting, plan),
        draft=plan.draft,
        case_number=f"KS 2026/{100 + number}",
        prepared_by=plan.proposer,
        minutes_planned=plan.minutes,
    )
    item = house.do(meeting, items.add_item, wording, by=clerk)
    if plan.draft:
        made = house.app.extensions["workers"].run(pdf.make, paper(plan.title, plan.draft))
        kept = house.app.extensions["files"].keep(made.file())
        told = ("Tjänsteskrivelse", kept.sha256, kept.size, kept.pages)
        house.do(meeting, documents.attach_document, item, *told, by=clerk)
    if plan.against and plan.draft:
        words = (item, ProposalKind.ADOPT, plan.draft, None, plan.proposer)
        house.do(meeting, proposals.make_proposal, *words, by=clerk)


def _raiser(house: House, meeting: int, plan: Plan) -> str | None:
    """The body, or the first member of the party."""
    if plan.raised_by is None:
        return plan.proposer
    return str(house.ask(_member_of, meeting, plan.raised_by))


def _member_of(session: Session, meeting: int, letters: str) -> str:
    council = session.get_one(Meeting, meeting).council_id
    seated = (
        select(Person.name)
        .join(Mandate, Mandate.person_id == Person.id)
        .join(Party, Party.id == Person.party_id)
        .where(Mandate.council_id == council, Mandate.seat.is_not(None))
        .where(Party.letters == letters)
        .order_by(Mandate.seat)
    )
    return f"{session.scalars(seated.limit(1)).one()} ({letters})"


def _council_and_clerk(session: Session) -> tuple[int, int]:
    held = select(RoleHeld.council_id, RoleHeld.person_id).where(RoleHeld.role == Role.CLERK)
    council, clerk = session.execute(held.limit(1)).one()
    return council, clerk


def is_rehearsal(session: Session) -> bool:
    return session.scalar(select(Council.id).where(Council.rehearsal).limit(1)) is not None
