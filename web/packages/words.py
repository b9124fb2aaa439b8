"""The fixed words in both languages, and the nearest one to a word that is not among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import Generic, Literal, TypeVar

from web.packages.kinds import (
    Basis,
    Casting,
    Choice,
    ItemKind,
    Majority,
    Mode,
    QuestionKind,
    Role,
    SpeechKind,
    Task,
)

Language = Literal["sv", "en"]
Word = TypeVar("Word", bound=StrEnum)
LONGEST = 40  # letters compared: no word of the lists is longer


def plain(text: str) -> str:
    """Case, surrounding or doubled spaces and `_` for a space do not matter."""
    return " ".join(text.replace("_", " ").split()).casefold()


@dataclass(frozen=True)
class Vocabulary(Generic[Word]):
    """One list of words: the English ones are the values, the Swedish ones are given here."""

    swedish: Mapping[Word, str]

    def find(self, text: str) -> Word | None:
        return self._known.get(plain(text))

    @property
    def first(self) -> Word:
        return next(iter(self.swedish))

    def words(self, language: Language) -> list[str]:
        return [sv if language == "sv" else word.value for word, sv in self.swedish.items()]

    def nearest(self, text: str) -> str | None:
        """The closest word of either language; None if nothing is close."""
        return next(iter(get_close_matches(plain(text)[:LONGEST], self._known, n=1)), None)

    @cached_property
    def _known(self) -> dict[str, Word]:
        english = {plain(word.value): word for word in self.swedish}
        return english | {plain(sv): word for word, sv in self.swedish.items()}


ROLES = Vocabulary(
    {
        Role.CHAIR: "ordförande",
        Role.FIRST_VICE_CHAIR: "1:e vice ordförande",
        Role.SECOND_VICE_CHAIR: "2:e vice ordförande",
        Role.THIRD_VICE_CHAIR: "3:e vice ordförande",
        Role.MEMBER: "ledamot",
        Role.SUBSTITUTE: "ersättare",
        Role.COMMISSIONER: "kommunalråd",
        Role.CLERK: "sekreterare",
        Role.POLITICAL_SECRETARY: "politisk sekreterare",
        Role.OTHER: "övrig",
    }
)
TASKS = Vocabulary(
    {
        Task.GROUP_LEADER: "gruppledare",
        Task.TELLER: "rösträknare",
        Task.REVISER: "justerare",
    }
)
ITEM_KINDS = Vocabulary(
    {
        ItemKind.DECISION: "beslutsärende",
        ItemKind.ELECTION: "val",
        ItemKind.MOTION: "motion",
        ItemKind.INTERPELLATION: "interpellation",
        ItemKind.QUESTION: "fråga",
        ItemKind.CITIZENS_PROPOSAL: "medborgarförslag",
        ItemKind.INFORMATION: "information",
        ItemKind.NOTICE: "anmälan",
        ItemKind.FORMALITY: "formalia",
    }
)
QUESTION_KINDS = Vocabulary(
    {
        QuestionKind.MAIN: "huvud",
        QuestionKind.COUNTER: "motförslag",
        QuestionKind.ADDITION: "tillägg",
        QuestionKind.REFER_BACK: "återremiss",
        QuestionKind.TABLE: "bordläggning",
    }
)
MAJORITIES = Vocabulary(
    {
        Majority.SIMPLE: "enkel",
        Majority.ONE_THIRD: "tredjedel",
        Majority.TWO_THIRDS: "två tredjedelar",
        Majority.TWO_THIRDS_AGAINST: "två tredjedelar emot",
        Majority.ALL: "enhälligt",
    }
)
CHOICES = Vocabulary(
    {
        Choice.YES: "ja",
        Choice.NO: "nej",
        Choice.ABSTAIN: "avstår",
        Choice.ABSENT: "frånvarande",
    }
)
CASTING = Vocabulary({Casting.YES: "ja", Casting.NO: "nej"})
MODES = Vocabulary({Mode.HALL: "sal", Mode.REMOTE: "distans"})
BASES = Vocabulary({Basis.LIST: "lista", Basis.VOTES: "röster", Basis.UNCERTAIN: "osäker"})
SPEECH_KINDS = Vocabulary(
    {
        SpeechKind.SPEECH: "anförande",
        SpeechKind.REPLY: "replik",
        SpeechKind.CHAIR: "ordförande",
        SpeechKind.POINT_OF_ORDER: "ordningsfråga",
        SpeechKind.ANSWER: "svar",
    }
)
