"""How the floor was shared, between parties and between hall and distance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core import swedish
from meetings.models import Mode
from meetings.queries.floor import OUTSIDE
from web.screens.archive.story import Said, Story


@dataclass(frozen=True)
class Share:
    """`key`: a party's letters, or a mode."""

    key: str
    speeches: int
    seconds: int
    percent: str


@dataclass(frozen=True)
class Sharing:
    by_party: list[Share]
    by_mode: list[Share]
    speeches: int
    seconds: int


def sharing(told: Story) -> Sharing:
    said = [each for chapter in told.chapters for each in chapter.speeches]
    letters = [*told.parties, OUTSIDE]
    by_party = _shares(letters, [(each.party or OUTSIDE, each) for each in said])
    by_mode = _shares([mode.value for mode in Mode], [(each.mode, each) for each in said])
    return Sharing(
        [share for share in by_party if share.speeches],
        by_mode,
        len(said),
        _seconds(said),
    )


def _shares(keys: Iterable[str], said: Sequence[tuple[str, Said]]) -> list[Share]:
    whole = _seconds(each for _, each in said)
    found = []
    for key in keys:
        own = [each for of, each in said if of == key]
        seconds = _seconds(own)
        found.append(Share(key, len(own), seconds, swedish.percent(seconds, whole)))
    return found


def _seconds(said: Iterable[Said]) -> int:
    return sum(each.seconds or 0 for each in said)
