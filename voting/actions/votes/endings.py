"""Other ends of a vote: abandoned before the result, or even and broken.

Kommunallagen 5 kap. 56 § (VOTE-4, U7, U11, U16): by the casting vote, in elections and
employment by the lot; never resolved by the product itself.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from agenda.queries.items import item_in
from agenda.rules.kinds import ItemKind
from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NeedsConfirmation, RuleBroken
from core.words import Sentence
from meetings.queries.people import named
from meetings.rules.steps import ItemStep
from voting.actions import ground
from voting.actions.steps import go_on, go_to
from voting.actions.votes.openness import still_open
from voting.facts import LotDrawn, TieBroken, VoteAbandoned
from voting.models import Vote, VoteKind
from voting.queries.demands import met_by
from voting.queries.results import carried_by, found, is_by_lot
from voting.queries.votes import own_choice, vote_in
from voting.rules.division import Matter, division_result
from voting.rules.majority import Caution, Choice, Outcome, Tally

LONGEST_REASON = 500
SAID = {Choice.YES: Sentence("ja"), Choice.NO: Sentence("nej")}


@dataclass(frozen=True)
class TieBreaker:
    """What settles an even vote, and the words for whoever tries it at the wrong time or place."""

    by_lot: bool
    whose: Sentence
    not_even: Sentence
    the_other: Sentence
    no_choice: Sentence


CASTING_VOTE = TieBreaker(
    by_lot=False,
    whose=Sentence("har utslagsröst"),
    not_even=Sentence("Utslagsrösten läggs bara när röstetalet är lika."),
    the_other=Sentence("I val och anställningar avgör lotten, inte utslagsrösten (5 kap. 56 §)."),
    no_choice=Sentence("Utslagsrösten är ja eller nej."),
)
LOT = TieBreaker(
    by_lot=True,
    whose=Sentence("skriver in lotten"),
    not_even=Sentence("Lotten dras bara när röstetalet är lika."),
    the_other=Sentence("Här avgör ordförandens utslagsröst, inte lotten (5 kap. 56 §)."),
    no_choice=Sentence("Lotten ger ja eller nej."),
)


def abandon_vote(
    session: Session, meeting_id: int, vote_id: int, reason: str, *, by: Actor
) -> None:
    """Begun in error, or no longer quorate: every answer is void.  What was demanded still is."""
    ground.presiding(session, meeting_id, by, Sentence("avbryter en votering"))
    vote = still_open(session, meeting_id, vote_id)
    why = reason.strip()
    if not why or len(why) > LONGEST_REASON:
        raise BadInput("Skriv varför voteringen avbryts, med högst 500 tecken.", "reason")
    vote.abandoned_at = clock.now()
    for demand in met_by(session, vote.id):
        demand.vote_id = demand.met_at = None
    go_to(ground.handled(session, meeting_id, vote.item_id), ItemStep.ACCLAMATION)
    log.append(session, VoteAbandoned(vote.id, vote.item_id, why), by=by)


def use_casting_vote(
    session: Session,
    meeting_id: int,
    vote_id: int,
    choice: Choice,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """Also for one who abstained.  Against the own vote only when she has been told so (U7)."""
    vote = _even(session, meeting_id, vote_id, choice, CASTING_VOTE, by)
    own = own_choice(session, vote.id, by.person_id)
    result = found(vote, _figures(vote), vote.present or 0, casting=choice, chair_vote=own)
    if own and Caution.CASTING_DIFFERS_FROM_OWN_VOTE in result.warnings and not confirmed:
        raise NeedsConfirmation(
            "Du röstade {own}. Lägg utslagsrösten på {choice} ändå? Båda skrivs i protokollet.",
            own=SAID[own],
            choice=SAID[choice],
        )
    vote.casting_by, vote.casting_choice = by.person_id, choice.value
    _break(session, vote, result)
    name = named(session, meeting_id, by.person_id).name
    told = TieBroken(vote.id, vote.item_id, choice.value, choice.value, name, own)
    log.append(session, told, by=by)


def record_lot(
    session: Session,
    meeting_id: int,
    vote_id: int,
    choice: Choice,
    confirmed: bool = False,
    *,
    by: Actor,
) -> None:
    """What the lot that was drawn in the hall gave.  Asked twice: a lot is not drawn again."""
    vote = _even(session, meeting_id, vote_id, choice, LOT, by)
    if not confirmed:
        raise NeedsConfirmation("Föll lotten på {choice}? Den dras inte om.", choice=SAID[choice])
    result = division_result(
        _figures(vote), matter=Matter.ELECTION, present=vote.present, lot=choice
    )
    _break(session, vote, result)
    log.append(session, LotDrawn(vote.id, vote.item_id, choice.value, choice.value), by=by)


def _even(
    session: Session, meeting_id: int, vote_id: int, choice: Choice, way: TieBreaker, by: Actor
) -> Vote:
    """The vote, if it is even and this is how it is settled."""
    ground.presiding(session, meeting_id, by, way.whose)
    vote = vote_in(session, meeting_id, vote_id)
    if not vote.is_tied:
        raise MovedOn(way.not_even)
    if _is_by_lot(session, vote) is not way.by_lot:
        raise RuleBroken(way.the_other)
    if choice is Choice.ABSTAIN:
        raise BadInput(way.no_choice, "choice")
    return vote


def _break(session: Session, vote: Vote, result: Outcome) -> None:
    vote.outcome = str(result.result)
    vote.carried_by = carried_by(vote, result)
    current = ground.handled(session, vote.meeting_id, vote.item_id)
    go_on(session, current, VoteKind(vote.kind))


def _is_by_lot(session: Session, vote: Vote) -> bool:
    item = item_in(session, vote.meeting_id, vote.item_id)
    return is_by_lot(VoteKind(vote.kind), ItemKind(item.kind))


def _figures(vote: Vote) -> Tally:
    return Tally(vote.yes or 0, vote.no or 0, vote.abstain or 0)
