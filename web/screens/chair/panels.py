"""The pieces of the chair's screen."""

from typing import Any

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from agenda.facts import AccountableListed
from core.actor import Audience, Onlooker
from core.live import Panel
from meetings.models import HelpCall
from meetings.queries import conflicts, distance, lost, privacy, roll
from meetings.rules.steps import ItemStep, path
from voting.queries.places import present
from voting.queries.special import exemption
from voting.queries.words import requirement
from voting.rules.elections import ElectionKind
from web.language import said
from web.screens import follow
from web.screens.chair import asking
from web.screens.chair.scene import Scene, scene_of
from web.screens.chair.script import script

CHAIR = frozenset({Audience.CHAIR})
TABLED = (ItemStep.PRESENTATION, ItemStep.DEBATE, ItemStep.DECISION)  # nothing is asked


def _head(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    steps = [step for step in path(now.kind) if _is_used(now, step)] if now.kind else []
    place = steps.index(now.step) if now.step in steps else 0
    return {"scene": now, "steps": [_(step.label) for step in steps], "place": place}


def _is_used(now: Scene, step: ItemStep) -> bool:
    """Steps that this item does not need are left out."""
    if step is ItemStep.ORDER:
        return bool(now.course and (now.course.needs_order or now.course.is_order_approved))
    course = now.course
    if course is not None and course.tabling is not None and step not in TABLED:
        return now.step is step
    is_counted = course is not None and course.is_yes_or_no
    if step is ItemStep.ACCLAMATION:
        return not is_counted or now.step is step
    if step is ItemStep.DIVISION:
        return bool(now.vote or now.demands or now.step is step or is_counted)
    return step is not ItemStep.CLOSED


def _script(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    return {"scene": now, "script": script(now), "levels": asking.levels(now)}


def _floor(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    return {"scene": scene_of(session, meeting_id)}


def _vote(session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    if not now.is_vote_open or now.vote is None:
        return {"scene": now}
    share = requirement(now.vote, present(now.places), onlooker.language)
    return {"scene": now, "required": share}


def _alarms(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    now = scene_of(session, meeting_id)
    return {
        "lost": lost.lost(session, now.meeting),
        "unidentified": roll.unidentified(session, meeting_id),
        "unattested": privacy.unattested(session, meeting_id),
        "asking": distance.waiting(session, meeting_id),
        "aside": conflicts.standing_aside(session, now.meeting) if now.current else [],
        "calls": _calls(session, meeting_id),
        "scene": now,
    }


def _calls(session: Session, meeting_id: int) -> int:
    going = select(func.count(HelpCall.id)).where(
        HelpCall.meeting_id == meeting_id, HelpCall.ended_at.is_(None)
    )
    return session.scalar(going) or 0


def _faces(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    return {"seats": roll.roll(session, meeting_id), "scene": scene_of(session, meeting_id)}


def _dialogs(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    seated = [row for row in roll.roll(session, meeting_id) if row.person_id]
    people = [(row.person_id, f"{row.name} ({row.party})") for row in seated]
    listed = [(each.value, said(each.label)) for each in ElectionKind]
    now = scene_of(session, meeting_id)
    excepted = exemption(session, now.item) if now.may_be_proportional else None
    return {"scene": now, "people": people, "elections": listed, "excepted": excepted}


LISTED = frozenset({AccountableListed.kind})
SAID = (
    follow.STEPS
    | follow.FLOOR
    | follow.ROLL
    | follow.LINES
    | follow.PROPOSALS
    | follow.BALLOTS
    | follow.REMINDED
    | LISTED
    | follow.AGENDA
    | follow.URN
)
PANELS = [
    Panel("head", "screens/chair/_head.html", follow.STEPS | follow.ROLL, _head, CHAIR),
    Panel(
        "script",
        "screens/chair/_script.html",
        SAID,
        _script,
        CHAIR,
    ),
    Panel(
        "vote",
        "screens/chair/_vote.html",
        follow.VOTE | follow.BALLOTS | follow.ROLL | follow.LINES | follow.ITEM,
        _vote,
        CHAIR,
    ),
    Panel(
        "speaking",
        "screens/chair/_speaking.html",
        follow.FLOOR | follow.ITEM | follow.VOTE,
        _floor,
        CHAIR,
    ),
    Panel(
        "queue",
        "screens/chair/_queue.html",
        follow.FLOOR | follow.ITEM | follow.LINES | follow.VOTE,
        _floor,
        CHAIR,
    ),
    Panel(
        "proposals",
        "screens/chair/_proposals.html",
        follow.PROPOSALS | follow.STEPS,
        _script,
        CHAIR,
    ),
    Panel(
        "alarms",
        "screens/chair/_alarms.html",
        follow.LINES | follow.ROLL | follow.HELP | follow.STEPS | follow.DISTANCE | follow.ROOM,
        _alarms,
        CHAIR,
    ),
    Panel(
        "dialogs",
        "screens/chair/_dialogs.html",
        follow.ITEM | follow.ROLL | follow.VOTE | follow.AGENDA | follow.DECISION,
        _dialogs,
        CHAIR,
    ),
    Panel("faces", "screens/chair/_faces.html", follow.ROLL | follow.MEETING, _faces, CHAIR),
]
