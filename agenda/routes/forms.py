"""What the forms of this room send."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from flask import request

from agenda.models import ItemKind
from agenda.rules.wording import LONGEST_DRAFT, LONGEST_LINE, LONGEST_TITLE, Wording
from core.forms import Form, flag, maybe_day, maybe_text, maybe_whole, word

VISIBLE = "\n\t\N{NO-BREAK SPACE}"


def sent() -> dict[str, str]:
    """The last value of each field: a ticked box comes after the hidden 0 that stands for not."""
    return {field: tidy(values[-1]) for field, values in request.form.lists()}


def changes() -> dict[str, Any]:
    """What was written about an item, only the fields that were sent."""
    form = sent()
    return {field: read(form, field) for field, read in _READ.items() if field in form}


def wording() -> Wording:
    return Wording(**({"title": ""} | changes()))


def tidy(text: str) -> str:
    """Composed letters, one kind of line ends, nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return "".join(sign for sign in composed if sign.isprintable() or sign in VISIBLE)


def _text(form: Form, field: str) -> str:
    return maybe_text(form, field, most=LONGEST_TITLE) or ""


def _line(form: Form, field: str) -> str | None:
    return maybe_text(form, field, most=LONGEST_LINE)


_READ: Mapping[str, Callable[[Form, str], Any]] = {
    "title": _text,
    "kind": lambda form, field: word(form, field, ItemKind),
    "numbered": flag,
    "number": maybe_whole,
    "proposer": _line,
    "proposer_id": maybe_whole,
    "draft": lambda form, field: maybe_text(form, field, most=LONGEST_DRAFT),
    "case_number": _line,
    "prepared_by": _line,
    "minutes_planned": maybe_whole,
    "closed_doors": flag,
    "on_the_web": _line,
    "special": _line,
    "first_meeting": maybe_day,
    "electors": maybe_whole,
    "signatures": maybe_whole,
    "submitted_on": maybe_day,
}
