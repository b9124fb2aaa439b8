"""The one who is signed in, as the door sees them.  Asked for anew on every request."""

import hashlib
from collections.abc import Sequence
from typing import Any

from flask_login import UserMixin
from sqlalchemy import Row

from core import clock
from core.db import Database
from councils.queries.people import WHO_IS_IN


class SignedIn(UserMixin):  # type: ignore[misc]
    def __init__(self, token: str, rows: Sequence[Row[Any]]) -> None:
        who = rows[0]
        self.token, self.key, self.method = token, digest(token), who.method
        self.id, self.name = who.id, who.name
        self.council_id, self.party_id = who.council_id, who.party_id
        self.letters: str | None = who.letters
        self.roles = frozenset(row.role for row in rows if row.role)

    def get_id(self) -> str:
        """What the cookie holds: the secret of this one sign-in, never the person's number."""
        return self.token

    def has(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def lacks_second_step(self) -> bool:
        """Staff who have to connect an authenticator before they may do anything else."""
        return bool(self.method == "password_only")


def find(database: Database, token: str) -> SignedIn | None:
    """Nobody, if the sign-in is unknown, revoked or too old."""
    rows = database.ask(WHO_IS_IN, digest=digest(token))
    if not rows or rows[0].revoked_at or rows[0].expires < clock.now():
        return None
    return SignedIn(token, rows)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
