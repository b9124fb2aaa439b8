"""How far the questions of one item have come: what is proposed, and what has been answered."""

from dataclasses import dataclass, field

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from agenda.models import Item, Proposal
from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import (
    Group,
    ProposalKind,
    PutRefusal,
    council_may_overrule,
    group_of,
)
from meetings.models import Handling, Meeting
from voting.models import (
    Acclamation,
    Decision,
    How,
    QuestionPlace,
    Refusal,
    Verdict,
    Vote,
    VoteKind,
)
from voting.queries.earlier import same_case
from voting.queries.special import Delay, delay
from voting.queries.votes import votes_on
from voting.rules.majority import Choice
from voting.rules.order import Answer
from voting.rules.special import Tabling

MINORITY = "minority"
MANY = 3
Key = tuple[VoteKind, int | None, int | None]  # the question's kind; yes and no by proposal


@dataclass(frozen=True)
class Refused:
    """Why the chair does not put a proposal, and what she read aloud."""

    ground: PutRefusal
    words: str


@dataclass(frozen=True)
class Live:
    """A proposal that has not been withdrawn.  `refused`: also where the council overruled it."""

    id: int
    kind: ProposalKind
    text: str
    proposer: str
    is_by_body: bool
    refused: Refused | None = None

    @property
    def group(self) -> Group:
        return group_of(self.kind)


@dataclass
class Course:
    """`proposals` in the order approved, else with a body's own proposal first, then as made.

    `refused`: those that the chair does not put, and the council has not let in (PROP-1).
    `answers`: what the council has said to each question.  `pairs`: the same for two proposals
    against each other.  `found_id`: what the chair found carried when all the material ones were
    put; it becomes the main question (ORDER-6).  `repeatable`: the vote just held, which may be
    held anew at once if it is in doubt (ORDER-7).  `delay`: of an extra election (EXTRA-1).
    """

    item: Item
    proposals: list[Live]
    is_order_approved: bool
    is_minority_right_used: bool = False
    is_material_done: bool = False
    found_id: int | None = None
    repeatable: Key | None = None
    refused: list[Live] = field(default_factory=list)
    delay: Delay | None = None
    answers: dict[Key, Choice] = field(default_factory=dict)
    pairs: dict[frozenset[int], Answer[int]] = field(default_factory=dict)

    @property
    def is_election(self) -> bool:
        return self.item.kind == ItemKind.ELECTION

    @property
    def is_secret(self) -> bool:
        """Elections and employment: who is chosen is never voted on openly (KL 5:54)."""
        return ItemKind(self.item.kind).is_secret

    @property
    def tabling(self) -> Tabling | None:
        """Why nothing is asked today and the item can only be tabled."""
        return self.delay.tabling if self.delay else None

    @property
    def is_yes_or_no(self) -> bool:
        """The law words the question, whatever has been proposed (EXTRA-1, REF-1)."""
        return self.item.matter is not None and self.item.matter.is_whole_item

    @property
    def material(self) -> list[Live]:
        return [proposal for proposal in self.proposals if proposal.group is Group.MATERIAL]

    @property
    def needs_order(self) -> bool:
        """From three proposals on, what wins can depend on the order (ORDER-6)."""
        is_many = len(self.material) >= MANY and not self.is_yes_or_no
        return is_many and not self.is_order_approved

    @property
    def has_begun(self) -> bool:
        """Something that was proposed has been answered, not only whether it is put."""
        return self.is_material_done or any(kind is not VoteKind.PUT for kind, *_ in self.answers)

    @property
    def disputed(self) -> Live | None:
        """The first that the chair holds unlawful, while the council has not said what it says."""
        for one in self.refused:
            may_overrule = one.refused is not None and council_may_overrule(one.refused.ground)
            if may_overrule and not self.is_settled(one):
                return one
        return None

    def is_settled(self, proposal: Live) -> bool:
        """The council has said whether what the chair refused is put."""
        return (VoteKind.PUT, proposal.id, None) in self.answers

    def proposal(self, proposal_id: int) -> Live | None:
        """Put or not."""
        made = (*self.proposals, *self.refused)
        return next((one for one in made if one.id == proposal_id), None)

    def answer(self, kind: VoteKind, yes: int | None, no: int | None, said: Choice) -> None:
        self.answers[kind, yes, no] = said
        if yes is not None and no is not None:
            self.pairs[frozenset({yes, no})] = Answer(yes, no, acclaimed=said)


def course(session: Session, item: Item) -> Course:
    """Six statements, whatever has happened; a few more for an extra election."""
    votes = [vote for vote in votes_on(session, item.id) if vote.is_decided]
    heard = _heard(session, item)
    found = _proposed(session, item, _let_in(votes, heard))
    for vote in votes:
        found.answer(*key_of(vote), Choice(str(vote.outcome)))
    _say_what_was_acclaimed(found, heard, votes[-1] if votes else None)
    found.is_minority_right_used = _is_right_used_before(session, item)
    found.delay = delay(session, item)
    return found


def key_of(vote: Vote) -> Key:
    return VoteKind(vote.kind), vote.yes_proposal_id, vote.no_proposal_id


@dataclass(frozen=True)
class Heard:
    """What has been put by acclamation, by number, and the decisions that stand."""

    acclamations: dict[int, Acclamation]
    decisions: list[Decision]


