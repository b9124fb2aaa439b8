"""The public's snapshot: requests a second of the Flask route, and of a static file server."""

import tempfile
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.node import HERE, run, serving
from benchmarks.rows import Row, row
from tests.served import Town
from tests.worlds import OPEN

SECONDS, CLIENTS, ROUNDS = 3, 8, 6
PATH = f"/meetings/{OPEN}/snapshot.json"
PEER = "Node, the same bytes from a file"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), 61)
        with town.served():
            file = Path(folder) / "snapshot.json"
            file.write_bytes(snapshot(town.port))
            with serving(HERE / "files.mjs", "{port}", file) as port:
                told = [
                    asked(f"public snapshot, {name}", town.port, port, again)
                    for name, again in (("whole", False), ("unchanged (304)", True))
                ]
        town.close()
    return told


def snapshot(port: int) -> bytes:
    line = HTTPConnection("127.0.0.1", port)
    line.request("GET", PATH)
    body = line.getresponse().read()
    line.close()
    return body


def asked(name: str, ours: int, peer: int, again: bool) -> Row:
    rounds = [(rate(ours, again), rate(peer, again)) for _ in range(ROUNDS)][1:]
    mine, theirs = zip(*rounds, strict=True)
    return row(name, "requests/s", mine, theirs, PEER)


def rate(port: int, again: bool) -> float:
    """Answers a second that a few clients with open lines get."""
    told = {"address": f"http://127.0.0.1:{port}", "path": PATH, "again": again}
    return float(run("asking.mjs", told | {"clients": CLIENTS, "seconds": SECONDS})["rate"])
