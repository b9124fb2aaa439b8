"""The accessibility statement: kept as a draft, and published when no part is missing."""

from datetime import date

from sqlalchemy.orm import Session

from core import clock, log, swedish
from core.actor import Actor
from core.errors import BadInput
from councils import facts
from councils.actions.councils import kept_by
from councils.models import AccessibilityStatement
from councils.rules.statement import Statement, missing

LONGEST = 5_000  # characters in one part


def save_statement(
    session: Session,
    _register: int,
    council_id: int,
    statement: Statement,
    publish: bool = False,
    *,
    by: Actor,
) -> None:
    """A draft may have gaps.  What is public is changed only by publishing it whole."""
    kept_by(session, council_id, by)
    row = session.get(AccessibilityStatement, council_id)
    today = swedish.local_day(clock.now())
    if publish or (row and row.published_at):
        _demand_all(statement, today)
    if row is None:
        row = AccessibilityStatement(council_id=council_id)
        session.add(row)
    _fill(row, statement)
    if publish or row.published_at:
        row.published_at = clock.now()
        told = facts.StatementPublished(council_id, statement.updated_on)
        log.append(session, told, by=by)


def _demand_all(statement: Statement, today: date) -> None:
    for name, words in missing(statement, today).items():
        raise BadInput(words, name)


def _fill(row: AccessibilityStatement, statement: Statement) -> None:
    for name, value in vars(statement).items():
        if name == "shortcomings":
            row.shortcomings = [vars(one) for one in statement.shortcomings]
        elif len(value) > LONGEST:
            raise BadInput("Texten får ha högst {most} tecken.", name, most=LONGEST)
        else:
            setattr(row, name, value)
