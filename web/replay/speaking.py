"""Speeches: asked for, given and ended; what the chair says from the chair is given at once."""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import RuleBroken
from meetings.actions.floor import (
    change_request_kind,
    end_speech,
    give_floor_to,
    request_floor,
)
from meetings.actions.leave import record_leave
from meetings.actions.speaking import running
from meetings.models import RequestKind
from meetings.queries.floor import waiting_requests
from web.packages.kinds import ItemKind, SpeechKind
from web.packages.schema import SpeechRow
from web.replay.hands import Hands
from web.replay.house import House
from web.replay.words import REQUESTS

BETWEEN_TWO = (ItemKind.INTERPELLATION, ItemKind.QUESTION)
NOTHING_TO_ANSWER = "Ingen hade talat i ärendet: repliken hölls som anförande."


@dataclass
class Exchange:
    """A speech and the rejoinders to it.  `speaker` None: nobody has spoken in the item yet."""

    speaker: int | None = None
    is_answered: bool = False


@dataclass
class Speaking:
    """`otherwise`: why speeches were not held as they stand in the package, and how many."""

    house: House
    hands: Hands
    otherwise: Counter[str] = field(default_factory=Counter)
    _exchange: Exchange = field(default_factory=Exchange)
    _has_turns: bool = False
    _needs_leave: bool = False

    def item_opened(self, kind: ItemKind) -> None:
        """In a debate between two, the turns that were in fact had are the chair's to give."""
        self._exchange, self._has_turns = Exchange(), kind in BETWEEN_TWO
        self._needs_leave = self._has_turns

    def begin(self, item: int, speech: SpeechRow) -> int:
        """Who has the floor now."""
        person, leads = self.house.people[speech.speaker], self.house.presiding()
        self._let_it_be_put(item)
        if speech.kind is not SpeechKind.CHAIR:
            self._ask(item, person, REQUESTS[speech.kind])
        self.hands.soon(give_floor_to, person, by=leads, refused=self._note)
        return person

    def end(self) -> None:
        self.hands.soon(sit_down, by=self.house.presiding())

    def _let_it_be_put(self, item: int) -> None:
        """What was debated had the council's leave, whether or not the package tells of it."""
        if self._needs_leave:
            self.hands.soon(record_leave, item, True, by=self.house.presiding())
            self._needs_leave = False

    def _ask(self, item: int, person: int, kind: RequestKind) -> None:
        """By herself, or put on the list by the clerk, as for those who are let to speak."""
        by, whom = (person, None) if self._may_ask(person) else (self.house.clerk, person)
        answered = self._exchange.speaker
        own = answered == person and not self._exchange.is_answered
        if kind is RequestKind.REPLY and answered is None:
            self.otherwise[NOTHING_TO_ANSWER] += 1
            kind = RequestKind.SPEECH
        asked = RequestKind.SPEECH if own and kind is RequestKind.REPLY else kind
        self.hands.soon(request_floor, item, asked, None, whom, by=by, refused=self._note)
        if asked is not kind:
            self.hands.soon(let_answer, person, by=self.house.clerk)
        self._follow(person, kind)

    def _may_ask(self, person: int) -> bool:
        if self._has_turns:
            return False
        return person in self.house.serving() or person in self.house.may_speak_without_seat

    def _follow(self, person: int, kind: RequestKind) -> None:
        if kind is RequestKind.SPEECH:
            self._exchange = Exchange(person)
        elif kind is RequestKind.REPLY and person != self._exchange.speaker:
            self._exchange.is_answered = True

    def _note(self, refusal: RuleBroken) -> None:
        self.otherwise[str(refusal)] += 1


def let_answer(session: Session, meeting_id: int, person_id: int, *, by: Actor) -> None:
    """The chair lets somebody go on with a rejoinder where she would have to ask for a speech."""
    for request in waiting_requests(session, meeting_id):
        if request.person_id == person_id:
            change_request_kind(session, meeting_id, request.id, RequestKind.REPLY, by=by)


def sit_down(session: Session, meeting_id: int, *, by: Actor) -> None:
    """Whoever has the floor has ended."""
    speech = running(session, meeting_id)
    if speech is not None:
        end_speech(session, meeting_id, speech.id, by=by)
