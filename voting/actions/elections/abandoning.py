"""An election is abandoned before it is counted, and may be held again on paper.

Kommunallagen 5 kap. 54 § (SB-5, SB-12).  Nothing of it counts.  Paper is always the way out.
"""

from sqlalchemy.orm import Session

from core import log
from core.actor import Actor
from core.errors import BadInput, MovedOn
from core.words import Sentence
from councils.rules.procedure import ElectionMethod
from voting.actions import ground
from voting.actions.elections.nominating import announced
from voting.actions.elections.steps import begin, move_to
from voting.facts import ElectionAbandoned
from voting.models import Election, Nomination
from voting.queries.elections.standing import election_in, nominated
from voting.rules.elections.states import ElectionState

LONGEST = 500  # characters in a reason
KEPT = ("meeting_id", "item_id", "part", "title", "places", "election", "is_proportional", "rule")
NAMED = ("place", "text", "names", "designation", "person_id", "by_person_id", "by_words")


def abandon_election(
    session: Session,
    meeting_id: int,
    election_id: int,
    reason: str,
    on_paper: bool = False,
    *,
    by: Actor,
) -> int | None:
    """`on_paper`: held again at once with the same nominations.  The new one's number."""
    ground.presiding(session, meeting_id, by, Sentence("avbryter ett val"))
    election = election_in(session, meeting_id, election_id)
    if not reason.strip():
        raise BadInput("Skriv varför valet avbryts.", "reason")
    if election.is_over:
        raise MovedOn("Valet är redan avslutat.")
    give_up(session, election, reason.strip(), by=by)
    return _again_on_paper(session, election, by=by) if on_paper else None


def give_up(session: Session, election: Election, reason: str, *, by: Actor | None) -> None:
    """Also where the election cannot be counted."""
    move_to(session, election, ElectionState.ABANDONED, by=by, reason=reason)
    told = ElectionAbandoned(election.id, election.item_id, election.title, reason)
    log.append(session, told, by=by)


def _again_on_paper(session: Session, election: Election, *, by: Actor) -> int:
    """With the same candidates or lists (PROTOCOL 24.6)."""
    again = Election(**{name: getattr(election, name) for name in KEPT})
    again.method = ElectionMethod.PAPER.value
    begin(session, again, by=by)
    rows = [
        Nomination(election_id=again.id, **{name: getattr(one, name) for name in NAMED})
        for one in nominated(session, election.id)
    ]
    session.add_all(rows)
    session.flush()
    if rows:
        log.append(session, announced(again, rows, _nominators(rows)), by=by)
    return again.id


def _nominators(rows: list[Nomination]) -> str:
    """A body is named; members stand in the first announcement."""
    bodies = sorted({row.by_words for row in rows if row.by_words})
    return ", ".join(bodies)
