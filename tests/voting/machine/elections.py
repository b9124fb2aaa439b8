from tests.machines import act
from tests.voting.machine.room import CHAIR, ELECTION, SEATS, Room
from voting.actions.elections.requests import Asked, record_request
from voting.rules.elections import ElectionKind


class Elections(Room):
    """LPV 2: so many of those present ask for a proportional election."""

    @act(
        by=CHAIR,
        election=(ElectionKind.COMMITTEE, ElectionKind.PRESIDIUM),
        places=(0, 1, 4),
        asked=range(SEATS + 2),
    )
    def ask_for_proportional(
        self, by: int, election: ElectionKind, places: int, asked: int
    ) -> None:
        here = sum(one.serving is not None for one in self.hall.values())
        may = self.item == ELECTION and places > 0 and asked <= here and not self.is_running()
        told = Asked(election, places, asked)
        done = self.allowed(record_request, self.item, told, by=self.who(by))
        assert not done or (may and self.who(by) in self.leaders)
