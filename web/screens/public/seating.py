"""The council as a picture: one sign for each seat, by who is there or by how it voted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from meetings.rules.hemicycle import Point, seated
from voting.queries.results import Result
from web.screens.public.scene import Scene

LETTERS = {"yes": "j", "no": "n", "abstain": "a"}
NOTHING = "."
SPEAKS = "s"
NOBODY = "–"  # a vacant seat of no party


@dataclass(frozen=True)
class Picture:
    """`states`: one character for each seat, as on the wire."""

    mode: str  # presence, vote
    points: Sequence[Point]
    letters: Sequence[str]
    presence: str = ""
    hand: str = ""
    vote: str = ""


def by_presence(scene: Scene) -> Picture | None:
    """None as long as no seats have been set up."""
    rows = scene.seats
    if not rows:
        return None
    letters = tuple(row.party or NOBODY for row in rows)
    speaker = scene.speaking.person_id if scene.speaking else None
    return Picture(
        "presence",
        _points(letters),
        letters,
        presence="".join(row.presence for row in rows),
        hand="".join(SPEAKS if speaker and row.person_id == speaker else NOTHING for row in rows),
    )


def by_vote(result: Result) -> Picture:
    letters = tuple(row.party or NOBODY for row in result.answers)
    vote = "".join(LETTERS.get(row.choice, NOTHING) for row in result.answers)
    return Picture("vote", _points(letters), letters, vote=vote)


@lru_cache(maxsize=64)
def _points(letters: tuple[str, ...]) -> tuple[Point, ...]:
    return tuple(seated(letters))
