"""Reservations, notes for the minutes, and not taking part."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions import statements
from voting.models import StatementKind

blueprint = Blueprint("statements", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/items/<int:item_id>/statements")
@signed_in
def make_statement(meeting_id: int, item_id: int) -> Response:
    kind = forms.word(request.form, "kind", StatementKind)
    text = forms.maybe_text(request.form, "text", most=statements.LONGEST)
    aloud = forms.maybe_whole(request.form, "person")
    return perform(statements.make_statement, meeting_id, item_id, kind, text, aloud)


@blueprint.delete("/statements/<int:statement_id>")
@signed_in
def withdraw_statement(meeting_id: int, statement_id: int) -> Response:
    return perform(statements.withdraw_statement, meeting_id, statement_id)
