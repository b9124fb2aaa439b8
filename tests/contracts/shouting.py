"""The real thing, for tests: one shout is heard by all, and is easy to count."""

from gevent import monkey

monkey.patch_all()

import gc  # noqa: E402
import os  # noqa: E402
import socket  # noqa: E402
from typing import Any  # noqa: E402

from gevent.pywsgi import WSGIServer  # noqa: E402

from core.db import Base  # noqa: E402
from web.app import create_app  # noqa: E402
from web.config import Config  # noqa: E402
from web.sockets import WholeFrames  # noqa: E402

SMALL = 32_768  # bytes that the kernel holds for one client, so that a lagging reader is soon felt
app, socketio = create_app(Config.from_environment())
Base.metadata.create_all(app.extensions["database"].writer_engine)
gc.freeze()  # what is here before anybody comes is not looked through when sockets are counted


@socketio.on("shout")
def shout(message: dict[str, Any]) -> None:
    text = message.get("text", "x" * 20_000)
    socketio.emit("shouted", {"n": message["n"], "text": text})


@socketio.on("count")
def count(_message: object = None) -> dict[str, int]:
    """Clients that the server knows, and sockets that still hold memory."""
    gc.collect()
    held = sum(isinstance(thing, WholeFrames) for thing in gc.get_objects())
    return {"known": len(vars(socketio)["server"].eio.sockets), "held": held}


def listener(port: int) -> socket.socket:
    """Those who are let in inherit the small buffer."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind(("127.0.0.1", port))
    door.listen(50)
    return door


if __name__ == "__main__":
    WSGIServer(listener(int(os.environ["PORT"])), app, log=None).serve_forever()
