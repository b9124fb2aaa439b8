from itertools import combinations

from tests.machines import act
from tests.voting.machine.room import CHAIR, MEMBERS, Room
from tests.worlds import SIV
from voting.actions.tellers.choosing import choose_tellers

CHOICES = (*combinations((*MEMBERS, SIV), 2), (1, 1), (2,), (3, 4, 5))


class Tellers(Room):
    """LPV 4: the council chooses who counts; those chosen before are replaced."""

    @act(by=CHAIR, people=CHOICES)
    def choose_tellers(self, by: int, people: tuple[int, ...]) -> None:
        serving = {place.serving for place in self.hall.values() if place.serving}
        may = len(set(people)) == len(people) >= 2 and set(people) <= serving
        done = self.allowed(choose_tellers, people, True, by=self.who(by))
        assert not done or (may and self.who(by) in self.leaders)
