"""What a gavel may confirm, by how the council answered.  KL 5:53–55.

A demanded division that waits makes every gavel on that question refuse (SCREENS 3.6).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.rules.kinds import ItemKind
from core.errors import BadInput, MovedOn, RuleBroken
from meetings.queries.items import Current
from voting.actions import ground
from voting.actions.elections.requests import not_by_ear
from voting.actions.order import COUNCIL_FIRST
from voting.models import How, Verdict, VoteKind
from voting.queries.acclamations import open_on
from voting.queries.course import course
from voting.queries.decisions import is_gavelled
from voting.queries.demands import unmet, unmet_on
from voting.queries.questions import is_put_off, next_in
from voting.queries.votes import latest_of, vote_in
from voting.queries.wording import TABLED_BY_LAW

NOT_DECIDED = frozenset(
    {
        ItemKind.INTERPELLATION,
        ItemKind.QUESTION,
        ItemKind.INFORMATION,
        ItemKind.NOTICE,
        ItemKind.FORMALITY,
    }
)


@dataclass(frozen=True)
class Basis:
    """What the gavel confirms.  No proposal is carried by being put (PROP-1).

    `text`: where the law says the words.
    """

    proposal_id: int | None = None
    vote_id: int | None = None
    acclamation_id: int | None = None
    asked: VoteKind | None = None
    text: str | None = None


def _by_acclamation(
    session: Session, current: Current, proposal_id: int | None, _vote_id: int | None
) -> Basis:
    acclamation = open_on(session, current.item.id)
    if acclamation is None:
        raise MovedOn("Frågan är inte ställd. Ställ proposition först.")
    _no_division(session, current, acclamation.kind)
    if VoteKind(acclamation.kind).is_on_the_matter:
        not_by_ear(session, current.item)
    if acclamation.found_at is None:
        raise RuleBroken("Säg först vad du finner att fullmäktige säger ja till.")
    if (proposal_id or None) != acclamation.found_id:
        raise MovedOn()
    kind = VoteKind(acclamation.kind)
    return Basis(_carried(kind, acclamation.found_id), None, acclamation.id, kind)


def _by_division(
    session: Session, current: Current, proposal_id: int | None, vote_id: int | None
) -> Basis:
    vote = vote_in(session, current.item.meeting_id, vote_id or 0)
    latest = latest_of(session, current.item.id)
    if latest is None or latest.id != vote.id or open_on(session, current.item.id):
        raise MovedOn()
    if not vote.is_decided:
        raise RuleBroken("Voteringen är inte avgjord.")
    if is_gavelled(session, vote.id):
        raise MovedOn("Beslutet är redan klubbat.")
    won = vote.yes_proposal_id if vote.outcome == Verdict.YES else vote.no_proposal_id
    if proposal_id and proposal_id != won:
        raise MovedOn("Voteringen gav ett annat utfall. Se knappen igen.")
    kind = VoteKind(vote.kind)
    return Basis(_carried(kind, won), vote.id, None, kind)


def _unopposed(
    session: Session, current: Current, proposal_id: int | None, _vote_id: int | None
) -> Basis:
    questions = course(session, current.item)
    ground.may_be_asked(questions)
    question = next_in(questions)
    if question is not None:
        ground.may_be_heard(question)
    kind = question.kind if question else VoteKind.MAIN
    _no_division(session, current, kind)
    if kind.is_on_the_matter:
        not_by_ear(session, current.item)
    if open_on(session, current.item.id) or (questions.proposals and question is None):
        raise MovedOn()
    if questions.disputed is not None:
        raise RuleBroken(COUNCIL_FIRST)
    sides = [question.yes_proposal_id, question.no_proposal_id] if question else []
    put = [each for each in sides if each is not None]
    if len(put) > 1:
        raise RuleBroken("Yrkanden står mot varandra. Ställ proposition på dem.")
    only = put[0] if put else None
    if proposal_id and proposal_id != only:
        raise MovedOn()
    return Basis(only)


def _noted(
    session: Session, current: Current, _proposal_id: int | None, _vote_id: int | None
) -> Basis:
    if current.kind not in NOT_DECIDED:
        raise RuleBroken("Ärendet ska beslutas. Det räcker inte att anteckna det.")
    if open_on(session, current.item.id) or unmet_on(session, current.item.id):
        raise MovedOn()
    return Basis()


def _by_ballot(
    session: Session, current: Current, proposal_id: int | None, _vote_id: int | None
) -> Basis:
    """What the tellers have counted on paper, in the words of the chair."""
    questions = course(session, current.item)
    if not questions.is_secret:
        raise RuleBroken("Slutna sedlar används bara i val och anställningar (5 kap. 54 §).")
    question = next_in(questions)
    if questions.disputed is not None:
        raise RuleBroken(COUNCIL_FIRST)
    if is_put_off(questions) or (question and question.kind.is_formal):
        raise MovedOn()
    if proposal_id and proposal_id not in {one.id for one in questions.proposals}:
        raise BadInput("Det finns inget sådant förslag i ärendet.", "proposal")
    return Basis(proposal_id or None)


def _by_law(
    session: Session, current: Current, _proposal_id: int | None, _vote_id: int | None
) -> Basis:
    """Whatever is wished, the item is tabled."""
    questions = course(session, current.item)
    if questions.tabling is None:
        raise RuleBroken("Ärendet behöver inte bordläggas. Ställ frågan.")
    if is_put_off(questions):
        raise MovedOn("Beslutet är redan klubbat.")
    return Basis(text=TABLED_BY_LAW[questions.tabling])


def _carried(kind: VoteKind, proposal_id: int | None) -> int | None:
    return None if kind is VoteKind.PUT else proposal_id


def _no_division(session: Session, current: Current, kind: str) -> None:
    if unmet(session, current.item.id, kind):
        raise MovedOn("Votering är begärd. Gå till votering.")


BASES: Mapping[How, Callable[[Session, Current, int | None, int | None], Basis]] = {
    How.ACCLAMATION: _by_acclamation,
    How.DIVISION: _by_division,
    How.UNOPPOSED: _unopposed,
    How.NOTED: _noted,
    How.BALLOT: _by_ballot,
    How.BY_LAW: _by_law,
}
