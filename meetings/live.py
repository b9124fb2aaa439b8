"""What follows the facts of this room on the screens."""

from sqlalchemy.orm import Session

from core.actor import Onlooker
from core.live import Panel, Personal, Track
from meetings import facts
from meetings.queries import own, seats

LINE, DOCUMENT = "desk.line", "desk.document"  # pulses: worth showing, not worth telling

ROLL = frozenset(
    {
        facts.MeetingConvened.kind,
        facts.MeetingOpened.kind,
        facts.MeetingClosed.kind,
        facts.RollCalled.kind,
        facts.MemberArrived.kind,
        facts.MemberAbsent.kind,
        facts.MemberLeft.kind,
        facts.MemberMoved.kind,
        facts.MemberIdentified.kind,
        facts.MemberRecused.kind,
        facts.RecusalEnded.kind,
    }
)
LINES = frozenset({facts.LineLost.kind, facts.LineBack.kind, LINE})
FLOOR = frozenset(
    {
        facts.FloorRequested.kind,
        facts.FloorWithdrawn.kind,
        facts.FloorMoved.kind,
        facts.FloorKindChanged.kind,
        facts.FloorGiven.kind,
        facts.FloorEnded.kind,
        facts.ListClosed.kind,
        facts.ListReopened.kind,
        facts.ItemOpened.kind,
        facts.StepTaken.kind,
        facts.ItemClosed.kind,
    }
)
ROOM = frozenset({facts.ItemOpened.kind, facts.ItemClosed.kind, facts.MemberAttested.kind})
HELP = frozenset({facts.HelpAsked.kind, facts.HelpAnswered.kind, facts.HelpEnded.kind})
OFFERS = frozenset({facts.DocumentOffered.kind, facts.DocumentAnswered.kind})


def _presence(session: Session, meeting_id: int, _onlooker: Onlooker) -> str:
    return seats.presence(session, meeting_id)


def _hands(session: Session, meeting_id: int, onlooker: Onlooker) -> str:
    if seats.is_hidden_from(session, meeting_id, onlooker):
        return seats.no_hands(session, meeting_id)
    return seats.hands(session, meeting_id)


def _lines(session: Session, meeting_id: int, onlooker: Onlooker) -> str:
    return seats.lines(session, meeting_id, onlooker)


PANELS: list[Panel] = []
TRACKS: list[Track] = [
    Track("presence", ROLL, _presence),
    Track("hand", FLOOR | ROLL, _hands),
    Track("line", LINES | ROLL, _lines),
]
PERSONALS: list[Personal] = [
    Personal("seat", ROLL | LINES, own.seats),
    Personal("room", ROLL | ROOM, own.rooms),
    Personal("floor", FLOOR | ROLL, own.floors),
    Personal("place", FLOOR | ROLL, own.places),
    Personal("reply", FLOOR | ROLL, own.replies),
    Personal("help", HELP, own.calls),
    Personal("offers", OFFERS, own.offers),
    Personal("screen", OFFERS | {DOCUMENT}, own.screens),
]
