"""What can be practised: an agenda, and how restless the members are."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _

from agenda.rules.kinds import ItemKind


class Mood(StrEnum):
    CALM = "calm"  # one item from start to gavel
    DIVISION = "division"  # a division where two lose their line
    STORM = "storm"  # everything goes wrong
    EVENING = "evening"  # a whole meeting


@dataclass(frozen=True)
class Plan:
    title: str
    kind: ItemKind
    minutes: int
    proposer: str | None = None  # the body; who raises it is a member of the party in `raised_by`
    raised_by: str | None = None
    draft: str | None = None
    against: tuple[str, str] | None = None  # kind and text of what the opposition proposes
    is_disputed: bool = False


ROLL = Plan("Upprop", ItemKind.FORMALITY, 5)
POOL = Plan(
    "Ny simhall i Östra parken",
    ItemKind.DECISION,
    25,
    "kommunstyrelsen",
    None,
    "Kommunfullmäktige beslutar att bygga en ny simhall i Östra parken för 240 miljoner kronor.",
    ("reject", "Avslag på kommunstyrelsens förslag."),
    is_disputed=True,
)
FEES = Plan(
    "Taxa för vatten och avlopp 2027",
    ItemKind.DECISION,
    10,
    "kommunstyrelsen",
    None,
    "Kommunfullmäktige fastställer taxan för vatten och avlopp enligt bilaga.",
)
BUSES = Plan(
    "Motion om fria bussresor för äldre",
    ItemKind.PRIVATE_MEMBERS_MOTION,
    20,
    "kommunstyrelsen",
    "M",
    "Motionen avslås.",
    ("adopt", "Bifall till motionen."),
    is_disputed=True,
)
FOOD = Plan("Interpellation om skolmaten", ItemKind.INTERPELLATION, 15, raised_by="V")
NOTICES = Plan("Anmälningsärenden", ItemKind.NOTICE, 5)
VERIFIERS = Plan(
    "Val av två justerare",
    ItemKind.ELECTION,
    5,
    "valberedningen",
    None,
    "Till justerare väljs de två som valberedningen föreslår.",
)


@dataclass(frozen=True)
class Exercise:
    """`title` and `about` are said in the language of the reader."""

    mood: Mood
    title: Any
    about: Any
    plans: tuple[Plan, ...]


EXERCISES = (
    Exercise(
        Mood.EVENING,
        _("En hel kväll"),
        _("Upprop, val, debatt, votering, motion och interpellation."),
        (ROLL, VERIFIERS, POOL, FEES, BUSES, FOOD, NOTICES),
    ),
    Exercise(
        Mood.CALM,
        _("Ett ärende från start till klubba"),
        _("Alla är lugna och ingen tappar kontakten."),
        (ROLL, FEES),
    ),
    Exercise(
        Mood.DIVISION,
        _("En votering där två tappar kontakten"),
        _("Någon begär votering, och två på distans försvinner mitt i den."),
        (ROLL, POOL),
    ),
    Exercise(
        Mood.STORM,
        _("Allt går fel"),
        _("Flera tappar kontakten, många ber om hjälp och ordningsfrågorna duggar tätt."),
        (ROLL, BUSES, POOL),
    ),
)


def exercise(mood: Mood) -> Exercise:
    return next(each for each in EXERCISES if each.mood is mood)
