"""The worked cases' rules by name: plain input to our functions, our answers to plain output."""

from collections.abc import Callable
from datetime import date
from typing import Any

from agenda.rules.deadlines import latest_days, notice_status, summons_check
from councils.rules.size import Body, council_size
from councils.rules.substitutes import Mandate, substitute_order
from meetings.rules.convening import extra_meeting
from meetings.rules.legal_force import appeal_days, minutes_deadline
from meetings.rules.quorum import Activity, quorum
from voting.rules.division import Matter, division_result
from voting.rules.elections import ElectionKind, lpv_request
from voting.rules.majority import Choice, Tally
from voting.rules.minority import Delay, DelayVote, TieBreak, minority_referral
from voting.rules.order import Answer, order_of_questions
from voting.rules.special import SpecialMatter, special_majority

Plain = dict[str, Any]


def answer(rule: str, given: Plain) -> Plain:
    try:
        return RULES[rule](given)
    except ValueError:
        return {"error": "BAD_INPUT"}


def _quorum(given: Plain) -> Plain:
    found = quorum(
        given["seats"],
        given["participating"],
        recused=given.get("recused", 0),
        activity=Activity(given.get("activity", "item")),
        answers_exempt=given.get("answers_exempt", False),
    )
    return {"needed": found.needed, "quorate": found.is_quorate, "ground": found.ground}


def _minority_referral(given: Plain) -> Plain:
    broken = given.get("tie_break")
    vote = DelayVote(
        given["present"],
        given["for"],
        given["against"],
        Delay(given.get("kind", "refer_back")),
        already_used=given.get("already_used", False),
        election=given.get("election", False),
        extra_election_first_time=given.get("extra_election_first_time", False),
        tie_break=None if broken is None else TieBreak(broken),
    )
    found = minority_referral(vote)
    return {
        "needed": found.needed,
        "carried": found.carried,
        "ground": found.ground,
        "uses_minority_right": found.uses_minority_right,
    }


def _lpv_request(given: Plain) -> Plain:
    found = lpv_request(
        given["present"],
        given["places"],
        given["requested_by"],
        election=ElectionKind(given.get("election", "committee")),
        substitutes=given.get("substitutes", False),
        members_proportional=given.get("members_proportional"),
        other_ground=given.get("other_ground", False),
    )
    return {"needed": found.needed, "proportional": found.is_proportional, "reason": found.reason}


def _extra_meeting(given: Plain) -> Plain:
    found = extra_meeting(**given)
    return {
        "needed": found.needed,
        "must_be_held": found.must_be_held,
        "grounds": list(found.grounds),
    }


def _two_thirds(given: Plain) -> Plain:
    found = special_majority(
        SpecialMatter(given["matter"]), present=given["present"], votes=given["votes"]
    )
    return {"needed": found.needed, "reached": found.reached, "outcome": found.outcome}


def _council_size(given: Plain) -> Plain:
    seats = given.get("seats")
    found = council_size(Body(given["body"]), given["electors"], seats)
    valid = None if seats is None else not found.faults
    return {"minimum": found.minimum, "valid": valid, "faults": list(found.faults)}


def _notice_deadline(given: Plain) -> Plain:
    meeting = _day(given["meeting"])
    latest = latest_days(meeting)
    return {
        "latest": str(latest.ordinary),
        "latest_urgent": str(latest.urgent),
        "status": notice_status(meeting, _maybe(given.get("posted"))),
    }


def _summons_deadline(given: Plain) -> Plain:
    recipients = [(one["id"], _maybe(one.get("sent"))) for one in given.get("recipients", [])]
    found = summons_check(_day(given["meeting"]), recipients)
    return {
        "latest": str(found.latest.ordinary),
        "latest_urgent": str(found.latest.urgent),
        "on_time": found.on_time,
        "late": list(found.late),
    }


def _minutes_deadline(given: Plain) -> Plain:
    found = minutes_deadline(
        _day(given["last_meeting_day"]),
        approved=_maybe(given.get("approved")),
        posted=_maybe(given.get("posted")),
    )
    return {
        "approve_latest": str(found.approve_latest),
        "approved_on_time": found.approved_on_time,
        "post_latest": found.post_latest and str(found.post_latest),
        "posted_on_time": found.posted_on_time,
    }


def _appeal_last_day(given: Plain) -> Plain:
    gaps = [(_day(gap["from"]), _day(gap["to"])) for gap in given.get("gaps", [])]
    found = appeal_days(_day(given["posted"]), removed=_maybe(given.get("removed")), gaps=gaps)
    return {
        "nominal": str(found.nominal),
        "last_day": str(found.last_day),
        "ran_out": found.ran_out,
        "legal_force": found.legal_force and str(found.legal_force),
        "removable_from": str(found.removable_from),
    }


def _order_of_questions(given: Plain) -> Plain:
    answers = [
        Answer(
            one["yes"],
            one["no"],
            Tally(**one["tally"]) if "tally" in one else None,
            _choice(one.get("casting")),
            _choice(one.get("acclaimed")),
        )
        for one in given.get("divisions", [])
    ]
    found = order_of_questions(given["order"], answers)
    return {
        "status": found.status,
        "winner": found.winner,
        "log": [
            {
                "stage": row.pair.stage,
                "yes": row.pair.yes,
                "no": row.pair.no,
                "tally": row.tally and vars(row.tally),
                "by": row.by,
                "result": row.result,
            }
            for row in found.log
        ],
        "next": found.next and vars(found.next),
        "max_divisions": found.max_divisions,
    }


def _substitute_order(given: Plain) -> Plain:
    members = [
        Mandate(
            one["id"], one["party"], one["constituency"], one["seat"], tuple(one["substitutes"])
        )
        for one in given["members"]
    ]
    found = substitute_order(
        given["absent"],
        members,
        body=Body(given.get("body", "municipality")),
        party_votes=given.get("party_votes"),
        unavailable=given.get("unavailable", []),
        serving=given.get("serving", []),
    )
    return {
        "status": "NONE" if found.called is None else "CALLED",
        "called": found.called,
        "step": found.step,
        "via": found.via,
        "order": list(found.order),
    }


def _division_result(given: Plain) -> Plain:
    found = division_result(
        Tally(**given["tally"]),
        matter=Matter(given.get("matter", "ordinary")),
        all_present=given.get("required") == "all_present",
        present=given.get("present"),
        casting=_choice(given.get("casting")),
        lot=_choice(given.get("lot")),
        chair_vote=_choice(given.get("chair_vote")),
    )
    return {
        "state": found.state,
        "result": found.result,
        "by": found.by,
        "warnings": list(found.warnings),
    }


def _choice(word: str | None) -> Choice | None:
    return None if word is None else Choice(word)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(text: str | None) -> date | None:
    return None if text is None else _day(text)


RULES: dict[str, Callable[[Plain], Plain]] = {
    "quorum": _quorum,
    "minority_referral": _minority_referral,
    "lpv_request": _lpv_request,
    "extra_meeting": _extra_meeting,
    "two_thirds": _two_thirds,
    "council_size": _council_size,
    "notice_deadline": _notice_deadline,
    "summons_deadline": _summons_deadline,
    "minutes_deadline": _minutes_deadline,
    "appeal_last_day": _appeal_last_day,
    "order_of_questions": _order_of_questions,
    "substitute_order": _substitute_order,
    "division_result": _division_result,
}
