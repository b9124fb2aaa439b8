"""Who may have a rejoinder, to which speech, and how many.

Rules of procedure, kommunallagen 5 kap. 72 § (RULES section 5): bound to the speech it answers,
only for one who has spoken in the item or was addressed, so many for each speech and person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councils.rules.procedure import Procedure
from meetings.rules.floor import FloorKind, FloorRefusal, Request


@dataclass(frozen=True)
class Speech:
    """A turn given, finished or going on.  `addressed`: who was spoken to by name."""

    id: int
    person: int
    kind: FloorKind
    answers: int | None = None
    addressed: frozenset[int] = frozenset()


def may_rejoin(
    person: int,
    speeches: Sequence[Speech],
    waiting: Iterable[Request],
    procedure: Procedure,
    *,
    list_closed: bool = False,
    chair_allows: bool = False,
) -> FloorRefusal | None:
    """May the person ask for a rejoinder to the speech that is going on or was just held?

    `speeches`: those of this item in their order.  The chair may let in one who has neither spoken
    nor been addressed, but not lift the number of rejoinders.
    """
    target = answered_speech(speeches)
    if target is None:
        return FloorRefusal.NO_SPEECH
    if list_closed and not procedure.rejoinders_after_list_closed:
        return FloorRefusal.LIST_CLOSED
    if any(one.person == person and one.answers == target.id for one in waiting):
        return FloorRefusal.ALREADY_LISTED
    given = [speech for speech in speeches if speech.answers == target.id]
    if refusal := _number_refusal(person, target, given, procedure.rejoinders_max):
        return refusal
    needs_part = procedure.rejoinder_needs_part and not chair_allows
    has_part = _has_part(person, speeches, [target, *given])
    return FloorRefusal.NOT_IN_DEBATE if needs_part and not has_part else None


def answered_speech(speeches: Sequence[Speech]) -> Speech | None:
    """The speech that a rejoinder asked for now belongs to: the latest one that is no rejoinder."""
    return next((one for one in reversed(speeches) if one.kind is FloorKind.SPEECH), None)


def _number_refusal(
    person: int, target: Speech, given: Sequence[Speech], most: int
) -> FloorRefusal | None:
    if target.person == person and all(speech.person == person for speech in given):
        return FloorRefusal.OWN_SPEECH
    mine = sum(speech.person == person for speech in given)
    return FloorRefusal.NO_REJOINDERS_LEFT if mine >= most else None


def _has_part(person: int, speeches: Sequence[Speech], exchange: Sequence[Speech]) -> bool:
    """Has spoken in the item, or was addressed in the speech or in a rejoinder to it."""
    debated = (speech for speech in speeches if speech.kind is not FloorKind.POINT_OF_ORDER)
    has_spoken = any(speech.person == person for speech in debated)
    return has_spoken or any(person in speech.addressed for speech in exchange)
