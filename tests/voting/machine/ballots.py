from random import Random

from hypothesis.stateful import invariant

from tests.machines import act
from tests.voting.machine.room import (
    ANYBODY,
    CHAIR,
    CHOICES,
    LATEST,
    MEMBERS,
    OWN,
    PRESIDING,
    SEATS,
    Room,
)
from tests.worlds import KLARA, PLANNED
from voting.actions import votes
from voting.models import VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

EVEN = (Choice.YES, Choice.YES, Choice.NO, Choice.NO, Choice.ABSTAIN)


def said(chance: Random) -> list[Choice]:
    """By each seat; as often as not so that it comes out even."""
    if chance.random() < 0.5:
        return chance.sample(EVEN, SEATS)
    return chance.choices(CHOICES, k=SEATS)


class Ballots(Room):
    """A vote is opened, answered by each in the own seat, and closed.  Never two at a time."""

    @act(3, by=CHAIR, own=(None, *VoteKind), majority=Required)
    def open_vote(self, by: int, own: VoteKind | None, majority: Required) -> None:
        asked = own and Question(own, majority, OWN.text, OWN.yes_means, OWN.no_means)
        may = self.leads(by) and not self.is_running() and self.is_quorate()
        opened = (self.item, asked, True, "Övning")
        done = self.allowed(votes.open_vote, *opened, by=self.who(by))
        assert may or not done

    @act(4, by=ANYBODY, back=LATEST, choice=CHOICES)
    def cast(self, by: int, back: int, choice: Choice) -> None:
        which = self.latest_vote(back)
        possible = self.may_vote(by, which)
        assert self.allowed(votes.cast_ballot, which, choice, by=by) == possible

    @act(by=ANYBODY, choice=CHOICES)
    def cast_in_another_meeting(self, by: int, choice: Choice) -> None:
        which = self.latest_vote()
        assert self.attempt(votes.cast_ballot, which, choice, by=by, head=PLANNED) is None

    @act(3, back=LATEST, said=said)
    def everybody_votes(self, back: int, said: list[Choice]) -> None:
        for member, choice in zip([*MEMBERS][::-1], said, strict=True):
            self.cast(member, back, choice)

    @act(2, by=ANYBODY, back=LATEST, seat=range(SEATS + 2), choice=CHOICES)
    def cast_for(self, by: int, back: int, seat: int, choice: Choice) -> None:
        which, hall = self.latest_vote(back), self.hall
        voter = hall[seat].serving if seat in hall else None
        possible = by in (self.chair, KLARA) and bool(voter) and self.may_vote(voter or 0, which)
        assert self.allowed(votes.cast_for, which, seat, choice, True, by=by) == possible

    @act(by=CHAIR, back=LATEST)
    def remind(self, by: int, back: int) -> None:
        """Once in a vote, and nothing is told of it."""
        which = self.latest_vote(back)
        may = self.is_open(which) and self.who(by) in (self.chair, KLARA)
        done = self.allowed(votes.remind, which, by=self.who(by))
        assert may or not done

    @act(2, by=CHAIR, back=LATEST, knowingly=(True, False))
    def begin_closing(self, by: int, back: int, knowingly: bool) -> None:
        """Over the heads of those whose line is lost only knowingly."""
        which = self.latest_vote(back)
        possible = self.leads(by) and self.is_open(which)
        possible = possible and (knowingly or self.is_closing(which) or not self.cut_off(which))
        assert self.allowed(votes.begin_closing, which, knowingly, by=self.who(by)) == possible

    @act(by=CHAIR, back=LATEST)
    def stop_closing(self, by: int, back: int) -> None:
        which = self.latest_vote(back)
        possible = self.leads(by) and self.is_open(which)
        assert self.allowed(votes.stop_closing, which, by=self.who(by)) == possible

    @act(by=CHAIR, back=LATEST)
    def close(self, by: int, back: int) -> None:
        which = self.latest_vote(back)
        due = self.is_closing(which) and self.told().votes[which]["closes_at"] <= self.wall.said()
        possible = due and self.who(by) in (self.chair, KLARA)
        assert self.allowed(votes.close_vote, which, by=self.who(by)) == possible

    @act(3, back=LATEST)
    def close_in_time(self, back: int) -> None:
        self.begin_closing(PRESIDING, back, True)
        self.wait(6)
        self.close(PRESIDING, back)

    @act()
    def think_again_while_closing(self) -> None:
        self.begin_closing(PRESIDING, 0, True)
        self.stop_closing(PRESIDING, 0)

    @invariant()
    def one_vote_at_a_time_and_the_item_waits_for_it(self) -> None:
        running = [vote for vote in self.told().votes if self.is_open(vote) or self.is_tied(vote)]
        steps = self.eye.execute("SELECT step FROM handlings WHERE closed_at IS NULL").fetchall()
        assert (len(running), steps == [("division",)]) in [(0, False), (1, True)]

    @invariant()
    def every_seat_is_accounted_for(self) -> None:
        for vote in self.told().votes.values():
            if vote["is_closed"]:
                figures = [vote[name] for name in ("yes", "no", "abstain", "absent")]
                assert sum(figures) == len(vote["answers"]) == SEATS

    def is_closing(self, which: int) -> bool:
        return self.is_open(which) and self.told().votes[which]["closes_at"] is not None

    def cut_off(self, which: int) -> set[int]:
        """The seats that have not answered and whose line is lost."""
        hall, ballots = self.hall, self.told().ballots
        lost = {seat for seat, place in hall.items() if place.is_lost}
        out = {seat for seat, place in hall.items() if place.serving in self.out()}
        return lost - out - {seat for vote, seat in ballots if vote == which}
