"""The council's rules of procedure as values: what each is, its default, and which applied when.

Kommunallagen 5 kap. 72 § (ARB-1) says what they must cover; the defaults are used until the
council's own text is entered (RULES section 5, U14).  A rule is chosen by the date of the meeting.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any, Self

from core.words import Sentence
from councils.rules.codec import About, SettingsError, decode, encode, refuse_too_small, too_small


class RemoteDecider(StrEnum):
    CHAIR = "chair"
    PRESIDIUM = "presidium"


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


@dataclass(frozen=True)
class DebateTimes:
    """Minutes in a debate between one who asks and one who answers."""

    opening_minutes: Annotated[int, About("Första inlägget", least=1)]
    turns: Annotated[int, About("Antal vändor därefter", least=0)]
    turn_minutes: Annotated[int, About("Minuter per vända", least=0)]
    others_minutes: Annotated[int, About("Övriga talare", least=0)] = 0  # 0: only the two speak
    closing_minutes: Annotated[int, About("Slutord", least=0)] = 0

    def __post_init__(self) -> None:
        refuse_too_small(self)


@dataclass(frozen=True)
class LeadTime:
    """So many working days before the meeting, perhaps at a certain hour."""

    working_days: Annotated[int, About("Arbetsdagar före", least=0)]
    at: Annotated[time | None, About("Klockslag")] = None

    def __post_init__(self) -> None:
        refuse_too_small(self)


INTERPELLATION_DEBATE = DebateTimes(4, 2, 2, others_minutes=2, closing_minutes=2)
QUESTION_DEBATE = DebateTimes(3, 2, 2)
INTERPELLATION_DEADLINE = LeadTime(8, time(9))
QUESTION_DEADLINE = LeadTime(3)


@dataclass(frozen=True)
class Procedure:
    """Every parameter of RULES section 5.  `About` holds the name on screen."""

    remote_allowed: Annotated[bool, About("Deltagande på distans är tillåtet", "KL 5:16")] = False
    remote_decided_on: Annotated[date | None, About("Beslutet om distans fattades", "KL 5:72")] = (
        None
    )
    remote_decision: Annotated[str, About("Beslutets paragraf", "KL 5:72")] = ""
    remote_regime_from: Annotated[
        date, About("De nya reglerna om distans gäller från", "KL 5:16")
    ] = date(2026, 7, 1)
    remote_request_days: Annotated[int, About("Anmälan om distans, dagar före", least=0)] = 3
    remote_request_to: Annotated[str, About("Anmälan om distans görs till")] = "fullmäktiges kansli"
    remote_decided_by: Annotated[RemoteDecider, About("Distans beslutas av")] = RemoteDecider.CHAIR
    remote_reasons_required: Annotated[bool, About("Skäl för distans ska anges")] = True
    remote_tools: Annotated[str, About("Teknik på distans")] = "godkänd av kommunens it-avdelning"
    remote_join_early_minutes: Annotated[int, About("Anslutning före mötet, minuter", least=0)] = 15
    remote_camera: Annotated[CameraRule, About("Kamera på distans")] = CameraRule.WHOLE_MEETING
    remote_private_room_attest: Annotated[
        bool, About("Distansledamöter intygar att de är ensamma före stängda dörrar", "KL 5:42")
    ] = True
    remote_in_secret_ballot: Annotated[
        RemoteBallot, About("Sluten omröstning på distans", "KL 5:54")
    ] = RemoteBallot.NOT_ALLOWED
    remote_observers: Annotated[bool, About("Ersättare får följa på distans")] = False  # U15
    on_site_required: Annotated[frozenset[OnSite], About("Måste vara i salen", "KL 5:16")] = (
        frozenset(OnSite)
    )
    speech_first_minutes: Annotated[int, About("Första anförandet, minuter", least=1)] = 5
    speech_next_minutes: Annotated[int, About("Nästa anföranden, minuter", least=1)] = 3
    rejoinders_max: Annotated[int, About("Repliker per anförande och person", least=0)] = 2
    rejoinder_minutes: Annotated[int, About("Replik, minuter", least=1)] = 2
    rejoinder_needs_part: Annotated[
        bool, About("Replik bara för den som talat eller tilltalats")
    ] = True
    rejoinders_after_list_closed: Annotated[bool, About("Repliker tillåts efter streck")] = True
    interpellation_debate: Annotated[DebateTimes, About("Interpellation")] = INTERPELLATION_DEBATE
    question_debate: Annotated[DebateTimes, About("Fråga", "KL 5:64")] = QUESTION_DEBATE
    interpellation_deadline: Annotated[
        LeadTime, About("Interpellation lämnas senast", "KL 5:59")
    ] = INTERPELLATION_DEADLINE
    question_deadline: Annotated[LeadTime, About("Fråga lämnas senast", "KL 5:64")] = (
        QUESTION_DEADLINE
    )
    speaker_order: Annotated[SpeakerOrder, About("Talarordning")] = SpeakerOrder.ORDER_OF_REQUEST
    roll_call: Annotated[RollCall, About("Upprop")] = RollCall.ALL_MEMBERS_READ
    substitute_swap: Annotated[
        SubstituteSwap, About("Byte mellan ledamot och ersättare", "KL 5:19")
    ] = SubstituteSwap.BETWEEN_ITEMS
    division_closing_seconds: Annotated[
        int, About("Nedräkning när en votering stängs, sekunder", least=0)
    ] = 5
    gavel_seconds: Annotated[
        int, About("Tid för votering efter klubbslag, sekunder", "KL 5:53", least=0)
    ] = 2
    public_question_time: Annotated[bool, About("Allmänhetens frågestund")] = False
    minutes_verifiers: Annotated[int, About("Antal justerare", "KL 5:69", least=1)] = 2
    majority_ballot_rule: Annotated[
        MajorityBallotRule, About("Namn på valsedeln vid majoritetsval")
    ] = MajorityBallotRule.EXACT
    answers_below_quorum: Annotated[
        bool, About("Svar på interpellationer och frågor utan beslutsförhet", "KL 5:45")
    ] = False
    citizens_proposals: Annotated[bool, About("Medborgarförslag är tillåtna", "KL 8:1")] = False
    election_methods: Annotated[frozenset[ElectionMethod], About("Valsätt", "KL 5:72")] = frozenset(
        {ElectionMethod.ACCLAMATION, ElectionMethod.PAPER}
    )
    digital_ballot_decided_on: Annotated[
        date | None, About("Beslutet om digital sluten omröstning fattades", "KL 5:72")
    ] = None
    digital_ballot_decision: Annotated[
        str, About("Paragraf för digital sluten omröstning", "KL 5:72")
    ] = ""

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
