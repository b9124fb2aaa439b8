"""The chair asks and listens; a member who doubts what she finds asks for a division.

Kommunallagen 5 kap. 53 § (VOTE-1, ORDER-4, ORDER-6).  Answers from a distance are levels, never
votes, and nobody's name goes with them.
"""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed, RuleBroken
from core.words import Sentence
from meetings.queries.items import Current
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.actions.acclamation_ends import NO, close_acclamation, start_levels
from voting.actions.elections.requests import not_by_ear
from voting.actions.order import put
from voting.actions.steps import go_to
from voting.facts import AcclamationFound, AcclamationOpened
from voting.models import Acclamation, AcclamationLevel, VoteKind
from voting.policy import may_answer_acclamation
from voting.queries import wording
from voting.queries.acclamations import acclamation_in, open_on
from voting.queries.course import Course, Live, course
from voting.queries.demands import unmet
from voting.queries.questions import next_in
from voting.queries.votes import is_out


def open_acclamation(session: Session, meeting_id: int, item_id: int, *, by: Actor) -> int:
    """Put what comes next: a formal proposal or an addition alone, else one against another."""
    ground.presiding(session, meeting_id, by, Sentence("ställer proposition"))
    current = ground.handled(session, meeting_id, item_id)
    ground.nothing_runs(session, meeting_id)
    _none_is_open(session, current)
    ground.quorate(session, current)
    ground.nobody_accountable(session, current)
    kind, proposals = _what_to_put(course(session, current.item))
    if kind.is_on_the_matter:
        not_by_ear(session, current.item)
    if unmet(session, item_id, kind.value):
        raise MovedOn("Votering är begärd. Gå till votering.")
    acclamation = _put(session, meeting_id, item_id, kind, proposals)
    go_to(current, ItemStep.ACCLAMATION)
    told = tuple(put(proposal) for proposal in proposals)
    log.append(session, AcclamationOpened(acclamation.id, item_id, told, kind.value), by=by)
    return acclamation.id


def answer_acclamation(
    session: Session, meeting_id: int, acclamation_id: int, proposal_id: int, *, by: Actor
) -> None:
    """A member at a distance answers by pressing.  Raises a level; nothing tells whose it was.

    Handed in with a key that is the same for everything one person answers here, so once each.
    """
    if not may_answer_acclamation(session, meeting_id, by):
        raise NotAllowed("Bara den som tjänstgör på distans svarar genom att trycka.")
    acclamation = acclamation_in(session, meeting_id, acclamation_id)
    if acclamation.closed_at is not None:
        raise MovedOn("Klubban har fallit.")
    if is_out(session, acclamation.item_id, by.person_id):
        raise NotAllowed("Den som inte deltar i beslutet svarar inte.")
    raised = session.execute(
        update(AcclamationLevel)
        .where(
            AcclamationLevel.acclamation_id == acclamation.id,
            AcclamationLevel.proposal_id == proposal_id,
        )
        .values(answers=AcclamationLevel.answers + 1)
        .execution_options(synchronize_session=False)
    )
    if not getattr(raised, "rowcount", 0):
        raise BadInput("Yrkandet är inte uppe för beslut nu.", "proposal")
    log.pulse(session, "acclamation.level")


def find(
    session: Session, meeting_id: int, acclamation_id: int, proposal_id: int, *, by: Actor
) -> None:
    """ "Jag finner …": what the chair holds carried.  May be said anew until the gavel falls."""
    ground.presiding(session, meeting_id, by, Sentence("säger vad som bifalls"))
    acclamation = acclamation_in(session, meeting_id, acclamation_id)
    current = ground.handled(session, meeting_id, acclamation.item_id)
    if acclamation.closed_at is not None:
        raise MovedOn()
    found, text = _found(course(session, current.item), acclamation, proposal_id)
    if acclamation.found_at is not None and acclamation.found_id == found:
        return
    acclamation.found_id, acclamation.found_at = found, clock.now()
    told = AcclamationFound(acclamation.id, acclamation.item_id, found, text)
    log.append(session, told, by=by)


def _none_is_open(session: Session, current: Current) -> None:
    """Where a division is asked for on what was found carried, the opposing question may be chosen
    by voice before it (ORDER-6).
    """
    going = open_on(session, current.item.id)
    if going is None:
        return
    question = next_in(course(session, current.item))
    is_opposing = question is not None and question.kind is VoteKind.COUNTER
    is_doubted = going.found_at is not None and unmet(session, current.item.id, going.kind)
    if not (is_opposing and is_doubted and going.kind == VoteKind.MAIN):
        raise MovedOn("Frågan är redan ställd.")
    close_acclamation(session, current.item.id)


def _what_to_put(course: Course) -> tuple[VoteKind, list[Live]]:
    """The material ones are first put all together; when one has been found carried and a division
    is asked for, pair by pair.
    """
    ground.may_be_asked(course)
    question = next_in(course)
    if question is None:
        raise MovedOn("Det finns inget mer yrkande att ställa proposition på.")
    ground.may_be_heard(question)
    sides = (question.yes_proposal_id, question.no_proposal_id)
    pair = [one for each in sides if each and (one := course.proposal(each))]
    if question.kind not in (VoteKind.MAIN, VoteKind.COUNTER):
        return question.kind, pair
    if course.needs_order:
        raise RuleBroken("Propositionsordningen ska godkännas först.")
    if course.pairs or course.found_id is not None:
        return question.kind, pair
    return VoteKind.MAIN, course.material


def _put(
    session: Session, meeting_id: int, item_id: int, kind: VoteKind, proposals: list[Live]
) -> Acclamation:
    acclamation = Acclamation(meeting_id=meeting_id, item_id=item_id, kind=kind.value)
    acclamation.proposals = [proposal.id for proposal in proposals]
    acclamation.opened_at = clock.now()
    session.add(acclamation)
    session.flush()
    start_levels(session, acclamation)
    return acclamation


def _found(course: Course, acclamation: Acclamation, proposal_id: int) -> tuple[int | None, str]:
    alone = len(acclamation.proposals) == 1
    if alone and proposal_id == NO:
        only = course.proposal(acclamation.proposals[0])
        return None, wording.no_to(VoteKind(acclamation.kind), only)
    proposal = course.proposal(proposal_id)
    if proposal is None or proposal_id not in acclamation.proposals:
        raise BadInput("Yrkandet är inte uppe för beslut nu.", "proposal")
    return proposal_id, wording.yes_to(VoteKind(acclamation.kind), proposal)
