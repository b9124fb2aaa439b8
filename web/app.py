"""The application factory.  Read this file to see everything the system is made of."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from flask import Flask
from flask_socketio import SocketIO
from gevent.threadpool import ThreadPool
from jinja2 import FileSystemBytecodeCache

import agenda.live
import agenda.routes
import councils.live
import councils.routes
import meetings.live
import meetings.policy
import meetings.queries.items
import meetings.routes
import voting.live
import voting.routes
from core import log
from core.access import require_access_everywhere
from core.bulletin import Bulletin
from core.db import Database
from core.live import Follower, Lines, Live
from core.workers import Workers
from core.writer import Action, Writer
from councils.actions import letters
from councils.actions.sign_ins import HOURS
from meetings.actions.approval import keep_file
from meetings.actions.board import note_looks
from meetings.actions.lines import lose_line, regain_line
from meetings.facts import MeetingClosed, MinutesAccepted
from voting.actions.elections.digital.closing import close_election, keep_tally
from voting.actions.elections.digital.counting import count_election
from voting.actions.tellers import ceremonies
from voting.actions.votes import close_vote
from voting.backends.lobby import Lobby
from voting.facts import VoteClosing
from voting.routes.elections import casting
from web import auth, errors, frame, language, screens, security, sockets, timers, words
from web.config import Config
from web.gateways.files import Files
from web.gateways.mail import Postman
from web.gateways.posts import carriers
from web.gateways.receipts import Signer
from web.gateways.vault import Keys
from web.lookout import Lookout
from web.register import Registrar
from web.screens import booth
from web.screens.minutes import Keeper, Press
from web.screens.rosters import people_in
from web.urns import Acts, Urns

LETTERS = frozenset(
    {
        "access.link_sent",
        "access.links_sent",
        "access.code_sent",
        "access.staff_invited",
        "summons.sent",
    }
)
VERSION = version("klubba")
ROOMS = [councils, agenda, meetings, voting]
BLUEPRINTS = [
    *councils.routes.BLUEPRINTS,
    *agenda.routes.BLUEPRINTS,
    *meetings.routes.BLUEPRINTS,
    *voting.routes.BLUEPRINTS,
    *auth.BLUEPRINTS,
    *screens.BLUEPRINTS,
]
security.ballot_limits(casting.blueprint)  # once, however many applications are made


def create_app(config: Config | None = None) -> tuple[Flask, SocketIO]:
    config = config or Config.from_environment()
    app, database = _flask(config), Database(config.database)
    socketio, forever = equip(app, config, database, Workers())
    _let_in(app, config, database)
    if config.background:
        for work in forever:
            socketio.start_background_task(work)
    return app, socketio


def equip(
    app: Flask, config: Config, database: Database, workers: Workers
) -> tuple[SocketIO, list[Callable[[], None]]]:
    """All that remembers anything: the wire, the writer, the files, and what works beside them."""
    app.extensions |= {"database": database, "workers": workers, "klubba": config}
    socketio = _socketio(app, config)
    app.extensions["live"] = live = _live(app, socketio, database)
    bulletin = None if database.on_sqlite else Bulletin(config.database, live.announce)
    app.extensions["writer"] = writer = _writer(config, database, live, bulletin)
    app.extensions["read_people"] = partial(people_in, workers)
    app.extensions["files"] = files = Files(config.data / "documents", workers, config.upload_limit)
    app.extensions["registrar"] = Registrar(database, files)
    app.extensions["vault"] = Keys(workers, config.key_folder, VERSION)
    app.extensions["signer"] = Signer(config.key_folder)
    app.extensions |= {"booth": booth.program, "lobby": Lobby()}
    forever = [writer.work_forever, live.flush_forever, live.beat_forever]
    forever += _follow(app, socketio, config)
    return socketio, [*forever, bulletin.listen_forever] if bulletin else forever


def _flask(config: Config) -> Flask:
    app = Flask("klubba", root_path=str(Path(__file__).parent.parent))
    app.secret_key = config.secret
    app.jinja_options = {"bytecode_cache": FileSystemBytecodeCache()}  # the next start is quicker
    app.config.update(
        MAX_CONTENT_LENGTH=config.upload_limit + 100_000,
        BABEL_DEFAULT_LOCALE="sv",
        BABEL_DEFAULT_TIMEZONE="Europe/Stockholm",
        **_cookie(config),
    )
    return app


def _socketio(app: Flask, config: Config) -> SocketIO:
    socketio = SocketIO(
        app,
        async_mode=config.async_mode,
        manage_session=False,
        ping_interval=10,
        ping_timeout=8,
        max_http_buffer_size=64_000,
    )
    if config.async_mode == "gevent":
        sockets.install(socketio)
    return socketio


def _live(app: Flask, socketio: SocketIO, database: Database) -> Live:
    return Live(
        app,
        socketio,
        database,
        panels=[*(panel for room in ROOMS for panel in room.live.PANELS), *screens.PANELS],
        tracks=[track for room in ROOMS for track in room.live.TRACKS],
        personals=[
            *(personal for room in ROOMS for personal in room.live.PERSONALS),
            *screens.PERSONALS,
        ],
        followers=[],
        may_watch=meetings.policy.may_watch,
        shuts_out=meetings.queries.items.somebody_must_leave,
    )


def _follow(app: Flask, socketio: SocketIO, config: Config) -> list[Callable[[], None]]:
    """What obeys the facts and works beside the screens: letters, lines, countdowns, the board."""
    live, writer, database = (app.extensions[name] for name in ("live", "writer", "database"))
    postman = _postman(app, database, writer, config)
    lines, countdowns = _lines(database, writer, socketio), _countdowns(database, writer)
    keeper = Keeper(
        app, config, lambda meeting, *told: writer.submit(meeting, keep_file, *told, by=None)
    )
    live.line_changed = lines.changed
    live.followers += [
        Follower(LETTERS, postman.wake),
        Follower(frozenset({VoteClosing.kind}), countdowns.wake),
        Follower(frozenset({MinutesAccepted.kind}), keeper.wake),
        Follower(frozenset({MeetingClosed.kind}), _clear_the_table(writer)),
    ]
    app.extensions["silences"] = silences = _silences(database, writer)
    lookout = _lookout(app, database, writer, config)
    app.extensions |= {"postman": postman, "lines": lines, "countdowns": countdowns}
    app.extensions |= {"lookout": lookout, "keeper": keeper, "press": Press(database)}
    app.extensions["urns"] = urns = _urns(app, database, writer)
    forever = [lines.watch_forever, countdowns.watch_forever, postman.deliver_forever]
    forever += [silences.watch_forever, urns.watch_forever]
    return [*forever, lookout.look_forever, keeper.watch_forever]


def _let_in(app: Flask, config: Config, database: Database) -> None:
    """Everything that stands at the door, and every address behind it."""
    security.attach(app, config)
    auth.attach(app, database)
    language.attach(app)
    words.attach(app)
    frame.attach(app, database)
    errors.attach(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.extensions["csrf"].exempt(casting.blueprint)  # sent without cookie: nothing to forge
    require_access_everywhere(app)


def _cookie(config: Config) -> dict[str, Any]:
    """Nothing but the sign-in, for as long as a sign-in lasts; on https bound to this very host."""
    is_safe = config.address.startswith("https://")
    return {
        "SESSION_COOKIE_NAME": "__Host-klubba" if is_safe else "klubba",
        "SESSION_COOKIE_SECURE": is_safe,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": HOURS * 3600,
    }


def _postman(app: Flask, database: Database, writer: Writer, config: Config) -> Postman:
    def hand_in(action: Action) -> Callable[..., int | None]:
        return lambda *args: writer.submit(log.REGISTER, action, *args, by=None).made

    return Postman(
        app,
        database,
        carriers(config),
        take=hand_in(letters.take_letter),
        sent=hand_in(letters.mark_sent),
        failed=hand_in(letters.mark_failed),
        wipe=hand_in(letters.wipe_expired),
    )


def _lookout(app: Flask, database: Database, writer: Writer, config: Config) -> Lookout:
    def store(looks: Sequence[tuple[int, str | None]]) -> None:
        writer.submit(log.REGISTER, note_looks, looks, by=None)

    return Lookout(app, database, config.address, store)


def _lines(database: Database, writer: Writer, socketio: SocketIO) -> Lines:
    """Each act in a task of its own, so that those who come back together are stored together."""
    return Lines(
        lose=lambda meeting, person: writer.submit(meeting, lose_line, person, by=None),
        regain=lambda meeting, person: writer.submit(meeting, regain_line, person, by=None),
        expected=timers.counted_on(database),
        spawn=socketio.start_background_task,
    )


def _silences(database: Database, writer: Writer) -> timers.Silences:
    return timers.Silences(
        database,
        fall_silent=lambda meeting, *who: writer.submit(
            meeting, ceremonies.fall_silent, *who, by=None
        ),
        answer_again=lambda meeting, *who: writer.submit(
            meeting, ceremonies.answer_again, *who, by=None
        ),
    )


def _clear_the_table(writer: Writer) -> Callable[[log.Entry], None]:
    """What tellers sent each other goes when the meeting has ended."""

    def clear(entry: log.Entry) -> None:
        writer.submit(entry.meeting_id, ceremonies.clear_messages, by=None)

    return clear


def _urns(app: Flask, database: Database, writer: Writer) -> Urns:
    def hand_in(action: Action) -> Callable[..., object]:
        return lambda meeting, *told: writer.submit(meeting, action, *told, by=None)

    acts = Acts(
        close=lambda meeting, election, by: writer.submit(meeting, close_election, election, by=by),
        keep_tally=hand_in(keep_tally),
        count=hand_in(count_election),
    )
    return Urns(database, app.extensions["workers"], app.extensions["vault"], acts)


def _countdowns(database: Database, writer: Writer) -> timers.Countdowns:
    return timers.Countdowns(
        database, lambda meeting, vote, by: writer.submit(meeting, close_vote, vote, by=by)
    )


def _writer(config: Config, database: Database, live: Live, bulletin: Bulletin | None) -> Writer:
    more = {"post": bulletin.post} if bulletin else {}
    return Writer(database, live.announce, run=_runner(config, database), **more)


def _runner(config: Config, database: Database) -> Any:
    """SQLite may block, so under gevent it gets one thread of its own; psycopg is cooperative."""
    if config.async_mode == "gevent" and database.on_sqlite:
        pool = ThreadPool(1)
        return lambda function, *args: pool.apply(function, args)
    return lambda function, *args: function(*args)
