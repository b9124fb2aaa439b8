"""The stories of the rule book, step by step, as far as the rules alone can tell them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from agenda.rules.deadlines import (
    NoticeStatus,
    decide_or_report_by,
    latest_days,
    notice_status,
    summons_check,
)
from agenda.rules.special import SpecialMatter
from councils.rules.procedure import Procedure
from councils.rules.substitutes import Mandate, substitute_order
from meetings.rules.attendance import Stop, StopReason, may_serve, may_step_in
from meetings.rules.conflict import MemberAct, recused_may
from meetings.rules.convening import may_decide_unannounced
from meetings.rules.legal_force import appeal_days, minutes_deadline
from meetings.rules.quorum import quorum
from meetings.rules.remote import line_choices, may_be_remote, request_by
from tests.law.vectors import load
from voting.rules.majority import Required, Tally, outcome
from voting.rules.special import special_majority
from voting.rules.statements import Standing, may_reserve

Plain = dict[str, Any]
MEETING = date(2026, 12, 14)
PROCEDURE = Procedure(
    remote_allowed=True, remote_decided_on=date(2026, 6, 15), remote_decision="§ 80"
)


def check_in(given: Plain, setting: Plain) -> Plain:
    presides = given["who"] in setting["presidium"].values()
    refusal = given["mode"] == "remote" and may_be_remote(MEETING, PROCEDURE, presides=presides)
    return {"allowed": False, "reason": refusal} if refusal else {"allowed": True}


def roll_call(given: Plain, setting: Plain) -> Plain:
    present = given["hall"] + given["remote"]
    pairs: list[list[str]] = []
    for away in given["absent_members"]:
        party = away.rstrip("0123456789")
        mandate = Mandate(
            away, party, "1", 1, tuple(setting["substitutes_in_calling_order"][party])
        )
        pairs.append([away, substitute_order(away, [mandate]).called or ""])
    serving = present + len(pairs)
    is_quorate = quorum(setting["seats"], serving).is_quorate
    return {
        "members_present": present,
        "serving_substitutes": pairs,
        "serving": serving,
        "quorate": is_quorate,
    }


def late_arrival(given: Plain, setting: Plain) -> Plain:
    refusal = may_step_in(MEETING, [], substitute_serves=True, item_open=not given["between_items"])
    serves, down = (given["who"], "SDe1") if refusal is None else ("SDe1", given["who"])
    return {"serves_now": serves, "steps_down": down, "serving": setting["seats"]}


def attempt_return(given: Plain, _: Plain) -> Plain:
    stopped = Stop(MEETING, StopReason.LEFT)
    refusal = may_serve(MEETING, [stopped] if given["same_day"] else [])
    return {"allowed": refusal is None, "reason": refusal}


def conflict(given: Plain, setting: Plain) -> Plain:
    stop = Stop(MEETING, StopReason.CONFLICT)
    substitutes = tuple(setting["substitutes_in_calling_order"]["L"])
    mandate = Mandate(given["who"], "L", "1", 2, substitutes)
    return {
        "recused_for_item": not recused_may(MemberAct.VOTE),
        "replaced_by": substitute_order(given["who"], [mandate]).called,
        "serves_again_after_item": may_serve(MEETING, [stop]) is None,
        "note_in_minutes": True,
    }


def mass_disconnect(given: Plain, setting: Plain) -> Plain:
    is_quorate = quorum(setting["seats"], given["still_serving"]).is_quorate
    if is_quorate:
        return {"quorate": True}
    return {"quorate": False, "choices": list(line_choices(quorate=False))}


def urgent_item(given: Plain, _: Plain) -> Plain:
    agree = given["for_deciding"]
    return {"may_decide": may_decide_unannounced(present=given["present"], agree=agree)}


def reservation(given: Plain, _: Plain) -> Plain:
    standing = Standing.YES if given["took_part_in_decision"] else Standing.NOT_TAKING_PART
    closed = given["registered"] == "after_meeting_closed"
    refusal = may_reserve(standing, meeting_closed=closed)
    return {"accepted": refusal is None, "reason": refusal}


def referral_back(given: Plain, _: Plain) -> Plain:
    found = outcome(Tally(**given["tally"]), required=Required.ONE_THIRD, present=given["present"])
    return {"carried": found.result == "no", "needed": found.needed}


def not_prepared(given: Plain, _: Plain) -> Plain:
    present = given["present"]
    may = may_decide_unannounced(present=present, agree=present - given["against"])
    return {"may_decide": may}


def publish_notice(given: Plain, _: Plain) -> Plain:
    status = notice_status(_day(given["meeting"]), _day(given["posted"]))
    return {"ok": status is NoticeStatus.ORDINARY}


def urgent_notice(given: Plain, _: Plain) -> Plain:
    return {"latest": str(latest_days(_day(given["meeting"])).urgent)}


def summons(given: Plain, _: Plain) -> Plain:
    check = summons_check(_day(given["meeting"]), [("S01", _day(given["sent"]))])
    return {"ok": check.on_time}


def extra_election(given: Plain, _: Plain) -> Plain:
    votes = given["tally"]["yes"]
    found = special_majority(SpecialMatter.EXTRA_ELECTION, present=given["present"], votes=votes)
    return {"carried": found.reached, "needed": found.needed}


def remote_request(given: Plain, _: Plain) -> Plain:
    latest = request_by(
        _day(given["meeting"]), Procedure(remote_request_days=given["policy"]["deadline_days"])
    )
    return {"on_time": _day(given["requested"]) <= latest}


def approved(given: Plain, _: Plain) -> Plain:
    days = minutes_deadline(_day(given["meeting"]), approved=_day(given["approved"]))
    return {"ok": days.approved_on_time}


def posted(given: Plain, _: Plain) -> Plain:
    days = minutes_deadline(
        date(2026, 12, 14), approved=_day(given["approved"]), posted=_day(given["posted"])
    )
    return {"ok": days.posted_on_time}


def appeal(given: Plain, _: Plain) -> Plain:
    days = appeal_days(_day(given["posted"]))
    return {"last_day": str(days.last_day), "legal_force": str(days.legal_force)}


def taken_down(given: Plain, _: Plain) -> Plain:
    days = appeal_days(_day(given["posted"]), removed=_day(given["removed"]))
    return {"appeal_period_ran_out": days.ran_out}


def motion(given: Plain, _: Plain) -> Plain:
    return {"decide_or_report_by": str(decide_or_report_by(_day(given["date"])))}


def _day(text: str) -> date:
    return date.fromisoformat(text)


STEPS: list[tuple[int, int, Callable[[Plain, Plain], Plain]]] = [
    (1, 1, check_in),
    (1, 2, check_in),
    (1, 3, roll_call),
    (1, 4, late_arrival),
    (1, 6, attempt_return),
    (1, 7, conflict),
    (1, 13, referral_back),
    (1, 16, mass_disconnect),
    (1, 17, mass_disconnect),
    (1, 18, urgent_item),
    (1, 20, reservation),
    (1, 21, reservation),
    (3, 1, publish_notice),
    (3, 2, publish_notice),
    (3, 3, urgent_notice),
    (3, 4, urgent_notice),
    (3, 5, summons),
    (3, 6, not_prepared),
    (3, 7, extra_election),
    (3, 11, remote_request),
    (3, 15, approved),
    (3, 16, approved),
    (3, 17, posted),
    (3, 18, appeal),
    (3, 19, appeal),
    (3, 20, taken_down),
    (3, 22, motion),
]
STORIES = {1: "scenario1_hybrid_meeting.json", 3: "scenario3_lifecycle.json"}


@pytest.mark.parametrize(
    ("story", "step", "told"), STEPS, ids=[f"{a}-{b}-{c.__name__}" for a, b, c in STEPS]
)
def test_the_story_goes_as_the_rule_book_tells_it(
    story: int, step: int, told: Callable[[Plain, Plain], Plain]
) -> None:
    book = load(STORIES[story])
    row = next(row for row in book["steps"] if row["step"] == step)
    ours = told(row["given"], book.get("setting", {}))
    assert ours == {key: row["expected"][key] for key in ours}
