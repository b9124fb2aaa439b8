"""What the office has hidden stays hidden on every page that anybody may read (GDPR-1).

Put over the finished answer, so that no page, feed or file of open data can forget it.  What a page
says in its words, titles and descriptions is covered; its own markup is not.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, current_app, request
from markupsafe import escape
from sqlalchemy import bindparam, select

from core.access import database
from meetings.models import Mask, Meeting
from meetings.rules.personal_data import hide

MARKUP = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
SAID = re.compile(r'\b((?:content|title|aria-label|alt|value|data-[\w-]+)=")([^"]*)"')
OF_MEETING = select(Mask.text).where(Mask.is_hidden, Mask.meeting_id == bindparam("meeting"))
OF_COUNCIL = (
    select(Mask.text)
    .join(Meeting, Meeting.id == Mask.meeting_id)
    .where(Mask.is_hidden, Meeting.council_id == bindparam("council"))
)


def attach(app: Flask) -> None:
    app.after_request(_cover)


def _cover(answer: Response) -> Response:
    access = _access(request.endpoint) if request.endpoint else None
    if access != "public" or answer.direct_passthrough or answer.status_code != 200:  # noqa: PLR2004
        return answer
    how = KINDS.get(answer.mimetype)
    if how is None or not (pieces := hidden_here()):
        return answer
    before = answer.get_data(as_text=True)
    after = how(before, pieces)
    if after != before:
        answer.set_data(after)
    return answer


def hidden_here() -> list[str]:
    """Of the meeting in the address, or of every meeting of the council there."""
    given = request.view_args or {}
    if meeting_id := given.get("meeting_id"):
        rows = database().ask(OF_MEETING, meeting=meeting_id)
    elif council_id := given.get("council_id"):
        rows = database().ask(OF_COUNCIL, council=council_id)
    else:
        return []
    return sorted({row.text for row in rows})


def covered_html(html: str, pieces: list[str]) -> str:
    escaped = [str(escape(piece)) for piece in pieces]
    parts = MARKUP.split(html)
    return "".join(
        _tag(part, escaped) if place % 2 else hide(part, escaped)
        for place, part in enumerate(parts)
    )


def covered_json(text: str, pieces: list[str]) -> str:
    return json.dumps(_values(json.loads(text), pieces), ensure_ascii=False)


def _tag(tag: str, escaped: list[str]) -> str:
    return SAID.sub(lambda said: f'{said[1]}{hide(said[2], escaped)}"', tag)


def _values(value: Any, pieces: list[str]) -> Any:
    match value:
        case str():
            return covered_html(value, pieces) if "<" in value else hide(value, pieces)
        case list():
            return [_values(each, pieces) for each in value]
        case dict():
            return {name: _values(each, pieces) for name, each in value.items()}
    return value


def _access(endpoint: str) -> str | None:
    access: str | None = getattr(current_app.view_functions.get(endpoint), "access", None)
    return access


KINDS: dict[str | None, Callable[[str, list[str]], str]] = {
    "text/html": covered_html,
    "application/json": covered_json,
    "text/csv": hide,
}
