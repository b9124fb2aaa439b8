"""Who are nominated in an election."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions.elections import nominating
from voting.actions.elections.nominating import Told
from voting.rules.elections.names import LONGEST, MOST

AT = "/meetings/<int:meeting_id>/elections/<int:election_id>/nominations"
blueprint = Blueprint("nominations", __name__, url_prefix=AT)


@blueprint.post("")
@signed_in
def nominate(meeting_id: int, election_id: int) -> Response:
    form = request.form
    told = Told(
        written=forms.text(form, "names", most=LONGEST * MOST),
        designation=forms.maybe_text(form, "designation"),
        body=forms.maybe_text(form, "body"),
        person_id=forms.maybe_whole(form, "person"),
    )
    return perform(nominating.nominate, meeting_id, election_id, told)


@blueprint.delete("/<int:nomination_id>")
@signed_in
def withdraw_nomination(meeting_id: int, election_id: int, nomination_id: int) -> Response:
    return perform(nominating.withdraw_nomination, meeting_id, election_id, nomination_id)
