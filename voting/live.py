"""What follows the facts of this room on the screens."""

from sqlalchemy.orm import Session

from core.actor import Onlooker
from core.live import Panel, Personal, Track
from meetings import facts as meeting
from meetings.queries.seats import is_hidden_from
from voting import facts
from voting.queries.own import own_votes, reminded
from voting.queries.seats import vote_letters

REMINDED = "vote.reminded"  # a pulse
LEVEL = "acclamation.level"  # a pulse

VOTE = frozenset(
    {
        facts.VoteOpened.kind,
        facts.BallotCast.kind,
        facts.VoteClosing.kind,
        facts.VoteClosingStopped.kind,
        facts.VoteClosed.kind,
        facts.VoteAbandoned.kind,
        facts.TieBroken.kind,
        facts.LotDrawn.kind,
    }
)
ROLL = frozenset(
    {
        meeting.ItemOpened.kind,
        meeting.ItemClosed.kind,
        meeting.MemberArrived.kind,
        meeting.MemberLeft.kind,
        meeting.MemberRecused.kind,
        meeting.RecusalEnded.kind,
        facts.StatementMade.kind,
        facts.StatementWithdrawn.kind,
    }
)


def _letters(session: Session, meeting_id: int, onlooker: Onlooker) -> str:
    return (
        "" if is_hidden_from(session, meeting_id, onlooker) else vote_letters(session, meeting_id)
    )


PANELS: list[Panel] = []
TRACKS: list[Track] = [Track("vote", VOTE | ROLL, _letters)]
PERSONALS: list[Personal] = [
    Personal("vote", VOTE | ROLL | {meeting.ChairTaken.kind}, own_votes),
    Personal("vote_reminder", frozenset({REMINDED}), reminded, lasting=False),
]
