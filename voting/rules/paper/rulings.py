"""What the returning officer may rule of a doubtful slip, and on which ground.

Lag (2022:629) 4 and 9–10 §§ in a proportional election; otherwise the council's rules of procedure,
by whoever leads the meeting (LPV-3, LPV-5, LPV-6, MAJ-3, U21).
"""

from dataclasses import dataclass
from enum import StrEnum

from core.words import Sentence
from councils.rules.procedure import MajorityBallotRule
from voting.rules.lists import Ballots, Ignored
from voting.rules.paper.sheet import Sheet


class Ruling(StrEnum):
    """How the slip is counted.  `label` is the words on screen."""

    COUNTED = "counted"
    BLANK = "blank"
    INVALID = "invalid"

    @property
    def label(self) -> Sentence:
        return _RULINGS[self]


class Ground(StrEnum):
    """Why a slip is invalid."""

    NOT_CLOSED = "not_closed"
    NOT_UNIFORM = "not_uniform"
    NO_DESIGNATION = "no_designation"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"
    NOT_ELIGIBLE = "not_eligible"
    UNCLEAR = "unclear"
    TWICE = "twice"

    @property
    def label(self) -> Sentence:
        return _GROUNDS[self]


PROPORTIONAL = (Ground.NOT_CLOSED, Ground.NOT_UNIFORM, Ground.NO_DESIGNATION)
NAMES_RULED_OUT = (
    Ignored.NOT_ELIGIBLE,
    Ignored.STRUCK,
    Ignored.UNCLEAR_PERSON,
    Ignored.UNCLEAR_ORDER,
)


@dataclass(frozen=True)
class Ruled:
    """One doubtful slip: what stands on it, and what was ruled."""

    ruling: Ruling
    ground: Ground | None = None
    designation: str = ""
    names: tuple[str, ...] = ()
    ruled_out: tuple[tuple[str, Ignored], ...] = ()

    @property
    def ballots(self) -> Ballots:
        return Ballots(self.designation, self.names, 1, self.ruled_out)


def grounds(sheet: Sheet) -> tuple[Ground, ...]:
    """On which a slip in this election may be invalid."""
    if sheet.is_proportional:
        return PROPORTIONAL
    few = sheet.has_marks and sheet.rule is MajorityBallotRule.EXACT
    majority = (each for each in Ground if each is not Ground.NO_DESIGNATION)
    return tuple(each for each in majority if few or each is not Ground.TOO_FEW)


def paragraph(sheet: Sheet) -> Sentence:
    """Where the grounds stand."""
    if sheet.is_proportional:
        return Sentence("9 § lagen (2022:629)")
    return Sentence("arbetsordningen")


def fault_in(sheet: Sheet, ruled: Ruled) -> Sentence | None:
    """Why the ruling cannot stand; None when it can."""
    if ruled.ruling is Ruling.INVALID:
        return _fault_in_ground(sheet, ruled)
    if ruled.ground is not None:
        return Sentence("En grund hör bara till en ogiltig sedel.")
    if ruled.ruling is Ruling.BLANK:
        return Sentence("En blank sedel har inga namn.") if ruled.names else None
    return _fault_in_list(ruled) if sheet.is_proportional else _fault_in_names(sheet, ruled)


def _fault_in_ground(sheet: Sheet, ruled: Ruled) -> Sentence | None:
    if ruled.ground is None:
        return Sentence("Välj varför sedeln är ogiltig.")
    if ruled.ground not in grounds(sheet):
        return Sentence("Den grunden gäller inte i det här valet.")
    return None


def _fault_in_list(ruled: Ruled) -> Sentence | None:
    """LPV 9: without a designation it is invalid.  A list where no name is left still counts."""
    if not ruled.designation:
        return Sentence("En sedel utan beteckning är ogiltig (9 § lagen 2022:629).")
    strangers = [name for name, _ in ruled.ruled_out if name not in ruled.names]
    if strangers:
        return Sentence("{name} står inte på sedeln.", name=strangers[0])
    return None


def _fault_in_names(sheet: Sheet, ruled: Ruled) -> Sentence | None:
    """MAJ-3: a slip that counts has as many names as the rules of procedure say, each once."""
    if not ruled.names:
        return Sentence("Skriv namnen som står på sedeln.")
    if len(set(ruled.names)) < len(ruled.names):
        return Sentence("Samma namn står två gånger. Då är sedeln ogiltig.")
    if len(ruled.names) > sheet.places:
        return Sentence("Det är fler namn än platser. Då är sedeln ogiltig.")
    if sheet.rule is MajorityBallotRule.EXACT and len(ruled.names) < sheet.places:
        return Sentence("Det är färre namn än platser. Då är sedeln ogiltig.")
    return None


_RULINGS = {
    Ruling.COUNTED: Sentence("Räknas"),
    Ruling.BLANK: Sentence("Blank"),
    Ruling.INVALID: Sentence("Ogiltig"),
}
_GROUNDS = {
    Ground.NOT_CLOSED: Sentence("Inte sluten"),
    Ground.NOT_UNIFORM: Sentence("Avvikande eller märkt"),
    Ground.NO_DESIGNATION: Sentence("Utan beteckning"),
    Ground.TOO_MANY: Sentence("Fler namn än platser"),
    Ground.TOO_FEW: Sentence("Färre namn än platser"),
    Ground.NOT_ELIGIBLE: Sentence("Någon som inte är valbar"),
    Ground.UNCLEAR: Sentence("Oklart vem som menas"),
    Ground.TWICE: Sentence("Samma namn två gånger"),
}
