"""What a correct import of a package arrives at, in the shape of `expected.json`.

Left out is what a package does not say: how the minutes name the majority (`confirmed_by_minutes`,
`majority_reason`) and what is known to be wrong in the printed source (`source_error`).
"""

from collections import defaultdict
from typing import Any

from web.packages.kinds import Basis, Mode, Role, SpeechKind
from web.packages.presence import Presence
from web.packages.schema import Package, Totals
from web.packages.totals import CheckedVote, checked_votes

Json = dict[str, Any]


def summary(package: Package, *, name: str) -> Json:
    """`name` is that of the folder or file, which the package itself does not know."""
    votes = checked_votes(package)
    return {
        "meeting": name,
        "seats": package.meeting.seats,
        "quorum": package.meeting.seats // 2 + 1,
        "members": _members(package),
        "agenda_rows": len(package.agenda),
        "attendance": _attendance(package),
        "speeches": _speeches(package),
        "votes": vote_rows(package, votes),
        "flagged_lists": [list_of(vote) for vote in votes if not vote.matches],
        "exit_code": 0 if all(vote.matches for vote in votes) else 2,
    }


def vote_rows(package: Package, votes: list[CheckedVote]) -> list[Json]:
    """One row per question.  Paragraph and list belong to votes that come from a printed list."""
    paragraphs = {item.number: item.paragraph for item in package.agenda}
    return [_vote(vote, paragraphs.get(vote.question.item)) for vote in votes]


def _members(package: Package) -> Json:
    seated = sum(member.role.is_seated for member in package.members)
    substitutes = sum(member.role is Role.SUBSTITUTE for member in package.members)
    others = len(package.members) - seated - substitutes
    return {"seated": seated, "substitutes": substitutes, "others": others}


def _attendance(package: Package) -> Json:
    rows = package.attendance
    facts = {
        "rows": len(rows),
        "seats_with_more_than_one_interval": _split_seats(package),
        "uncertain_rows": sum(row.basis is Basis.UNCERTAIN for row in rows),
    }
    if any(row.mode for row in rows):
        facts["remote_members"] = _remote_members(package)
    if any(question.printed_list for question in package.questions):
        facts["votes_without_matching_presence"] = _unexplained(package)
    return facts


def _split_seats(package: Package) -> int:
    """Rows without times last the whole meeting; they are no interval of their own."""
    intervals: dict[int, int] = defaultdict(int)
    for row in package.attendance:
        if row.seat is not None and (row.arrived or row.left):
            intervals[row.seat] += 1
    return sum(count > 1 for count in intervals.values())


def _remote_members(package: Package) -> int:
    seated = {member.person for member in package.members if member.role.is_seated}
    remote = {row.person for row in package.attendance if row.mode is Mode.REMOTE}
    return len(remote & seated)


def _unexplained(package: Package) -> int:
    presence = Presence(package.attendance)
    questions = {question.key: question for question in package.questions}
    return sum(not presence.explains(vote, questions[vote.key]) for vote in package.votes)


def _speeches(package: Package) -> Json:
    replies = sum(speech.kind is SpeechKind.REPLY for speech in package.speeches)
    return {"count": len(package.speeches), "replies": replies}


def _vote(vote: CheckedVote, paragraph: int | None) -> Json:
    question = vote.question
    printed: Json = {}
    if question.printed_list is not None:
        printed = {"paragraph": paragraph, "list": question.printed_list}
    return {
        "item": question.item,
        "question": question.question,
        **printed,
        "kind": question.kind.value,
        "counted": _figures(vote.counted),
        "declared": _figures(vote.declared),
        "matches": vote.matches,
        "differs": {
            name: {"declared": said, "counted": found}
            for name, (said, found) in vote.differs.items()
        },
        "same_choices_as_previous_list": vote.same_choices,
        "present": vote.counted.present,
        "majority": question.majority.value,
        "outcome": vote.outcome,
        "outcome_by_declared": vote.outcome_by_declared,
        "votes_by_substitutes": vote.by_substitutes,
    }


def _figures(totals: Totals) -> Json:
    return totals._asdict()


def list_of(vote: CheckedVote) -> int | str:
    """The printed list, else the item and question that the list belongs to."""
    question = vote.question
    return question.printed_list or f"{question.item}:{question.question}"
