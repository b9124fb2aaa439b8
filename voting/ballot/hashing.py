"""SHA-256 as the protocol writes it: in hexadecimal, in Base64 without padding, as a number."""

import base64
import hashlib
from collections.abc import Iterable

from gmpy2 import mpz

from voting.ballot.group import Group


def hexadecimal(text: bytes | str) -> str:
    return digest(text).hex()


def base64_of(text: bytes | str) -> str:
    """Fingerprints and trackers."""
    return base64.b64encode(digest(text)).rstrip(b"=").decode("ascii")


def number(text: bytes | str) -> mpz:
    """The whole hash, big-endian, not reduced."""
    return mpz(int.from_bytes(digest(text), "big"))


def challenge(group: Group, prefix: str, elements: Iterable[mpz]) -> mpz:
    """H(prefix, [elements]) in Z_q (PROTOCOL 5.2)."""
    return number(prefix + ",".join(map(str, elements))) % group.q


def digest(text: bytes | str) -> bytes:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).digest()
