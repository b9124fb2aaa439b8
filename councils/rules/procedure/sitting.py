"""The meeting itself, and how the council votes (kommunallagen 5 kap. 19, 54, 69, 72 §§)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from councils.rules.codec import About
from councils.rules.procedure.choices import (
    ElectionMethod,
    MajorityBallotRule,
    RollCall,
    SubstituteSwap,
)


@dataclass(frozen=True)
class Sitting:
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
    citizens_proposals: Annotated[bool, About("Medborgarförslag är tillåtna", "KL 8:1")] = False


@dataclass(frozen=True)
class Texts:
    """What KL 5:72 asks for that no screen acts on: the council's own words, or empty."""

    meeting_times: Annotated[str, About("När fullmäktige sammanträder", "KL 5:72")] = ""
    absence_notice: Annotated[str, About("Hur den som är förhindrad anmäler det", "KL 5:72")] = ""
    substitute_calling: Annotated[str, About("Vem som kallar in ersättare", "KL 5:72")] = ""
    first_presider: Annotated[
        str, About("Vem som leder tills presidiet är valt", "KL 5:11, 5:72")
    ] = ""
    presidium_tasks: Annotated[str, About("Presidiets uppgifter", "KL 5:72")] = ""
    motions: Annotated[str, About("Hur motioner lämnas och behandlas", "KL 5:35, 5:72")] = ""
    minutes_form: Annotated[str, About("Hur protokollet justeras", "KL 5:69, 5:72")] = ""
    citizens_proposals_form: Annotated[
        str, About("Hur medborgarförslag lämnas och behandlas", "KL 8:1, 5:72")
    ] = ""


@dataclass(frozen=True)
class Deciding:
    majority_ballot_rule: Annotated[
        MajorityBallotRule, About("Namn på valsedeln vid majoritetsval")
    ] = MajorityBallotRule.EXACT
    election_methods: Annotated[frozenset[ElectionMethod], About("Valsätt", "KL 5:72")] = frozenset(
        {ElectionMethod.ACCLAMATION, ElectionMethod.PAPER}
    )
    digital_ballot_decided_on: Annotated[
        date | None, About("Beslutet om digital sluten omröstning fattades", "KL 5:72")
    ] = None
    digital_ballot_decision: Annotated[
        str, About("Paragraf för digital sluten omröstning", "KL 5:72")
    ] = ""
    ballot_minimum: Annotated[int, About("Minst så många deltar i ett digitalt val", least=5)] = 10
