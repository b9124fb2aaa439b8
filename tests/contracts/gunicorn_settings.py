"""Gunicorn as in docs, with the small buffers of `shouting`."""

import socket
from typing import Any

worker_class = "gevent"
workers = 1
loglevel = "error"


def when_ready(server: Any) -> None:
    for listener in server.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 32_768)
