"""The worked cases of the rule book that a calendar decides, day by day through the product.

All the hand-made ones (`rules_basic.json`) of the notice, the summons, the minutes and the time for
appeal: each stands on an edge of its own, a day before a holiday or the day after the last.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from core import clock
from core.swedish import long_date
from meetings.queries import approval, summoning
from meetings.rules.legal_force import MinutesDays
from tests.law.product.afterwards import announce, approve, look_every_hour, standing, text
from tests.law.product.book import Plain, setting
from tests.law.product.council import CLERK, People, Told, settle
from tests.law.product.evening import Evening
from tests.law.vectors import load
from tests.meetings.halls import Wall
from tests.worlds import Clients

SHORT: list[Told] = [("Upprop", "formality", None, None)]
DAY = re.compile(r"(\d+) (\w+) (\d{4})")
MONTHS = [long_date(date(2026, month, 1)).split()[1] for month in range(1, 13)]
NOT_TOLD = {"s3": "everybody who is elected is summoned; without anybody there is no meeting"}
NAMES = {"S1": "S01", "M1": "M01"}


@pytest.fixture
def wall() -> Iterator[Wall]:
    moment = Wall("2026-09-01T09:00:00+00:00")
    with clock.set_to(moment):
        yield moment


class Calendar:
    """The council of the stories, and its meetings on any day."""

    def __init__(self, app: Flask, clients: Clients, wall: Wall) -> None:
        self.app, self.clients, self.wall = app, clients, wall
        self.people: People = settle(app, setting())

    def meeting(self, day: str, told: list[Told] = SHORT) -> Evening:
        return Evening(self.app, self.clients, self.people, self.wall, day, told)

    def held(self, day: str, told: list[Told] = SHORT) -> Evening:
        """Announced in time and held; the minutes are not written yet."""
        evening = self.meeting(day, told)
        evening.announce(str(date.fromisoformat(day) - timedelta(weeks=1)))
        evening.begin(day)
        for item in evening.items:
            evening.turn_to(item)
            evening.leave(item)
        return evening


@pytest.fixture
def calendar(app: Flask, clients: Clients, wall: Wall) -> Calendar:
    return Calendar(app, clients, wall)


def cases(rule: str) -> list[Plain]:
    found = load("rules_basic.json")["cases"]
    return [one for one in found if one["rule"] == rule and one["id"] not in NOT_TOLD]


def test_every_day_comes_out_as_in_the_rule_book(calendar: Calendar) -> None:
    ours, book = Plain(), Plain()
    tell = {
        "notice_deadline": notice,
        "summons_deadline": summons,
        "minutes_deadline": minutes,
    }
    for rule, told in tell.items():
        for case in cases(rule):
            ours[case["id"]] = told(calendar, case["input"])
            expected = case["expected"]
            book[case["id"]] = {key: expected[key] for key in ours[case["id"]]}
    ours |= appeals(calendar)
    book |= {case["id"]: case["expected"] for case in cases("appeal_last_day")}
    assert ours == book


def notice(calendar: Calendar, given: Plain) -> Plain:
    """Posted on that day, or opened without; the refusal tells the last days."""
    evening = calendar.meeting(given["meeting"])
    if not given.get("posted"):
        assert evening.put(evening.clerk, "/convening") == 200
        evening.wall.set(f"{given['meeting']}T17:00:00+00:00")
        _, words = evening.said(evening.chair, "PUT", "/opening")
        return _last_days(words) | {"status": None}
    evening.wall.set(f"{given['posted']}T09:00:00+00:00")
    _, words = evening.said(evening.clerk, "POST", "/notices")
    if not words:
        return {"status": "ORDINARY"}
    urgent = {"urgent": evening.items[0]}
    _, words = evening.said(evening.clerk, "POST", "/notices", **urgent)
    return _last_days(words) | {"status": "TOO_LATE"} if words else {"status": "URGENT_ONLY"}


def _last_days(words: str) -> Plain:
    """ "Sista dagen var 7 december 2026, för brådskande ärenden 11 december 2026.\""""
    days = [date(int(y), MONTHS.index(m) + 1, int(d)) for d, m, y in DAY.findall(words)]
    latest, urgent = (str(day) for day in days)
    return {"latest": latest, "latest_urgent": urgent}


