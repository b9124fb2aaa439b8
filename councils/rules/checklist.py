"""What the rules of procedure must cover, point by point, and what this council's leave out.

Kommunallagen 5 kap. 72 § (ARB-1).  A point is covered by the council's own text or settings; by the
product's default as long as the council has entered nothing; or not at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import Procedure
from councils.rules.size import Body, council_size


class Cover(StrEnum):
    COVERED = "covered"
    DEFAULT = "default"  # holds, but the council has not said so itself
    MISSING = "missing"
    NOT_NEEDED = "not_needed"  # asked for only where the council allows it


@dataclass(frozen=True)
class Point:
    """One thing that 5:72 asks for.  `settings` are the fields of the form that answer it."""

    name: str
    what: Sentence
    cover: Cover
    why: Sentence
    settings: tuple[str, ...] = ()

    @property
    def is_missing(self) -> bool:
        return self.cover is Cover.MISSING


WRITTEN = Sentence("Står i arbetsordningen.")
UNWRITTEN = Sentence("Skriv in vad fullmäktige har beslutat.")
DEFAULTS = Sentence("Klubbas vanliga värden används. Fullmäktiges egen text är inte inlagd.")
NOT_ALLOWED = Sentence("Behövs inte: fullmäktige har inte tillåtit det.")
REMOTE_EXTENT = Sentence("Beslut, omfattning och hur man begär det står i arbetsordningen.")
EVEN = Sentence("Antalet platser ska vara udda (5 kap. 5 §).")
TOO_FEW = Sentence("Antalet platser är lägre än lagens minsta (5 kap. 5 §).")

WHAT = {
    "members": Sentence("Antalet ledamöter"),
    "times": Sentence("När fullmäktige sammanträder"),
    "absence": Sentence("Anmälan av hinder"),
    "substitutes": Sentence("Inkallande av ersättare"),
    "presides_first": Sentence("Vem som leder tills presidiet är valt"),
    "right_to_speak": Sentence("Rätten att yttra sig"),
    "voting": Sentence("Förfarandet vid omröstning"),
    "motions": Sentence("Handläggning av motioner"),
    "questions": Sentence("Interpellationer och frågor"),
    "approval": Sentence("Formerna för justering"),
    "presidium": Sentence("Presidiets uppgifter"),
    "citizens": Sentence("Medborgarförslag"),
    "remote": Sentence("I vilken utsträckning ledamöter får delta på distans"),
}
SETTINGS = {
    "times": ("meeting_times",),
    "absence": ("absence_notice",),
    "substitutes": ("substitute_calling",),
    "presides_first": ("first_presider",),
    "motions": ("motions",),
    "approval": ("minutes_form",),
    "presidium": ("presidium_tasks",),
    "right_to_speak": ("speaker_order", "speech_first_minutes", "speech_next_minutes"),
    "voting": ("election_methods", "majority_ballot_rule"),
    "questions": ("interpellation_deadline", "question_deadline"),
    "citizens": ("citizens_proposals", "citizens_proposals_form"),
    "remote": ("remote_allowed", "remote_decided_on", "remote_decision", "remote_decided_by"),
}


def checklist(
    procedure: Procedure,
    *,
    seats: int,
    electors: int | None,
    body: Body = Body.MUNICIPALITY,
    adopted: bool,
) -> tuple[Point, ...]:
    """Every point of 5:72 in the order of the law.  `adopted`: has the council entered any rules?

    KL 5:72.
    """
    return (
        _members(seats, electors, body),
        *(_text(name, procedure) for name in ("times", "absence", "substitutes", "presides_first")),
        _settled("right_to_speak", adopted),
        _settled("voting", adopted),
        _text("motions", procedure),
        _settled("questions", adopted),
        *(_text(name, procedure) for name in ("approval", "presidium")),
        _citizens(procedure),
        _remote(procedure),
    )


def missing(points: Sequence[Point]) -> tuple[Point, ...]:
    """What has to be written before the next meeting is convened.  KL 5:72."""
    return tuple(one for one in points if one.is_missing)


def _members(seats: int, electors: int | None, body: Body) -> Point:
    faults = council_size(body, electors or 0, seats).faults
    if not faults:
        why = Sentence("{seats} platser.", seats=seats)
        return _point("members", Cover.COVERED, why)
    return _point("members", Cover.MISSING, EVEN if seats % 2 == 0 else TOO_FEW)


def _text(name: str, procedure: Procedure) -> Point:
    told = str(getattr(procedure, SETTINGS[name][0])).strip()
    return _point(name, Cover.COVERED, WRITTEN) if told else _missing(name)


def _settled(name: str, adopted: bool) -> Point:
    if adopted:
        return _point(name, Cover.COVERED, WRITTEN)
    return _point(name, Cover.DEFAULT, DEFAULTS)


def _citizens(procedure: Procedure) -> Point:
    if not procedure.citizens_proposals:
        return _point("citizens", Cover.NOT_NEEDED, NOT_ALLOWED)
    told = procedure.citizens_proposals_form.strip()
    return _point("citizens", Cover.COVERED, WRITTEN) if told else _missing("citizens")


def _remote(procedure: Procedure) -> Point:
    if not procedure.remote_allowed:
        return _point("remote", Cover.NOT_NEEDED, NOT_ALLOWED)
    return _point("remote", Cover.COVERED, REMOTE_EXTENT)


def _missing(name: str) -> Point:
    return _point(name, Cover.MISSING, UNWRITTEN)


def _point(name: str, cover: Cover, why: Sentence) -> Point:
    return Point(name, WHAT[name], cover, why, SETTINGS.get(name, ()))
