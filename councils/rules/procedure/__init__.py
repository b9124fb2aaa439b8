"""The council's rules of procedure as values: what each is, its default, and which applied when.

Kommunallagen 5 kap. 72 § (ARB-1) says what they must cover; the defaults are used until the
council's own text is entered (RULES section 5, U14).  A rule is chosen by the date of the meeting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from core.words import Sentence
from councils.rules.codec import SettingsError, decode, encode, too_small
from councils.rules.procedure.choices import (
    CameraRule,
    ElectionMethod,
    MajorityBallotRule,
    OnSite,
    RemoteBallot,
    RemoteBan,
    RemoteDecider,
    RollCall,
    SpeakerOrder,
    SubstituteSwap,
)
from councils.rules.procedure.debate import Asking, Debate
from councils.rules.procedure.lengths import DebateTimes, LeadTime
from councils.rules.procedure.remote import Remote
from councils.rules.procedure.sitting import Deciding, Sitting, Texts

__all__ = [
    "CameraRule",
    "DebateTimes",
    "ElectionMethod",
    "LeadTime",
    "MajorityBallotRule",
    "OnSite",
    "Procedure",
    "RemoteBallot",
    "RemoteBan",
    "RemoteDecider",
    "RollCall",
    "SpeakerOrder",
    "SubstituteSwap",
    "at",
]


@dataclass(frozen=True)
class Procedure(Texts, Deciding, Sitting, Asking, Debate, Remote):
    """Every parameter of RULES section 5, chapter by chapter.  `About` holds the name on screen."""

    def __post_init__(self) -> None:
        faults = {**too_small(self), **_unfounded(self)}
        if faults:
            raise SettingsError(faults)

    @classmethod
    def from_settings(cls, values: Mapping[str, Any]) -> Self:
        """From plain values; what is not named gets its default.  Raises `SettingsError`."""
        return decode(cls, values)

    def to_settings(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return encode(self)


def at(history: Iterable[tuple[date, Procedure]], on: date) -> Procedure:
    """The rules that applied on the day of the meeting; before the first entry, the defaults."""
    begun = [entry for entry in history if entry[0] <= on]
    return max(begun, key=lambda entry: entry[0])[1] if begun else Procedure()


def _unfounded(procedure: Procedure) -> dict[str, Sentence]:
    """What needs a decision by the council that is not there.  REM-1, SB-11."""
    faults = dict[str, Sentence]()
    if procedure.remote_allowed and not (procedure.remote_decided_on and procedure.remote_decision):
        faults["remote_allowed"] = Sentence(
            "Distans kräver fullmäktiges beslut: ange dag och paragraf (5 kap. 16 §)."
        )
    digital = ElectionMethod.DIGITAL_SECRET in procedure.election_methods
    decided = procedure.digital_ballot_decided_on and procedure.digital_ballot_decision
    if digital and not decided:
        faults["election_methods"] = Sentence(
            "Digital sluten omröstning kräver fullmäktiges beslut: ange dag och paragraf."
        )
    if procedure.remote_in_secret_ballot is RemoteBallot.DIGITAL_SECRET and not digital:
        message = Sentence("Digital sluten omröstning är inte bland valsätten.")
        faults.update(remote_in_secret_ballot=message)
    return faults
