"""Six digits, and the only thing that is kept of them: a keyed digest.

A bare hash of six digits is found by trying a million; with the key it says nothing.
"""

import hmac
import re
import secrets

from councils.backends.keys import derived

DIGITS = 6


def new() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def digest(secret: str, meeting_id: int, person_id: int, code: str) -> str:
    """The same digits for somebody else, or for another meeting, give another digest."""
    told = f"{meeting_id}:{person_id}:{code}".encode()
    return hmac.digest(derived(secret, "one-time code"), told, "sha256").hex()


def tidy(typed: str) -> str | None:
    """What somebody typed or pasted, without spaces and hyphens.  None: not six digits."""
    digits = re.sub(r"[\s\u00a0-]", "", typed)
    return digits if re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) else None


def grouped(code: str) -> str:
    """As it is read out and written: 123 456."""
    return f"{code[:3]} {code[3:]}"
