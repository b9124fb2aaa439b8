"""Who counts a closed ballot: members whom the council has chosen, from more than one group.

Lag (2022:629) 4 § (LPV-3): the chair is returning officer and one or more members assist.  A closed
digital ballot is opened by several of them together, never by one alone (SB-3).
"""

from collections.abc import Sequence
from enum import StrEnum

from core.words import Sentence

FEWEST, MOST = 2, 5  # two count paper together
GROUPS = 2
LARGE = 100  # seats; a larger council shares the key between five
THRESHOLDS = {3: 2, 5: 3}  # so many of so many open the urn


class Light(StrEnum):
    """Can the urn be opened?  By all, by enough, or not."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Stopped(StrEnum):
    """Why a key was given up before it was ready."""

    WORDS_DIFFER = "words_differ"
    KEYS_DO_NOT_FIT = "keys_do_not_fit"
    MADE_ANEW = "made_anew"

    @property
    def label(self) -> Sentence:
        return _STOPPED[self]


def why_not_tellers(people: Sequence[int]) -> Sentence | None:
    """Two to five different members.  LPV 4"""
    if len(set(people)) != len(people):
        return Sentence("Samma ledamot är vald två gånger.")
    if not FEWEST <= len(people) <= MOST:
        return Sentence("Välj mellan {fewest} och {most} rösträknare.", fewest=FEWEST, most=MOST)
    return None


def are_from_one_group(parties: Sequence[str | None]) -> bool:
    """Then they watch nobody but each other.  SB-3; those outside the parties are no group."""
    groups = len(set(parties) - {None}) + parties.count(None)
    return groups < GROUPS


def sharing(council_seats: int) -> int:
    """How many tellers should share the key of a digital ballot.  SB-3"""
    return 5 if council_seats > LARGE else 3


def why_no_key(parties: Sequence[str | None]) -> Sentence | None:
    """Three or five tellers, from at least two groups, share the key.  SB-3"""
    if len(parties) not in THRESHOLDS:
        return Sentence("Nyckeln delas av tre eller fem rösträknare. Välj så många.")
    if are_from_one_group(parties):
        return Sentence("Rösträknarna ska komma från minst två partier.")
    return None


def light(answering: int, tellers: int, threshold: int) -> Light:
    """Whether those whose device answers just now can open the urn.  SB-3"""
    if answering == tellers:
        return Light.GREEN
    return Light.YELLOW if answering >= threshold else Light.RED


_STOPPED = {
    Stopped.WORDS_DIFFER: Sentence("Orden stämde inte. Gör en ny nyckel innan någon röstar."),
    Stopped.KEYS_DO_NOT_FIT: Sentence("Enheternas nycklar passar inte ihop. Gör en ny nyckel."),
    Stopped.MADE_ANEW: Sentence("Nyckeln avbröts. Gör en ny."),
}
