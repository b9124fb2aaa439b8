"""The roll call, and everybody who comes and goes as the clock goes on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from meetings.actions.conduct import take_chair
from meetings.actions.roll import ABSENT, answer_roll
from meetings.models import Mode
from web.packages.presence import BEFORE
from web.replay.house import SeatNow
from web.replay.moves import Move, Why
from web.replay.seating import Seating
from web.replay.sittings import Sitting
from web.replay.words import MODES

Sittings = Mapping[int | None, Sequence[Sitting]]


class Attending:
    """`moves`: those still to come.  Who steps aside for an item waits until it is opened."""

    def __init__(self, seating: Seating, moves: Sequence[Move]) -> None:
        self.seating, self.house, self.hands = seating, seating.house, seating.hands
        self._coming = list(moves)
        self._waiting: dict[int, list[Move]] = defaultdict(list)
        self._open: int | None = None
        self._done: set[int] = set()

    def choose_leader(self, sittings: Sittings) -> None:
        """Somebody who is there at the opening: the first of the presidium, else a member."""
        here = [self._id(one) for seat in sittings if seat for one in _at_opening(sittings, seat)]
        members = {now.member for now in self.house.seats().values()}
        able = [one for one in self.house.elected if one in here]
        able += [one for one in here if one in members]
        if able and able[0] != self.house.presiding():
            self.hands.act(take_chair, able[0], by=self.house.clerk)
            self.house.forget()

    def call_roll(self, sittings: Sittings) -> None:
        """Every member is called; then substitutes take the seats that are empty."""
        instead: list[tuple[int, Sitting]] = []
        for now in self.house.seats().values():
            sitting = next(iter(_at_opening(sittings, now.seat)), None)
            is_member = sitting is not None and self._id(sitting) == now.member
            self._answer(now, sitting if is_member else None, instead)
            if sitting is not None and not is_member:
                instead.append((now.seat, sitting))
        self.hands.flush()
        self.house.forget()
        for now in self.house.seats().values():
            if now.mode == Mode.REMOTE and now.serving is not None:
                self.seating.identify(now.seat, now.serving)
        for seat, sitting in instead:
            self.seating.come(seat, self._id(sitting), MODES[sitting.mode])
        for sitting in _at_opening(sittings, None):
            self.seating.take_part(self._id(sitting), MODES[sitting.mode])

    def until(self, moment: datetime, speaker: int | None = None) -> None:
        """Everything that has happened up to now.  Whoever speaks does not rise before the end."""
        while self._coming and self._coming[0].at <= moment:
            if speaker is not None and self._interrupts(self._coming[0], speaker):
                return
            self.hands.clock.go_to(self._coming[0].at)
            self._perform(self._coming.pop(0))
            self.seating.let_lead()

    def item_opened(self, place: int) -> None:
        self._open = place
        for one in self._waiting.pop(place, []):
            self._perform(one)

    def item_closed(self, place: int) -> None:
        self._done.add(place)
        self._open = None

    def _answer(
        self, now: SeatNow, sitting: Sitting | None, instead: list[tuple[int, Sitting]]
    ) -> None:
        """What the roll call does not let somebody answer is put right after it."""
        if now.member is None:
            return
        answer = MODES[sitting.mode] if sitting else ABSENT
        refused = (lambda _: instead.append((now.seat, sitting))) if sitting else None
        self.hands.soon(answer_roll, now.seat, answer, by=self.house.clerk, refused=refused)

    def _perform(self, one: Move) -> None:
        if (item := self._waits_for(one)) is not None:
            self._waiting[item].append(one)
            return
        person, mode = self.house.people[one.person], MODES[one.mode]
        if one.seat is None:
            self._without_seat(one, person, mode)
        elif one.why is Why.COMES:
            self.seating.come(one.seat, person, mode)
        elif one.why is Why.LOSES_LINE:
            self.seating.lose_line(person)
        elif one.why is Why.STEPS_ASIDE and one.place == self._open:
            self.seating.step_aside(one.seat, person)
        else:
            self.seating.go(one.seat, person)

    def _interrupts(self, one: Move, speaker: int) -> bool:
        sits_there = one.seat is not None and self.house.seats()[one.seat].serving == speaker
        return sits_there or self.house.people[one.person] == speaker

    def _waits_for(self, one: Move) -> int | None:
        """What else happens in the seat waits too."""
        for item, held in self._waiting.items():
            if any(other.seat == one.seat for other in held):
                return item
        is_early = one.place not in (None, self._open, *self._done)
        return one.place if one.why is Why.STEPS_ASIDE and is_early else None

    def _without_seat(self, one: Move, person: int, mode: Mode) -> None:
        if one.why is Why.COMES:
            self.seating.take_part(person, mode)
        else:
            self.seating.take_leave(person)

    def _id(self, sitting: Sitting) -> int:
        return self.house.people[sitting.person]


def _at_opening(sittings: Sittings, seat: int | None) -> list[Sitting]:
    return [one for one in sittings.get(seat, ()) if one.start == BEFORE]
