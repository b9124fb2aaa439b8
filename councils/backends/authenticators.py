"""The second step: six digits from an app, good once.  The shared secret is kept enciphered."""

import hmac
from base64 import urlsafe_b64encode

import pyotp
from cryptography.fernet import Fernet, InvalidToken

from councils.backends.keys import derived

STEP = 30  # seconds
DRIFT = (-1, 0, 1)  # steps that a telephone's clock may be wrong


def new_secret() -> str:
    return pyotp.random_base32()


def address(secret: str, username: str) -> str:
    """What the QR code says to the app."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name="Klubba")


def step_of(secret: str, code: str, now: float) -> int | None:
    """Which step the code belongs to, or None where it is wrong.  `now`: seconds since 1970."""
    totp, current = pyotp.TOTP(secret), int(now) // STEP
    for step in (current + drift for drift in DRIFT):
        if hmac.compare_digest(totp.at(step * STEP).encode(), code.encode()):
            return step
    return None


def enciphered(key: str, text: str) -> str:
    return _cipher(key).encrypt(text.encode()).decode()


def deciphered(key: str, token: str, ttl: int | None = None) -> str | None:
    """None where it was not enciphered by us, or longer than `ttl` seconds ago."""
    try:
        return _cipher(key).decrypt(token.encode(), ttl=ttl).decode()
    except InvalidToken:
        return None


def _cipher(key: str) -> Fernet:
    return Fernet(urlsafe_b64encode(derived(key, "authenticator")))
