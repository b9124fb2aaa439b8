"""What was typed on the page, as the counting reads it; what is empty is left out."""

import re
from collections.abc import Iterator
from typing import Any

from werkzeug.datastructures import MultiDict

from core import forms
from core.errors import BadInput

ROWS, MORE, MOST = 4, 4, 60  # kinds of ballots shown at first, added at a time, at most
RULINGS = {
    "struken": "struck",
    "oklar": "unclear_person",
    "oklar ordning": "unclear_order",
    "ej valbar": "not_eligible",
}
RULED = re.compile(rf"^(.*\S)\s*\(({'|'.join(RULINGS)})\)$", re.IGNORECASE)


class Typed:
    """The form as it was sent, to be shown again just so."""

    def __init__(self, form: MultiDict[str, str] | None = None) -> None:
        self.form: MultiDict[str, str] = form if form is not None else MultiDict()

    def __getitem__(self, field: str) -> str:
        return self.form.get(field, "")

    @property
    def wants_more_rows(self) -> bool:
        return "more" in self.form

    @property
    def rows(self) -> range:
        shown = self.form.get("rows", ROWS, int)
        return range(1, max(ROWS, min(MOST, shown + MORE * self.wants_more_rows)) + 1)

    @property
    def drawn(self) -> list[str]:
        """Lots drawn so far; a new count begins without them."""
        if "draw" not in self.form:
            return []
        return [*self.form.getlist("drawn"), *filter(None, [self["winner"]])]


def proportional(told: Typed) -> dict[str, Any]:
    faulty = ("not_closed", "not_uniform", "no_designation")
    return {
        "kind": told["kind"] or "members",
        "ballots": [_list(told, row) for row in _filled(told)],
        "invalid": {field: forms.maybe_whole(told.form, field) or 0 for field in faulty},
        "lots": {"drawn": [int(each) for each in told.drawn if each.isdecimal()]},
    } | _urn(told)


def persons(told: Typed) -> dict[str, Any]:
    ballots = [
        {"names": _lines(told[f"names_{row}"]), "count": _count(told, row)} for row in _filled(told)
    ]
    return {
        "ballots": ballots,
        "blank": forms.maybe_whole(told.form, "blank") or 0,
        "invalid": forms.maybe_whole(told.form, "invalid") or 0,
        "ballot_rule": told["ballot_rule"] or "exact",
        "lots": {"drawn": told.drawn},
    } | _urn(told)


def _urn(told: Typed) -> dict[str, Any]:
    return {
        "voters_present": forms.whole(told.form, "voters_present"),
        "voted": forms.maybe_whole(told.form, "voted"),
        "places": forms.whole(told.form, "places"),
    }


def _filled(told: Typed) -> Iterator[int]:
    """Rows where something is typed; none at all is an election that nobody voted in."""
    for row in told.rows:
        if any(told[f"{field}_{row}"].strip() for field in ("designation", "names", "count")):
            yield row


def _list(told: Typed, row: int) -> dict[str, Any]:
    names, ignored = [], []
    for line in _lines(told[f"names_{row}"]):
        ruled = RULED.match(line)
        name = ruled[1] if ruled else line
        names.append(name)
        if ruled:
            ignored.append({"name": name, "reason": RULINGS[ruled[2].lower()]})
    designation = told[f"designation_{row}"]
    return {
        "designation": designation,
        "names": names,
        "count": _count(told, row),
        "ignored": ignored,
    }


def _count(told: Typed, row: int) -> int:
    count = forms.maybe_whole(told.form, f"count_{row}")
    if not count:
        raise BadInput("Skriv hur många sedlar det är.", f"count_{row}")
    return count


def _lines(text: str) -> list[str]:
    """One name a line, with or without its number: "1. Ek" is Ek."""
    lines = (re.sub(r"^\s*\d+[.)]\s*", "", line).strip() for line in text.splitlines())
    return [line for line in lines if line]