def summons(calendar: Calendar, given: Plain) -> Plain:
    """To those named on their days, to all others on the last one."""
    evening, people = calendar.meeting(given["meeting"]), calendar.people
    evening.wall.set("2026-12-01T09:00:00+00:00")
    assert evening.put(evening.clerk, "/convening") == 200
    evening.wall.set("2026-12-13T09:00:00+00:00")
    own = {people[NAMES.get(one["id"], one["id"])]: one for one in given["recipients"]}
    others = [person for name, person in people.items() if name != CLERK and person not in own]
    days: dict[str, list[int]] = {"2026-12-07": others}
    for person, one in own.items():
        if one["sent"]:
            days.setdefault(one["sent"], []).append(person)
    for day, called in days.items():
        form = {"person": called, "how": "post", "day": day}
        assert evening.act(evening.clerk, "POST", "/summonses", **form).status_code == 200
    with evening.database.reading() as session:
        found = summoning.called(session, evening.row())
    late = {one.person.id for one in found.recipients if one.is_late}
    latest = {"latest": str(found.latest.ordinary), "latest_urgent": str(found.latest.urgent)}
    return latest | {
        "on_time": found.on_time,
        "late": [one["id"] for person, one in own.items() if person in late],
    }


def minutes(calendar: Calendar, given: Plain) -> Plain:
    """Approved and announced on those days, if at all."""
    evening = calendar.held(given["last_meeting_day"])
    evening.end()
    if "approved" not in given:
        return _not_approved(evening, given)
    version = approve(evening, given["approved"])
    approved_on = text(evening, version).approved_on
    days = approval.days(evening.row(), approved_on)
    told = _told(days)
    if "posted" in given:
        evening.wall.set(f"{given['posted']}T09:00:00+00:00")
        shown = evening.page("/minutes/approval", evening.clerk)
        told["posted_on_time"] = "Justeringen skulle ha tillkännagivits senast" not in shown
        announce(evening, version, given["posted"])
    return told


def _told(days: MinutesDays) -> Plain:
    return {
        "approve_latest": str(days.approve_latest),
        "approved_on_time": days.approved_on_time,
        "post_latest": days.post_latest and str(days.post_latest),
    }


def _not_approved(evening: Evening, given: Plain) -> Plain:
    if "posted" not in given:
        return _told(approval.days(evening.row()))
    version = evening.post(evening.clerk, "/minutes/versions")
    form = {"minutes_at": "Kansliet"}
    refused = evening.said(evening.clerk, "POST", f"/minutes/versions/{version}/notices", **form)
    assert refused == (409, "Protokollet är inte justerat.")
    return {"error": "BAD_INPUT"}


def appeals(calendar: Calendar) -> Plain:
    """Each case has an item of its own, approved in the meeting so that it can be announced."""
    ours, told = Plain(), cases("appeal_last_day")
    for posted in sorted({case["input"]["posted"] for case in told}):
        mine = [case for case in told if case["input"]["posted"] == posted]
        before = date.fromisoformat(posted) - timedelta(days=1)
        monday = str(before - timedelta(days=before.weekday()))
        evening = calendar.held(monday, [(one["id"], *SHORT[0][1:]) for one in mine])
        versions = [approve(evening, item=item) for item in evening.items]
        evening.end()
        notices = [announce(evening, version, posted) for version in versions]
        for case, number in zip(mine, notices, strict=True):
            ours[case["id"]] = _appeal(evening, number, case["input"])
    return ours


def _appeal(evening: Evening, number: int, given: Plain) -> Plain:
    missing = tuple(gap["from"] for gap in given.get("gaps", []))
    if removed := given.get("removed"):
        look_every_hour(evening, number, removed)
        assert evening.delete(evening.clerk, f"/notices/{number}", confirmed=1) == 200
    else:
        after = date.fromisoformat(given["posted"]) + timedelta(weeks=4)
        look_every_hour(evening, number, str(after), missing)
    appeal = standing(evening, number).appeal
    assert appeal is not None
    return {
        "nominal": str(appeal.nominal),
        "last_day": str(appeal.last_day),
        "ran_out": appeal.ran_out,
        "legal_force": appeal.legal_force and str(appeal.legal_force),
        "removable_from": str(appeal.removable_from),
    }
