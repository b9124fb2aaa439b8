"""The speakers' list as a pure ordering: who speaks next, who may ask, and why one stands where.

Kommunallagen 5 kap. 43 § (ORD-1) lets the chair lead; the rest is the rules of procedure, 5:72
(RULES section 5): order of request; a point of order first, at once; a rejoinder before the next
speech (`meetings.rules.rejoinders`); after the streck only those already listed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.words import Sentence


class FloorKind(StrEnum):
    """What one asks for.  Two separate buttons; the chair can turn one into the other (INC-8)."""

    POINT_OF_ORDER = "point_of_order"
    REJOINDER = "rejoinder"
    SPEECH = "speech"


@dataclass(frozen=True)
class Request:
    """One place on the list.

    `position` begins as the order of asking (1, 2, 3 …) and changes only by the chair's hand, which
    also sets `is_moved`.  `answers` is the speech that a rejoinder is bound to.
    """

    id: int
    person: int
    kind: FloorKind
    position: int
    answers: int | None = None
    is_moved: bool = False


@dataclass(frozen=True)
class Place:
    """Number on the list from 1, and why it is what it is, in Swedish."""

    n: int
    reason: Sentence
    request: Request


class FloorRefusal(StrEnum):
    ALREADY_LISTED = "ALREADY_LISTED"
    LIST_CLOSED = "LIST_CLOSED"
    NO_SPEECH = "NO_SPEECH"
    OWN_SPEECH = "OWN_SPEECH"
    NOT_IN_DEBATE = "NOT_IN_DEBATE"
    NO_REJOINDERS_LEFT = "NO_REJOINDERS_LEFT"

    @property
    def text(self) -> Sentence:
        return _TEXTS[self]


_TEXTS = {
    FloorRefusal.ALREADY_LISTED: Sentence("Du står redan på talarlistan."),
    FloorRefusal.LIST_CLOSED: Sentence(
        "Streck är draget. Bara de som redan står på listan får tala."
    ),
    FloorRefusal.NO_SPEECH: Sentence(
        "Replik går att begära på det anförande som pågår eller nyss hölls."
    ),
    FloorRefusal.OWN_SPEECH: Sentence(
        "Du kan svara när någon annan har fått replik på ditt anförande."
    ),
    FloorRefusal.NOT_IN_DEBATE: Sentence(
        "Replik får den som har talat i ärendet eller blivit tilltalad."
    ),
    FloorRefusal.NO_REJOINDERS_LEFT: Sentence("Du har inga repliker kvar på det här anförandet."),
}


def in_order(requests: Iterable[Request]) -> list[Request]:
    """Points of order, then rejoinders, then speeches; within each by position."""
    return sorted(requests, key=_rank)


def place(requests: Iterable[Request], person: int) -> Place | None:
    """Where the person stands, at the first of her requests; None if not on the list."""
    waiting = in_order(requests)
    for n, request in enumerate(waiting, start=1):
        if request.person == person:
            return Place(n, _reason(request, waiting[: n - 1]), request)
    return None


def may_ask(
    person: int, kind: FloorKind, waiting: Iterable[Request], *, list_closed: bool
) -> FloorRefusal | None:
    """May the person be put on the list for a speech or a point of order?

    A streck never stops a point of order.  Rejoinders have a rule of their own.
    """
    if any(request.person == person and request.kind is kind for request in waiting):
        return FloorRefusal.ALREADY_LISTED
    if kind is FloorKind.SPEECH and list_closed:
        return FloorRefusal.LIST_CLOSED
    return None


def move(requests: Iterable[Request], request_id: int, to: int) -> list[Request]:
    """The chair puts a request in place `to` among those of its kind; the new order, all of it.

    The positions are handed round among those who wait, so that whoever asks next comes last.
    """
    waiting = in_order(requests)
    moved = next((request for request in waiting if request.id == request_id), None)
    if moved is None:
        raise ValueError("Begäran finns inte längre på listan.")
    peers = [request for request in waiting if request.kind is moved.kind]
    if not 1 <= to <= len(peers):
        raise ValueError(f"Platsen ska vara mellan 1 och {len(peers)}.")
    positions = [request.position for request in peers]
    peers.remove(moved)
    peers.insert(to - 1, replace(moved, is_moved=True))
    placed = [replace(peer, position=at) for peer, at in zip(peers, positions, strict=True)]
    return in_order([request for request in waiting if request.kind is not moved.kind] + placed)


def convert(request: Request, kind: FloorKind, *, answers: int | None = None) -> Request:
    """What was asked for by the wrong button; the time of asking still counts.  INC-8."""
    if kind is FloorKind.REJOINDER and answers is None:
        raise ValueError(FloorRefusal.NO_SPEECH.text)
    return replace(request, kind=kind, answers=answers if kind is FloorKind.REJOINDER else None)


def _rank(request: Request) -> tuple[int, int, int]:
    return tuple(FloorKind).index(request.kind), request.position, request.id


def _reason(mine: Request, ahead: Sequence[Request]) -> Sentence:
    if mine.kind is FloorKind.POINT_OF_ORDER:
        return POINT_FIRST
    if mine.is_moved:
        return MOVED
    passed = [one for one in ahead if one.kind is not mine.kind and one.position > mine.position]
    if passed:
        return _passed_by(passed)
    if any(one.is_moved for one in ahead):
        return MOVED_AHEAD
    return REJOINDER_FIRST if mine.kind is FloorKind.REJOINDER else IN_ORDER


def _passed_by(requests: Sequence[Request]) -> Sentence:
    kinds = Counter(request.kind for request in requests)
    points, rejoinders = kinds[FloorKind.POINT_OF_ORDER], kinds[FloorKind.REJOINDER]
    words = PASSED_BY[min(points, 2), min(rejoinders, 2)]
    return Sentence(words, points=points, rejoinders=rejoinders)


POINT_FIRST = Sentence("En ordningsfråga går före talarlistan.")
MOVED = Sentence("Ordföranden har ändrat din plats.")
MOVED_AHEAD = Sentence("Ordföranden har ändrat ordningen före dig.")
REJOINDER_FIRST = Sentence("En replik går före nya anföranden.")
IN_ORDER = Sentence("Ordet ges i den ordning det begärs.")
PASSED_BY = {  # points of order and rejoinders: none, one, or more
    (1, 0): Sentence("En ordningsfråga går före dig."),
    (2, 0): Sentence("{points} ordningsfrågor går före dig."),
    (0, 1): Sentence("En replik går före dig."),
    (0, 2): Sentence("{rejoinders} repliker går före dig."),
    (1, 1): Sentence("En ordningsfråga och en replik går före dig."),
    (1, 2): Sentence("En ordningsfråga och {rejoinders} repliker går före dig."),
    (2, 1): Sentence("{points} ordningsfrågor och en replik går före dig."),
    (2, 2): Sentence("{points} ordningsfrågor och {rejoinders} repliker går före dig."),
}
