"""`klubba rules`: each rule of the law by its name in the rule book, its input and its answer."""

from collections.abc import Callable
from typing import Any, NamedTuple

from web.counting.rules import agendas, councils, divisions, elections, meetings, requests


class Rule(NamedTuple):
    """`given`: a msgspec type.  `answer` raises ValueError for what the rule itself refuses."""

    given: Any
    answer: Callable[[Any], dict[str, Any]]


RULES: dict[str, Rule] = {
    "quorum": Rule(meetings.Quorum, meetings.quorum),
    "extra_meeting": Rule(meetings.ExtraMeeting, meetings.extra_meeting),
    "minutes_deadline": Rule(meetings.MinutesDeadline, meetings.minutes_deadline),
    "appeal_last_day": Rule(meetings.AppealLastDay, meetings.appeal_last_day),
    "notice_deadline": Rule(agendas.NoticeDeadline, agendas.notice_deadline),
    "summons_deadline": Rule(agendas.SummonsDeadline, agendas.summons_deadline),
    "council_size": Rule(councils.CouncilSize, councils.council_size),
    "substitute_order": Rule(councils.SubstituteOrder, councils.substitute_order),
    "minority_referral": Rule(requests.MinorityReferral, requests.minority_referral),
    "two_thirds": Rule(requests.TwoThirds, requests.two_thirds),
    "lpv_request": Rule(elections.LpvRequest, elections.lpv_request),
    "order_of_questions": Rule(divisions.OrderOfQuestions, divisions.order_of_questions),
    "division_result": Rule(divisions.DivisionResult, divisions.division_result),
}
