"""Taking part at a distance: who may, what must be ensured, and what to do when a line is lost.

Kommunallagen 5 kap. 16 § in two regimes (REM-1, REM-2, U1, U2): until 2026-06-30 equal terms, from
2026-07-01 identity, following and taking part, the presidium in the hall.  The regime is chosen by
the date of the meeting; the date of the change is a setting.  Lost lines: REM-5, 5 kap. 17, 20 §§.
"""

from datetime import date, timedelta
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import OnSite, Procedure, RemoteBan


class Regime(StrEnum):
    OLD = "OLD"
    NEW = "NEW"


class Criterion(StrEnum):
    """What must hold for each remote member.  `label` is the word on screen."""

    SEEN = "seen"
    HEARD = "heard"
    SEES = "sees"
    HEARS = "hears"
    IDENTIFIED = "identified"
    CAN_FOLLOW = "can_follow"
    CAN_TAKE_PART = "can_take_part"

    @property
    def label(self) -> str:
        return _CRITERIA[self]


class RemoteRefusal(StrEnum):
    REMOTE_NOT_DECIDED = "REMOTE_NOT_DECIDED"
    REMOTE_PRESIDIUM_FORBIDDEN = "REMOTE_PRESIDIUM_FORBIDDEN"
    REMOTE_SECRETARY_FORBIDDEN = "REMOTE_SECRETARY_FORBIDDEN"

    @property
    def text(self) -> Sentence:
        return _REFUSALS[self]


class LineChoice(StrEnum):
    """What the chair may do about lost lines.  The product never chooses."""

    ADJOURN = "ADJOURN"
    CALL_SUBSTITUTE = "CALL_SUBSTITUTE"
    CONTINUE_WITHOUT = "CONTINUE_WITHOUT"  # as absent, nobody to call
    CLOSE_AND_CONVENE_ANEW = "CLOSE_AND_CONVENE_ANEW"


_CRITERIA = {
    Criterion.SEEN: "syns",
    Criterion.HEARD: "hörs",
    Criterion.SEES: "ser",
    Criterion.HEARS: "hör",
    Criterion.IDENTIFIED: "identitet bekräftad",
    Criterion.CAN_FOLLOW: "kan följa",
    Criterion.CAN_TAKE_PART: "kan delta",
}
_REFUSALS = {
    RemoteRefusal.REMOTE_NOT_DECIDED: Sentence(
        "Fullmäktige har inte beslutat att tillåta deltagande på distans (5 kap. 16 §)."
    ),
    RemoteRefusal.REMOTE_PRESIDIUM_FORBIDDEN: Sentence(
        "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §)."
    ),
    RemoteRefusal.REMOTE_SECRETARY_FORBIDDEN: Sentence(
        "Sekreteraren är i salen. Så säger arbetsordningen."
    ),
}


def regime(meeting: date, procedure: Procedure) -> Regime:
    """Which wording of 5:16 applies to a meeting on this day.  U1."""
    return Regime.OLD if meeting < procedure.remote_regime_from else Regime.NEW


def criteria(of: Regime) -> tuple[Criterion, ...]:
    """What is asked of each remote member's connection.  KL 5:16."""
    if of is Regime.OLD:
        return Criterion.SEEN, Criterion.HEARD, Criterion.SEES, Criterion.HEARS
    return Criterion.IDENTIFIED, Criterion.CAN_FOLLOW, Criterion.CAN_TAKE_PART


def must_be_in_the_hall(
    procedure: Procedure, *, is_chair: bool, is_vice: bool, presides: bool
) -> bool:
    """Is it the presidium that is in the hall?  KL 5:16 from 2026-07-01, REM-2, U2."""
    vice_too = procedure.remote_ban is RemoteBan.PRESIDIUM
    return is_chair or presides or (is_vice and vice_too)


def may_be_remote(meeting: date, procedure: Procedure, *, presides: bool) -> RemoteRefusal | None:
    """May the member check in at a distance?  KL 5:16, REM-1, REM-2.

    `presides`: who `must_be_in_the_hall` in the new regime.
    """
    decided_on = procedure.remote_decided_on
    if not procedure.remote_allowed or decided_on is None or decided_on > meeting:
        return RemoteRefusal.REMOTE_NOT_DECIDED
    if presides and regime(meeting, procedure) is Regime.NEW:
        return RemoteRefusal.REMOTE_PRESIDIUM_FORBIDDEN
    return None


def may_observe(procedure: Procedure, *, has_served: bool, closed_doors: bool) -> bool:
    """May a substitute who does not serve have the members' page, wherever she sits?  U15, KL 5:42.

    Else she sees the public stream.  A deliberation behind closed doors is followed in the hall,
    where the doors see to it.  Whoever has served keeps the page, for a reservation (KL 4:27).
    """
    return not closed_doors and (has_served or procedure.remote_observers)


def may_secretary_be_remote(procedure: Procedure) -> RemoteRefusal | None:
    """The council's own rule; the law says nothing of the secretary.  KL 5:72."""
    if OnSite.SECRETARY in procedure.on_site_required:
        return RemoteRefusal.REMOTE_SECRETARY_FORBIDDEN
    return None


def request_by(meeting: date, procedure: Procedure) -> date:
    """The last day to ask for a place at a distance: so many days before.  KL 5:72."""
    return meeting - timedelta(days=procedure.remote_request_days)


def line_choices(*, quorate: bool, substitute_free: bool = True) -> tuple[LineChoice, ...]:
    """The lawful choices at a lasting loss, after waiting.  KL 5:17, 5:45, REM-5, U5.

    `quorate`: is the council so without those who are gone?  A free substitute must be called
    (5:17), so going on without one is a choice only when nobody is free.
    """
    if not quorate:
        return LineChoice.ADJOURN, LineChoice.CLOSE_AND_CONVENE_ANEW
    instead = LineChoice.CALL_SUBSTITUTE if substitute_free else LineChoice.CONTINUE_WITHOUT
    return LineChoice.ADJOURN, instead


def ends_the_day(choice: LineChoice) -> bool:
    """Does the choice cost the member the day?  Say so before the press.  KL 5:20."""
    return choice in (LineChoice.CALL_SUBSTITUTE, LineChoice.CONTINUE_WITHOUT)
