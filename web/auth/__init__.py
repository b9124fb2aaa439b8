"""Signing in, and knowing who is signed in."""

from flask import Flask
from flask_login import LoginManager

from core.db import Database
from web.auth.user import SignedIn, find


def attach(app: Flask, database: Database) -> None:
    manager = LoginManager(app)

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(token: str) -> SignedIn | None:
        with database.reading() as session:
            return find(session, token)
