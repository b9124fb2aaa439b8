"""Argon2id.  The costs are the least that OWASP advises and keep one check under 50 ms."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from core.words import Sentence

LEAST = 12  # characters
MOST = 200  # so that nobody makes the machine hash a book

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    return _hasher.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Takes as long for somebody who does not exist as for somebody who does."""
    try:
        right = _hasher.verify(stored or _NOBODY, password[:MOST])
    except (VerificationError, InvalidHashError):
        return False
    return right and stored is not None


def fault(password: str, *names: str) -> Sentence | None:
    """What is wrong with a new password, in words for the one who chose it."""
    if len(password) < LEAST:
        return Sentence(
            "Lösenordet ska ha minst {least} tecken. Fyra ord i rad går bra.", least=LEAST
        )
    if len(password) > MOST:
        return Sentence("Lösenordet får ha högst {most} tecken.", most=MOST)
    if len(set(password)) < 5:  # noqa: PLR2004 - aaaaaaaaaaaa and abababababab
        return Sentence("Lösenordet upprepar samma tecken. Välj ett som är svårare att gissa.")
    if password.casefold() in {name.casefold() for name in names}:
        return Sentence("Lösenordet får inte vara ditt namn eller användarnamn.")
    return None
