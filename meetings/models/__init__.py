"""WHEN AND HOW: the meeting, who is there, who has the floor, which item is open."""

from meetings.models.approval import (
    Approval,
    ApprovalPlan,
    Mask,
    MinutesVersion,
    Office,
    Returned,
    Verifier,
)
from meetings.models.board import BoardCheck, Notice, NoticeKind
from meetings.models.desk import DocumentOffer, HelpCall, Line, Pairing
from meetings.models.distance import RemoteRequest
from meetings.models.floor import Request, RequestKind, Speech
from meetings.models.items import Assent, Handling
from meetings.models.meetings import Adjournment, Meeting
from meetings.models.minutes import MinutesText
from meetings.models.privacy import Attestation
from meetings.models.roll import Attendance, Mode, Seat
from meetings.models.summons import How, Summons

__all__ = [
    "Adjournment",
    "Approval",
    "ApprovalPlan",
    "Assent",
    "Attendance",
    "Attestation",
    "BoardCheck",
    "DocumentOffer",
    "Handling",
    "HelpCall",
    "How",
    "Line",
    "Mask",
    "Meeting",
    "MinutesText",
    "MinutesVersion",
    "Mode",
    "Notice",
    "NoticeKind",
    "Office",
    "Pairing",
    "RemoteRequest",
    "Request",
    "RequestKind",
    "Returned",
    "Seat",
    "Speech",
    "Summons",
    "Verifier",
]
