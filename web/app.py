"""The application factory.  Read this file to see everything the system is made of."""

from pathlib import Path
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_socketio import SocketIO
from gevent.threadpool import ThreadPool

import agenda.live
import agenda.routes
import councils.live
import councils.routes
import meetings.live
import meetings.policy
import meetings.routes
import voting.live
import voting.routes
from core.access import require_access_everywhere
from core.db import Database
from core.live import Live
from core.workers import Workers
from core.writer import Writer
from web import auth, errors, frame, sockets, words
from web.config import Config
from web.gateways.files import Files
from web.screens import BLUEPRINTS as SCREENS

ROOMS = [councils, agenda, meetings, voting]
BLUEPRINTS = [
    *councils.routes.BLUEPRINTS,
    *agenda.routes.BLUEPRINTS,
    *meetings.routes.BLUEPRINTS,
    *voting.routes.BLUEPRINTS,
    *SCREENS,
]


def create_app(config: Config | None = None) -> tuple[Flask, SocketIO]:
    config = config or Config.from_environment()
    app = Flask("klubba", root_path=str(Path(__file__).parent.parent))
    app.secret_key = config.secret
    app.config.update(
        MAX_CONTENT_LENGTH=config.upload_limit + 100_000,
        BABEL_DEFAULT_LOCALE="sv",
        BABEL_DEFAULT_TIMEZONE="Europe/Stockholm",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.address.startswith("https://"),
    )
    Babel(app)
    database = Database(config.database)
    socketio = SocketIO(
        app,
        async_mode=config.async_mode,
        manage_session=False,
        ping_interval=10,
        ping_timeout=8,
        max_http_buffer_size=64_000,
    )
    live = Live(
        app,
        socketio,
        database,
        panels=[panel for room in ROOMS for panel in room.live.PANELS],
        tracks=[track for room in ROOMS for track in room.live.TRACKS],
        personals=[personal for room in ROOMS for personal in room.live.PERSONALS],
        followers=[],
        may_watch=meetings.policy.may_watch,
    )
    writer = Writer(database, live.announce, run=_runner(config, database))
    app.extensions |= {"database": database, "live": live, "writer": writer, "klubba": config}
    app.extensions["workers"] = workers = Workers()
    app.extensions["files"] = Files(config.data / "documents", workers, config.upload_limit)
    auth.attach(app, database)
    words.attach(app)
    frame.attach(app, database)
    errors.attach(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    require_access_everywhere(app)
    if config.async_mode == "gevent":
        sockets.install(socketio)
    if config.background:
        socketio.start_background_task(writer.work_forever)
        socketio.start_background_task(live.flush_forever)
    return app, socketio


def _runner(config: Config, database: Database) -> Any:
    """SQLite may block, so under gevent it gets one thread of its own; psycopg is cooperative."""
    if config.async_mode == "gevent" and database.on_sqlite:
        pool = ThreadPool(1)
        return lambda function, *args: pool.apply(function, args)
    return lambda function, *args: function(*args)
