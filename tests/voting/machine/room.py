"""The hall as it stands, and what may be done in it: told by this file, not by the product."""

from dataclasses import dataclass
from random import Random

from hypothesis.stateful import invariant
from sqlalchemy.orm import Session

from agenda.models import Item, ItemKind, Proposal
from agenda.rules.proposals import ProposalKind
from agenda.rules.special import SpecialMatter
from core import clock
from meetings.models import Handling
from tests.machines import House, act
from tests.voting import folding
from tests.voting.folding import Row
from tests.worlds import BEA, BO, KLARA, OPEN, PIA, SIV
from voting.models import VoteKind
from voting.queries.questions import Question
from voting.rules.majority import Choice, Required

SEATS, QUORUM = 5, 3
MEMBERS = range(1, SEATS + 1)
PRESIDING = 0  # whoever does so just now
ELECTION = 2
ITEMS = (ELECTION, 3, 4)
CHAIR = (PRESIDING,) * 8 + (KLARA, BO, BEA)
ANYBODY = (*MEMBERS, SIV, KLARA, PIA)
CHOICES = tuple(Choice)
LATEST = (0, 0, 0, 0, 1, 7)  # so many back from the latest
OWN = Question(VoteKind.MAIN, Required.SIMPLE, "Ska det bli så?", "Ja, så", "Nej, inte så")
PLAIN = [ProposalKind.ADOPT, ProposalKind.REJECT]
PUT_OFF = [ProposalKind.TABLE, ProposalKind.ADOPT]  # may be voted on openly in an election too


@dataclass(frozen=True)
class Place:
    """A seat of the hall.  `is_lost`: at a distance, and the line is gone."""

    serving: int | None
    recused: int | None
    is_remote: bool
    is_lost: bool


class Room(House):
    seats = SEATS
    head = OPEN
    fold = staticmethod(folding.fold)
    tables = staticmethod(folding.tables)

    def begin(self, chance: Random) -> None:
        """One item is open, and there are a few proposals in each."""
        with self.arranged() as session:
            session.get_one(Handling, 1).item_id = chance.choice(ITEMS)
            special = chance.choice([None, None, *SpecialMatter])
            session.get_one(Item, chance.choice(ITEMS)).special = special
            if special is None:
                session.get_one(Item, ITEMS[-1]).kind = ItemKind.EMPLOYMENT
            for item in ITEMS:
                many = chance.choices([*ProposalKind], k=chance.randrange(5))
                usual = [PUT_OFF] * 4 if item == ELECTION else [PLAIN]
                self._put_forward(session, item, chance.choice([*usual, many, many, []]))

    @act(seconds=(0.5, 1, 3, 6, 11))
    def wait(self, seconds: float) -> None:
        self.wall.later(seconds=seconds)

    @invariant()
    def a_closed_vote_never_changes(self) -> None:
        """Its figures and its ballots; only how an even one was broken is added."""
        for number, vote in self.told().votes.items():
            if not vote["is_closed"]:
                continue
            cast = {key: said for key, said in self.told().ballots.items() if key[0] == number}
            figures = {name: vote[name] for name in ("yes", "no", "abstain", "absent", "answers")}
            is_even = vote["outcome"] == "tie"
            ending = None if is_even else (vote["outcome"], vote["carried_by"], vote["casting"])
            before = self.closed.setdefault(number, (figures, cast, ending))
            assert (figures, cast) == before[:2]
            assert before[2] in (None, ending)
            self.closed[number] = (figures, cast, ending)

    def __init__(self) -> None:
        super().__init__()
        self.closed: dict[int, tuple[Row, dict[tuple[int, int], Row], object]] = {}

    def _put_forward(self, session: Session, item: int, kinds: list[ProposalKind]) -> None:
        for kind in kinds:
            proposal = Proposal(item_id=item, kind=kind.value, text=kind.label, proposer="Bo")
            proposal.person_id, proposal.made_at = BO, clock.now()
            session.add(proposal)

    @property
    def chair(self) -> int:
        ((presiding,),) = self.eye.execute(
            "SELECT presiding_id FROM meetings WHERE id = ?", (OPEN,)
        )
        return int(presiding)

    @property
    def item(self) -> int:
        """The one that is open, else the one that was."""
        latest = "SELECT item_id FROM handlings WHERE meeting_id = ? ORDER BY id DESC LIMIT 1"
        ((item,),) = self.eye.execute(latest, (OPEN,))
        return int(item)

    @property
    def hall(self) -> dict[int, Place]:
        seats = self.eye.execute(
            "SELECT seat, serving_id, recused_id, mode = 'remote', lines.state = 'lost' "
            "FROM meeting_seats AS seats LEFT JOIN lines "
            "ON lines.meeting_id = seats.meeting_id AND person_id = serving_id "
            "WHERE seats.meeting_id = ? ORDER BY seat",
            (OPEN,),
        )
        return {
            seat: Place(serving, recused, bool(remote), bool(remote and lost))
            for seat, serving, recused, remote, lost in seats
        }

    def who(self, by: int) -> int:
        return self.chair if by == PRESIDING else by

    @property
    def leaders(self) -> set[int]:
        """The chair and the clerk at her side."""
        return {self.chair, KLARA}

    def leads(self, by: int) -> bool:
        return self.who(by) == self.chair

    def is_quorate(self) -> bool:
        """KL 5:45–46: more than half, those who stand aside counted when nobody sits for them."""
        places = self.hall.values()
        here = [one for one in places if one.serving and not one.is_lost]
        aside = [one for one in places if one.recused and not one.serving]
        return len(here) + len(aside) >= QUORUM

    def some_line_is_lost(self) -> bool:
        return any(one.is_lost for one in self.hall.values())

    def is_running(self) -> bool:
        return any(self.is_open(vote) or self.is_tied(vote) for vote in self.told().votes)

    def is_open(self, which: int) -> bool:
        vote = self.told().votes.get(which)
        return vote is not None and not vote["is_closed"] and not vote["is_abandoned"]

    def is_tied(self, which: int) -> bool:
        vote = self.told().votes.get(which)
        return vote is not None and vote["outcome"] == "tie" and not vote["is_abandoned"]

    def latest_vote(self, back: int = 0) -> int:
        return len(self.told().votes) - back

    def may_vote(self, person: int, which: int) -> bool:
        """Serving and taking part, where nobody else has voted in that seat; the chair last."""
        hall, ballots = self.hall, self.told().ballots
        seats = [seat for seat, place in hall.items() if place.serving == person]
        if not self.is_open(which) or not seats or person in self.out():
            return False
        before = ballots.get((which, seats[0]))
        if before and before["person"] not in (person, hall[seats[0]].recused):
            return False
        if person != self.chair or self.told().votes[which]["closes_at"]:
            return True
        others = {
            seat
            for seat, place in hall.items()
            if place.serving and place.serving not in {person, *self.out()}
        }
        return others <= {seat for vote, seat in ballots if vote == which}

    def out(self) -> set[int]:
        """Those who have said that they do not take part in deciding the item."""
        made = self.told().statements.values()
        live = [one for one in made if one["kind"] == "not_taking_part" and not one["is_withdrawn"]]
        return {one["person"] for one in live if one["item"] == self.item}

    def proposals(self) -> list[tuple[int, str]]:
        """Those of the item, with their kinds."""
        standing = "SELECT id, kind FROM proposals WHERE item_id = ? ORDER BY id"
        return self.eye.execute(standing, (self.item,)).fetchall()

    def some_proposal(self, which: int) -> int:
        """One that does not exist, now and then."""
        found = [*self.proposals(), (99, "")]
        return found[which % len(found)][0]
