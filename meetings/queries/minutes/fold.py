"""From the log to the minutes.  Nothing here asks the tables: the log alone tells."""

from collections.abc import Callable, Iterable

from core.log import Entry
from meetings.queries.approval import AFTERWARDS
from meetings.queries.minutes import service
from meetings.queries.minutes.parts import Line, Minutes, Part, Section

TOLD = {
    "proposal.made": Part.PROPOSALS,
    "proposal.withdrawn": Part.PROPOSALS,
    "proposal.refused": Part.PROPOSALS,
    "item.leave": Part.COURSE,
    "order.approved": Part.COURSE,
    "acclamation.found": Part.COURSE,
    "division.demanded": Part.COURSE,
    "vote.closed": Part.COURSE,
    "vote.abandoned": Part.COURSE,
    "vote.tie_broken": Part.COURSE,
    "vote.lot_drawn": Part.COURSE,
    "election.requested": Part.COURSE,
    "election.nominated": Part.COURSE,
    "election.nomination_withdrawn": Part.COURSE,
    "election.abandoned": Part.COURSE,
    "election.opened": Part.COURSE,
    "election.closed": Part.COURSE,
    "election.lot_drawn": Part.COURSE,
    "election.paper_counted": Part.COURSE,
    "election.counted": Part.COURSE,
    "decision.gavelled": Part.DECISION,
    "statement.made": Part.STATEMENTS,
    "member.recused": Part.ATTENDANCE,
    "member.attested": Part.ATTENDANCE,
}
BETWEEN = ("meeting.adjourned", "meeting.resumed", "chair.taken", "roll.called")


def fold(meeting_id: int, entries: Iterable[Entry]) -> Minutes:
    minutes = Minutes(meeting_id)
    for entry in entries:
        _tell(minutes, entry)
        if entry.kind.split(".")[0] not in AFTERWARDS:
            minutes.height, minutes.head = entry.height, entry.hash
    return minutes


def _tell(minutes: Minutes, entry: Entry) -> None:
    line = Line(entry.kind, entry.at, entry.payload)
    if change := CHANGES.get(entry.kind):
        change(minutes, line)
    if entry.kind in BETWEEN:
        minutes.between.append(line)
    section = _find(minutes, line.fact.get("item_id"))
    if section and (part := TOLD.get(entry.kind)):
        section.add(part, line)


def _open(minutes: Minutes, line: Line) -> None:
    minutes.opened, minutes.opened_at = line.fact, line.at


def _close(minutes: Minutes, line: Line) -> None:
    minutes.closed_at = line.at
    service.end_all(minutes, line.at)


def _call_roll(minutes: Minutes, line: Line) -> None:
    minutes.roll = line.fact


def _choose(minutes: Minutes, line: Line) -> None:
    """The latest choice is the one that holds."""
    minutes.verifiers = line


def _choose_tellers(minutes: Minutes, line: Line) -> None:
    """Told where it was done."""
    section = _current(minutes)
    if section is None:
        minutes.between.append(line)
    else:
        section.add(Part.COURSE, line)


def _open_section(minutes: Minutes, line: Line) -> None:
    if (section := _find(minutes, line.fact["item_id"])) is not None:
        section.closed_at = None
        return
    minutes.sections.append(Section(line.fact, line.at))
    if (agreed := minutes.agreed.pop(line.fact["item_id"], None)) is not None:
        minutes.sections[-1].add(Part.COURSE, agreed)
    service.count(minutes, line.fact["paragraph"])


def _ask(minutes: Minutes, line: Line) -> None:
    """Told with the item that may be decided; a refusal by itself, as the item is not opened."""
    section = _find(minutes, line.fact["item_id"])
    if section is not None:
        section.add(Part.COURSE, line)
    elif line.fact["agreed"]:
        minutes.agreed[line.fact["item_id"]] = line
    else:
        minutes.agreed.pop(line.fact["item_id"], None)
        minutes.between.append(line)


def _close_section(minutes: Minutes, line: Line) -> None:
    if (section := _find(minutes, line.fact["item_id"])) is not None:
        section.closed_at = line.at


def _attend(minutes: Minutes, line: Line) -> None:
    section = _current(minutes)
    service.change(minutes, line, section.item["paragraph"] if section else None)
    if line.fact.get("reason"):
        minutes.corrections.append(line)
    elif section and line.kind in ("member.arrived", "member.left"):
        section.add(Part.ATTENDANCE, line)


def _stand_aside(minutes: Minutes, line: Line) -> None:
    section = _current(minutes)
    service.stand_aside(minutes, line, section.item["paragraph"] if section else None)


def _speak(minutes: Minutes, line: Line) -> None:
    section = _find(minutes, line.fact["item_id"])
    if section is None:
        return
    told = [(said.fact["name"], said.fact["party"]) for said in section.of(Part.SPEAKERS)]
    if (line.fact["name"], line.fact["party"]) not in told:
        section.add(Part.SPEAKERS, line)


def _take_back(minutes: Minutes, line: Line) -> None:
    """An undone gavel and a withdrawn reservation are in the log; the minutes tell what stands."""
    section = _find(minutes, line.fact["item_id"])
    key = "decision_id" if line.kind == "decision.undone" else "statement_id"
    if section is None:
        return
    for part in (Part.DECISION, Part.STATEMENTS):
        kept = [told for told in section.of(part) if told.fact.get(key) != line.fact[key]]
        section.lines[part] = kept


def _put_after_all(minutes: Minutes, line: Line) -> None:
    """The chair thought again: nothing was refused."""
    if (section := _find(minutes, line.fact["item_id"])) is None:
        return
    told = section.of(Part.PROPOSALS)
    undone = ("proposal.refused", line.fact["proposal_id"])
    section.lines[Part.PROPOSALS] = [
        each for each in told if (each.kind, each.fact["proposal_id"]) != undone
    ]


def _find(minutes: Minutes, item_id: int | None) -> Section | None:
    return next((s for s in minutes.sections if s.item["item_id"] == item_id), None)


def _current(minutes: Minutes) -> Section | None:
    return next((s for s in reversed(minutes.sections) if s.closed_at is None), None)


CHANGES: dict[str, Callable[[Minutes, Line], None]] = {
    "meeting.opened": _open,
    "meeting.closed": _close,
    "roll.called": _call_roll,
    "verifiers.chosen": _choose,
    "tellers.chosen": _choose_tellers,
    "item.assented": _ask,
    "item.opened": _open_section,
    "item.closed": _close_section,
    "member.arrived": _attend,
    "member.absent": _attend,
    "member.left": _attend,
    "member.moved": _attend,
    "member.recused": _stand_aside,
    "member.recusal_ended": service.serve_again,
    "floor.given": _speak,
    "decision.undone": _take_back,
    "statement.withdrawn": _take_back,
    "proposal.refusal_undone": _put_after_all,
}
