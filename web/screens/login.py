"""Logga in for those with a password, and one's own signed-in devices."""

from flask import Blueprint, render_template, request
from flask_login import current_user

from core.access import database, public, safe_path, signed_in
from councils.models import Password
from councils.queries import access

blueprint = Blueprint("login", __name__)


@blueprint.get("/sign-ins")
@public
def login() -> str:
    onward = safe_path(request.args.get("next"), "")
    asked = {word: request.args.get(word) for word in ("refused", "chosen")}
    return render_template("screens/login.html", onward=onward, **asked)


@blueprint.get("/account")
@signed_in
def account() -> str:
    with database().reading() as session:
        devices = access.signed_in_devices(session, current_user.id)
        password = session.get(Password, current_user.id)
    return render_template("screens/account.html", devices=devices, password=password)
