"""Pages on which votes are cast and counted: no script but the booth's own, checked by its hash.

PROTOCOL 18.3.  Whoever controls the script on such a page sees the choice, so it is kept apart
from everything else, and its hash is published.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, current_app, make_response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def program() -> dict[str, Any]:
    """`files`: the integrity of each by name; `hash`: of them all, as it is told at an election."""
    return _read(Path(current_app.static_folder or "") / "vendor/booth/booth.json")


def sealed(page: str) -> Response:
    """The page under the strictest policy that it works with."""
    response = make_response(page)
    response.headers["Content-Security-Policy"] = POLICY
    return response


@cache
def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text())
    return found
