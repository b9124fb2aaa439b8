"""The minutes' way to approval twice: folded from the log alone, and read from the tables."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from meetings.models import Approval, Mask, MinutesVersion, NoticeKind, Verifier
from meetings.queries import approval, board
from meetings.rules.approval import VersionState


@dataclass
class Text:
    """One version.  `answers`: the day by person, None while she has not accepted."""

    item: int | None
    digest: str
    answers: dict[int, str | None]
    state: str = VersionState.WAITING
    why: str | None = None
    approved_on: str | None = None
    file: str | None = None
    is_published: bool = False


@dataclass
class Posted:
    """A notice that these items have been approved."""

    items: tuple[int, ...]
    is_down: bool = False


@dataclass
class Told:
    verifiers: list[int] = field(default_factory=list)
    plan: tuple[str, str | None, str | None] | None = None
    texts: dict[int, Text] = field(default_factory=dict)
    masks: dict[int, bool] = field(default_factory=dict)
    notices: dict[int, Posted] = field(default_factory=dict)


def fold(entries: Iterable[Entry]) -> Told:
    told = Told()
    for entry in entries:
        _text_goes(told, entry.kind, entry.payload)
        _board(told, entry.kind, entry.payload)
    return told


def _text_goes(told: Told, kind: str, fact: dict[str, Any]) -> None:
    text = told.texts.get(fact.get("version_id", 0))
    match kind:
        case "verifiers.chosen":
            told.verifiers = [one["person_id"] for one in fact["verifiers"]]
            told.plan = (fact["date"], fact["starts"], fact["place"])
        case "minutes.ready":
            asked = dict.fromkeys(one["person_id"] for one in fact["approvers"])
            told.texts[fact["version_id"]] = Text(fact["item_id"], fact["digest"], asked)
        case "minutes.accepted" if text:
            text.answers[fact["approver"]["person_id"]] = fact["on"]
            if fact["approved_on"]:
                text.state, text.approved_on = VersionState.APPROVED, fact["approved_on"]
        case "minutes.returned" if text:
            text.state, text.why = VersionState.RETURNED, fact["why"]
        case "minutes.kept" if text:
            text.file = fact["file"]
        case "minutes.published" if text:
            text.is_published = True
        case "minutes.masked":
            told.masks[fact["mask_id"]] = fact["is_hidden"]


def _board(told: Told, kind: str, fact: dict[str, Any]) -> None:
    match kind:
        case "notice.posted" if fact["notice_kind"] == NoticeKind.APPROVAL:
            told.notices[fact["notice_id"]] = Posted(tuple(fact["item_ids"]))
            if fact["again_of"]:
                told.notices[fact["again_of"]].is_down = True
        case "notice.removed" if fact["notice_id"] in told.notices:
            told.notices[fact["notice_id"]].is_down = True


def tables(session: Session, meeting_id: int) -> Told:
    chosen = select(Verifier.person_id).where(Verifier.meeting_id == meeting_id)
    plan = approval.plan(session, meeting_id)
    masks = select(Mask).where(Mask.meeting_id == meeting_id)
    return Told(
        verifiers=list(session.scalars(chosen.order_by(Verifier.position))),
        plan=(plan.date, plan.starts, plan.place) if plan else None,
        texts={one.id: _text(session, one) for one in approval.versions(session, meeting_id)},
        masks={one.id: one.is_hidden for one in session.scalars(masks)},
        notices={
            one.id: Posted(tuple(item["item_id"] for item in one.items), one.removed_at is not None)
            for one in board.of_meeting(session, meeting_id, NoticeKind.APPROVAL)
        },
    )


def _text(session: Session, version: MinutesVersion) -> Text:
    asked = session.scalars(select(Approval).where(Approval.version_id == version.id))
    return Text(
        item=version.item_id,
        digest=version.digest,
        answers={one.person_id: one.on if one.answer == "accepted" else None for one in asked},
        state=approval.state_of(version),
        why=version.returned_why,
        approved_on=version.approved_on,
        file=version.file,
        is_published=version.published_at is not None,
    )