def _heard(session: Session, item: Item) -> Heard:
    put = select(Acclamation).where(Acclamation.item_id == item.id)
    decided = select(Decision).where(Decision.item_id == item.id, Decision.undone_at.is_(None))
    return Heard(
        {one.id: one for one in session.scalars(put.order_by(Acclamation.id))},
        list(session.scalars(decided.order_by(Decision.id))),
    )


def _let_in(votes: list[Vote], heard: Heard) -> set[int]:
    """What the council puts all the same, by division or by acclamation."""
    divided = {
        vote.yes_proposal_id or 0
        for vote in votes
        if vote.kind == VoteKind.PUT and vote.outcome == Verdict.YES
    }
    found = [
        heard.acclamations[decision.acclamation_id]
        for decision in heard.decisions
        if decision.acclamation_id is not None
    ]
    return divided | {one.found_id or 0 for one in found if one.kind == VoteKind.PUT}


def _proposed(session: Session, item: Item, let_in: set[int]) -> Course:
    live = _live(session, item)
    refused = [one for one in live if one.refused and one.id not in let_in]
    live = [one for one in live if one not in refused]
    approved = select(QuestionPlace).where(QuestionPlace.item_id == item.id)
    place = {row.proposal_id: row.place for row in session.scalars(approved)}
    is_approved = bool(live) and all(one.id in place for one in live)
    if is_approved:
        return Course(item, sorted(live, key=lambda one: place[one.id]), True, refused=refused)
    in_order = sorted(live, key=lambda one: not _is_main(one))
    return Course(item, in_order, False, refused=refused)


def _live(session: Session, item: Item) -> list[Live]:
    made = (
        select(Proposal, Refusal)
        .outerjoin(Refusal, Refusal.proposal_id == Proposal.id)
        .where(Proposal.item_id == item.id, Proposal.withdrawn_at.is_(None))
        .order_by(Proposal.id)
    )
    return [
        Live(
            one.id,
            ProposalKind(one.kind),
            one.text,
            one.proposer,
            one.person_id is None,
            Refused(PutRefusal(no.ground), no.words) if no else None,
        )
        for one, no in session.execute(made)
    ]


def _is_main(proposal: Live) -> bool:
    return proposal.is_by_body and proposal.kind is ProposalKind.ADOPT


def _is_right_used_before(session: Session, item: Item) -> bool:
    """A minority put the case off when it was up before, as this item or another (REMIT-2).

    Of several sets of reasons put one after the other each is tested on its own (REMIT-4).
    """
    up_now = select(func.max(Handling.opened_at)).where(Handling.item_id == item.id)
    before = and_(Item.id == item.id, Vote.opened_at < up_now.scalar_subquery())
    earlier = (
        select(Vote.id)
        .join(Item, Item.id == Vote.item_id)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(or_(before, same_case(item)))
        .where(Vote.carried_by == MINORITY, Vote.abandoned_at.is_(None))
    )
    return session.scalar(earlier.limit(1)) is not None


def _say_what_was_acclaimed(course: Course, heard: Heard, last: Vote | None) -> None:
    """What the chair found counts when the gavel has fallen, and while a division is prepared."""
    for one in heard.acclamations.values():
        if one.found_id is not None and _is_whole(course, one):
            course.found_id = one.found_id
    if last is not None and not _is_passed(last, heard):
        course.repeatable = key_of(last)
    for decision in heard.decisions:
        if decision.acclamation_id is not None:
            _acclaimed(course, heard.acclamations[decision.acclamation_id])
        elif decision.how == How.UNOPPOSED and decision.proposal_id is not None:
            _unopposed(course, decision.proposal_id)
        elif decision.how == How.BALLOT:
            course.is_material_done = True
        elif decision.how == How.BY_LAW:
            course.answer(VoteKind.TABLE, None, None, Choice.NO)


def _is_passed(vote: Vote, heard: Heard) -> bool:
    """The gavel has confirmed the vote, or the chair has gone on to another question."""
    gavelled = any(decision.vote_id == vote.id for decision in heard.decisions)
    after = heard.acclamations.values()
    return gavelled or any(one.opened_at > (vote.closed_at or "") for one in after)


def _is_whole(course: Course, acclamation: Acclamation) -> bool:
    """Not a later one, between the main question and the opposing one that was chosen."""
    material = {proposal.id for proposal in course.material}
    return acclamation.kind == VoteKind.MAIN and material <= set(acclamation.proposals)


def _acclaimed(course: Course, acclamation: Acclamation) -> None:
    kind, first = VoteKind(acclamation.kind), acclamation.proposals[0]
    said = Choice.YES if acclamation.found_id == first else Choice.NO
    if kind.is_formal:
        put_off = acclamation.found_id is not None
        course.answer(kind, None, first, Choice.NO if put_off else Choice.YES)
    elif kind is VoteKind.COUNTER:
        course.answer(kind, first, acclamation.proposals[1], said)
    elif kind in (VoteKind.ADDITION, VoteKind.PUT):
        course.answer(kind, first, None, said)
    else:
        course.is_material_done = True


def _unopposed(course: Course, proposal_id: int) -> None:
    proposal = course.proposal(proposal_id)
    if proposal is None:
        return
    if proposal.group is Group.FORMAL:
        course.answer(VoteKind(proposal.kind.value), None, proposal.id, Choice.NO)
    elif proposal.group is Group.ADDITION:
        course.answer(VoteKind.ADDITION, proposal.id, None, Choice.YES)
    else:
        course.is_material_done = True
