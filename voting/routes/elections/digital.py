"""A digital election: prepared, registered for, opened, closed, counted."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from core import forms
from core.access import actor, database, perform, signed_in
from voting.actions.elections.digital import closing, counting, opening, preparing, registering
from voting.queries.elections.digital import digital_of
from voting.queries.elections.standing import election_in
from voting.routes.elections.machinery import booth, lobby, vault

AT = "/meetings/<int:meeting_id>/elections/<int:election_id>"
LONGEST = 700  # digits of a public credential
blueprint = Blueprint("digital_elections", __name__, url_prefix=AT)


@blueprint.put("/preparation")
@signed_in
def prepare_election(meeting_id: int, election_id: int) -> Response:
    """Also a new round.  A key that was not used is destroyed by whoever looks after the keys."""
    with database().reading() as session:
        asked = preparing.to_announce(session, meeting_id, election_id, actor())
    announced = vault().announce(asked)
    act = (preparing.prepare_election, meeting_id, election_id, asked, announced)
    return perform(*act, discreet=True)


@blueprint.put("/credential")
@signed_in
def register_credential(meeting_id: int, election_id: int) -> Response:
    """The member is noted in an act that does not hold it; see `voting.backends.lobby`."""
    public = forms.text(request.form, "public", most=LONGEST)
    with database().reading() as session:
        uuid = registering.round_for(session, meeting_id, election_id, public, actor())
    welcome = lobby().let_in(uuid, public)
    try:
        act = (registering.take_part, meeting_id, election_id, uuid, welcome)
        return perform(*act, unkept=True)
    except Exception:
        lobby().turn_away(uuid, public, welcome)
        raise


@blueprint.put("/objection")
@signed_in
def object_to_register(meeting_id: int, election_id: int) -> Response:
    return perform(registering.object_to_register, meeting_id, election_id, unkept=True)


@blueprint.put("/register")
@signed_in
def freeze_register(meeting_id: int, election_id: int) -> Response:
    number = forms.whole(request.form, "number")
    with database().reading() as session:
        election_in(session, meeting_id, election_id)
        uuid = digital_of(session, election_id).uuid
    act = (opening.freeze_register, meeting_id, election_id, number, lobby().credentials(uuid))
    answer = perform(*act, discreet=True)
    lobby().forget(uuid)
    return answer


@blueprint.put("/opening")
@signed_in
def open_election(meeting_id: int, election_id: int) -> Response:
    confirmed = forms.flag(request.form, "confirmed")
    return perform(opening.open_election, meeting_id, election_id, booth(), confirmed)


@blueprint.put("/receipt")
@signed_in
def confirm_receipt(meeting_id: int, election_id: int) -> Response:
    return perform(registering.confirm_receipt, meeting_id, election_id, unkept=True)


@blueprint.put("/closing")
@signed_in
def begin_closing(meeting_id: int, election_id: int) -> Response:
    return perform(closing.begin_closing, meeting_id, election_id)


@blueprint.put("/closure")
@signed_in
def close_election(meeting_id: int, election_id: int) -> Response:
    return perform(closing.close_election, meeting_id, election_id)


@blueprint.put("/finding")
@signed_in
def report_finding(meeting_id: int, election_id: int) -> Response:
    found = forms.flag(request.form, "found")
    return perform(registering.report_finding, meeting_id, election_id, found, unkept=True)


@blueprint.put("/counting")
@signed_in
def begin_counting(meeting_id: int, election_id: int) -> Response:
    reason = forms.maybe_text(request.form, "reason", most=500)
    return perform(counting.begin_counting, meeting_id, election_id, reason)
