"""The rules of procedure, for the office: what holds now, what held before, and the form."""

from dataclasses import dataclass, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from flask import Blueprint, render_template
from flask_babel import gettext as _

from core import clock, swedish
from core.access import clerk, database
from councils.queries.procedures import Version, versions
from councils.rules.codec import about
from councils.rules.procedure import Procedure, at
from web.screens.council import kept_council, places
from web.screens.procedure_past import asked, changed, cover_words, points
from web.screens.procedure_words import chapters, word_for

blueprint = Blueprint("procedure", __name__)


@dataclass(frozen=True)
class Setting:
    """One field of the form.  `kind`: flag, number, text, day, time, one, many, group."""

    name: str
    label: str
    paragraph: str
    kind: str
    value: Any
    options: tuple[tuple[str, str], ...] = ()
    parts: tuple["Setting", ...] = ()
    least: int | None = None


@blueprint.get("/councils/<int:council_id>/procedures")
@clerk
def procedures(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
        history = versions(session, council_id)
    today = swedish.local_day(clock.now())
    now = _now(history, today)
    settings = {one.name: one for one in _settings(now)}
    return render_template(
        "screens/council_procedure.html",
        council=found,
        chapters=[(title, [settings[name] for name in names]) for title, names in chapters()],
        history=[(version, changed(version)) for version in history],
        points=points(found, now, adopted=bool(history)),
        cover_words=cover_words,
        asked=asked(now),
        today=today.isoformat(),
        places=places(council_id, "procedures"),
    )


@blueprint.get("/councils/<int:council_id>/procedures/checklist")
@clerk
def coverage(council_id: int) -> str:
    """What 5 kap. 72 § asks for and what is open in the law: to print and bring along."""
    with database().reading() as session:
        found = kept_council(session, council_id)
        history = versions(session, council_id)
    now = _now(history, swedish.local_day(clock.now()))
    return render_template(
        "screens/council_checklist.html",
        council=found,
        points=points(found, now, adopted=bool(history)),
        cover_words=cover_words,
        asked=asked(now),
        places=places(council_id, "procedures"),
    )


def _now(history: list[Version], today: date) -> Procedure:
    kept = [(date.fromisoformat(one.valid_from), one.procedure) for one in history]
    return at(kept, today)


def _settings(holder: Any, within: str = "") -> list[Setting]:
    hints, told = get_type_hints(type(holder)), about(type(holder))
    return [
        _setting(
            hints[name],
            getattr(holder, name),
            within + name,
            _(one.label),
            one.paragraph,
            one.least,
        )
        for name, one in told.items()
    ]


def _setting(
    hint: Any, value: Any, name: str, label: str, paragraph: str, least: int | None
) -> Setting:
    inner = next((one for one in get_args(hint) if one is not type(None)), hint)
    if get_origin(hint) is frozenset:
        chosen = {str(one) for one in value}
        return Setting(name, label, paragraph, "many", chosen, _options(inner))
    if is_dataclass(inner):
        return Setting(
            name, label, paragraph, "group", None, parts=tuple(_settings(value, f"{name}."))
        )
    if issubclass(inner, StrEnum):
        return Setting(name, label, paragraph, "one", str(value), _options(inner))
    kinds = {bool: "flag", int: "number", str: "text", date: "day", time: "time"}
    shown = value.isoformat() if isinstance(value, date | time) else value
    return Setting(name, label, paragraph, kinds[inner], shown, least=least)


def _options(words: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), word_for(one)) for one in words)
