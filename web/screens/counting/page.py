"""The pages of the count: what was typed, what is wrong with it, and the result."""

from flask import Blueprint, render_template, request
from flask_babel import gettext as _

from core import clock, swedish
from core.access import signed_in
from core.errors import BadInput
from web.counting import majority, proportional
from web.counting.fields import BadCaseError, Plain, read
from web.counting.majority import Majority
from web.counting.proportional import Proportional
from web.language import said
from web.screens.counting import typed
from web.screens.counting.typed import Typed
from web.screens.counting.words import fault_words, reason_words, status_words

blueprint = Blueprint("counting", __name__, url_prefix="/counting")


@blueprint.get("")
@signed_in
def choose() -> str:
    return render_template("screens/counting/choose.html")


@blueprint.get("/proportional")
@signed_in
def proportional_form() -> str:
    return _page("proportional", Typed())


@blueprint.post("/proportional")
@signed_in
def count_proportional() -> str | tuple[str, int]:
    return _counted("proportional", Typed(request.form))


@blueprint.get("/persons")
@signed_in
def persons_form() -> str:
    return _page("persons", Typed())


@blueprint.post("/persons")
@signed_in
def count_persons() -> str | tuple[str, int]:
    return _counted("persons", Typed(request.form))


def _counted(kind: str, told: Typed) -> str | tuple[str, int]:
    if told.wants_more_rows:
        return _page(kind, told)
    try:
        result = _proportional(told) if kind == "proportional" else _persons(told)
    except BadInput as error:
        return _page(kind, told, error={"field": error.field, "words": said(error.words)}), 400
    except BadCaseError as error:
        return _page(kind, told, error=fault_words(error)), 400
    return _page(kind, told, result=result)


def _proportional(told: Typed) -> Plain:
    return proportional.count(read(Proportional, typed.proportional(told)))


def _persons(told: Typed) -> Plain:
    return majority.count(read(Majority, typed.persons(told)))


def _page(
    kind: str,
    told: Typed,
    result: Plain | None = None,
    error: dict[str, str | None] | None = None,
) -> str:
    headings = {"proportional": _("Proportionellt val"), "persons": _("Personval")}
    return render_template(
        f"screens/counting/{kind}.html",
        heading=headings[kind],
        typed=told,
        result=result,
        status=status_words(result["status"]) if result else None,
        error=error or {},
        reason_words=reason_words,
        today=swedish.local_day(clock.now()).isoformat(),
    )
