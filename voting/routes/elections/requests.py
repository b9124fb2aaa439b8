"""What is asked for in an election."""

from enum import StrEnum

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import perform, signed_in
from voting.actions.elections import requests
from voting.actions.elections.requests import Asked
from voting.rules.elections import ElectionKind

blueprint = Blueprint("election_requests", __name__, url_prefix="/meetings/<int:meeting_id>/items")


class Whom(StrEnum):
    """Who are elected: members, or substitutes for members elected in one way or the other."""

    MEMBERS = "members"
    AFTER_PROPORTIONAL = "substitutes_after_proportional"
    AFTER_MAJORITY = "substitutes_after_majority"


@blueprint.post("/<int:item_id>/proportional-requests")
@signed_in
def record_request(meeting_id: int, item_id: int) -> Response:
    form = request.form
    whom = forms.word(form, "whom", Whom)
    told = Asked(
        election=forms.word(form, "election", ElectionKind),
        places=forms.whole(form, "places"),
        asked=forms.whole(form, "asked"),
        members_proportional=None if whom is Whom.MEMBERS else whom is Whom.AFTER_PROPORTIONAL,
        is_excepted=forms.flag(form, "excepted"),
    )
    return perform(requests.record_request, meeting_id, item_id, told)
