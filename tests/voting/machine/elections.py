from councils.rules.procedure import ElectionMethod
from tests.machines import act
from tests.voting.machine.room import ANYBODY, CHAIR, ELECTION, LATEST, SEATS, Room
from tests.worlds import KLARA
from voting.actions.elections.abandoning import abandon_election
from voting.actions.elections.nominating import Told, nominate, withdraw_nomination
from voting.actions.elections.planning import Plan, change_method, plan_election
from voting.actions.elections.requests import Asked, record_request
from voting.models import Part
from voting.rules.elections import ElectionKind


class Elections(Room):
    """Elections on ballots: asked for, planned, with nominations, and given up (LPV 2, KL 5:54)."""

    @act(
        3,
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

    @act(
        3,
        by=CHAIR,
        part=tuple(Part),
        places=(0, 1, 1, 4),
        method=(ElectionMethod.PAPER,) * 4 + (ElectionMethod.DIGITAL_SECRET,),
    )
    def plan(self, by: int, part: Part, places: int, method: ElectionMethod) -> None:
        plan = Plan(part, "Val av nämnd", places, ElectionKind.COMMITTEE, method)
        done = self.allowed(plan_election, ELECTION, plan, by=self.who(by))
        may = places > 0 and self.who(by) in self.leaders and method is ElectionMethod.PAPER
        assert not done or may
        if done:
            self.nominate(KLARA, 0, "Eva Ek\n2. Ola Ort", "Samling")

    @act(
        2,
        by=ANYBODY,
        back=LATEST,
        written=("Bo Bok", "Eva Ek\n2. Ola Ort", " "),
        designation=(None, "Borgerliga"),
    )
    def nominate(self, by: int, back: int, written: str, designation: str | None) -> None:
        told = Told(written, designation)
        done = self.allowed(nominate, self.latest_election(back), told, by=by)
        serving = {one.serving for one in self.hall.values()}
        assert not done or (written.strip() and by in serving | self.leaders)

    @act(5, by=(*ANYBODY, KLARA, KLARA), which=LATEST)
    def withdraw_nomination(self, by: int, which: int) -> None:
        nomination = len(self.told().nominations) - which
        election = self.told().nominations.get(nomination, {"in": 1})["in"]
        self.allowed(withdraw_nomination, election, nomination, by=by)

    @act(by=CHAIR, back=LATEST, method=tuple(ElectionMethod))
    def hold_otherwise(self, by: int, back: int, method: ElectionMethod) -> None:
        done = self.allowed(change_method, self.latest_election(back), method, by=self.who(by))
        assert not done or method is ElectionMethod.PAPER

    @act(3, by=(*CHAIR, KLARA), back=LATEST, reason=("Fel lista", ""), on_paper=(True, False))
    def abandon_election(self, by: int, back: int, reason: str, on_paper: bool) -> None:
        which = self.latest_election(back)
        before = which in self.told().abandoned
        done = self.allowed(abandon_election, which, reason, on_paper, by=self.who(by))
        assert not done or (reason and not before and self.leads(by))

    def latest_election(self, back: int) -> int:
        ((many,),) = self.eye.execute("SELECT count(*) FROM elections")
        return int(many) - back
