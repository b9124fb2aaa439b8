"""What the register answers and what its log says."""

from typing import Any

from flask import Flask

from core import log


def told(app: Flask) -> tuple[str, dict[str, Any]]:
    """The last thing that the register's log says."""
    with app.extensions["database"].reading() as session:
        entry = log.read(session, log.REGISTER)[-1]
    return entry.kind, entry.payload


def refused(answer: Any) -> tuple[int, str | None]:
    return answer.status_code, answer.json["field"]
