"""After the closing no vote is cast, changed or withdrawn (ORDER-7)."""

from sqlalchemy.orm import Session

from core.errors import MovedOn
from voting.models import Vote
from voting.queries.votes import vote_in


def still_open(session: Session, meeting_id: int, vote_id: int) -> Vote:
    vote = vote_in(session, meeting_id, vote_id)
    if vote.abandoned_at is not None:
        raise MovedOn("Voteringen är avbruten. Rösterna gäller inte.")
    if vote.closed_at is not None:
        raise MovedOn("Voteringen är stängd.")
    return vote
