"""How far an election on paper has come, and what it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from councils.rules.procedure import ElectionMethod, MajorityBallotRule
from meetings.queries import items, state
from voting.models import Election, ElectionLot, PaperElection, PaperRuling, Part
from voting.queries.elections.standing import elections_on, nominated
from voting.queries.paper import rows
from voting.queries.tellers import Chosen, chosen
from voting.rules.counted import CountStatus, urn_fault
from voting.rules.elections.states import ElectionState
from voting.rules.paper.result import Result, count
from voting.rules.paper.sheet import DOUBTFUL, Choice, Figures, Sheet, differing
from voting.rules.paper.states import TELLERS, Next, Stand, next_in


@dataclass(frozen=True)
class Entered:
    """What the tellers wrote at one stage, by person."""

    by: Mapping[int, Figures]

    @property
    def agreed(self) -> Figures | None:
        """What two have written alike."""
        told = list(self.by.values())
        return told[0] if len(told) == TELLERS and _are_alike(*told) else None

    def differing(self, sheet: Sheet) -> tuple[str, ...]:
        """Where two have not written the same."""
        return differing(sheet, *self.by.values()) if len(self.by) == TELLERS else ()

    @property
    def differ(self) -> bool:
        return len(self.by) == TELLERS and self.agreed is None


@dataclass(frozen=True)
class Standing:
    """Everything about one election on paper.  `result` when every slip is in its place."""

    election: Election
    paper: PaperElection | None
    officer_id: int | None
    sheet: Sheet
    tellers: Sequence[Chosen]
    ticked: int
    unopened: Entered
    sorted: Entered
    rulings: Mapping[int, PaperRuling]
    lots: Sequence[ElectionLot]
    result: Result | None
    next: Next

    @property
    def attempt(self) -> int:
        return self.paper.attempt if self.paper else 1

    @property
    def found(self) -> int | None:
        """How many slips there are, when two have counted them unopened alike."""
        agreed = self.unopened.agreed
        return None if agreed is None else agreed[rows.SLIPS]

    @property
    def fault(self) -> CountStatus | None:
        return _fault(self.found, self.paper, self.ticked)

    @property
    def doubtful(self) -> int:
        agreed = self.sorted.agreed
        return 0 if agreed is None else agreed.get(DOUBTFUL, 0)

    @property
    def unruled(self) -> tuple[int, ...]:
        """Doubtful slips without a ruling, by number from 1."""
        return tuple(n for n in range(1, self.doubtful + 1) if n not in self.rulings)


def standing(session: Session, election: Election) -> Standing:
    paper = rows.paper_of(session, election.id)
    attempt = paper.attempt if paper else 1
    told = rows.entries(session, election.id, attempt)
    found = Standing(
        election=election,
        paper=paper,
        officer_id=_officer(session, election, paper),
        sheet=sheet_of(session, election),
        tellers=chosen(session, election.meeting_id),
        ticked=len(rows.ticks(session, election.id)),
        unopened=Entered(told[rows.UNOPENED]),
        sorted=Entered(told[rows.SORTED]),
        rulings=rows.rulings(session, election.id, attempt),
        lots=rows.lots(session, election.id),
        result=None,
        next=Next.DONE,
    )
    result = _result(found)
    after = next_in(_stand(found, result))
    return Standing(**vars(found) | {"result": result, "next": after})


def standings_on(session: Session, item_id: int) -> tuple[Standing, ...]:
    """Of each election on paper that is not abandoned, in the order they were planned."""
    held = (one for one in elections_on(session, item_id) if one.method == ElectionMethod.PAPER)
    return tuple(standing(session, one) for one in held)


def counted_now(session: Session, meeting_id: int) -> Election | None:
    """The election on paper of the open item that is not over yet."""
    current = items.current(session, meeting_id)
    held = elections_on(session, current.item.id) if current else []
    going = (one for one in held if one.method == ElectionMethod.PAPER and not one.is_over)
    return next(going, None)


def sheet_of(session: Session, election: Election) -> Sheet:
    """Before the voting: as those nominated stand just now."""
    drafted = election.state == ElectionState.DRAFT
    told = _nominated(session, election) if drafted else rows.choices(session, election.id)
    rule = MajorityBallotRule(election.rule)
    return Sheet(election.places, election.is_proportional, told, rule)


def _nominated(session: Session, election: Election) -> tuple[Choice, ...]:
    """A person by the words that bind, which tell namesakes apart; a list by its names."""
    return tuple(
        Choice(number, one.designation or "", tuple(one.names))
        if election.is_proportional
        else Choice(number, "", (one.text,))
        for number, one in enumerate(nominated(session, election.id), start=1)
    )


def _officer(session: Session, election: Election, paper: PaperElection | None) -> int | None:
    """LPV 4: the chair, where nobody else has been chosen."""
    if paper is not None and paper.officer_id is not None:
        return paper.officer_id
    return state.meeting(session, election.meeting_id).presiding_id


def _result(found: Standing) -> Result | None:
    figures = found.sorted.agreed
    if figures is None or found.unruled or found.fault:
        return None
    ruled = [rows.as_ruled(found.rulings[n]) for n in range(1, found.doubtful + 1)]
    drawn = [lot.winner for lot in found.lots]
    substitutes = found.election.part == Part.SUBSTITUTES
    return count(found.sheet, figures, ruled, drawn, substitutes=substitutes)


def _stand(found: Standing, result: Result | None) -> Stand:
    paper = found.paper
    return Stand(
        state=found.election.state,
        tellers=len(found.tellers),
        is_urn_shown=bool(paper and paper.shown_at),
        is_under_seal=bool(paper and paper.counted_at and not paper.unsealed_at),
        unopened=found.unopened.agreed is not None,
        is_right=found.fault is None,
        sorted=found.sorted.agreed is not None,
        unruled=len(found.unruled),
        needs_lot=bool(result and result.next_tie),
        is_enveloped=bool(paper and paper.kept_at),
    )


def _fault(found: int | None, paper: PaperElection | None, ticked: int) -> CountStatus | None:
    if found is None or paper is None or paper.present is None:
        return None
    return urn_fault(found, found, voters_present=paper.present, voted=ticked)


def _are_alike(one: Figures, other: Figures) -> bool:
    return all(one.get(key, 0) == other.get(key, 0) for key in {*one, *other})
