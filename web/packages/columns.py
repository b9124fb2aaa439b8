"""The tables of a package and their columns, in both languages."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from web.packages.words import Language, plain


@dataclass(frozen=True)
class Layout:
    """One table: `columns` maps English to Swedish, `needed` must be in the header."""

    name: str
    swedish: str
    columns: Mapping[str, str]
    needed: tuple[str, ...]

    def called(self, language: Language) -> str:
        return self.swedish if language == "sv" else self.name

    def heading(self, column: str, language: Language) -> str:
        return self.columns[column] if language == "sv" else column

    def column(self, heading: str) -> str | None:
        """The English name of a heading in either language; None if it is not known."""
        return self._known.get(plain(heading))

    def is_swedish(self, heading: str) -> bool:
        column = self.column(heading)
        return column is not None and plain(heading) != column

    @cached_property
    def _known(self) -> dict[str, str]:
        swedish = {plain(sv): english for english, sv in self.columns.items()}
        return swedish | {plain(english): english for english in self.columns}


MEETING = Layout("meeting", "möte", {"key": "nyckel", "value": "värde"}, ("key", "value"))
MEMBERS = Layout(
    "members",
    "ledamöter",
    {
        "name": "namn",
        "party": "parti",
        "seat": "plats",
        "role": "roll",
        "order": "ordning",
        "constituency": "valkrets",
        "list": "lista",
        "also": "även",
        "email": "e-post",
        "id": "id",
    },
    ("name", "party", "seat", "role"),
)
AGENDA = Layout(
    "agenda",
    "dagordning",
    {
        "number": "nummer",
        "title": "rubrik",
        "kind": "typ",
        "proposer": "förslagsställare",
        "paragraph": "paragraf",
        "case": "diarienummer",
    },
    ("number", "title", "kind"),
)
QUESTIONS = Layout(
    "questions",
    "omröstningar",
    {
        "item": "ärende",
        "question": "fråga",
        "order": "ordning",
        "kind": "typ",
        "yes means": "ja betyder",
        "no means": "nej betyder",
        "majority": "majoritet",
        "time": "tid",
        "yes": "ja",
        "no": "nej",
        "abstain": "avstår",
        "absent": "frånvarande",
        "casting vote": "utslagsröst",
        "list": "röstlista",
    },
    (
        "item",
        "question",
        "kind",
        "yes means",
        "no means",
        "yes",
        "no",
        "abstain",
        "absent",
    ),
)
VOTES = Layout(
    "votes",
    "röster",
    {"item": "ärende", "question": "fråga", "seat": "plats", "choice": "röst", "name": "namn"},
    ("item", "question", "seat", "choice"),
)
ATTENDANCE = Layout(
    "attendance",
    "närvaro",
    {
        "seat": "plats",
        "name": "namn",
        "party": "parti",
        "arrived": "ankom",
        "left": "utgick",
        "mode": "deltar",
        "for": "för",
        "basis": "underlag",
    },
    ("seat", "name", "party", "arrived", "left"),
)
SPEECHES = Layout(
    "speeches",
    "anföranden",
    {
        "item": "ärende",
        "order": "ordning",
        "speaker": "talare",
        "party": "parti",
        "kind": "typ",
        "seconds": "sekunder",
        "start": "start",
    },
    ("item", "order", "speaker", "party", "kind"),
)

LAYOUTS = (MEETING, MEMBERS, AGENDA, QUESTIONS, VOTES, ATTENDANCE, SPEECHES)


def layout_named(name: str) -> Layout | None:
    """The table of a file or sheet name, compared after NFC and without regard to case."""
    folded = unicodedata.normalize("NFC", name).strip().casefold()
    return _BY_NAME.get(folded)


_BY_NAME = {name: layout for layout in LAYOUTS for name in (layout.name, layout.swedish)}
