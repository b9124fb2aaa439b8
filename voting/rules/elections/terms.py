"""What a digital election asks: so many of the answers, or blank, and never an invalid ballot.

PROTOCOL 4 (MAJ-3, SB-8).  In a proportional election each registered list is one answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.words import Sentence
from councils.rules.procedure import MajorityBallotRule


@dataclass(frozen=True)
class Ask:
    """One question with marks: from `least` to `most` of the answers."""

    question: str
    answers: tuple[str, ...]
    least: int
    most: int


def asked(
    title: str, answers: Sequence[str], places: int, *, proportional: bool, rule: MajorityBallotRule
) -> Ask:
    """One list, or as many names as there are places.  MAJ-3, LPV 7."""
    if proportional:
        return Ask(title, tuple(answers), 1, 1)
    least = places if rule is MajorityBallotRule.EXACT else 1
    return Ask(title, tuple(answers), least, places)


def cannot_be_asked(ask: Ask) -> Sentence | None:
    """Nobody to choose from, or fewer names than must be marked.  MAJ-3."""
    if not ask.answers:
        return Sentence("Ingen är nominerad.")
    if len(ask.answers) < ask.most:
        return Sentence(
            "{names} namn är nominerade till {places} platser. Nominera fler eller ta papper.",
            names=len(ask.answers),
            places=ask.most,
        )
    return None
