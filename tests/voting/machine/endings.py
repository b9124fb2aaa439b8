from tests.machines import act
from tests.voting.machine.ballots import Ballots, said
from tests.voting.machine.questions import Questions
from tests.voting.machine.room import CHAIR, CHOICES, ELECTION, LATEST, OWN, PRESIDING
from tests.worlds import BO
from voting.actions import decisions, votes
from voting.models import How
from voting.rules.majority import Choice


class Endings(Questions, Ballots):
    """An even vote is broken, a vote is abandoned, the gavel falls and is taken back."""

    @act(2, by=CHAIR, back=LATEST, choice=CHOICES)
    def use_casting_vote(self, by: int, back: int, choice: Choice) -> None:
        """KL 5:56: the chair's in everything but elections."""
        which = self.latest_vote(back)
        possible = self.leads(by) and self.is_tied(which) and choice is not Choice.ABSTAIN
        done = self.allowed(votes.use_casting_vote, which, choice, True, by=self.who(by))
        assert done == (possible and not self.is_by_lot(which))

    @act(2, by=CHAIR, back=LATEST, choice=CHOICES, is_sure=(True, False))
    def record_lot(self, by: int, back: int, choice: Choice, is_sure: bool) -> None:
        """In elections it is the lot, and it is not drawn again."""
        which = self.latest_vote(back)
        possible = self.leads(by) and self.is_tied(which) and choice is not Choice.ABSTAIN
        done = self.allowed(votes.record_lot, which, choice, is_sure, by=self.who(by))
        assert done == (possible and is_sure and self.is_by_lot(which))

    @act(by=CHAIR, back=LATEST)
    def abandon(self, by: int, back: int) -> None:
        which = self.latest_vote(back)
        possible = self.leads(by) and self.is_open(which)
        assert self.allowed(votes.abandon_vote, which, "Övning", by=self.who(by)) == possible

    @act(3, by=CHAIR, how=How, proposal=(None, 1, 2, 3, 4), back=LATEST)
    def gavel(self, by: int, how: How, proposal: int | None, back: int) -> None:
        """Never over an open vote, a lost line or an empty hall."""
        may = self.leads(by) and not self.is_running() and self.is_quorate()
        may = may and not self.some_line_is_lost()
        told = (self.item, "Så", how, proposal, self.latest_vote(back))
        done = self.allowed(decisions.gavel, *told, by=self.who(by))
        assert may or not done

    @act(by=CHAIR, back=LATEST)
    def undo_gavel(self, by: int, back: int) -> None:
        which = len(self.told().decisions) - back
        done = self.allowed(decisions.undo_gavel, which, by=self.who(by))
        assert self.leads(by) or not done

    @act(4, which=range(4), then=("undone", "division"))
    def find_and_gavel(self, which: int, then: str) -> None:
        self.open_acclamation(PRESIDING)
        if not (put := self.told().acclamations):
            return
        proposals = put[max(put)]["proposals"]
        proposal = proposals[which % len(proposals)]
        self.find(PRESIDING, 0, proposal)
        self.gavel(PRESIDING, How.ACCLAMATION, proposal, 0)
        if then == "undone":
            self.undo_gavel(PRESIDING, 0)
        if then == "division":
            self.demand(BO, None)

    @act(8, said=said, early=(True, False), again=(True, False), choice=CHOICES)
    def decide_what_comes_next(
        self, said: list[Choice], early: bool, again: bool, choice: Choice
    ) -> None:
        """The whole way; what is not its turn is refused on the way."""
        asked = [(self.item, question, True, "Övning") for question in (None, OWN)]
        if not any(self.allowed(votes.open_vote, *each, by=self.chair) for each in asked):
            return
        if early:
            self.cast(self.chair, 0, choice)
        self.everybody_votes(0, said)
        if again:
            self.think_again_while_closing()
        self.close_in_time(0)
        self.use_casting_vote(PRESIDING, 0, choice)
        self.record_lot(PRESIDING, 0, choice, True)
        self.gavel(PRESIDING, How.DIVISION, None, 0)

    def is_by_lot(self, which: int) -> bool:
        """In an election; but whether a proposal is put at all elects nobody."""
        vote = self.told().votes.get(which)
        return self.item == ELECTION and vote is not None and vote["kind"] != "put"
