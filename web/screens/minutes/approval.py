"""Justering: who approves, how far it has come, and what is left to do afterwards."""

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.queries.items import any_item_in
from core import swedish
from core.access import database, live, signed_in
from core.actor import Actor, Audience, Onlooker
from meetings.facts import MinutesReady
from meetings.models import Attendance, Meeting, MinutesVersion
from meetings.policy import may_clerk, may_lead, may_work_with_minutes
from meetings.queries import announcing, items, state
from meetings.queries import approval as approvals
from meetings.queries.approval import Answer
from meetings.queries.board import Standing
from meetings.queries.items import AgendaRow, ItemState
from meetings.queries.people import named
from meetings.queries.roll import roll
from meetings.rules.approval import VersionState
from meetings.rules.legal_force import MinutesDays
from meetings.rules.lifecycle import MeetingState
from web.language import current
from web.screens.minutes import reviewing
from web.screens.minutes.draft import let_in

blueprint = Blueprint("approval", __name__, url_prefix="/meetings/<int:meeting_id>/minutes")


@dataclass(frozen=True)
class Card:
    """One text: what is approved, by whom so far, and what remains.

    `mine`: the answer of whoever looks, None if she is not asked.  `left`: pieces of text that
    nobody has looked at.  `notice`: how its notice stands; `posted_on`: when it was first up.
    """

    version: MinutesVersion
    title: str
    state: VersionState
    answers: list[Answer]
    mine: Answer | None
    days: MinutesDays
    notice: Standing | None
    posted_on: str | None
    left: int

    @property
    def is_open(self) -> bool:
        """Does it wait for whoever looks?"""
        mine = self.mine
        return self.state is VersionState.WAITING and mine is not None and mine.row.answer is None


@blueprint.get("/approval")
@signed_in
def approval(meeting_id: int) -> str:
    with database().reading() as session:
        let_in(session, meeting_id)
        meeting = state.meeting(session, meeting_id)
        person, by = int(current_user.id), Actor(current_user.id)
        cards = [card(session, one, person) for one in approvals.versions(session, meeting_id)]
        told = {
            "meeting": meeting,
            "state": state.state(meeting),
            "leads": may_lead(session, meeting_id, by),
            "office": may_clerk(session, meeting_id, by),
            "works": may_work_with_minutes(session, meeting_id, person),
            "verifiers": approvals.verifiers(session, meeting_id),
            "plan": approvals.plan(session, meeting_id),
            "needed": state.procedure(meeting).minutes_verifiers,
            "people": _people(session, meeting),
            "days": approvals.days(meeting),
            "today": state.today(),
            "cards": cards,
            "items": _done(session, meeting_id, cards),
        }
    told["seen"] = live().view(meeting_id, _onlooker(), {MinutesReady.kind})
    return render_template("screens/minutes/approval.html", minutes_at=_where(meeting_id), **told)


def _onlooker() -> Onlooker:
    """Everybody who reads the minutes hears at once how they are approved."""
    return Onlooker(Audience.MEMBER, language=current())


def card(session: Session, version: MinutesVersion, person_id: int) -> Card:
    meeting = state.meeting(session, version.meeting_id)
    now, answers = approvals.state_of(version), approvals.answers(session, version)
    is_approved = now is VersionState.APPROVED
    pieces = reviewing.proposals(session, meeting.id) if is_approved else []
    posted_on = announcing.first_posted_on(session, version) if is_approved else None
    return Card(
        version=version,
        title=title(session, version),
        state=now,
        answers=answers,
        mine=next((one for one in answers if one.approver.person_id == person_id), None),
        days=approvals.days(meeting, version.approved_on, posted_on),
        notice=announcing.standing_of(session, version) if is_approved else None,
        posted_on=posted_on,
        left=sum(not piece.is_decided for piece in pieces),
    )


def title(session: Session, version: MinutesVersion) -> str:
    if version.item_id is None:
        return str(_("Hela protokollet"))
    item = any_item_in(session, version.meeting_id, version.item_id)
    return f"§ {version.paragraph} {item.title}"


def _people(session: Session, meeting: Meeting) -> list[tuple[int, str]]:
    """Who can be chosen: those who sit, or have sat, and do not lead."""
    if state.state(meeting) is MeetingState.CLOSED:
        sat = select(Attendance.person_id).where(
            Attendance.meeting_id == meeting.id, Attendance.seat.is_not(None)
        )
        people = [named(session, meeting.id, one) for one in session.scalars(sat.distinct())]
        found = [(one.id, one.name, one.party) for one in people]
    else:
        rows = roll(session, meeting.id)
        found = [(row.person_id, row.name or "", row.party) for row in rows if row.person_id]
    found = [one for one in found if one[0] != meeting.presiding_id]
    found.sort(key=lambda one: swedish.sort_key(one[1]))
    return [(number, f"{name} ({party})" if party else name) for number, name, party in found]


def _done(session: Session, meeting_id: int, cards: list[Card]) -> list[AgendaRow]:
    """Items that could be approved at once."""
    under_way = {one.version.item_id for one in cards if one.state is not VersionState.RETURNED}
    rows = items.agenda(session, meeting_id)
    return [row for row in rows if row.state is ItemState.DONE and row.item.id not in under_way]


def _where(meeting_id: int) -> str:
    address = url_for("published_minutes.published", meeting_id=meeting_id, _external=True)
    words: str = _("Fullmäktiges kansli, och på webben: %(address)s", address=address)
    return words
