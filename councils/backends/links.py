"""Signed addresses: a number and a signature, and nothing about anybody."""

import hashlib
import re

from itsdangerous import BadSignature, Signer

from councils.backends.keys import derived

_WHOLE = re.compile(r"[1-9][0-9]{0,17}")


def address(secret: str, number: int) -> str:
    """The personal part of a link's address: 17.k3J…"""
    return _signer(secret).sign(str(number)).decode()


def number(secret: str, address: str) -> int | None:
    """Which link this is, or None where the signature is not ours."""
    try:
        text = _signer(secret).unsign(address).decode()
    except BadSignature:
        return None
    return int(text) if _WHOLE.fullmatch(text) else None


def _signer(secret: str) -> Signer:
    key = derived(secret, "personal link")
    return Signer(key, salt=b"link", key_derivation="hmac", digest_method=hashlib.sha256)
