"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

import atexit
import shutil
import tempfile
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import event, select

from agenda.models import Item, Proposal
from agenda.rules.proposals import ProposalKind, PutRefusal
from agenda.rules.special import SpecialMatter
from core import clock, log
from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Action, Writer
from meetings.models import Handling
from tests.meetings.halls import Wall
from tests.voting.folding import Room, fold, tables
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, new_world
from voting.actions import acclamations, decisions, demands, order, refusals, statements, votes
from voting.models import How, StatementKind, VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

SEATS = 5
MEMBERS = range(1, SEATS + 1)
CHAIR = st.sampled_from([ANNA] * 8 + [KLARA, BO])
ANYBODY = st.sampled_from([*MEMBERS, KLARA, PIA])
ANSWERS = st.lists(st.sampled_from(Choice), min_size=SEATS, max_size=SEATS)
EVEN = st.permutations([Choice.YES, Choice.YES, Choice.NO, Choice.NO, Choice.ABSTAIN])
OWN = Question(VoteKind.MAIN, Required.SIMPLE, "Ska det bli så?", "Ja, så", "Nej, inte så")
LATEST = st.sampled_from([0, 0, 0, 0, 1, 7])  # so many back from the latest
ITEMS = {"decision": 3, "election": 2}


@cache
def small_world() -> str:
    """Built once, copied for every run."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    database = Database(f"sqlite:///{folder}/t.db")
    new_world(database, seats=SEATS)
    database.close()
    return f"{folder}/t.db"


def _not_onto_the_disk(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")


class Voting(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.wall = Wall()
        self.stack.enter_context(clock.set_to(self.wall))
        folder = self.stack.enter_context(tempfile.TemporaryDirectory())
        shutil.copy(small_world(), f"{folder}/t.db")
        self.database = Database(f"sqlite:///{folder}/t.db")
        event.listen(self.database.writer_engine, "connect", _not_onto_the_disk)
        self.stack.callback(self.database.close)
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        self.seen: Room | None = None

    @initialize(
        item=st.sampled_from([3, 3, 3, 2]),
        kinds=st.lists(st.sampled_from(ProposalKind), max_size=4)
        | st.just([ProposalKind.ADOPT, ProposalKind.REJECT]),
        special=st.none() | st.sampled_from(SpecialMatter),
    )
    def propose(self, item: int, kinds: list[ProposalKind], special: SpecialMatter | None) -> None:
        self.item = item
        with self.database.writing() as session, session.begin():
            session.get_one(Handling, 1).item_id = item
            session.get_one(Item, item).special = special
            for kind in kinds:
                proposal = Proposal(item_id=item, kind=kind.value, text=kind.label, proposer="Bo")
                proposal.person_id, proposal.made_at = BO, clock.now()
                session.add(proposal)

    def attempt(self, action: Action, *args: object, by: int) -> bool:
        try:
            self.writer.submit(OPEN, action, *args, by=Actor(by))
        except RuleBroken:
            return False
        finally:
            self.seen = None
        return True

    @rule(seconds=st.sampled_from([0.5, 1, 3, 6, 11]))
    def wait(self, seconds: float) -> None:
        self.wall.later(seconds=seconds)

    @rule(by=CHAIR, proposals=st.permutations([1, 2, 3, 4]), many=st.integers(0, 4))
    def approve_order(self, by: int, proposals: list[int], many: int) -> None:
        self.attempt(order.approve_order, self.item, tuple(proposals[:many]), by=by)

    @rule(by=CHAIR, proposal=st.integers(0, 4), why=st.sampled_from(PutRefusal))
    def refuse_to_put(self, by: int, proposal: int, why: PutRefusal) -> None:
        done = self.attempt(refusals.refuse_to_put, proposal, why, "Så är lagen", by=by)
        assert not (done and by != ANNA)

    @rule(by=CHAIR, proposal=st.integers(0, 4))
    def undo_refusal(self, by: int, proposal: int) -> None:
        self.attempt(refusals.undo_refusal, proposal, by=by)

    @rule(by=CHAIR)
    def open_acclamation(self, by: int) -> None:
        self.attempt(acclamations.open_acclamation, self.item, by=by)

    @rule(by=ANYBODY, back=LATEST, proposal=st.integers(0, 4))
    def answer(self, by: int, back: int, proposal: int) -> None:
        which = len(self.room().acclamations) - back
        self.attempt(acclamations.answer_acclamation, which, proposal, by=by)

    @rule(by=CHAIR, back=LATEST, proposal=st.integers(0, 4))
    def find(self, by: int, back: int, proposal: int) -> None:
        which = len(self.room().acclamations) - back
        self.attempt(acclamations.find, which, proposal, by=by)

    @rule(by=ANYBODY)
    def demand(self, by: int) -> None:
        self.attempt(demands.demand_division, self.item, by=by)

    @rule(by=CHAIR, own=st.none() | st.sampled_from(VoteKind), majority=st.sampled_from(Required))
    def open_vote(self, by: int, own: VoteKind | None, majority: Required) -> None:
        asked = own and Question(own, majority, "Ska det bli så?", "Ja, så", "Nej, inte så")
        running = self.running()
        was_opened = self.attempt(votes.open_vote, self.item, asked, True, "Övning", by=by)
        assert not (was_opened and (running or by != ANNA))

    @rule(by=ANYBODY, back=LATEST, choice=st.sampled_from(Choice))
    def cast(self, by: int, back: int, choice: Choice) -> None:
        which = len(self.room().votes) - back
        possible = self.may_vote(by, which)
        assert self.attempt(votes.cast_ballot, which, choice, by=by) == possible

    @rule(back=LATEST, said=ANSWERS | EVEN)
    def everybody_votes(self, back: int, said: list[Choice]) -> None:
        for member, choice in zip([*MEMBERS][::-1], said, strict=True):
            self.cast(member, back, choice)

    @rule(by=ANYBODY, back=LATEST, seat=st.integers(0, SEATS + 1), choice=st.sampled_from(Choice))
    def cast_for(self, by: int, back: int, seat: int, choice: Choice) -> None:
        which = len(self.room().votes) - back
        possible = by in (ANNA, KLARA) and self.may_vote(seat, which)
        assert self.attempt(votes.cast_for, which, seat, choice, True, by=by) == possible

    @rule(by=CHAIR, back=LATEST)
    def begin_closing(self, by: int, back: int) -> None:
        which = len(self.room().votes) - back
        possible = by == ANNA and self.is_open(which)
        assert self.attempt(votes.begin_closing, which, True, by=by) == possible

    @rule(by=CHAIR, back=LATEST)
    def stop_closing(self, by: int, back: int) -> None:
        which = len(self.room().votes) - back
        possible = by == ANNA and self.is_open(which)
        assert self.attempt(votes.stop_closing, which, by=by) == possible

    @rule(by=CHAIR, back=LATEST)
    def close(self, by: int, back: int) -> None:
        which = len(self.room().votes) - back
        due = self.is_open(which) and (self.room().votes[which]["closes_at"] or "x") <= clock.now()
        assert self.attempt(votes.close_vote, which, by=by) == (due and by in (ANNA, KLARA))

    @rule(back=LATEST)
    def close_in_time(self, back: int) -> None:
        self.begin_closing(ANNA, back)
        self.wait(6)
        self.close(ANNA, back)

    @rule(said=ANSWERS | EVEN, early=st.booleans(), casting=st.sampled_from(Choice))
    def decide_what_comes_next(self, said: list[Choice], early: bool, casting: Choice) -> None:
        if any(self.attempt(votes.open_vote, self.item, asked, by=ANNA) for asked in (None, OWN)):
            if early:
                self.cast(ANNA, 0, casting)
            self.everybody_votes(0, said)
            self.close_in_time(0)
            self.use_casting_vote(ANNA, 0, casting)
            self.record_lot(ANNA, 0, casting)

    @rule(which=st.integers(0, 3), then=st.sampled_from(["undone", "division"]))
    def find_and_gavel(self, which: int, then: str) -> None:
        self.open_acclamation(ANNA)
        if not (put := self.room().acclamations):
            return
        proposals = put[max(put)]["proposals"]
        proposal = proposals[which % len(proposals)]
        self.find(ANNA, 0, proposal)
        self.gavel(ANNA, How.ACCLAMATION, proposal, 0)
        if then == "undone":
            self.undo_gavel(ANNA, 0)
        if then == "division":
            self.demand(BO)

    @rule()
    def open_what_was_demanded_in_error(self) -> None:
        self.open_acclamation(ANNA)
        self.demand(BO)
        if self.attempt(votes.open_vote, self.item, None, by=ANNA):
            self.abandon(ANNA, 0)

    @rule()
    def think_again_while_closing(self) -> None:
        self.begin_closing(ANNA, 0)
        self.stop_closing(ANNA, 0)

    @rule(by=ANYBODY, kind=st.sampled_from(StatementKind))
    def say_it_and_take_it_back(self, by: int, kind: StatementKind) -> None:
        if self.attempt(statements.make_statement, self.item, kind, "Varför", by=by):
            self.withdraw(by, 0)

    @rule(by=CHAIR, back=LATEST, choice=st.sampled_from(Choice))
    def use_casting_vote(self, by: int, back: int, choice: Choice) -> None:
        which = len(self.room().votes) - back
        possible = by == ANNA and self.is_tied(which) and choice is not Choice.ABSTAIN
        done = self.attempt(votes.use_casting_vote, which, choice, True, by=by)
        assert done == (possible and self.item != ITEMS["election"])

    @rule(by=CHAIR, back=LATEST)
    def abandon(self, by: int, back: int) -> None:
        which = len(self.room().votes) - back
        possible = by == ANNA and self.is_open(which)
        assert self.attempt(votes.abandon_vote, which, "Övning", by=by) == possible

    @rule(by=CHAIR, back=LATEST, choice=st.sampled_from(Choice))
    def record_lot(self, by: int, back: int, choice: Choice) -> None:
        which = len(self.room().votes) - back
        possible = by == ANNA and self.is_tied(which) and choice is not Choice.ABSTAIN
        done = self.attempt(votes.record_lot, which, choice, True, by=by)
        assert done == (possible and self.item == ITEMS["election"])

    @rule(
        by=CHAIR,
        how=st.sampled_from(How),
        proposal=st.none() | st.integers(1, 4),
        back=LATEST,
    )
    def gavel(self, by: int, how: How, proposal: int | None, back: int) -> None:
        waits, vote = self.running(), len(self.room().votes) - back
        fell = self.attempt(decisions.gavel, self.item, "Så", how, proposal, vote, by=by)
        assert not (fell and (waits or by != ANNA))

    @rule(by=CHAIR, back=LATEST)
    def undo_gavel(self, by: int, back: int) -> None:
        which = len(self.room().decisions) - back
        self.attempt(decisions.undo_gavel, which, by=by)

    @rule(by=ANYBODY, kind=st.sampled_from(StatementKind), text=st.sampled_from([None, "Varför"]))
    def state(self, by: int, kind: StatementKind, text: str | None) -> None:
        self.attempt(statements.make_statement, self.item, kind, text, by=by)

    @rule(by=ANYBODY, back=LATEST)
    def withdraw(self, by: int, back: int) -> None:
        which = len(self.room().statements) - back
        self.attempt(statements.withdraw_statement, which, by=by)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        with self.database.reading() as session:
            entries = log.read(session, OPEN)
        assert log.verify(entries)
        assert fold(entries) == self.room()

    @invariant()
    def one_vote_at_a_time_and_the_item_waits_for_it(self) -> None:
        running = [vote for vote in self.room().votes if self.is_open(vote) or self.is_tied(vote)]
        with self.database.reading() as session:
            step = session.scalar(select(Handling.step).where(Handling.id == 1))
        assert (len(running), step == "division") in [(0, False), (1, True)]

    @invariant()
    def nothing_is_carried_that_is_not_put(self) -> None:
        """KL 5:57: a new matter never; the unlawful only when the council has said so."""
        room = self.room()
        carried = {
            proposal
            for decision in room.decisions.values()
            if (proposal := decision["sources"][0]) and not decision["is_undone"]
        }
        for proposal in carried & room.refusals.keys():
            assert room.refusals[proposal][0] == PutRefusal.UNLAWFUL

    @invariant()
    def every_seat_is_accounted_for(self) -> None:
        for vote in self.room().votes.values():
            if vote["is_closed"]:
                figures = [vote[name] for name in ("yes", "no", "abstain", "absent")]
                assert sum(figures) == len(vote["answers"]) == SEATS

    def room(self) -> Room:
        if self.seen is None:
            with self.database.reading() as session:
                self.seen = tables(session)
        return self.seen

    def running(self) -> bool:
        return any(self.is_open(vote) or self.is_tied(vote) for vote in self.room().votes)

    def is_open(self, which: int) -> bool:
        vote = self.room().votes.get(which)
        return vote is not None and not vote["is_closed"] and not vote["is_abandoned"]

    def is_tied(self, which: int) -> bool:
        vote = self.room().votes.get(which)
        return vote is not None and vote["outcome"] == "tie" and not vote["is_abandoned"]

    def may_vote(self, person: int, which: int) -> bool:
        """Serving, taking part, and the chair last."""
        room = self.room()
        if not self.is_open(which) or person not in MEMBERS or person in self.out(room):
            return False
        if person != ANNA or room.votes[which]["closes_at"]:
            return True
        others = {*MEMBERS} - {ANNA} - self.out(room)
        return others <= {seat for vote, seat in room.ballots if vote == which}

    def out(self, room: Room) -> set[int]:
        made = room.statements.values()
        live = [one for one in made if one["kind"] == "not_taking_part" and not one["is_withdrawn"]]
        return {one["person"] for one in live if one["item"] == self.item}

    def teardown(self) -> None:
        self.stack.close()


TestVoting = pytest.mark.slow(Voting.TestCase)
TestVoting.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
