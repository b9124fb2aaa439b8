"""An election on paper: mostly what comes next is done, by whoever should; sometimes not."""

from random import Random
from typing import Any

from councils.rules.procedure import ElectionMethod
from tests.machines import act, by_chance
from tests.voting.machine.room import ANYBODY, ELECTION, Room
from voting.actions.elections.planning import Plan, plan_election
from voting.actions.paper import declaring, entering, lots, preparing, rulings, urn
from voting.actions.tellers.choosing import choose_tellers
from voting.models import Part
from voting.queries.paper import Standing, standings_on
from voting.queries.paper.voters import voters
from voting.rules.elections import ElectionKind
from voting.rules.paper.rulings import Ground, Ruled, Ruling
from voting.rules.paper.sheet import BLANK, DOUBTFUL, VALID
from voting.rules.paper.states import Next

Step = tuple[int | None, Any, tuple[Any, ...]]
STEPS = 40  # done in a row, since an election on paper has so many


class Papers(Room):
    """KL 5:54, LPV 4–21.  A result is only declared when every slip has found its place."""

    @act(4, chance=by_chance)
    def go_on_with_the_papers(self, chance: Random) -> None:
        for _ in range(STEPS):
            now = self._poll()
            step = self._next(now, chance) if now else self._plan()
            if step is None or self.item != ELECTION:
                return
            by, action, told = step
            if chance.randrange(20) == 0:
                by = chance.choice(ANYBODY)
            if not self.allowed(action, *told, by=by or self.chair):
                return
            if action is declaring.declare and now and now.result:
                assert now.result.urn.cast == now.found == now.ticked

    def _poll(self) -> Standing | None:
        with self.database.reading() as session:
            found = standings_on(session, ELECTION)
        return found[0] if found else None

    def _plan(self) -> Step:
        plan = Plan(Part.ONE, "Val", 1, ElectionKind.OTHER, ElectionMethod.PAPER)
        return None, plan_election, (ELECTION, plan)

    def _next(self, now: Standing, chance: Random) -> Step | None:
        number, tellers = now.election.id, [one.person_id for one in now.tellers]
        teller = chance.choice(tellers) if tellers else None
        serving = [each.serving for each in self.hall.values() if each.serving]
        slips = now.ticked + (chance.randrange(8) == 0)
        steps: dict[Next, Step] = {
            Next.TELLERS: (None, choose_tellers, (tuple(serving[:2]), True)),
            Next.EMPTY_URN: (teller, preparing.show_urn, (number,)),
            Next.OPEN: (None, urn.open_urn, (number,)),
            Next.UNOPENED: (teller, entering.enter_unopened, (number, slips)),
            Next.ANNUL: (teller, entering.count_again, (number,)),
            Next.SORTED: (teller, entering.enter_sorted, (number, self._figures(now))),
        }
        if now.next is Next.SORTED and len(now.sheet.choices) < 2 and not now.sorted.by:
            return teller, entering.name_choice, self._written(now)
        if now.next is Next.VOTING:
            return self._voting(now, chance)
        return steps.get(now.next) or self._ending(now, chance)

    def _voting(self, now: Standing, chance: Random) -> Step:
        with self.database.reading() as session:
            seats = [each.seat for each in voters(session, now.election.meeting_id)]
        if not seats or (now.ticked and chance.randrange(3) == 0):
            return None, urn.close_urn, (now.election.id,)
        return None, urn.tick_off, (now.election.id, chance.choice(seats), True)

    def _written(self, now: Standing) -> tuple[object, ...]:
        """What somebody wrote on a slip, where nobody was nominated."""
        name = ("Eva Ek", "Ola Ort")[len(now.sheet.choices)]
        return now.election.id, "Listan" if now.sheet.is_proportional else "", (name,)

    def _figures(self, now: Standing) -> dict[str, int]:
        """Equal for the first two, and what is over is doubtful."""
        slips, named = now.found or 0, list(now.sheet.choices[:2])
        if now.sheet.has_marks or not named:
            return {VALID: 0, DOUBTFUL: slips} if now.sheet.has_marks else {BLANK: slips}
        each = slips // len(named)
        return {one.key: each for one in named} | {DOUBTFUL: slips - each * len(named)}

    def _ending(self, now: Standing, chance: Random) -> Step | None:
        number, officer = now.election.id, now.officer_id
        match now.next:
            case Next.RULINGS:
                blank, bad = Ruled(Ruling.BLANK), Ruled(Ruling.INVALID, Ground.NOT_UNIFORM)
                told = (number, now.unruled[0], chance.choice([blank, bad]))
                return officer, rulings.rule_on_slip, told
            case Next.LOT if now.result and now.result.next_tie:
                winner = chance.choice(now.result.next_tie.tied)
                return officer, lots.draw_lot, (number, winner, "sedlar ur en skål", "Bea")
            case Next.DECLARE:
                return officer, declaring.declare, (number,)
            case Next.ENVELOPE:
                return None, declaring.put_away, (number, "arkivet")
        return None
