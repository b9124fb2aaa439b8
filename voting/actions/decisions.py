"""The gavel: what the council has decided, in words.  KL 5:53; undone within ten seconds."""

from sqlalchemy.orm import Session

from agenda.models import Proposal, ProposalKind
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, RuleBroken
from core.words import Sentence
from meetings.actions.assents import check_may_be_decided
from meetings.queries import state
from meetings.queries.items import Current
from voting.actions import ground
from voting.actions.acclamation_ends import close_acclamation
from voting.actions.grounds_for_gavel import BASES, Basis
from voting.actions.steps import go_on
from voting.actions.undoing import meet_by_ballot, take_back
from voting.facts import DecisionGavelled, DecisionUndone
from voting.models import Decision, How
from voting.queries.decisions import BY_EAR, decision_in, has_gone_on, standing_on, undo_until

LONGEST = 10_000  # characters in one decision
PUTS_OFF = (ProposalKind.TABLE, ProposalKind.REFER_BACK)
REST = 2  # seconds before the item may be left: the button that comes in the gavel's place


def gavel(
    session: Session,
    meeting_id: int,
    item_id: int,
    text: str,
    how: How,
    proposal_id: int | None = None,
    vote_id: int | None = None,
    *,
    by: Actor,
) -> int:
    """Confirms what was on the button.  Refused while a division that was demanded waits, and
    while somebody's line is lost.
    """
    ground.presiding(session, meeting_id, by, Sentence("slår klubban"))
    current = ground.handled(session, meeting_id, item_id)
    ground.nothing_runs(session, meeting_id)
    ground.quorate(session, current)
    ground.nobody_accountable(session, current)
    ground.lines_are_whole(session, meeting_id)
    basis = BASES[how](session, current, proposal_id, vote_id)
    words = _words(basis.text or text)
    _not_twice(session, current, how, words, basis)
    if how is not How.BY_LAW and not _puts_off(session, basis):
        check_may_be_decided(session, state.meeting(session, meeting_id), current.item)
    decision = _confirm(session, current, words, how, basis)
    if how is not How.NOTED:
        go_on(session, current, basis.asked)
    sources = (basis.proposal_id, basis.vote_id, basis.acclamation_id)
    told = DecisionGavelled(decision.id, item_id, words, how.value, *sources)
    log.append(session, told, by=by)
    return decision.id


def undo_gavel(session: Session, meeting_id: int, decision_id: int, *, by: Actor) -> None:
    ground.presiding(session, meeting_id, by, Sentence("ångrar ett klubbslag"))
    decision = decision_in(session, meeting_id, decision_id)
    current = ground.handled(session, meeting_id, decision.item_id)
    if decision.undone_at is not None or has_gone_on(session, decision):
        raise MovedOn()
    ground.nothing_runs(session, meeting_id)
    if clock.now() > undo_until(decision):
        raise RuleBroken("Klubbslaget kan ångras i tio sekunder. Skriv en anteckning i stället.")
    take_back(session, current, decision)
    current.handling.step = decision.step_before
    log.append(session, DecisionUndone(decision.id, decision.item_id, "undone"), by=by)


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise BadInput("Skriv vad fullmäktige har beslutat.", "text")
    if len(words) > LONGEST:
        raise BadInput("Beslutet är för långt. Högst 10 000 tecken får plats.", "text")
    return words


def _not_twice(session: Session, current: Current, how: How, words: str, basis: Basis) -> None:
    """Two windows, two presses: one decision."""
    last = standing_on(session, current.item.id)[-1:]
    said = [(each.how, each.text, each.proposal_id) for each in last]
    if said == [(how.value, words, basis.proposal_id)]:
        raise MovedOn("Beslutet är redan klubbat.")


def _puts_off(session: Session, basis: Basis) -> bool:
    """Bordläggning and återremiss decide nothing of the item itself."""
    proposal = session.get(Proposal, basis.proposal_id) if basis.proposal_id else None
    return proposal is not None and ProposalKind(proposal.kind) in PUTS_OFF


def _confirm(session: Session, current: Current, words: str, how: How, basis: Basis) -> Decision:
    decision = Decision(meeting_id=current.item.meeting_id, item_id=current.item.id, text=words)
    decision.how, decision.at = how.value, clock.now()
    decision.proposal_id, decision.vote_id = basis.proposal_id, basis.vote_id
    decision.acclamation_id = basis.acclamation_id
    decision.step_before = current.handling.step
    wait = _seconds(session, current) if how in BY_EAR else 0
    decision.standing_at = clock.later(wait)
    current.handling.rests_until = clock.later(max(wait, REST))
    close_acclamation(session, current.item.id)
    if how is How.BALLOT:
        meet_by_ballot(session, current.item.id, decision.at)
    session.add(decision)
    session.flush()
    return decision


def _seconds(session: Session, current: Current) -> int:
    return state.procedure(state.meeting(session, current.item.meeting_id)).gavel_seconds
