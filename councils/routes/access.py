"""Links, codes and invitations that are sent.  None of these answers holds what was sent."""

from flask import Blueprint, current_app, request
from werkzeug.wrappers import Response

from core.access import clerk, desk, perform
from core.errors import BadInput
from core.log import REGISTER
from councils.actions import codes, links, staff
from councils.backends import codes as six_digits
from councils.models import Channel

blueprint = Blueprint("access", __name__)


@blueprint.post("/meetings/<int:meeting_id>/links")
@desk
def send_link(meeting_id: int) -> Response:
    afresh = request.form.get("afresh") == "1"
    return perform(links.send_link, meeting_id, _person(), _channel(), afresh)


@blueprint.post("/meetings/<int:meeting_id>/link-rounds")
@clerk
def send_links(meeting_id: int) -> Response:
    return perform(links.send_links, meeting_id)


@blueprint.post("/meetings/<int:meeting_id>/codes")
@desk
def send_code(meeting_id: int) -> Response:
    person_id, code = _person(), six_digits.new()
    kept = six_digits.digest(str(current_app.secret_key), meeting_id, person_id, code)
    told = (person_id, _channel(), code, kept)
    return perform(codes.send_code, meeting_id, *told, discreet=True)


@blueprint.post("/people/<int:person_id>/invitations")
@clerk
def invite(person_id: int) -> Response:
    return perform(staff.invite, REGISTER, person_id, request.form.get("afresh") == "1")


def _person() -> int:
    return request.form.get("person_id", 0, int)


def _channel() -> Channel:
    try:
        return Channel(request.form.get("channel", ""))
    except ValueError:
        raise BadInput("Välj telefon eller e-post.", "channel") from None
