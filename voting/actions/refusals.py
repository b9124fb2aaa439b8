"""The chair does not put a proposal: a new matter, or one she holds unlawful.  KL 5:57 (PROP-1)."""

from sqlalchemy.orm import Session

from agenda.models import Proposal
from agenda.queries.items import item_in
from agenda.rules.proposals import Group, PutRefusal
from core import clock, log
from core.actor import Actor
from core.errors import MovedOn, NotFound, RuleBroken
from core.words import Sentence
from voting.actions import ground
from voting.facts import ProposalRefused, RefusalUndone
from voting.models import Refusal
from voting.queries.acclamations import open_on
from voting.queries.course import Course, Live, course

LONGEST = 1_000  # characters in the words that are read aloud


def refuse_to_put(
    session: Session,
    meeting_id: int,
    proposal_id: int,
    why: PutRefusal,
    words: str,
    *,
    by: Actor,
) -> None:
    """Before the questions begin; `words` are read aloud.

    What she holds unlawful the council is asked about next.
    """
    questions, proposal = _before_the_questions(session, meeting_id, proposal_id, by)
    if proposal.refused is not None:
        raise MovedOn("Yrkandet är redan vägrat.")
    session.add(Refusal(proposal_id=proposal.id, ground=why.value, words=words, at=clock.now()))
    told = (proposal.id, questions.item.id, proposal.proposer, proposal.text)
    log.append(session, ProposalRefused(*told, why.value, words), by=by)


def undo_refusal(session: Session, meeting_id: int, proposal_id: int, *, by: Actor) -> None:
    """Until the council has said what it says, or the questions have begun."""
    questions, proposal = _before_the_questions(session, meeting_id, proposal_id, by)
    if (refusal := session.get(Refusal, proposal.id)) is None:
        raise MovedOn("Yrkandet är inte vägrat.")
    session.delete(refusal)
    told = (proposal.id, questions.item.id, proposal.proposer, proposal.text)
    log.append(session, RefusalUndone(*told), by=by)


def _before_the_questions(
    session: Session, meeting_id: int, proposal_id: int, by: Actor
) -> tuple[Course, Live]:
    ground.presiding(session, meeting_id, by, Sentence("avgör vilka yrkanden som ställs"))
    made = session.get(Proposal, proposal_id)
    if made is None:
        raise NotFound("Det finns inget sådant yrkande.")
    item = item_in(session, meeting_id, made.item_id)
    ground.handled(session, meeting_id, item.id)
    ground.nothing_runs(session, meeting_id)
    questions = course(session, item)
    proposal = questions.proposal(proposal_id)
    if proposal is None:
        raise MovedOn("Yrkandet är redan återtaget.")
    if questions.is_settled(proposal):
        raise RuleBroken("Fullmäktige har sagt sitt om yrkandet. Det ligger fast.")
    if questions.is_order_approved or open_on(session, item.id) or _is_put(questions, proposal):
        raise RuleBroken("Frågorna har börjat ställas. Yrkandena ligger fast.")
    return questions, proposal


def _is_put(questions: Course, proposal: Live) -> bool:
    """A question that the proposal belongs to has been answered."""
    if proposal.group is Group.MATERIAL:
        begun = questions.found_id is not None or bool(questions.pairs)
        return begun or questions.is_material_done
    return any(proposal.id in sides for _kind, *sides in questions.answers)
