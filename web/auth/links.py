"""In by a personal link: opening it shows a button, and only the button signs in.

Mail scanners and previews open links, so a GET neither signs in nor uses anything up.
"""

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from core.access import database, public, writer
from councils.actions.sign_ins import sign_in_by_link
from councils.backends import links
from councils.models import Link
from web.auth.browser import config, device, digest, let_in, new_token, onward
from web.security import sign_in_limits

blueprint = Blueprint("links", __name__)


@blueprint.post("/links/<address>/sign-ins")
@public
@sign_in_limits
def sign_in(address: str) -> Response:
    number = links.number(config().secret, address)
    with database().reading() as session:
        link = session.get(Link, number) if number else None
    if link is None:
        abort(404)
    token = new_token()
    told = (link.id, digest(token), device())
    writer().submit(link.meeting_id, sign_in_by_link, *told, by=None)
    let_in(token)
    return onward(url_for("check.check", meeting_id=link.meeting_id))
