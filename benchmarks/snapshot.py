"""The public's snapshot: requests a second of the Flask route, and of a static file server."""

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.rows import Row, row
from tests.served import Town
from tests.worlds import OPEN

SECONDS, CLIENTS, ROUNDS = 3.0, 4, 4
PEER = "Python's static file server"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), 61)
        with town.served():
            path = f"/meetings/{OPEN}/snapshot.json"
            whole = HTTPConnection("127.0.0.1", town.port)
            whole.request("GET", path)
            answer = whole.getresponse()
            tag, body = answer.headers["ETag"], answer.read()
            whole.close()
            with static(Path(folder) / "public", body) as port:
                rounds = [
                    (rate(town.port, path), rate(town.port, path, tag), rate(port, "/s.json"))
                    for _ in range(ROUNDS)
                ][1:]
        town.close()
    full, unchanged, file = zip(*rounds, strict=True)
    return [
        row("public snapshot, whole", "requests/s", full, file, PEER),
        row("public snapshot, unchanged (304)", "requests/s", unchanged, file, PEER),
    ]


def rate(port: int, path: str, tag: str | None = None) -> float:
    """Answers a second that a few clients with open lines get."""
    counts: list[int] = []
    until = time.monotonic() + SECONDS
    clients = [
        threading.Thread(target=lambda: counts.append(ask(port, path, tag, until)))
        for _ in range(CLIENTS)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return sum(counts) / SECONDS


def ask(port: int, path: str, tag: str | None, until: float) -> int:
    line, count = HTTPConnection("127.0.0.1", port), 0
    headers = {"If-None-Match": tag} if tag else {}
    while time.monotonic() < until:
        line.request("GET", path, headers=headers)
        line.getresponse().read()
        count += 1
    line.close()
    return count


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        pass


@contextmanager
def static(folder: Path, body: bytes) -> Iterator[int]:
    folder.mkdir()
    (folder / "s.json").write_bytes(body)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield int(server.server_address[1])
    server.shutdown()
