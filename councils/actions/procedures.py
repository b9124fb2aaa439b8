"""The council's rules of procedure are adopted, and hold from a day on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput
from councils import facts
from councils.actions.councils import kept_by
from councils.models import ProcedureInForce
from councils.rules.codec import SettingsError, about
from councils.rules.procedure import Procedure


def adopt_procedure(
    session: Session,
    _register: int,
    council_id: int,
    valid_from: str,
    settings: Mapping[str, Any],
    reference: str | None,
    *,
    by: Actor,
) -> int:
    """Entered again for the same day it is corrected.  A meeting keeps the rules it began with."""
    kept_by(session, council_id, by)
    day, kept = _day(valid_from), _differing(settings)
    same = select(ProcedureInForce).where(
        ProcedureInForce.council_id == council_id, ProcedureInForce.valid_from == day
    )
    row = session.scalar(same)
    if row is None:
        row = ProcedureInForce(council_id=council_id, valid_from=day)
        session.add(row)
    row.settings, row.reference = kept, reference
    session.flush()
    log.append(session, facts.ProcedureAdopted(council_id, day, reference, kept), by=by)
    return row.id


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput("Skriv dagen som 2026-12-14.", "valid_from") from None


def _differing(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Only what the council has decided otherwise than the default."""
    try:
        plain, usual = Procedure.from_settings(settings).to_settings(), Procedure().to_settings()
    except SettingsError as error:
        first = next((name for name in about(Procedure) if name in error.faults), "")
        raise BadInput(error.faults.get(first, error.words), first or None) from None
    return {name: value for name, value in plain.items() if value != usual[name]}
