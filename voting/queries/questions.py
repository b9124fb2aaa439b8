"""Which question comes next on an item, in what words, and what majority it needs.

Formal proposals first and each by itself, then the material ones, additions last (ORDER-2–6).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.queries.items import item_in
from agenda.rules.proposals import Group, ProposalKind, questions
from agenda.rules.special import SpecialMatter
from voting.models import VoteKind
from voting.queries import wording
from voting.queries.course import Course, Key, Live, course
from voting.rules.majority import Choice, Required
from voting.rules.order import Stage, order_of_questions
from voting.rules.special import COUNTED, required


@dataclass(frozen=True)
class Question:
    """What the chair asks, word for word.  A formal proposal stands on the no side (REMIT-6)."""

    kind: VoteKind
    majority: Required
    text: str
    yes_means: str
    no_means: str
    yes_proposal_id: int | None = None
    no_proposal_id: int | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.yes_proposal_id, self.no_proposal_id

    @property
    def is_counted(self) -> bool:
        """Nobody hears two thirds: no acclamation, always a division (VOTE-5)."""
        return self.majority in COUNTED


def next_question(session: Session, meeting_id: int, item_id: int) -> Question | None:
    """None when everything proposed has been answered, or the item has been put off."""
    return next_in(course(session, item_in(session, meeting_id, item_id)))


def next_in(course: Course) -> Question | None:
    """First of all whether what the chair holds unlawful is to be put (PROP-1)."""
    if course.tabling is not None or is_put_off(course):
        return None
    if course.disputed is not None:
        words = wording.put_all_the_same(course.disputed)
        return Question(VoteKind.PUT, Required.SIMPLE, *words, course.disputed.id)
    return next((one for one in _in_turn(course) if one.key not in course.answers), None)


def by_law(course: Course, key: Key) -> Question | None:
    """The question with this key, if it is one that the law has worded (KL 5:10, 5:37, 5:58)."""
    return next((one for one in _in_turn(course) if one.key == key and one.is_counted), None)


def delay_majority(course: Course) -> Required:
    """A third of those present puts the item off, but only once and never in elections."""
    is_simple = course.is_election or course.is_minority_right_used
    return Required.SIMPLE if is_simple else Required.ONE_THIRD


def is_put_off(course: Course) -> bool:
    """Referred back or tabled: the item is over for today."""
    return any(kind.is_formal and said is Choice.NO for (kind, *_), said in course.answers.items())


def _in_turn(course: Course) -> Iterator[Question]:
    for group in questions(course.proposals):
        if group.group is Group.FORMAL:
            yield _delay(course, group.proposals[0])
    if course.is_yes_or_no and course.item.matter is not None:
        yield _special(course.item.matter)
    elif material := _material(course, course.material):
        yield material
    for group in questions(course.proposals):
        if group.group is Group.ADDITION:
            yield _addition(group.proposals[0])


def _delay(course: Course, proposal: Live) -> Question:
    kind = VoteKind(proposal.kind.value)
    words = wording.delay(kind, proposal)
    return Question(kind, delay_majority(course), *words, None, proposal.id)


def _material(course: Course, proposals: list[Live]) -> Question | None:
    if course.is_material_done or not proposals:
        return None
    if len(proposals) == 1:
        words = wording.alone(proposals[0])
        return Question(VoteKind.MAIN, Required.SIMPLE, *words, proposals[0].id, None)
    by_id = {one.id: one for one in proposals}
    order = sorted(by_id, key=lambda each: each != course.found_id)
    answers = [said for pair, said in course.pairs.items() if pair <= by_id.keys()]
    pair = order_of_questions(order, answers).next
    if pair is None:
        return None
    yes, no = by_id[pair.yes], by_id[pair.no]
    if pair.stage is Stage.MAIN:
        words = wording.against(yes, no)
        return Question(VoteKind.MAIN, Required.SIMPLE, *words, yes.id, no.id)
    words = wording.counter(by_id[order[0]], yes, no)
    return Question(VoteKind.COUNTER, Required.SIMPLE, *words, yes.id, no.id)


def _special(matter: SpecialMatter, proposal: Live | None = None) -> Question:
    """Asked also where nobody has proposed anything: the item itself proposes it."""
    kind = VoteKind.ADDITION if proposal else VoteKind.MAIN
    made = proposal.id if proposal else None
    return Question(kind, required(matter), *wording.special(matter), made, None)


def _addition(proposal: Live) -> Question:
    if proposal.kind is ProposalKind.EXEMPT:
        return _special(SpecialMatter.NONPARTISAN_COMMITTEE, proposal)
    words = wording.addition(proposal)
    return Question(VoteKind.ADDITION, Required.SIMPLE, *words, proposal.id, None)
