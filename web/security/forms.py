"""Every form says that it is ours, and which press it was."""

import secrets

from flask import Flask, g
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf


def attach(app: Flask) -> None:
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)  # as long as the sign-in: all evening
    app.config.setdefault("WTF_CSRF_SSL_STRICT", False)  # some pages send no referrer at all
    CSRFProtect(app)
    app.jinja_env.globals["csrf_token"] = token
    app.context_processor(lambda: {"csrf_token": token})
    app.add_template_global(act_key)


def token() -> str:
    """Nothing in what is drawn for everybody: there it would be nobody's."""
    return "" if g.get("shared") else str(generate_csrf())


def act_key() -> str:
    """A fresh Idempotency-Key for a form that works without script."""
    return secrets.token_urlsafe(16)
