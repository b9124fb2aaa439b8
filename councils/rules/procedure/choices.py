"""What a rule of procedure may be chosen to be.  Kommunallagen 5 kap. 72 §."""

from enum import StrEnum


class RemoteDecider(StrEnum):
    CHAIR = "chair"
    PRESIDIUM = "presidium"


class RemoteBan(StrEnum):
    """Whom the law keeps in the hall (U2)."""

    PRESIDIUM = "presidium"  # every vice chair, and whoever presides
    WHO_PRESIDES = "who_presides"  # the chair, and whoever presides


class CameraRule(StrEnum):
    WHOLE_MEETING = "whole_meeting"
    WHEN_NEEDED = "when_needed"  # at roll call, when speaking, when voting (REM-7)


class RemoteBallot(StrEnum):
    NOT_ALLOWED = "not_allowed"  # remote members stay present and abstain
    PAPER_PRINT_MIX = "paper_print_mix"
    DIGITAL_SECRET = "digital_secret"  # noqa: S105 - a method, not a password


class OnSite(StrEnum):
    PRESIDIUM = "presidium"
    SECRETARY = "secretary"


class SpeakerOrder(StrEnum):
    ORDER_OF_REQUEST = "order_of_request"


class RollCall(StrEnum):
    ALL_MEMBERS_READ = "all_members_read"
    PRESENCE_REGISTERED = "presence_registered"


class SubstituteSwap(StrEnum):
    BETWEEN_ITEMS = "between_items"
    AT_ONCE = "at_once"


class MajorityBallotRule(StrEnum):
    EXACT = "exact"
    AT_MOST = "at_most"


class ElectionMethod(StrEnum):
    ACCLAMATION = "acclamation"
    PAPER = "paper"
    PAPER_PRINT_MIX = "paper_print_mix"
    DIGITAL_SECRET = "digital_secret"  # noqa: S105 - a method, not a password
