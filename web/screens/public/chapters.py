"""Hoppa till ett ärende: every item with its time, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from agenda.models import Item
from agenda.rules.numbering import time_plan
from core import swedish
from meetings.queries.items import ItemState
from voting.models import Vote
from voting.queries.decisions import Decided
from web.screens.public.scene import Scene


@dataclass(frozen=True)
class Chapter:
    """`at`: when it was opened.  `planned`: when it is expected, in UTC, before the meeting.

    `decision`: the latest.  `vote` behind it, unless that was behind closed doors.
    """

    item: Item
    state: ItemState
    at: str | None
    planned: str | None
    decision: str | None
    vote: Vote | None


def chapters(scene: Scene) -> list[Chapter]:
    planned = _plan(scene)
    return [
        Chapter(
            row.item,
            row.state,
            row.opened_at,
            planned.get(row.item.id),
            *_outcome(scene.decided_on(row.item)),
        )
        for row in scene.agenda
    ]


def _outcome(decided: list[Decided]) -> tuple[str | None, Vote | None]:
    if not decided:
        return None, None
    last = decided[-1]
    return last.decision.text, None if last.item.closed_doors else last.vote


def _plan(scene: Scene) -> dict[int, str]:
    """Only until the meeting is opened: afterwards nobody knows."""
    minutes = [row.item.minutes_planned for row in scene.agenda]
    if scene.meeting.opened_at or not any(minutes):
        return {}
    day, hour = date.fromisoformat(scene.meeting.date), time.fromisoformat(scene.meeting.starts)
    slots = time_plan(datetime.fromisoformat(swedish.to_utc(day, hour)), minutes)
    begins = [slot.begins.isoformat() for slot in slots]
    return {row.item.id: at for row, at in zip(scene.agenda, begins, strict=True)}
