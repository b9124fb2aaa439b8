"""A small server with the booth's program and an urn, and a browser that asks the program."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from playwright.sync_api import Page

from tests.assets.booth.node import ROOT
from voting.ballot.ballots import tracker

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'"
PAGE = b"<!doctype html><title>Valb\xc3\xa5s</title>"
OPEN = """async ({ integrity }) => {
  const { open } = await import("/assets/booth/client.js");
  try {
    window.ask = await open({ worker: "/static/vendor/booth/worker.js", integrity });
    return "open";
  } catch (fault) { return fault.code }
}"""
ASK = """([job, told]) =>
  window.ask(job, told).then((answer) => ({ answer }), ({ code }) => ({ code }))"""


class Urn(SimpleHTTPRequestHandler):
    """Takes every ballot that it gets, and remembers with which cookie it came."""

    uuid = ""
    taken: list[tuple[str, str | None]]

    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        return self._answer(PAGE, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        ballot = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.taken.append((ballot, self.headers["Cookie"]))
        receipt = {"election": self.uuid, "tracker": tracker(ballot), "signature": "s"}
        self._answer(json.dumps(receipt, separators=(",", ":")).encode(), "application/json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_args: Any) -> None:
        """A test tells what failed; a list of requests tells nothing."""


@contextmanager
def served(uuid: str) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """Its address, and what it has taken."""
    taken: list[tuple[str, str | None]] = []
    handler = type("Urn", (Urn,), {"uuid": uuid, "taken": taken})

    def handle(*args: Any) -> Any:
        return handler(*args, directory=str(ROOT))

    server = ThreadingHTTPServer(("127.0.0.1", 0), handle)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", taken
    server.shutdown()
    server.server_close()
    thread.join()


def integrity() -> str:
    told = json.loads((ROOT / "static/vendor/booth/booth.json").read_text())
    found: str = told["files"]["worker.js"]
    return found


def opened(page: Page, integrity: str) -> str:
    """What the page found of the program: open, or why not."""
    found: str = page.evaluate(OPEN, {"integrity": integrity})
    return found


def ask(page: Page, job: str, **told: Any) -> Any:
    answered = page.evaluate(ASK, [job, told])
    assert "answer" in answered, answered
    return answered["answer"]
