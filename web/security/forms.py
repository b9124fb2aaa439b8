"""Every form says that it is ours, and which press it was."""

import secrets

from flask import Flask
from flask_wtf import CSRFProtect


def attach(app: Flask) -> None:
    app.config.setdefault("WTF_CSRF_TIME_LIMIT", None)  # as long as the sign-in: all evening
    app.config.setdefault("WTF_CSRF_SSL_STRICT", False)  # some pages send no referrer at all
    CSRFProtect(app)
    app.add_template_global(act_key)


def act_key() -> str:
    """A fresh Idempotency-Key for a form that works without script."""
    return secrets.token_urlsafe(16)
