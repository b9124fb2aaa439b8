"""Quorum, extra meetings, and the days of the minutes and of appeals (KL 5:12, 5:45–46, 13:5)."""

from datetime import date
from typing import ClassVar

import msgspec

from meetings.rules import convening, legal_force
from meetings.rules import quorum as quorums
from web.counting.fields import Case, Natural, Plain, Positive


class Quorum(Case, frozen=True):
    concerns: ClassVar[str] = "participating, recused"
    seats: Positive
    participating: Natural
    recused: Natural = 0
    activity: quorums.Activity = quorums.Activity.ITEM
    answers_exempt: bool = False


def quorum(given: Quorum) -> Plain:
    found = quorums.quorum(
        given.seats,
        given.participating,
        recused=given.recused,
        activity=given.activity,
        answers_exempt=given.answers_exempt,
    )
    return {"needed": found.needed, "quorate": found.is_quorate, "ground": found.ground}


class ExtraMeeting(Case, frozen=True):
    concerns: ClassVar[str] = "requested_by"
    seats: Positive
    requested_by: Natural = 0
    board_requests: bool = False
    chair_wants: bool = False


def extra_meeting(given: ExtraMeeting) -> Plain:
    found = convening.extra_meeting(**msgspec.structs.asdict(given))
    grounds = list(found.grounds)
    return {"needed": found.needed, "must_be_held": found.must_be_held, "grounds": grounds}


class MinutesDeadline(Case, frozen=True):
    concerns: ClassVar[str] = "approved, posted"
    last_meeting_day: date
    approved: date | None = None
    posted: date | None = None


def minutes_deadline(given: MinutesDeadline) -> Plain:
    found = legal_force.minutes_deadline(
        given.last_meeting_day, approved=given.approved, posted=given.posted
    )
    return {
        "approve_latest": str(found.approve_latest),
        "approved_on_time": found.approved_on_time,
        "post_latest": found.post_latest and str(found.post_latest),
        "posted_on_time": found.posted_on_time,
    }


class Gap(Case, frozen=True):
    first: date = msgspec.field(name="from")
    last: date = msgspec.field(name="to")


class AppealLastDay(Case, frozen=True):
    concerns: ClassVar[str] = "removed, gaps"
    posted: date
    removed: date | None = None
    gaps: tuple[Gap, ...] = ()


def appeal_last_day(given: AppealLastDay) -> Plain:
    gaps = [(gap.first, gap.last) for gap in given.gaps]
    found = legal_force.appeal_days(given.posted, removed=given.removed, gaps=gaps)
    return {
        "nominal": str(found.nominal),
        "last_day": str(found.last_day),
        "ran_out": found.ran_out,
        "legal_force": found.legal_force and str(found.legal_force),
        "removable_from": str(found.removable_from),
    }
