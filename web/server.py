"""Serving: one process, one hub; and going down without losing anything.

On SIGTERM: no more visitors, acts that wait are finished and answered, screens are told to come
back, sockets are closed, and the process ends within five seconds.
"""

import fcntl
import gc
import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import gevent
from flask import Flask
from gevent.event import Event
from gevent.pywsgi import WSGIServer
from sqlalchemy import func, select
from sqlalchemy.orm import configure_mappers

from core.actor import Audience, Onlooker
from meetings.models import Meeting
from web.app import create_app
from web.config import Config
from web.watchdog import Watchdog

log_book = logging.getLogger(__name__)

FINISH = 2.0  # seconds for acts that wait
HEARD = 0.2  # seconds for the last word to reach the screens
LEAVE = 1.0  # seconds for requests that are under way


class Prompt(WSGIServer):  # type: ignore[misc]
    """Sends at once: the kernel else holds back what is short for 40 ms, a patch or half a page."""

    def handle(self, line: socket.socket, address: object) -> None:
        if line.family != socket.AF_UNIX:
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().handle(line, address)


class AlreadyServed(Exception):  # noqa: N818 - named as a sentence
    """Another process serves this data folder."""


def serve(
    config: Config, host: str, port: int, begin: Callable[[Flask], None] = lambda _app: None
) -> None:
    """Until told to stop.  `begin` has its say when the application is made and not yet served."""
    with only_one(config):
        app, socketio = create_app(config)
        begin(app)
        warm_up(app)
        server, gone = Prompt((host, port), app, log=None, error_log=log_book), Event()
        for asked in (signal.SIGTERM, signal.SIGINT):
            gevent.signal_handler(asked, go_down, server, app, gone)
        socketio.start_background_task(Watchdog().watch_forever)
        server.start()
        log_book.info("Klubba is served at http://%s:%s", host, server.server_port)
        gone.wait()
        app.extensions["workers"].close()
        app.extensions["database"].close()


def warm_up(app: Flask) -> None:
    """Every statement and template is made ready now, and not while the first visitor waits."""
    configure_mappers()
    with app.extensions["database"].reading() as session:
        latest = session.scalar(select(func.max(Meeting.id)))
    for audience in Audience if latest else ():
        try:
            app.extensions["live"].view(latest, Onlooker(audience))
        except Exception:
            log_book.exception("The %s screen could not be drawn.", audience)
    gc.collect()
    gc.freeze()  # what is here now stays: to look through it for rubbish holds everybody 60 ms


def go_down(server: WSGIServer, app: Flask, gone: Event) -> None:
    """Asked twice, it goes down once."""
    if app.extensions.get("draining"):
        return
    app.extensions["draining"] = True
    server.close()
    if not app.extensions["writer"].drain(FINISH):
        log_book.warning("Some acts were not finished; they will be sent again.")
    app.extensions["live"].say_goodbye()
    gevent.sleep(HEARD)
    server.stop(timeout=LEAVE)
    gone.set()


@contextmanager
def only_one(config: Config) -> Iterator[None]:
    """An embedded database belongs to one process.  The lock dies with whoever holds it."""
    if not config.database.startswith("sqlite"):
        yield
        return
    config.data.mkdir(parents=True, exist_ok=True)
    with Path(config.data / "klubba.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.seek(0)
            raise AlreadyServed(f"Klubba körs redan (process {lock.read().strip()}).") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
