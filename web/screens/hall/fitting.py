"""Words on the wall: no more of them than can be read while they stand there.

How large they are is settled in the browser (`static/js/hall.js`), which knows the wall.
"""

from dataclasses import dataclass

MOST = 640
LONG = 80  # a title of more characters than this is set smaller


@dataclass(frozen=True)
class Fitted:
    """`is_cut`: the whole text stands on the members' own screens and in the minutes."""

    text: str
    is_cut: bool

    @property
    def is_long(self) -> bool:
        return len(self.text) > LONG


def fitted(text: str, most: int = MOST) -> Fitted:
    words = " ".join(text.split())
    if len(words) <= most:
        return Fitted(words, is_cut=False)
    return Fitted(words[:most].rsplit(" ", 1)[0].rstrip(",;:.–- ") + " …", is_cut=True)
