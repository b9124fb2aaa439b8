"""How somebody takes a seat and leaves it: by the lawful act where there is one.

Where the record shows what the law refuses (back the same day, a substitute of another party) the
council office corrects the seat instead, and it is counted with the words of the refusal.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from core.errors import RuleBroken
from core.writer import Action
from meetings.actions.conduct import take_chair
from meetings.actions.lines import lose_line, regain_line
from meetings.actions.roll import (
    arrive,
    call_substitute,
    correct_seat,
    end_recusal,
    identify,
    leave,
    move,
    recuse,
)
from meetings.models import Mode
from web.replay.hands import Hands
from web.replay.house import House, SeatNow

BY_SIGHT = "picture"
ELSEWHERE = "Personen tjänstgjorde redan på en annan plats."
OTHERWISE_VOTED = "Röstlistan visar någon annan på platsen."


@dataclass
class Seating:
    """`otherwise`: what is not in the record at all, and why."""

    house: House
    hands: Hands
    corrections: Counter[str] = field(default_factory=Counter)
    otherwise: Counter[str] = field(default_factory=Counter)
    recusals: int = 0
    lost_lines: int = 0

    def come(self, seat: int, person: int, mode: Mode) -> None:
        """Sits there from now on, whoever sat there before."""
        now = self.house.seats()[seat]
        if now.serving == person:
            self._stay(now, person, mode)
        elif now.recused != person:  # who stands aside is back when the item closes
            self._take(now, person, mode)

    def take_part(self, person: int, mode: Mode) -> None:
        """Without a seat."""
        self.hands.soon(arrive, mode, person, by=self.house.clerk, refused=self._note)

    def go(self, seat: int, person: int) -> None:
        now = self.house.seats()[seat]
        if person not in (now.serving, now.recused):
            return
        self._hand_over(person)
        self._move(leave, person, True, by=person)

    def take_leave(self, person: int) -> None:
        """Without a seat."""
        self.hands.soon(leave, person, True, by=self.house.clerk, refused=self._note)

    def step_aside(self, seat: int, person: int) -> None:
        """For the item that is open.  Once that is decided it is only leaving."""
        if self.house.seats()[seat].serving != person:
            return
        self._hand_over(person)
        try:
            self._try(recuse, person, by=person)
            self.recusals += 1
        except RuleBroken:
            self._move(leave, person, True, by=person)

    def lose_line(self, person: int) -> None:
        self.hands.soon(lose_line, person, by=None)
        self.lost_lines += 1

    def identify(self, seat: int, person: int) -> None:
        """The line is up, and the chair sees who it is."""
        self.hands.soon(regain_line, person, by=None)
        self.hands.soon(identify, seat, BY_SIGHT, person, by=self.house.presiding())

    def as_voted(self, seat: int, person: int | None) -> None:
        """What the list of votes says, where it is not so."""
        now = self.house.seats()[seat]
        if now.serving == person:
            return
        if now.serving is not None:
            self._hand_over(now.serving)
        if now.serving is not None and person is None and self.house.has_lost_line(now.serving):
            self._move(leave, now.serving, True, by=self.house.presiding())
        elif now.serving is None and person is not None and now.recused == person:
            self._move(end_recusal, person, by=self.house.presiding())
        else:
            self._correct(now, person, Mode.HALL, OTHERWISE_VOTED)

    def let_lead(self, but: int | None = None) -> int:
        """The first of the presidium who is here leads; without any of them, a member."""
        serving = self.house.serving()
        leading = self.house.presiding()
        able = [one for one in self.house.elected if one in serving]
        able += [leading] if leading in serving else []
        able += [one for one, now in serving.items() if one == now.member]
        best = next((one for one in able if one != but), leading)
        if best != leading:
            self._move(take_chair, best, by=self.house.clerk)
        return best

    def _stay(self, now: SeatNow, person: int, mode: Mode) -> None:
        if self.house.has_lost_line(person):
            self.identify(now.seat, person)
        elif now.mode != mode:
            self._move(move, mode, person, by=person)

    def _take(self, now: SeatNow, person: int, mode: Mode) -> None:
        self._rise_elsewhere(now.seat, person)
        if now.serving is not None:
            self._hand_over(now.serving)
        try:
            if person == now.member:
                self._try(arrive, mode, person, by=person)
            else:
                self._step_in(now, person, mode)
        except RuleBroken as refusal:
            mode = self._correct(now, person, mode, str(refusal))
        if mode is Mode.REMOTE:
            self.identify(now.seat, person)

    def _step_in(self, now: SeatNow, person: int, mode: Mode) -> None:
        """Those before her in the order cannot have been there."""
        if now.serving is not None:
            self._move(leave, now.serving, True, by=now.serving)
        away = self.house.before_in_order(now.seat, person)
        self._try(call_substitute, now.seat, person, away, mode, by=self.house.clerk)

    def _rise_elsewhere(self, seat: int, person: int) -> None:
        """One person, one seat: the record of the other one was not closed in time."""
        now = self.house.serving().get(person)
        if now is not None and now.seat != seat:
            self._hand_over(person)
            self._correct(now, None, Mode.HALL, ELSEWHERE)

    def _correct(self, now: SeatNow, person: int | None, mode: Mode, why: str) -> Mode:
        """From the hall, where not even the record may say at a distance (KL 5:16)."""
        self.corrections[why] += 1
        try:
            self._try(correct_seat, now.seat, person, mode, why, True, by=self.house.clerk)
        except RuleBroken:
            if mode is Mode.HALL:
                raise
            self._move(correct_seat, now.seat, person, Mode.HALL, why, True, by=self.house.clerk)
            return Mode.HALL
        return mode

    def _hand_over(self, person: int) -> None:
        if self.house.presiding() == person:
            self.let_lead(but=person)

    def _note(self, refusal: RuleBroken) -> None:
        self.otherwise[str(refusal)] += 1

    def _move(self, action: Action, *args: Any, by: int) -> None:
        self.hands.soon(action, *args, by=by)
        self.house.forget()

    def _try(self, action: Action, *args: Any, by: int) -> None:
        """Raises what the rules say against it."""
        self.hands.act(action, *args, by=by)
        self.house.forget()
