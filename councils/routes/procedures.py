"""Rules of procedure and the accessibility statement: long forms, one act each."""

from dataclasses import is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from flask import Blueprint, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from core.access import clerk, perform
from core.forms import day, maybe_text
from core.log import REGISTER
from councils.actions.procedures import adopt_procedure
from councils.actions.statements import save_statement
from councils.rules.procedure import Procedure
from councils.rules.statement import Shortcoming, Statement

blueprint = Blueprint("procedures", __name__, url_prefix="/councils/<int:council_id>")
Form = MultiDict[str, str]
LONGEST = 5_000


@blueprint.post("/procedures")
@clerk
def adopt(council_id: int) -> Response:
    form = request.form
    told = (day(form, "valid_from"), _settings(Procedure, form), maybe_text(form, "reference"))
    return perform(adopt_procedure, REGISTER, council_id, *told)


@blueprint.route("/statement", methods=["PUT", "POST"])
@clerk
def save(council_id: int) -> Response:
    publish = request.form.get("publish") == "1"
    return perform(save_statement, REGISTER, council_id, _statement(request.form), publish)


def _settings(kind: type[Any], form: Form, within: str = "") -> dict[str, Any]:
    """Plain values, one for each setting; what they mean is asked of the rules themselves."""
    hints = get_type_hints(kind)
    return {name: _setting(hint, form, within + name) for name, hint in hints.items()}


def _setting(kind: Any, form: Form, name: str) -> Any:
    inner = next((one for one in get_args(kind) if one is not type(None)), kind)
    if get_origin(kind) is frozenset:
        return form.getlist(name)
    if is_dataclass(inner):
        return _settings(inner, form, f"{name}.")  # type: ignore[arg-type]
    if inner is bool:
        return form.get(name) == "1"
    text = form.get(name, "").strip()
    return int(text) if inner is int and text.isascii() and text.isdigit() else text


def _statement(form: Form) -> Statement:
    names = [name for name in get_type_hints(Statement) if name != "shortcomings"]
    texts = {name: maybe_text(form, name, most=LONGEST) or "" for name in names}
    pairs = zip(form.getlist("what"), form.getlist("why"), strict=False)
    told = tuple(Shortcoming(what.strip(), why.strip()) for what, why in pairs if what or why)
    return Statement(shortcomings=told, **texts)
