"""Proposals (yrkanden) are made and withdrawn, before the meeting and in it."""

from sqlalchemy.orm import Session

from agenda.facts import ProposalMade, ProposalWithdrawn
from agenda.models import Item, Proposal, ProposalKind
from agenda.policy import may_lead, may_propose, may_propose_for, may_withdraw
from agenda.queries.accountable import is_accountable
from agenda.queries.items import item_in
from agenda.queries.meetings import MeetingNow, meeting_now, progress_of
from agenda.queries.people import belongs_to, name_with_party
from agenda.rules.proposals import belongs, may_change, standard_text
from agenda.rules.special import SpecialMatter
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed, NotFound, RuleBroken

LONGEST_TEXT = 4000
LONGEST_NAME = 200


def make_proposal(
    session: Session,
    meeting_id: int,
    item_id: int,
    kind: ProposalKind,
    text: str,
    person_id: int | None = None,
    proposer: str | None = None,
    all_agree: bool = False,
    *,
    by: Actor,
) -> int:
    """One's own proposal, or that of a named person or body, typed by chair or clerk.

    `all_agree`: the council let it be made although the debate is closed (ORDER-1).
    """
    meeting = meeting_now(session, meeting_id)
    item = item_in(session, meeting_id, item_id)
    person_id = by.person_id if person_id is None and not proposer else person_id
    _check_proposer(session, meeting, item, person_id, by)
    _check_moment(session, meeting, item, all_agree=all_agree, by=by)
    proposal = Proposal(item_id=item.id, kind=kind, text=_worded(kind, text, item.matter))
    proposal.person_id, proposal.proposer = person_id, _named(session, person_id, proposer)
    proposal.made_at = clock.now()
    session.add(proposal)
    session.flush()
    log.append(session, _made(proposal), by=by)
    return proposal.id


def withdraw_proposal(
    session: Session, meeting_id: int, proposal_id: int, all_agree: bool = False, *, by: Actor
) -> None:
    meeting = meeting_now(session, meeting_id)
    proposal = session.get(Proposal, proposal_id)
    if proposal is None:
        raise NotFound("Det finns inget sådant yrkande.")
    item = item_in(session, meeting_id, proposal.item_id)
    if not may_withdraw(session, meeting, proposal, by):
        raise NotAllowed("Bara den som yrkat kan återta yrkandet.")
    if proposal.withdrawn_at is not None:
        raise MovedOn("Yrkandet är redan återtaget.")
    _check_moment(session, meeting, item, all_agree=all_agree, by=by)
    proposal.withdrawn_at = clock.now()
    told = ProposalWithdrawn(proposal.id, item.id, proposal.proposer, proposal.text)
    log.append(session, told, by=by)


def _check_proposer(
    session: Session, meeting: MeetingNow, item: Item, person_id: int | None, by: Actor
) -> None:
    if not may_propose_for(session, meeting, person_id, by):
        raise NotAllowed("Du kan bara yrka i eget namn.")
    if person_id is None:
        return
    if person_id != by.person_id and not belongs_to(session, meeting.council_id, person_id):
        raise NotFound("Personen finns inte i fullmäktige.")
    if is_accountable(session, item.id, person_id):
        raise NotAllowed("Den som är redovisningsansvarig yrkar inte i ärendet (5 kap. 48–49 §§).")
    is_open = progress_of(session, meeting.id, item.id).is_open
    if not may_propose(session, meeting, person_id, item_is_open=is_open):
        raise NotAllowed("Yrka kan bara den som tjänstgör eller har rätt att yttra sig.")


def _check_moment(
    session: Session, meeting: MeetingNow, item: Item, *, all_agree: bool, by: Actor
) -> None:
    """From the summons until the chair has read the proposals back.  ORDER-1."""
    leads = may_lead(session, meeting, by)
    if meeting.closed_at is not None:
        raise RuleBroken("Sammanträdet är avslutat.")
    if meeting.convened_at is None and not leads:
        raise RuleBroken("Sammanträdet är inte kallat än.")
    state = progress_of(session, meeting.id, item.id)
    if state.is_being_decided:
        raise RuleBroken("Ärendet avgörs nu eller är avgjort. Yrkandena ligger fast.")
    agreed = all_agree and leads
    if not may_change(debate_closed=state.is_past_debate, all_agree=agreed):
        raise RuleBroken(
            "Yrkandena är upplästa och ligger fast, om inte alla i fullmäktige medger annat."
        )


def _worded(kind: ProposalKind, text: str, special: SpecialMatter | None) -> str:
    if kind is ProposalKind.EXEMPT and not belongs(kind, special):
        raise RuleBroken("Det kan bara yrkas när en nämnd inrättas (5 kap. 58 §, 6 kap. 2 § 2).")
    if not belongs(kind, special):
        raise RuleBroken("Här svarar fullmäktige bara ja eller nej. Annat kan vara ett tillägg.")
    standard = standard_text(kind, special)
    words = standard if kind is ProposalKind.EXEMPT else text.strip() or standard
    if not words:
        raise BadInput("Skriv vad fullmäktige ska besluta.", "text")
    if len(words) > LONGEST_TEXT:
        raise BadInput(
            "Yrkandet är för långt. Skriv högst {most} tecken.", "text", most=LONGEST_TEXT
        )
    return words


def _named(session: Session, person_id: int | None, proposer: str | None) -> str:
    if person_id is not None:
        return name_with_party(session, person_id)
    name = (proposer or "").strip()
    if not name or len(name) > LONGEST_NAME:
        raise BadInput("Skriv vem som yrkar, högst {most} tecken.", "proposer", most=LONGEST_NAME)
    return name


def _made(proposal: Proposal) -> ProposalMade:
    return ProposalMade(
        proposal_id=proposal.id,
        item_id=proposal.item_id,
        proposal_kind=proposal.kind,
        text=proposal.text,
        person_id=proposal.person_id,
        proposer=proposal.proposer,
    )
