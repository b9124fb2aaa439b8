"""Connecting an app that shows six digits: the second step for those with a password.

The new secret is not stored before the first right code: until then it travels enciphered in the
form, good for a quarter of an hour and for this person only.
"""

from datetime import datetime

from flask import Blueprint, abort, make_response, render_template, request
from flask_login import current_user
from werkzeug.wrappers import Response

from core import clock
from core.access import actor, database, signed_in, writer
from core.errors import BadInput
from core.log import REGISTER
from core.words import Sentence
from councils.actions.staff import connect_authenticator
from councils.backends import authenticators
from councils.models import Password
from web.auth.browser import config, device, digest, let_in, new_token, onward, refuse
from web.auth.cards import picture_of
from web.security import sign_in_limits

WRONG = Sentence("Koden stämmer inte. Vänta på nästa kod i appen och skriv den.")
A_QUARTER = 900  # seconds
blueprint = Blueprint("authenticators", __name__, url_prefix="/authenticator")


@blueprint.get("")
@signed_in
def authenticator() -> Response:
    with database().reading() as session:
        password = session.get(Password, current_user.id)
    if password is None:
        abort(404)
    secret = authenticators.new_secret()
    sealed = authenticators.enciphered(config().secret, f"{current_user.id}:{secret}")
    qr = picture_of(authenticators.address(secret, password.username))
    words = {"qr": qr, "secret": secret, "sealed_secret": sealed, "since": password.totp_since}
    return make_response(render_template("screens/authenticator.html", **words))


@blueprint.post("")
@signed_in
@sign_in_limits
def connect() -> Response:
    secret = _unsealed(request.form.get("sealed", ""))
    moment = datetime.fromisoformat(clock.now()).timestamp()
    code = "".join(request.form.get("code", "").split())
    step = authenticators.step_of(secret, code, moment)
    if step is None:
        return refuse(WRONG, "code", request.path)
    token = new_token()
    kept = authenticators.enciphered(config().secret, secret)
    told = (kept, step, digest(token), device())
    writer().submit(REGISTER, connect_authenticator, *told, by=actor())
    let_in(token)
    return onward("/")


def _unsealed(sealed: str) -> str:
    text = authenticators.deciphered(config().secret, sealed, ttl=A_QUARTER) or ""
    person, _, secret = text.partition(":")
    if person != str(current_user.id) or not secret:
        raise BadInput("Sidan har legat för länge. Läs in den igen.", "sealed")
    return secret
