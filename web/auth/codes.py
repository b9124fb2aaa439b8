"""In by a six-digit code, and a code read out to a member whom the office has identified."""

from urllib.parse import quote

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from core.access import actor, clerk, database, public, writer
from core.words import Sentence
from councils.actions.codes import read_out_code, use_code
from councils.backends import codes, links
from councils.models import Link, Person
from web.auth.browser import config, device, digest, let_in, new_token, onward, refuse
from web.security import per_person, sign_in_limits

WRONG = Sentence("Koden stämmer inte, eller så gäller den inte längre. Be kansliet om en ny.")
blueprint = Blueprint("codes", __name__, url_prefix="/meetings/<int:meeting_id>")


@blueprint.post("/sign-ins")
@public
@sign_in_limits
@per_person(lambda: request.form.get("person_id", "") or request.form.get("link", "")[:20])
def sign_in(meeting_id: int) -> Response:
    code, person_id = codes.tidy(request.form.get("code", "")), _person(meeting_id)
    if code is None:
        return refuse(WRONG, "code", _back())
    kept = codes.digest(config().secret, meeting_id, person_id, code)
    token = new_token()
    told = (person_id, kept, digest(token), device())
    if writer().submit(meeting_id, use_code, *told, by=None).made is None:
        return refuse(WRONG, "code", _back())
    let_in(token)
    return onward(url_for("check.check", meeting_id=meeting_id))


@blueprint.post("/read-out-codes")
@clerk
def read_out(meeting_id: int) -> Response:
    """Shown once, in the answer to the press: no address leads to it again."""
    person_id, code = request.form.get("person_id", 0, int), codes.new()
    kept = codes.digest(config().secret, meeting_id, person_id, code)
    identified = request.form.get("identified") == "1"
    writer().submit(meeting_id, read_out_code, person_id, kept, identified, by=actor())
    with database().reading() as session:
        person = session.get_one(Person, person_id)
    words = {"person": person, "code": codes.grouped(code), "meeting_id": meeting_id}
    return make_response(render_template("screens/code_read_out.html", **words))


def _back() -> str:
    link = request.form.get("link", "")
    return f"/links/{quote(link)}" if link else request.path


def _person(meeting_id: int) -> int:
    """Whose code it is: the link says so, or the member has chosen the own name."""
    number = links.number(config().secret, request.form.get("link", ""))
    if number is None:
        return request.form.get("person_id", 0, int)
    with database().reading() as session:
        link = session.get(Link, number)
    return link.person_id if link and link.meeting_id == meeting_id else 0
