"""A small house with the real wire and pages of its own, where everything can be made to happen."""

from gevent import monkey

monkey.patch_all()

import os  # noqa: E402
import sys  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any, ClassVar  # noqa: E402

import gevent  # noqa: E402
from flask import Flask, jsonify, render_template, request  # noqa: E402
from flask_babel import Babel  # noqa: E402
from flask_login import LoginManager, UserMixin, current_user, login_user  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402
from gevent.pywsgi import WSGIServer  # noqa: E402
from jinja2 import ChoiceLoader, DictLoader, FileSystemLoader  # noqa: E402
from sqlalchemy.orm import Session  # noqa: E402
from werkzeug.wrappers import Response  # noqa: E402

from core import access, clock, log  # noqa: E402
from core.actor import Actor, Audience, Onlooker  # noqa: E402
from core.db import Base, Database  # noqa: E402
from core.errors import MovedOn, NeedsConfirmation  # noqa: E402
from core.live import Live, Panel, Personal, Track  # noqa: E402
from core.writer import Writer  # noqa: E402
from web import errors, sockets  # noqa: E402
from web.config import Config  # noqa: E402
from web.screens import panels  # noqa: E402
from web.security import forms, headers  # noqa: E402

ROOT = Path(__file__).parents[3]
KINDS = frozenset({"said", "chosen"})
PORT = int(sys.argv[1])


@dataclass(frozen=True)
class Said(log.Fact):
    kind: ClassVar[str] = "said"
    words: str


@dataclass(frozen=True)
class Chosen(log.Fact):
    kind: ClassVar[str] = "chosen"
    person: int
    choice: str


class User(UserMixin):  # type: ignore[misc]
    def __init__(self, number: str) -> None:
        self.id, self.key, self.letters = number, f"sign-in of {number}", None


def say(session: Session, _meeting: int, words: str, confirmed: bool, *, by: Actor | None) -> int:
    if words == "gå vidare":
        raise MovedOn
    if words == "säkert" and not confirmed:
        raise NeedsConfirmation("Detta kan inte ångras.")
    log.append(session, Said(words), by=by)
    return 7


def choose(session: Session, _meeting: int, choice: str, *, by: Actor) -> None:
    log.append(session, Chosen(by.person_id, choice), by=by)


def board(session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
    entries = log.read(session, meeting_id)
    said = [entry.payload["words"] for entry in entries if entry.kind == "said"]
    count = sum(entry.kind == "chosen" for entry in entries)
    latest = entries[-1].at if entries else clock.now()
    return {"said": said, "count": count, "latest": latest, "is_open": "stäng" not in said}


def seats(session: Session, meeting_id: int, _onlooker: Onlooker) -> str:
    chosen = {e.actor_id for e in log.read(session, meeting_id) if e.kind == "chosen"}
    return "".join("x" if person in chosen else "." for person in range(1, 4))


def mine(session: Session, meeting_id: int) -> dict[int, Any]:
    entries = [e for e in log.read(session, meeting_id) if e.kind == "chosen"]
    return {
        e.payload["person"]: {"id": 7, "choice": e.payload["choice"], "at": e.at} for e in entries
    }


app = Flask("klubba", root_path=str(ROOT))
app.secret_key = "only for the lab"
app.config["BABEL_DEFAULT_LOCALE"] = "sv"
here = FileSystemLoader(Path(__file__).parent / "pages")
app.jinja_loader = ChoiceLoader([here, FileSystemLoader(ROOT / "templates"), DictLoader({})])
Babel(app)
LoginManager(app).user_loader(User)
socketio = SocketIO(
    app, async_mode="gevent", manage_session=False, ping_interval=10, ping_timeout=8
)
sockets.install(socketio)
database = Database(os.environ["LAB_DATABASE"])
Base.metadata.create_all(database.writer_engine)
with database.writing() as opened, opened.begin():
    if opened.get(log.Head, 1) is None:
        log.begin(opened, 1)
live = Live(
    app,
    socketio,
    database,
    panels=[
        Panel("board", "_board.html", KINDS, board),
        Panel("choice", "_choice.html", KINDS, board),
    ],
    tracks=[Track("vote", KINDS, seats)],
    personals=[Personal("vote", KINDS, mine)],
    followers=[],
    may_watch=lambda _session, _meeting, _onlooker, _person: not trouble["closed"],
)
writer = Writer(database, live.announce)
app.extensions |= {"database": database, "live": live, "writer": writer}
trouble: dict[str, Any] = {"fail": 0, "closed": False, "silent": False, "asked": []}
headers.attach(app, Config(address=f"http://127.0.0.1:{PORT}"))
forms.attach(app)
errors.attach(app)
app.register_blueprint(panels.blueprint)


@app.get("/in/<int:person>")
def enter(person: int) -> Response:
    login_user(User(str(person)))
    return app.redirect("/page")


@app.get("/page")
def page() -> str:
    seen = live.seen(1, Onlooker(Audience.MEMBER))
    return render_template("page.html", seen=seen, person=current_user.id)


@app.put("/meetings/1/choice")
def put_choice() -> Response:
    return _unless_trouble() or access.perform(choose, 1, request.form["choice"])


@app.post("/meetings/1/words")
def post_words() -> Response:
    confirmed = request.form.get("confirmed") == "1"
    return _unless_trouble() or access.perform(say, 1, request.form["words"], confirmed)


def _unless_trouble() -> Response | None:
    trouble["asked"].append(request.headers["Idempotency-Key"])
    if trouble["fail"]:
        trouble["fail"] -= 1
        return Response("{}", 503)
    return None


@app.get("/control/say/<words>")
def control_say(words: str) -> Response:
    receipt = writer.submit(1, say, words, True, by=None)
    return jsonify(receipt.seq)


@app.get("/control/trouble/<kind>/<int:value>")
def control_trouble(kind: str, value: int) -> Response:
    trouble[kind] = value
    return jsonify(value)


@app.get("/control/drop/<int:person>")
def control_drop(person: int) -> Response:
    trouble["closed"] = True
    live.drop(f"sign-in of {person}")
    return jsonify(person)


@app.get("/control/log")
def control_log() -> Response:
    with database.reading() as session:
        entries = log.read(session, 1)
    return jsonify(log=[entry.payload for entry in entries], asked=trouble["asked"])


@app.get("/healthz")
def healthz() -> Response:
    return jsonify(ok=True)


def beat_unless_silent() -> None:
    while True:
        if not trouble["silent"]:
            live.beat()
        gevent.sleep(1)


for work in (writer.work_forever, live.flush_forever, beat_unless_silent):
    socketio.start_background_task(work)
WSGIServer(("127.0.0.1", PORT), app, log=None).serve_forever()
