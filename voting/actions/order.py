"""The order of questions: proposed by the chair, approved by the council (ORDER-2, ORDER-3)."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from agenda.rules.proposals import Group
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, RuleBroken
from core.words import Sentence
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.actions.steps import go_to
from voting.facts import OrderApproved, Put
from voting.models import QuestionPlace
from voting.queries.acclamations import open_on
from voting.queries.course import Course, Live, course

BEFORE_ORDER = (ItemStep.PRESENTATION, ItemStep.DEBATE, ItemStep.PROPOSALS)
COUNCIL_FIRST = Sentence(
    "Fullmäktige ska först säga om yrkandet som du anser olagligt ska prövas (5 kap. 57 §)."
)
RANKS = {Group.FORMAL: 0, Group.MATERIAL: 1, Group.ADDITION: 2}


def approve_order(
    session: Session, meeting_id: int, item_id: int, order: tuple[int, ...], *, by: Actor
) -> None:
    """Every proposal once, the strongest of the material ones first; never reordered afterwards."""
    ground.presiding(session, meeting_id, by, Sentence("fastställer propositionsordningen"))
    current = ground.handled(session, meeting_id, item_id)
    ground.nothing_runs(session, meeting_id)
    questions = course(session, current.item)
    if questions.disputed is not None:
        raise RuleBroken(COUNCIL_FIRST)
    proposals = _in_order(questions, order)
    if questions.is_order_approved and proposals == questions.proposals:
        return
    if open_on(session, item_id) or questions.has_begun:
        raise RuleBroken("Frågorna har börjat ställas. Ordningen ligger fast.")
    session.execute(delete(QuestionPlace).where(QuestionPlace.item_id == item_id))
    for place, proposal in enumerate(proposals, start=1):
        session.add(QuestionPlace(item_id=item_id, place=place, proposal_id=proposal.id))
    current.handling.order_approved_at = clock.now()
    if current.step in BEFORE_ORDER:
        go_to(current, ItemStep.ORDER)
    log.append(session, OrderApproved(item_id, tuple(put(one) for one in proposals)), by=by)


def put(proposal: Live) -> Put:
    return Put(proposal.id, proposal.kind.value, proposal.text, proposal.proposer)


def _in_order(questions: Course, order: tuple[int, ...]) -> list[Live]:
    by_id = {proposal.id: proposal for proposal in questions.proposals}
    if not by_id:
        raise RuleBroken("Det finns inga yrkanden att ordna.")
    if len(set(order)) < len(order) or set(order) != by_id.keys():
        raise BadInput("Ordningen ska ha varje yrkande en gång. Läs in sidan igen.", "order")
    proposals = [by_id[each] for each in order]
    ranks = [RANKS[proposal.group] for proposal in proposals]
    if ranks != sorted(ranks):
        raise BadInput(
            "Återremiss och bordläggning prövas först och tilläggen sist.",
            "order",
        )
    return proposals
