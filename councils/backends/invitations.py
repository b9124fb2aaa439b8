"""An invitation to choose a password: good for a week, and until a password has been chosen."""

import hashlib

from itsdangerous import BadSignature, URLSafeTimedSerializer

from councils.backends.keys import derived

WEEK = 7 * 86_400  # seconds


def address(secret: str, person_id: int, hash_now: str | None) -> str:
    """Bound to the password there is now, so that it ends when another is chosen."""
    return str(_serializer(secret).dumps([person_id, _mark(hash_now)]))


def person(secret: str, address: str) -> tuple[int, str] | None:
    """Whom it invites, and the mark of the password that it may replace."""
    try:
        person_id, mark = _serializer(secret).loads(address, max_age=WEEK)
    except (BadSignature, ValueError, TypeError):
        return None
    return int(person_id), str(mark)


def is_for(mark: str, hash_now: str | None) -> bool:
    return mark == _mark(hash_now)


def _mark(hash_now: str | None) -> str:
    return hashlib.sha256((hash_now or "").encode()).hexdigest()[:16]


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(derived(secret, "invitation"), salt=b"invitation")
