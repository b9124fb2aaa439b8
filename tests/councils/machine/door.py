"""How people are let in.  What a code must be to open is told by this file, not by the product."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core import log
from councils.actions.checks import record_check, try_vote
from councils.actions.codes import read_out_code, send_code, use_code
from councils.actions.links import print_cards, send_link, send_links
from councils.actions.sign_ins import sign_in_by_link, sign_out, sign_out_everywhere
from councils.models import Channel, Code, Letter
from tests.machines import House, act
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, SIV

S_MEMBER = 6
ACTORS = (KLARA, KLARA, KLARA, PIA, ANNA, BO, DAN)
PEOPLE = (ANNA, BO, SIV, S_MEMBER, KLARA, DAN)
CODES = ("111111", "222222", "333333")
CHANNELS = tuple(Channel)
YES_OR_NO = (True, False)


class Door(House):
    head = OPEN
    seats = 21

    def begin(self, chance: Random) -> None:
        self.right: dict[int, tuple[str, datetime]] = {}  # each person's newest code
        self.guesses: dict[int, int] = {}

    @act(minutes=(3, 9, 10, 70))
    def time_passes(self, minutes: int) -> None:
        self.wall.later(minutes=minutes)

    def fold(self, entries: list[log.Entry]) -> Any:
        told = [(one.kind, one.payload) for one in entries if one.kind.startswith("access.")]
        return {
            "codes": {
                fact["code_id"]: (fact["person_id"], fact["channel"])
                for kind, fact in told
                if kind == "access.code_sent"
            },
            "used": {fact["code_id"] for kind, fact in told if kind == "access.code_used"},
            "letters": sum(_letters(kind, fact) for kind, fact in told),
        }

    def tables(self, session: Session) -> Any:
        codes = list(session.scalars(select(Code)))
        return {
            "codes": {code.id: (code.person_id, code.sent_to) for code in codes},
            "used": {code.id for code in codes if code.used_at},
            "letters": session.scalar(
                select(func.count()).where(Letter.kind.in_(["code", "link"]))
            ),
        }


class Codes(Door):
    @act(2, by=ACTORS, person=PEOPLE, channel=CHANNELS, code=CODES)
    def send(self, by: int, person: int, channel: Channel, code: str) -> None:
        done = self.allowed(send_code, person, channel, code, f"d{code}", by=by)
        may = by == KLARA or (by == PIA and person in (ANNA, S_MEMBER))
        assert not done or (may and person not in (KLARA, DAN) and channel is Channel.EMAIL)
        self._made(person, code, done)

    @act(2, by=ACTORS, person=PEOPLE, code=CODES, identified=YES_OR_NO)
    def read_out(self, by: int, person: int, code: str, identified: bool) -> None:
        done = self.allowed(read_out_code, person, f"d{code}", identified, by=by)
        assert not done or (by == KLARA and identified)
        self._made(person, code, done)

    @act(6, person=PEOPLE, code=CODES)
    def guess(self, person: int, code: str) -> None:
        """The newest, once, within ten minutes, in five tries."""
        used = self.attempt(use_code, person, f"d{code}", f"t{self.acts}", "iPad", by=None)
        newest, made_at = self.right.get(person, ("none", self.wall.moment))
        is_live = self.wall.moment - made_at < timedelta(minutes=10)
        is_right = newest == code and is_live and self.guesses.get(person, 0) < 5
        assert used is not None
        assert (used.made == person) == is_right
        self.guesses[person] = self.guesses.get(person, 0) + 1
        if is_right:
            del self.right[person]

    @act(person=PEOPLE)
    def try_to_guess_them_all(self, person: int) -> None:
        for code in (*CODES, *CODES):
            self.guess(person, code)

    def _made(self, person: int, code: str, done: bool) -> None:
        if done:
            self.right[person], self.guesses[person] = (code, self.wall.moment), 0


class Links(Door):
    @act(3, by=ACTORS, person=PEOPLE, channel=CHANNELS, afresh=YES_OR_NO)
    def link(self, by: int, person: int, channel: Channel, afresh: bool) -> None:
        done = self.allowed(send_link, person, channel, afresh, by=by)
        assert not done or by == KLARA or (by == PIA and not afresh)

    @act(by=ACTORS)
    def link_everybody(self, by: int) -> None:
        assert self.allowed(send_links, by=by) == (by == KLARA)

    @act(by=ACTORS)
    def print_cards(self, by: int) -> None:
        assert self.allowed(print_cards, by=by) == (by == KLARA)

    @act(3, link=range(1, 9))
    def follow_link(self, link: int) -> None:
        """Good for its own person until another has been made in its place."""
        found = "SELECT person_id FROM links WHERE id = ? AND revoked_at IS NULL"
        whose = [person for (person,) in self.eye.execute(found, (link,))]
        done = self.attempt(sign_in_by_link, link, f"l{self.acts}", "iPad", by=None)
        assert [done.made if done else None] == (whose or [None])


class Devices(Door):
    """Signed out by oneself or by the office; and how one's own device did."""

    @act(by=ACTORS, person=PEOPLE)
    def sign_out_everywhere(self, by: int, person: int) -> None:
        done = self.attempt(sign_out_everywhere, person, by=by, head=log.REGISTER)
        assert (done is not None) == (by == person or (by == KLARA and person != DAN))

    @act(by=PEOPLE, number=range(12))
    def sign_out(self, by: int, number: int) -> None:
        """One of one's own."""
        mine = self.eye.execute("SELECT digest FROM sign_ins WHERE person_id = ?", (by,))
        own, token = {digest for (digest,) in mine}, f"l{number}"
        done = self.attempt(sign_out, token, by=by, head=log.REGISTER)
        assert (done is not None) == (token in own)

    @act(by=(*ACTORS, SIV), faults=([], ["camera"], ["camera", "what"]))
    def check_device(self, by: int, faults: list[str]) -> None:
        assert self.allowed(try_vote, by=by) == (by != DAN)
        assert self.allowed(record_check, faults, 120, by=by) == (by != DAN)


def _letters(kind: str, fact: dict[str, Any]) -> int:
    if kind == "access.links_sent":
        return int(fact["email"] + fact["phone"])
    if kind in ("access.link_sent", "access.code_sent"):
        return int(fact["channel"] != "read_out")
    return 0
