from random import Random

from core.writer import Action
from meetings.actions import items
from tests.machines import act
from tests.voting.machine.room import ANYBODY, CHAIR, ITEMS, LATEST, OWN, PRESIDING, Room
from tests.worlds import BO, PLANNED
from voting.actions import acclamations, decisions, demands, order, votes
from voting.models import How

PROPOSALS = range(5)
ELSEWHERE = (2, 3, 4, 9, 99)  # another item, another meeting's, nobody's
ON_THE_ITEM = (
    (order.approve_order, (1,)),
    (acclamations.open_acclamation,),
    (votes.open_vote, OWN, True, "Övning"),
    (decisions.gavel, "Så", How.UNOPPOSED),
    (demands.demand_division,),
)
Button = tuple[Action, *tuple[object, ...]]


RANKS = {"refer_back": 0, "table": 0, "add": 2}


def some_order(chance: Random) -> list[float]:
    return [chance.random() for _ in range(5)]


class Questions(Room):
    """Put in their order, answered aloud, and a division asked for."""

    @act(4, item=ITEMS, places=some_order, is_ordered=(True, False))
    def go_on_to(self, item: int, places: list[float], is_ordered: bool) -> None:
        """The next item, where this one can be left; its questions may be put in order at once."""
        waits = self.is_running()
        self.wait(3)
        done = self.allowed(items.close_item, self.item, True, by=self.chair)
        assert not (done and waits)
        if self.allowed(items.open_item, item, by=self.chair) and is_ordered:
            self.approve_order(PRESIDING, places, True)

    @act(2, by=CHAIR, places=some_order, is_lawful=(True, True, False))
    def approve_order(self, by: int, places: list[float], is_lawful: bool) -> None:
        """The formal ones first and the additions last, every one of them once."""
        put = {
            one: (RANKS.get(kind, 1), place)
            for (one, kind), place in zip(self.proposals(), places, strict=False)
        }
        proposals = tuple(sorted(put, key=lambda one: put[one] if is_lawful else put[one][1:]))
        done = self.allowed(order.approve_order, self.item, proposals, by=self.who(by))
        assert not (done and (self.is_running() or not self.leads(by)))
        assert self.attempt(order.approve_order, self.item, proposals[1:], by=self.chair) is None

    @act(2, by=CHAIR)
    def open_acclamation(self, by: int) -> None:
        may = self.leads(by) and not self.is_running() and self.is_quorate()
        done = self.allowed(acclamations.open_acclamation, self.item, by=self.who(by))
        assert may or not done

    @act(by=ANYBODY, back=LATEST, proposal=PROPOSALS)
    def answer(self, by: int, back: int, proposal: int) -> None:
        """From a distance, by those who take part."""
        there = {one.serving for one in self.hall.values() if one.is_remote}
        which, may = len(self.told().acclamations) - back, by in there - self.out()
        done = self.allowed(acclamations.answer_acclamation, which, proposal, by=by)
        assert may or not done

    @act(by=CHAIR, back=LATEST, proposal=PROPOSALS)
    def find(self, by: int, back: int, proposal: int) -> None:
        which = len(self.told().acclamations) - back
        done = self.allowed(acclamations.find, which, proposal, by=self.who(by))
        assert self.leads(by) or not done

    @act(by=ANYBODY, whose=(None, *ANYBODY))
    def demand(self, by: int, whose: int | None) -> None:
        """By oneself; said aloud it is written down by whoever leads."""
        serving = {one.serving for one in self.hall.values()}
        may = (whose or by) in serving and not self.is_running()
        done = self.allowed(demands.demand_division, self.item, whose, by=by)
        assert may or not done

    @act()
    def open_what_was_demanded_in_error(self) -> None:
        self.open_acclamation(PRESIDING)
        self.demand(BO, None)
        if self.allowed(votes.open_vote, self.item, None, True, "Övning", by=self.chair):
            self.attempt(votes.abandon_vote, self.latest_vote(), "Övning", by=self.chair)

    @act(button=ON_THE_ITEM, item=ELSEWHERE)
    def press_a_button_of_another_item(self, button: Button, item: int) -> None:
        action, *args = button
        if item != self.item:
            assert not self.allowed(action, item, *args, by=self.chair)

    @act(button=ON_THE_ITEM)
    def press_a_button_of_this_item_in_another_meeting(self, button: Button) -> None:
        action, *args = button
        assert self.attempt(action, self.item, *args, by=self.chair, head=PLANNED) is None
