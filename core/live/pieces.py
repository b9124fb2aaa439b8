"""What a room hangs on the wire: pieces of screen, seat strings, messages, and things that obey."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from core.actor import Audience, Onlooker
from core.log import Entry


@dataclass(frozen=True)
class Panel:
    """A piece of screen that follows certain facts and pulses, for certain audiences.

    The template draws one `<section id="{name}">`; it gets `onlooker`, `meeting_id` and `context`.
    """

    name: str
    template: str
    follows: frozenset[str]
    context: Callable[[Session, int, Onlooker], dict[str, Any]]
    audiences: frozenset[Audience] = field(default_factory=lambda: frozenset(Audience))


@dataclass(frozen=True)
class Track:
    """One character per seat, in the order of the seats: the whole council in a short string."""

    name: str
    follows: frozenset[str]
    seats: Callable[[Session, int, Onlooker], str]


@dataclass(frozen=True)
class Personal:
    """What is shown to one person alone, on that person's own devices: `{name: value}`.

    `state(session, meeting_id)` answers for everybody whom it concerns, in a few queries whatever
    their number; values are small and go as JSON.  The wire sends each person what has changed.
    Not `lasting`: a reminder, sent each time it is followed and to everybody in the answer.
    """

    name: str
    follows: frozenset[str]
    state: Callable[[Session, int], dict[int, Any]]
    lasting: bool = True


@dataclass(frozen=True)
class Follower:
    """Something outside the screens that obeys a fact: floor given, microphone open.

    May be told twice after a take-over, so it must not matter.
    """

    follows: frozenset[str]
    obey: Callable[[Entry], None]
