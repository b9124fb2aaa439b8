"""In by password and authenticator: for those who work with the meetings.

Whatever is wrong - the name, the password, the code, too many tries - the words are the same.
"""

from datetime import datetime

from flask import Blueprint, abort, make_response, redirect, render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from core import clock
from core.access import database, public, writer
from core.errors import BadInput
from core.log import REGISTER
from core.words import Sentence
from councils.actions import staff
from councils.backends import authenticators, invitations, passwords
from councils.models import Password, Person
from web.auth.browser import config, device, digest, let_in, new_token, onward, refuse
from web.security import per_person, sign_in_limits

WRONG = Sentence(
    "Det gick inte att logga in. Kontrollera användarnamn, lösenord och kod. "
    "Efter flera fel behöver du vänta en stund."
)
blueprint = Blueprint("passwords", __name__)


def _username() -> str:
    return request.form.get("username", "").strip().casefold()


@blueprint.post("/sign-ins")
@public
@sign_in_limits
@per_person(_username)
def sign_in() -> Response:
    with database().reading() as session:
        stored = session.scalar(select(Password).where(Password.username == _username()))
    seen = stored.hash if stored else None
    right = passwords.matches(seen, request.form.get("password", ""))
    step = _step(stored, request.form.get("code", ""))
    token = new_token()
    who, matched = (stored.person_id if stored else 0), (seen if right else None)
    told = (who, matched, step, digest(token), device())
    if writer().submit(REGISTER, staff.sign_in_by_password, *told, by=None).made is None:
        return refuse(WRONG, "password", request.path)
    let_in(token)
    if stored and stored.totp_since is None:
        return redirect("/authenticator", 303)
    return onward("/")


@blueprint.get("/invitations/<address>")
@public
def invitation(address: str) -> Response:
    person, password = _invited(address)
    words = {"person": person, "password": password, "address": address}
    return make_response(render_template("screens/invitation.html", **words))


@blueprint.post("/invitations/<address>/password")
@public
@sign_in_limits
def choose(address: str) -> Response:
    person, _ = _invited(address)
    chosen, username = request.form.get("password", ""), _username()
    if not username or len(username) > 100:  # noqa: PLR2004 - longer than any address
        raise BadInput("Skriv ett användarnamn, till exempel din e-postadress.", "username")
    if fault := passwords.fault(chosen, username, person.name):
        raise BadInput(fault, "password")
    mark = invitations.person(config().secret, address)
    told = (person.id, mark[1] if mark else "", username, passwords.hashed(chosen))
    writer().submit(REGISTER, staff.choose_password, *told, by=None)
    return redirect("/sign-ins?chosen=1", 303)


def _step(stored: Password | None, typed: str) -> int | None:
    """Which step the code from the app belongs to."""
    kept = stored.totp_secret if stored else None
    secret = authenticators.deciphered(config().secret, kept) if kept else None
    moment = datetime.fromisoformat(clock.now()).timestamp()
    code = "".join(typed.split())
    return authenticators.step_of(secret, code, moment) if secret else None


def _invited(address: str) -> tuple[Person, Password | None]:
    found = invitations.person(config().secret, address)
    if found is None:
        abort(404)
    with database().reading() as session:
        person = session.get(Person, found[0])
        password = session.get(Password, found[0])
    if person is None or not invitations.is_for(found[1], password.hash if password else None):
        abort(404)
    return person, password
