"""Python and the browser read the same archives, changed anywhere in any way, and say the same.

Two programs by two hands, so that a mistake in one of them is not a mistake in both.
"""

import base64
import random
from collections.abc import Iterator

from tests.assets.booth.node import Bot
from tests.voting.ballot.elections import anyone, board
from tests.voting.ballot.forging import Event_, events, replaced, told
from tests.voting.ballot.verify.test_mutations import OBJECTS, first, others, paths, with_other
from voting.ballot.archive import read_archive
from voting.ballot.verify.walk import verify

TIME = read_archive(board().archive).timestamp
FIELDS, TIMES = 15, 6


def test_every_forged_archive_gets_the_same_answer_from_both(bot: Bot) -> None:
    chance = random.Random(7)
    archives = list(forged(chance))
    asked = [("läsare", "verify", {"board": base64.b64encode(one).decode()}) for one in archives]
    browser = [one["answer"] for one in bot.all(asked)]
    for archive, found in zip(archives, browser, strict=True):
        report = verify(archive)
        codes = [reason.code for reason in report.reasons][:1]
        assert [reason["code"] for reason in found["reasons"]] == codes
        assert (found["verdict"] == "accept") == report.accepted


def forged(chance: random.Random) -> Iterator[bytes]:
    for _time in range(FIELDS):
        kind, part = chance.choice(OBJECTS)
        found = first(kind, part)
        path = chance.choice(list(paths(found)))
        other = chance.choice(others(found, path))
        yield replaced(board().archive, kind, 0, part, with_other(found, path, other))
    for archive in (board().archive, anyone().archive):
        for _time in range(TIMES):
            yield told(shuffled(chance, events(archive)), TIME)
            yield bitten(chance, archive)


def shuffled(chance: random.Random, found: list[Event_]) -> list[Event_]:
    """An event moved, left out or told twice."""
    at, to = (chance.randrange(len(found)) for _place in "12")
    kept = [*found[:at], *found[at + 1 :]]
    return chance.choice(
        [kept, [*kept[:to], found[at], *kept[to:]], [*found[:to], found[at], *found[to:]]]
    )


def bitten(chance: random.Random, archive: bytes) -> bytes:
    at = chance.randrange(len(archive))
    bit = bytes([archive[at] ^ 1 << chance.randrange(8)])
    return chance.choice([archive[:at], archive[:at] + bit + archive[at + 1 :]])
