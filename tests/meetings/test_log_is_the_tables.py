"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

from collections import Counter
from random import Random
from typing import Any

from hypothesis.stateful import invariant
from sqlalchemy.orm import Session

from agenda.models import Document, Item
from core import clock
from core.actor import Actor
from core.writer import Action, Receipt
from councils.models import ProcedureInForce
from meetings import facts
from meetings.actions import (
    assents,
    conduct,
    distance,
    floor,
    items,
    lines,
    planning,
    roll,
    summoning,
)
from meetings.facts import approval
from tests.machines import House, kinds_in, not_come_by, often
from tests.meetings import folding, tries
from tests.meetings.tries import AT_HOME, CALLED, Now
from tests.worlds import ANNA, BEA, DAN, KLARA, PIA, PLANNED, REMOTE, SIV

QUORUM = 5  # of nine
FIRST = (9, 10, 11)  # not prepared, behind closed doors, and an interpellation
ANSWERS = ("hall", "hall", "remote", "remote", "hall", "remote", "hall", "hall", "absent")
PATIENCE = 12  # tries, until something happens
HOUSES, ACTS = 16, 40


class Meetings(House):
    """An evening of nine, from the summons to the last gavel."""

    seats = 9
    head = PLANNED
    fold = staticmethod(folding.fold)

    def begin(self, chance: Random) -> None:
        """Convened only, or with the roll called and the first debate going on."""
        self._arrange()
        self.attempt(planning.convene, by=KLARA)
        self.attempt(summoning.note_summons, (1, 2), "handed", "2026-12-10", by=KLARA)
        self.attempt(summoning.strike_summons, chance.choice([1, SIV]), by=KLARA)
        self.attempt(planning.change_meeting, *CALLED, None, None, by=KLARA)
        for person in AT_HOME:
            self.attempt(distance.request_distance, person, "Bor långt bort", by=person)
            self.attempt(distance.answer_request, person, "granted", by=ANNA)
        if chance.random() < 0.75:
            self._call_the_roll()
            self._go_on_to(chance.choice(FIRST))

    def try_anything(self, chance: Random) -> None:
        """Until something happens: most of what is tried in a meeting is not its turn."""
        self.wall.later(hours=chance.choice([0.01] * 30 + [1, 8]))
        for _ in range(PATIENCE):
            by, one = tries.anything(chance, self.done)
            before = len(self.entries())
            self.attempt(one.action, *one.args, by=self.found(by), head=one.head)
            if len(self.entries()) > before:
                return

    @property
    def is_over(self) -> bool:
        return bool(self.told().state == "closed")

    def end(self) -> None:
        """What is open is closed, and then the meeting."""
        self.attempt(conduct.resume, by=KLARA)
        self.attempt(items.close_item, Now.ITEM, True, by=KLARA)
        self.attempt(conduct.close_meeting, True, by=KLARA)

    def attempt(
        self, action: Action, *args: Any, by: int | Actor | None, head: int | None = None
    ) -> Receipt | None:
        return super().attempt(action, *map(self.found, args), by=by, head=head)

    def found(self, arg: Any) -> Any:
        """The number of what is meant just now; one that does not exist if nothing is."""
        if not isinstance(arg, Now):
            return arg
        now: folding.Told = self.told()
        meant: dict[Now, Any] = {
            Now.ITEM: now.handled[-1].item if now.handled else 9,
            Now.STEP: now.handled[-1].step if now.handled else "debate",
            Now.ASKER: now.waiting[now.order[-1]].person if now.order else ANNA,
            Now.OFFERED: now.offers[max(now.offers)][0] if now.offers else ANNA,
            Now.REQUEST: now.order[-1] if now.order else 1,
            Now.ANOTHER: now.order[0] if now.order else 2,
            Now.SPEECH: len(now.speeches),
            Now.CALL: len(now.calls),
            Now.OFFER: len(now.offers),
            Now.NOTICE: max(now.notices, default=2),
        }
        return meant[arg]

    def tables(self, session: Session) -> folding.Told:
        return folding.tables(session, PLANNED)

    @invariant()
    def nobody_sits_in_two_seats(self) -> None:
        seats = self.told().seats.values()
        here = Counter(person for one in seats for person in (one.serving, one.recused) if person)
        assert [person for person, count in here.items() if count > 1] == []
        open_stretches = [one.person for one in self.told().stretches if one.why_left is None]
        assert len(open_stretches) == len(set(open_stretches))

    @invariant()
    def one_item_and_one_speech_at_a_time(self) -> None:
        assert sum(not one.is_closed for one in self.told().handled) <= 1
        assert sum(not is_ended for *_, is_ended in self.told().speeches.values()) <= 1

    @invariant()
    def an_item_is_opened_by_a_quorum(self) -> None:
        """KL 5:45.  Before the roll call is done there are only formalities."""
        opened = [one.payload for one in self.entries() if one.kind == "item.opened"]
        few = [one["item_kind"] for one in opened if one["present"] < QUORUM]
        assert set(few) <= {"formality"}

    @invariant()
    def the_list_lives_in_the_open_item(self) -> None:
        if all(one.is_closed for one in self.told().handled):
            assert self.told().waiting == {}
            assert [one.recused for one in self.told().seats.values() if one.recused] == []

    @invariant()
    def whoever_stands_aside_waits_for_nothing(self) -> None:
        aside = {one.recused for one in self.told().seats.values()}
        assert [one.person for one in self.told().waiting.values() if one.person in aside] == []

    @invariant()
    def the_presidium_is_in_the_hall(self) -> None:
        lead = (ANNA, BEA, self.told().presiding)
        remote = [one.serving for one in self.told().seats.values() if one.mode == "remote"]
        assert [person for person in remote if person in lead] == []

    @invariant()
    def nobody_is_at_a_distance_without_a_yes(self) -> None:
        told: folding.Told = self.told()
        there = [one.serving for one in told.seats.values() if one.mode == "remote"]
        granted = [person for person, (_, answer) in told.remote.items() if answer == "granted"]
        assert [person for person in there if person not in granted] == []

    @invariant()
    def an_interpellation_is_debated_only_with_leave(self) -> None:
        """KL 5:59–64: a speech is held only where the council has let it be put."""
        without = [one.item for one in self.told().handled if one.leave is False]
        assert [one for one in self.given_in() if one in without] == []

    @invariant()
    def strangers_and_secretaries_have_done_nothing_but_help(self) -> None:
        done = {(one.actor_id, one.kind.split(".")[0]) for one in self.entries()}
        assert {kind for person, kind in done if person == DAN} == set()
        assert {kind for person, kind in done if person == PIA} <= {"help", "document"}

    def given_in(self) -> list[int]:
        """The items in which somebody was given the floor after the council had answered."""
        item, answered, found = 0, False, []
        for entry in self.entries():
            if entry.kind == "item.opened":
                item, answered = entry.payload["item_id"], False
            answered = answered or entry.kind == "item.leave"
            if entry.kind == "floor.given" and answered:
                found.append(item)
        return found

    def _arrange(self) -> None:
        with self.arranged() as session:
            paper = Document(item_id=9, position=1, title="Kalkyl", sha256="0" * 64, size=1)
            paper.pages, paper.attached_at = 4, clock.now()
            session.add(paper)
            session.get_one(Item, 10).closed_doors = True
            session.get_one(ProcedureInForce, 1).settings = REMOTE | {"remote_needs_request": True}
            session.get_one(Item, 9).prepared_by = None

    def _call_the_roll(self) -> None:
        self.attempt(conduct.open_meeting, by=ANNA)
        for seat, answer in enumerate(ANSWERS, start=1):
            self.attempt(roll.answer_roll, seat, answer, by=KLARA)
        self.attempt(roll.finish_roll, by=ANNA)

    def _go_on_to(self, item: int) -> None:
        self.attempt(assents.record_assent, item, True, by=ANNA)
        self.attempt(items.open_item, item, by=ANNA)
        self.attempt(items.take_step, item, "debate", "presentation", by=ANNA)
        for lose in (lines.lose_line, lines.regain_line):
            self.attempt(lose, 3, by=None)
        for person in (4, 5, 7):
            self.attempt(floor.request_floor, item, "speech", by=person)


TestMeetings = Meetings.TestCase
TestMeetings.settings = often(runs=3, steps=15)


def test_long_evenings_of_all_sorts_come_by_every_fact() -> None:
    """All but those of the minutes, which have afternoons of their own."""
    told = kinds_in(facts) - kinds_in(approval)
    assert not_come_by(told, (Meetings() for _ in range(HOUSES)), acts=ACTS) == set()
