"""Servers of their own for tests, and clients that speak Socket.IO by hand."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import websocket

ROOT = Path(__file__).parents[2]
OFFER = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"  # every browser's


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(command: list[str], port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Listening when the body begins; gone when it ends."""
    settings = {"KLUBBA_DATABASE": f"sqlite:///{tmp_path}/t.db", "KLUBBA_DATA": str(tmp_path)}
    environ = os.environ | settings | {"PORT": str(port)}
    with subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env=environ) as server:
        try:
            wait_for(port)
            yield server
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def wait_for(port: int, patience: float = 60) -> None:
    """Until it answers: a door may be open long before there is anybody inside."""
    end = time.monotonic() + patience
    while not _is_well(port):
        if time.monotonic() > end:
            raise TimeoutError(port)
        time.sleep(0.1)


def _is_well(port: int) -> bool:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        try:
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        except (OSError, HTTPException):
            return False


def join(
    port: int, *, sid: str = "", small: bool = False, cookie: str | None = None
) -> websocket.WebSocket:
    url = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket&sid={sid}".removesuffix(
        "&sid="
    )
    options = [(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)] if small else []
    reader = websocket.create_connection(
        url, timeout=10, sockopt=options, header=[OFFER], cookie=cookie
    )
    if not sid:
        reader.recv()
        reader.send("40")
        reader.recv()
    return reader


def heard(reader: websocket.WebSocket, name: str) -> Any:
    """The next message, which must have this name; pings are answered on the way."""
    while (frame := reader.recv()) in ("2", "6"):
        reader.send("3") if frame == "2" else None
    said, message = json.loads(frame.removeprefix("42"))
    assert said == name
    return message


def shout(speaker: websocket.WebSocket, n: int, **more: str) -> None:
    speaker.send("42" + json.dumps(["shout", {"n": n} | more]))


def counted(asker: websocket.WebSocket) -> dict[str, int]:
    asker.send('421["count",{}]')
    while not (frame := asker.recv()).startswith("431"):
        if frame == "2":
            asker.send("3")
    answer: dict[str, int] = json.loads(frame.removeprefix("431"))[0]
    return answer


def polled(port: int, sid: str = "", say: str | None = None) -> str:
    return fetched(
        port, "/socket.io/?EIO=4&transport=polling" + (f"&sid={sid}" if sid else ""), say
    )


def fetched(port: int, url: str, say: str | None = None) -> str:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("POST" if say else "GET", url, body=say)
        return line.getresponse().read().decode()
