"""The rules of procedure through time in words, and what they leave out (KL 5:72)."""

from dataclasses import dataclass

from flask_babel import gettext as _

from councils.models import Council
from councils.queries.procedures import Version
from councils.rules.changes import Change
from councils.rules.checklist import Cover, Point, checklist
from councils.rules.codec import about
from councils.rules.open_questions import QUESTIONS, OpenQuestion
from councils.rules.procedure import Procedure
from councils.rules.size import Body
from web.screens.procedure_words import value_in_words


@dataclass(frozen=True)
class Changed:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Asked:
    """An open question, and what this council has answered: label and value of each setting."""

    question: OpenQuestion
    settings: tuple[tuple[str, str], ...]


def points(council: Council, procedure: Procedure, *, adopted: bool) -> tuple[Point, ...]:
    return checklist(
        procedure,
        seats=council.seats,
        electors=council.electors,
        body=Body(council.kind),
        adopted=adopted,
    )


def cover_words(cover: Cover) -> tuple[str, str]:
    """The word on its pill, and the pill's kind."""
    return {
        Cover.COVERED: ("ok", _("Finns")),
        Cover.DEFAULT: ("warn", _("Vanligt värde")),
        Cover.MISSING: ("error", _("Saknas")),
        Cover.NOT_NEEDED: ("neutral", _("Behövs inte")),
    }[cover]


def changed(version: Version) -> list[Changed]:
    return [_in_words(one) for one in version.changes]


def asked(procedure: Procedure) -> list[Asked]:
    told = about(Procedure)
    return [
        Asked(
            one,
            tuple(
                (_(told[name].label), value_in_words(getattr(procedure, name)))
                for name in one.settings
            ),
        )
        for one in QUESTIONS
    ]


def _in_words(one: Change) -> Changed:
    label = _(one.about.label)
    if one.within is not None:
        label = f"{_(one.within.label)}: {label}"
    return Changed(label, value_in_words(one.before), value_in_words(one.after))
