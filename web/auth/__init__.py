"""Signing in, and knowing who is signed in."""

from flask import Blueprint, Flask, request
from flask_login import LoginManager

from core.db import Database
from web.auth import authenticators, cards, codes, links, passwords, revocations
from web.auth.user import SignedIn, find

BLUEPRINTS: list[Blueprint] = [
    links.blueprint,
    codes.blueprint,
    cards.blueprint,
    passwords.blueprint,
    authenticators.blueprint,
    revocations.blueprint,
]
SECOND_STEP = frozenset(
    {"authenticators.authenticator", "authenticators.connect", "revocations.revoke"}
)


def attach(app: Flask, database: Database) -> None:
    manager = LoginManager(app)
    manager.session_protection = None  # a tablet that changes network is still the same tablet

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(token: str) -> SignedIn | None:
        user = find(database, token)
        if user and user.lacks_second_step and request.endpoint not in SECOND_STEP:
            return None
        return user
