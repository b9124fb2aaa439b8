"""Lots as they are handed in: drawn in the room, or to follow from a seed."""

from typing import Annotated, Any

import msgspec

from voting.rules.lots import Drawn, Seeded, Urn
from web.counting.fields import BadCaseError, Case, Name

Seed = Annotated[str, msgspec.Meta(min_length=1)]


class NamesDrawn(Case, frozen=True):
    drawn: list[Name] | msgspec.UnsetType = msgspec.UNSET
    seed: Seed | msgspec.UnsetType = msgspec.UNSET


class GroupsDrawn(Case, frozen=True):
    """Groups are told by their numbers."""

    drawn: list[int] | msgspec.UnsetType = msgspec.UNSET
    seed: Seed | msgspec.UnsetType = msgspec.UNSET


def urn(given: NamesDrawn | GroupsDrawn | None) -> Urn:
    if given is None:
        return Urn(Drawn())
    told: list[Any] = [each for each in (given.drawn, given.seed) if each is not msgspec.UNSET]
    if len(told) != 1:
        raise BadCaseError("ange antingen drawn eller seed", "lots")
    return Urn(Seeded(given.seed) if isinstance(given.seed, str) else Drawn(tuple(told[0])))
