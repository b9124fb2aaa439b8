"""Who may do what with a question.  Nobody votes for another; chair and clerk register aloud."""

from sqlalchemy.orm import Session

from core.actor import Actor
from councils.rules.procedure import RemoteBallot
from meetings.models import Mode
from meetings.policy import may_lead
from meetings.queries import state
from meetings.queries.roll import who_may_vote
from meetings.queries.state import meeting
from voting.queries.votes import is_out


def may_vote(session: Session, meeting_id: int, by: Actor) -> bool:
    """Whoever serves in a seat just now, in the hall or at a distance, and only oneself."""
    return by.helping is None and who_may_vote(session, meeting_id, by.person_id) is not None


def may_answer_acclamation(session: Session, meeting_id: int, by: Actor) -> bool:
    """Members in the hall have their voices."""
    seat = who_may_vote(session, meeting_id, by.person_id)
    return by.helping is None and seat is not None and seat.mode == Mode.REMOTE


def may_register_ballots(session: Session, meeting_id: int, by: Actor) -> bool:
    """For a member whose device failed and who answers aloud: the chair or the clerk."""
    return by.helping is None and may_lead(session, meeting_id, by)


def may_finish_closing(session: Session, meeting_id: int, by: Actor) -> bool:
    """The chair begins; when the countdown is over the clerk may finish in her place."""
    return by.helping is None and may_lead(session, meeting_id, by)


def may_vote_secretly(session: Session, meeting_id: int, by: Actor, item_id: int) -> bool:
    """As in an open vote; at a distance only where the council says so (KL 5:54, 5:72)."""
    seat = who_may_vote(session, meeting_id, by.person_id)
    if by.helping is not None or seat is None or is_out(session, item_id, by.person_id):
        return False
    rules = state.procedure(state.meeting(session, meeting_id))
    from_afar = rules.remote_in_secret_ballot is RemoteBallot.DIGITAL_SECRET
    return from_afar or seat.mode != Mode.REMOTE


def may_nominate(session: Session, meeting_id: int, by: Actor) -> bool:
    """Whoever serves in a seat; the chair or the clerk for a body that nominates."""
    if by.helping is not None:
        return False
    serves = who_may_vote(session, meeting_id, by.person_id) is not None
    return serves or may_lead(session, meeting_id, by)


def may_speak_for(session: Session, meeting_id: int, by: Actor, person_id: int) -> bool:
    """To demand a division or to make a statement: for oneself, or by chair or clerk on behalf."""
    if by.helping is not None:
        return False
    return by.person_id == person_id or may_lead(session, meeting_id, by)


def is_chair(session: Session, meeting_id: int, person_id: int) -> bool:
    """Whoever presides just now votes last (ORDER-7)."""
    return meeting(session, meeting_id).presiding_id == person_id


def may_rule_on_slips(by: Actor, officer_id: int | None) -> bool:
    """The returning officer alone decides every question that arises (LPV 4)."""
    return by.helping is None and by.person_id == officer_id
