"""One panel change to 5,000 sockets: when the last one has it."""

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.node import HERE, run, serving
from benchmarks.rows import Row, percentile, row
from tests.served import Town
from tests.worlds import OPEN

SOCKETS, ROUNDS = 5_000, 4
PEER = "Node socket.io, the same message"


def rows() -> list[Row]:
    """Our whole product in one process; the peer sends a panel of the same size."""
    mine, size = ours()
    theirs = peer(size)
    return [
        row(
            f"panel to {SOCKETS} sockets, {what}",
            "ms",
            part(mine, share),
            part(theirs, share),
            PEER,
        )
        for what, share in (("half of them", 0.5), ("99 of 100", 0.99), ("the last", 1.0))
    ]


def ours() -> tuple[list[list[float]], int]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), 61)
        with town.served(KLUBBA_RATE_LIMITS="no"):
            cookie, token = town.papers(4)
            told = {
                "address": town.config.address,
                "sockets": SOCKETS,
                "rounds": ROUNDS,
                "watch": {"meeting_id": OPEN, "audience": "hall"},
                "url": f"/meetings/{OPEN}/requests",
                "body": "item=3&kind=speech",
                "headers": {"Cookie": cookie, "X-CSRFToken": token},
                "undo": f"/meetings/{OPEN}/requests/",
            }
            answer = run("crowd.mjs", told)
        town.close()
    return answer["rounds"][1:], answer["size"]


def peer(size: int) -> list[list[float]]:
    with serving(HERE / "shouter.mjs", "{port}", size) as port:
        told: dict[str, Any] = {
            "address": f"http://127.0.0.1:{port}",
            "sockets": SOCKETS,
            "rounds": ROUNDS,
            "watch": {},
            "url": "/shout",
            "body": "",
            "headers": {},
            "undo": None,
        }
        rounds: list[list[float]] = run("crowd.mjs", told)["rounds"][1:]
        return rounds


def part(rounds: list[list[float]], share: float) -> list[float]:
    return [percentile(times, share) for times in rounds]
