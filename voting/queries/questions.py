"""Which question comes next on an item, in what words, and what majority it needs.

Formal proposals first and each by itself, then the material ones, additions last (ORDER-2–6).
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.queries.items import item_in
from agenda.rules.proposals import Group, questions
from voting.models import VoteKind
from voting.queries import wording
from voting.queries.course import Course, Key, Live, course
from voting.rules.majority import Choice, Required
from voting.rules.order import Stage, order_of_questions


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


def next_question(session: Session, meeting_id: int, item_id: int) -> Question | None:
    """None when everything proposed has been answered, or the item has been put off."""
    return next_in(course(session, item_in(session, meeting_id, item_id)))


def next_in(course: Course) -> Question | None:
    """First of all whether what the chair holds unlawful is to be put (PROP-1)."""
    if course.disputed is not None:
        words = wording.put_all_the_same(course.disputed)
        return Question(VoteKind.PUT, Required.SIMPLE, *words, course.disputed.id)
    for group in questions(course.proposals):
        match group.group:
            case Group.FORMAL:
                asked = _delay(course, group.proposals[0])
                if course.answers.get(asked.key) is Choice.NO:
                    return None  # put off: the rest is not put
            case Group.MATERIAL:
                if (material := _material(course, list(group.proposals))) is None:
                    continue
                asked = material
            case Group.ADDITION:
                asked = _addition(group.proposals[0])
        if asked.key not in course.answers:
            return asked
    return None


def delay_majority(course: Course) -> Required:
    """A third of those present puts the item off, but only once and never in elections."""
    is_simple = course.is_election or course.is_minority_right_used
    return Required.SIMPLE if is_simple else Required.ONE_THIRD


def is_put_off(course: Course) -> bool:
    """Referred back or tabled: the item is over for today."""
    return any(kind.is_formal and said is Choice.NO for (kind, *_), said in course.answers.items())


def _delay(course: Course, proposal: Live) -> Question:
    kind = VoteKind(proposal.kind.value)
    words = wording.delay(kind, proposal)
    return Question(kind, delay_majority(course), *words, None, proposal.id)


def _material(course: Course, proposals: list[Live]) -> Question | None:
    if course.is_material_done:
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


def _addition(proposal: Live) -> Question:
    words = wording.addition(proposal)
    return Question(VoteKind.ADDITION, Required.SIMPLE, *words, proposal.id, None)
