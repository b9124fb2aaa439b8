"""149 votes at once, 149 members and 20 of the staff looking on: receipt, and visible to all."""

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.node import HERE, run, serving
from benchmarks.rows import Row, percentile, row
from tests.served import Town
from tests.worlds import OPEN, member_in

SEATS, STAFF, ROUNDS = 149, 20, 10
PEER = "Node socket.io, group commit, node:sqlite FULL"
CHOICES = ("yes", "no", "abstain")


def rows() -> list[Row]:
    """Ours and the peer's in turn; the first round of each is thrown away."""
    rounds = [(ours(), peer()) for _ in range(ROUNDS)][1:]
    told = []
    for what, name in (("receipts", "vote acknowledged"), ("visible", "vote on all screens")):
        for share in (0.5, 0.99):
            mine = [percentile(a[what], share) for a, _ in rounds]
            theirs = [percentile(b[what], share) for _, b in rounds]
            told.append(row(f"{name}, p{share * 100:g}", "ms", mine, theirs, PEER))
    return told


def ours() -> dict[str, Any]:
    """The whole product: sign-in, CSRF, policy, log, receipts, panels for two audiences."""
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), SEATS)
        vote = town.open_vote()
        people = [headers(town, member_in(seat)) for seat in range(1, SEATS + 1)]
        with town.served():
            answer = run("client.mjs", plan(town.config.address, people, vote))
        town.close()
    return answer


def peer() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        command = (HERE / "server.mjs", "{port}", Path(folder) / "p.db", SEATS)
        people = [{"X-Person": str(person)} for person in range(1, SEATS + 1)]
        with serving(*command) as port:
            return run("client.mjs", plan(f"http://127.0.0.1:{port}", people, 1))


def headers(town: Town, person: int) -> dict[str, str]:
    cookie, token = town.papers(person)
    return {"Cookie": cookie, "X-CSRFToken": token}


def plan(address: str, people: list[dict[str, str]], vote: int) -> dict[str, Any]:
    """The chair, who votes last, only looks on."""
    voters = [
        {"headers": each, "choice": CHOICES[seat % 3], "seat": seat}
        for seat, each in enumerate(people)
        if seat
    ]
    return {
        "address": address,
        "screens": [*people, *people[1 : STAFF + 1]],
        "voters": voters,
        "url": f"/meetings/{OPEN}/votes/{vote}/ballot",
        "watch": {"meeting_id": OPEN, "audience": "member"},
    }
