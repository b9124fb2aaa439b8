"""One closed vote as open data: JSON, and CSV that the import of votes can read again.

The shape of the JSON is described in `docs/reference/vote-result.md`.
"""

import csv
import io
from typing import Any

from sqlalchemy.orm import Session

from councils.models import Council
from meetings.models import Meeting
from voting.queries.results import AnswerRow, Result
from voting.queries.words import explanation, heading

HEADER = ("ärende", "fråga", "plats", "namn", "parti", "röst", "deltar", "för", "utan svar")
VOTES = {"yes": "ja", "no": "nej", "abstain": "avstår"}
ABSENT = "frånvarande"  # the word of the import format for every seat without an answer
WHY = {
    "absent": "",
    "recused": "jäv",
    "not_taking_part": "deltar inte i beslutet",
    "did_not_answer": "svarade inte",
}
MODES = {"hall": "sal", "remote": "distans"}
FORMULA = ("=", "+", "-", "@", "\t")


def as_json(session: Session, result: Result) -> dict[str, Any]:
    vote, item = result.vote, result.item
    meeting = session.get_one(Meeting, vote.meeting_id)
    return {
        "council": session.get_one(Council, meeting.council_id).name,
        "meeting": {"id": meeting.id, "date": meeting.date, "rehearsal": meeting.rehearsal},
        "item": {"id": item.id, "number": item.number, "title": item.title, "kind": item.kind},
        "vote": {
            "id": vote.id,
            "number": vote.number,
            "kind": vote.kind,
            "majority": vote.majority,
            "question": vote.question,
            "yes_means": vote.yes_means,
            "no_means": vote.no_means,
            "demanded_by": result.demanded_by,
            "opened_at": vote.opened_at,
            "closed_at": vote.closed_at,
        },
        "figures": {
            "yes": vote.yes,
            "no": vote.no,
            "abstain": vote.abstain,
            "absent": vote.absent,
            "present": vote.present,
            "needed": vote.needed,
        },
        "outcome": vote.outcome,
        "carried_by": vote.carried_by,
        "casting_vote": _casting(result),
        "words": {
            language: {"heading": heading(result, language), "why": explanation(result, language)}
            for language in ("sv", "en")
        },
        "parties": [_party(row.__dict__) for row in result.parties],
        "answers": [_answer(row) for row in result.answers],
    }


def as_csv(result: Result) -> str:
    """With semicolons, one row for each seat, in seat order."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in result.answers:
        writer.writerow(_safe(cell) for cell in _cells(result, row))
    return page.getvalue()


def _casting(result: Result) -> dict[str, str | None] | None:
    if result.vote.casting_choice is None:
        return None
    return {"choice": result.vote.casting_choice, "by": result.casting_by}


def _party(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "colour"}


def _answer(row: AnswerRow) -> dict[str, Any]:
    return {
        "seat": row.seat,
        "name": row.name,
        "party": row.party,
        "choice": row.choice,
        "mode": row.mode,
        "for": row.for_name,
    }


def _cells(result: Result, row: AnswerRow) -> tuple[object, ...]:
    return (
        result.item.number,
        result.vote.number,
        row.seat,
        row.name,
        row.party,
        VOTES.get(row.choice, ABSENT),
        MODES.get(row.mode or "", ""),
        row.for_name,
        WHY.get(row.choice, ""),
    )


def _safe(cell: object) -> str:
    """A spreadsheet must not take a name for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
