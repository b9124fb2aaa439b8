"""A whole imported meeting, from the summons to the close."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from meetings.actions.board import announce_meeting
from meetings.actions.conduct import adjourn, close_meeting, open_meeting, resume
from meetings.actions.items import close_item, open_item
from meetings.actions.planning import convene
from meetings.actions.roll import finish_roll
from meetings.rules.steps import needs_decision
from voting.actions.decisions import gavel
from voting.models import How
from web.packages.schema import Package
from web.replay.agreement import agreed, by_votes_alone
from web.replay.attending import Attending, Sittings
from web.replay.house import House
from web.replay.moves import moves
from web.replay.pace import Break, Timed, timed
from web.replay.script import Asked, ItemCloses, ItemOpens, fixed, script
from web.replay.seating import Seating
from web.replay.sittings import sittings
from web.replay.speaking import Speaking
from web.replay.voting import Voting
from web.replay.words import ITEM_KINDS

EVENING = time(18)
REST = timedelta(seconds=2)  # after the gavel, before the item may be left
NOT_KNOWN = "Beslut utan votering. Hur det lyder framgår inte av det inlästa underlaget."


class Run:
    def __init__(self, package: Package, house: House) -> None:
        self.house, self.hands = house, house.hands
        facts = package.meeting
        self.opened = opening(package)
        self.closed = facts.closed
        self.day = timed(script(package), self.opened, facts.closed, facts.adjourned)
        self.sittings = _sittings(package, self.opened, self.day)
        self.seating = Seating(house, self.hands)
        self.attending = Attending(self.seating, moves(self.sittings, self.day))
        self.speaking = Speaking(house, self.hands)
        self.voting = Voting(house, self.hands, self.seating)

    def all(self) -> None:
        self.hands.act(announce_meeting, by=self.house.clerk)
        self.hands.act(convene, by=self.house.clerk)
        self.house.forget()
        self._open()
        for one in self.day:
            self.attending.until(one.start)
            self.hands.clock.go_to(one.start)
            self._happen(one)
        self._close()

    def _open(self) -> None:
        self.hands.clock.go_to(self.opened)
        self.attending.choose_leader(self.sittings)
        self.hands.act(open_meeting, by=self.house.presiding())
        self.attending.call_roll(self.sittings)
        self.hands.act(finish_roll, by=self.seating.let_lead())

    def _happen(self, one: Timed) -> None:
        what = one.what
        if isinstance(what, Break):
            return self._pause(one)
        item = self.house.items[what.place]
        leads = self.seating.let_lead()
        if isinstance(what, ItemOpens):
            self.hands.soon(open_item, item, by=leads)
            self.speaking.item_opened(what.item.kind)
            return self.attending.item_opened(what.place)
        if isinstance(what, ItemCloses):
            return self._close_item(what, item, leads)
        if isinstance(what, Asked):
            return self.voting.hold(item, what)
        speaker = self.speaking.begin(item, what.speech)
        self.attending.until(one.end, speaker)
        self.hands.clock.go_to(one.end)
        return self.speaking.end()

    def _pause(self, one: Timed) -> None:
        self.hands.act(adjourn, f"{one.end:%H:%M}", None, by=self.seating.let_lead())
        self.attending.until(one.end)
        self.hands.clock.go_to(one.end)
        self.hands.act(resume, by=self.seating.let_lead())

    def _close_item(self, what: ItemCloses, item: int, leads: int) -> None:
        """A package tells what was decided only where there was a vote."""
        if needs_decision(ITEM_KINDS[what.item.kind]) and not what.is_voted_on:
            self.hands.soon(gavel, item, NOT_KNOWN, How.UNOPPOSED, by=leads)
        self.hands.clock.go_to(self.hands.clock.moment + REST)
        self.hands.soon(close_item, item, by=leads)
        if any(now.recused for now in self.house.seats().values()):
            self.house.forget()
        self.attending.item_closed(what.place)

    def _close(self) -> None:
        if self.closed is not None:
            self.attending.until(self.closed)
            self.hands.clock.go_to(self.closed)
        self.hands.act(close_meeting, True, by=self.seating.let_lead())


def opening(package: Package) -> datetime:
    """As the package says; else the first time it names, else in the evening."""
    facts = package.meeting
    if facts.opened is not None:
        return facts.opened
    named = [fixed(step) for step in script(package)] + [row.arrived for row in package.attendance]
    evening = datetime.combine(facts.date, EVENING, ZoneInfo(facts.timezone))
    return min((one for one in named if one is not None), default=evening)


def _sittings(package: Package, opened: datetime, day: list[Timed]) -> Sittings:
    holders = {row.seat: row.person for row in package.members if row.seat is not None}
    if not package.attendance:
        return dict(by_votes_alone(day, holders).items())
    return agreed(sittings(package.attendance, opened, package.meeting.closed), day, holders)
