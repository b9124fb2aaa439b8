"""The council's rules of procedure through time: who entered them, when, and what they changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import REGISTER, Entry
from councils.facts import ProcedureAdopted
from councils.models import Person, ProcedureInForce
from councils.queries.register import procedures_of
from councils.rules.changes import Change, changes
from councils.rules.procedure import Procedure, at


@dataclass(frozen=True)
class Version:
    """`at` and `by`: when it was last entered and by whom, None where the log does not say.

    `times`: how often it was entered; more than one is a correction.
    """

    valid_from: str
    reference: str | None
    procedure: Procedure
    at: str | None
    by: str | None
    times: int
    changes: tuple[Change, ...]


def versions(session: Session, council_id: int) -> list[Version]:
    """Newest first, each with what it changed against the one before."""
    told = _told(session, council_id)
    found, before = list[Version](), Procedure()
    for row in reversed(procedures_of(session, council_id)):
        now = Procedure.from_settings(row.settings)
        entered = told.get(row.valid_from, [])
        when, who = entered[-1] if entered else (None, None)
        kept = (row.valid_from, row.reference, now, when, who, len(entered))
        found.append(Version(*kept, changes(before, now)))
        before = now
    return found[::-1]


def in_force(session: Session, council_id: int, on: date) -> Procedure:
    """The rules that apply on the day; the defaults where nothing has begun."""
    rows = procedures_of(session, council_id)
    history = [
        (date.fromisoformat(row.valid_from), Procedure.from_settings(row.settings)) for row in rows
    ]
    return at(history, on)


def kept_version(
    session: Session, council_id: int, settings: dict[str, Any], day: str
) -> ProcedureInForce | None:
    """The version that a meeting on the day keeps; None for the defaults, and where the version
    has been corrected since the meeting was convened."""
    rows = [row for row in procedures_of(session, council_id) if row.valid_from <= day]
    return next((row for row in rows if row.settings == settings), None)


def _told(session: Session, council_id: int) -> dict[str, list[tuple[str, str | None]]]:
    """The register's log: for each first day, when and by whom it was entered."""
    entries = (
        select(Entry.payload, Entry.at, Person.name)
        .outerjoin(Person, Person.id == Entry.actor_id)
        .where(Entry.meeting_id == REGISTER, Entry.kind == ProcedureAdopted.kind)
        .order_by(Entry.height)
    )
    told: dict[str, list[tuple[str, str | None]]] = {}
    for payload, when, name in session.execute(entries):
        if payload["council_id"] == council_id:
            told.setdefault(payload["valid_from"], []).append((when, name))
    return told
