"""The council's accessibility statement: the public page, and the form that the office fills in."""

from typing import Any

from flask import Blueprint, abort, render_template

from core import clock, swedish
from core.access import clerk, database, public
from councils.models import AccessibilityStatement, Council
from councils.rules.statement import Shortcoming, Statement, missing
from web.language import said
from web.screens.council import kept_council, places

blueprint = Blueprint("statement", __name__, url_prefix="/councils/<int:council_id>/statement")
SUPERVISOR = "https://www.digg.se/tdosanmalan"
EMPTY_ROWS = 3


@blueprint.get("")
@public
def statement(council_id: int) -> tuple[str, int]:
    with database().reading() as session:
        council = session.get(Council, council_id)
        row = session.get(AccessibilityStatement, council_id)
    if council is None:
        abort(404)
    if row is None or row.published_at is None:
        return render_template("screens/statement_none.html", council=council), 404
    return render_template("screens/statement.html", council=council, statement=row), 200


@blueprint.get("/draft")
@clerk
def draft(council_id: int) -> str:
    with database().reading() as session:
        council = kept_council(session, council_id)
        row = session.get(AccessibilityStatement, council_id)
    told = _as_statement(row) if row else _first(council)
    return render_template(
        "screens/statement_form.html",
        council=council,
        statement=told,
        rows=[*told.shortcomings, *[Shortcoming("", "")] * EMPTY_ROWS],
        faults=_faults(told) if row else {},
        published=row.published_at if row else None,
        places=places(council_id, "statement"),
    )


def _faults(told: Statement) -> dict[str, str]:
    found = missing(told, swedish.local_day(clock.now()))
    return {name: said(words) for name, words in found.items()}


def _first(council: Council) -> Statement:
    """What can be known from the beginning; the rest is for the office to find out and say."""
    return Statement(
        body=council.name,
        service="Klubba, fullmäktiges sammanträden på webben",
        report_to=council.email or "",
        supervisor=SUPERVISOR,
    )


def _as_statement(row: AccessibilityStatement) -> Statement:
    told: dict[str, Any] = {
        name: getattr(row, name) or "" for name in vars(Statement()) if name != "shortcomings"
    }
    return Statement(**told, shortcomings=tuple(Shortcoming(**one) for one in row.shortcomings))
