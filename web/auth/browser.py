"""This browser: what it holds of a sign-in, what it is called, and letting it in or out."""

import secrets
from urllib.parse import urlencode

from flask import current_app, g, redirect, request, session
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from core.access import database, live, safe_path, wants_json
from core.errors import BadInput
from core.words import Sentence
from web.auth.user import digest, find
from web.config import Config

_DEVICES = ("iPad", "iPhone", "Android", "Windows", "Macintosh", "CrOS", "Linux")
_CALLED = {"Macintosh": "Mac", "CrOS": "Chromebook", "Android": "Android-enhet"}
_BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "FxiOS": "Firefox"}
_BROWSERS |= {"CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari"}


def config() -> Config:
    found: Config = current_app.extensions["klubba"]
    return found


def new_token() -> str:
    """What the cookie will hold; only its digest is stored."""
    return secrets.token_urlsafe(32)


def let_in(token: str) -> None:
    """Whoever was signed in here before is out, and nothing of that session is kept."""
    before = current_user.key if current_user.is_authenticated else None
    session.clear()
    login_user(find(database(), token))
    session.permanent = True
    if before:
        live().drop(before)


def let_out() -> None:
    if current_user.is_authenticated:
        live().drop(current_user.key)
    logout_user()
    session.clear()


def onward(fallback: str) -> Response:
    """To the page that was asked for, if it is one of ours."""
    return redirect(safe_path(request.form.get("next"), fallback), 303)


def refuse(words: Sentence, field: str, back: str) -> Response:
    """A page says it beside its own field; a script gets the words.  Counted as a failed try."""
    if wants_json():
        raise BadInput(words, field)
    g.refused = True
    told = {"refused": field, "next": request.form.get("next")}
    query = urlencode({name: value for name, value in told.items() if value})
    return redirect(f"{back}?{query}", 303)


def device() -> str:
    """In words that its owner knows: iPad, Safari."""
    agent = request.user_agent.string
    kind = next((name for name in _DEVICES if name in agent), None)
    browser = next((name for mark, name in _BROWSERS.items() if f"{mark}/" in agent), None)
    words = [_CALLED.get(kind, kind) if kind else None, browser]
    return ", ".join(word for word in words if word) or "Okänd enhet"


__all__ = ["config", "device", "digest", "let_in", "let_out", "new_token", "onward", "refuse"]
