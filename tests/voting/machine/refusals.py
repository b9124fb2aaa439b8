from hypothesis.stateful import invariant

from agenda.rules.proposals import PutRefusal
from tests.machines import act
from tests.voting.machine.questions import PROPOSALS
from tests.voting.machine.room import CHAIR, Room
from voting.actions import refusals


class Refusals(Room):
    """KL 5:57: what the chair does not put."""

    @act(6, by=CHAIR, which=PROPOSALS, why=PutRefusal, rues=(True, False))
    def refuse_to_put(self, by: int, which: int, why: PutRefusal, rues: bool) -> None:
        told = (self.some_proposal(which), why, "Så är lagen")
        done = self.allowed(refusals.refuse_to_put, *told, by=self.who(by))
        assert self.leads(by) or not done
        if done and rues:
            self.undo_refusal(by, which)

    @act(by=CHAIR, which=PROPOSALS)
    def undo_refusal(self, by: int, which: int) -> None:
        proposal = next(iter(self.told().refusals), self.some_proposal(which))
        done = self.allowed(refusals.undo_refusal, proposal, by=self.who(by))
        assert self.leads(by) or not done

    @invariant()
    def nothing_is_carried_that_is_not_put(self) -> None:
        """A new matter never; the unlawful only when the council has said so."""
        carried = {
            proposal
            for decision in self.told().decisions.values()
            if (proposal := decision["sources"][0]) and not decision["is_undone"]
        }
        refused = self.told().refusals
        assert {refused[one][0] for one in carried & refused.keys()} <= {PutRefusal.UNLAWFUL}
