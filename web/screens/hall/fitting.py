"""Words on the wall: the longer they are the smaller, and never more than can be read in time."""

from dataclasses import dataclass

STEPS = (90, 180, 320)  # characters that fit at each size, the largest first
MOST = 700


@dataclass(frozen=True)
class Fitted:
    """`size`: 0 is the largest.  `is_cut`: the whole text stands on the members' own screens."""

    text: str
    size: int
    is_cut: bool


def fitted(text: str, most: int = MOST) -> Fitted:
    words = " ".join(text.split())
    is_cut = len(words) > most
    if is_cut:
        words = words[:most].rsplit(" ", 1)[0].rstrip(",;:.–- ") + " …"
    size = sum(len(words) > step for step in STEPS)
    return Fitted(words, size, is_cut)
