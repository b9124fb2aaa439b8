"""WHEN AND HOW: the meeting, who is there, who has the floor, which item is open."""

from meetings.models.board import BoardCheck, Notice, NoticeKind
from meetings.models.desk import DocumentOffer, HelpCall, Line
from meetings.models.floor import Request, RequestKind, Speech
from meetings.models.items import Handling
from meetings.models.meetings import Adjournment, Meeting
from meetings.models.minutes import MinutesText
from meetings.models.roll import Attendance, Mode, Seat

__all__ = [
    "Adjournment",
    "Attendance",
    "BoardCheck",
    "DocumentOffer",
    "Handling",
    "HelpCall",
    "Line",
    "Meeting",
    "MinutesText",
    "Mode",
    "Notice",
    "NoticeKind",
    "Request",
    "RequestKind",
    "Seat",
    "Speech",
]
