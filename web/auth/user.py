"""The one who is signed in, as the door sees them.  Asked for anew on every request."""

import hashlib

from flask_login import UserMixin
from sqlalchemy.orm import Session

from core import clock
from councils.models import Person, SignIn
from councils.queries.people import party_letters, roles_of


class SignedIn(UserMixin):  # type: ignore[misc]
    def __init__(self, token: str, sign_in: SignIn, person: Person, roles: frozenset[str]) -> None:
        self.token, self.key, self.method = token, sign_in.digest, sign_in.method
        self.id, self.name = person.id, person.name
        self.council_id, self.party_id = person.council_id, person.party_id
        self.roles = roles
        self.letters: str | None = None

    def get_id(self) -> str:
        """What the cookie holds: the secret of this one sign-in, never the person's number."""
        return self.token

    def has(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def lacks_second_step(self) -> bool:
        """Staff who have to connect an authenticator before they may do anything else."""
        return self.method == "password_only"


def find(session: Session, token: str) -> SignedIn | None:
    sign_in = session.get(SignIn, digest(token))
    if sign_in is None or sign_in.revoked_at or sign_in.expires < clock.now():
        return None
    person = session.get_one(Person, sign_in.person_id)
    user = SignedIn(token, sign_in, person, roles_of(session, person.id))
    user.letters = party_letters(session, person.id)
    return user


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
