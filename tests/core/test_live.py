"""The wire by itself, with panels of its own: a board that all see, and a secret of the chair's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import pytest
from flask import Flask
from flask_babel import Babel
from flask_login import LoginManager, UserMixin
from flask_socketio import SocketIO, SocketIOTestClient
from jinja2 import DictLoader
from sqlalchemy.orm import Session

from core import log
from core.actor import Actor, Audience, Onlooker
from core.db import Base, Database
from core.live import Follower, Live, Panel, Personal, Track
from core.writer import Writer

ANNA, BO = 1, 2
MEMBER, HALL = Onlooker(Audience.MEMBER), Onlooker(Audience.HALL)
TEMPLATES = {
    "board.html": '<section id="board">{{ words }} {{ _("Stäng") }}</section>',
    "secret.html": '<section id="secret">{{ onlooker.group }} {{ secret }}</section>',
}


@dataclass(frozen=True)
class Said(log.Fact):
    kind: ClassVar[str] = "said"
    words: str


@dataclass(frozen=True)
class Whispered(log.Fact):
    kind: ClassVar[str] = "whispered"
    words: str


Fact = Said | Whispered


class User(UserMixin):  # type: ignore[misc]
    def __init__(self, number: str) -> None:
        self.id, self.key = number, f"sign-in of {number}"


def hear(session: Session, meeting_id: int, *facts: Fact, by: Actor | None) -> None:
    for fact in facts:
        log.append(session, fact, by=by)


def pulse(session: Session, meeting_id: int, kind: str, *, by: Actor | None) -> None:
    log.pulse(session, kind)


class Stage:
    """Everything behind the screens, and how often it was asked."""

    def __init__(self, url: str) -> None:
        self.app = Flask("klubba")
        self.app.secret_key, self.app.jinja_loader = "s", DictLoader(TEMPLATES)
        Babel(self.app)
        manager = LoginManager(self.app)
        manager.user_loader(User)
        self.sockets = SocketIO(self.app, async_mode="threading", manage_session=False)
        self.database = Database(url)
        Base.metadata.create_all(self.database.writer_engine)
        with self.database.writing() as session, session.begin():
            log.begin(session, 1)
            log.begin(session, 2)
        self.drawn: list[Onlooker] = []
        self.obeyed: list[str] = []
        self.lines: list[tuple[int, int, bool]] = []
        self.closed_to: set[int | None] = set()
        self.is_unsure = False
        self.live = self._live()
        self.writer = Writer(self.database, self.live.announce)

    def _live(self) -> Live:
        said, whispered = frozenset({"said", "sung"}), frozenset({"whispered"})
        return Live(
            self.app,
            self.sockets,
            self.database,
            panels=[
                Panel("board", "board.html", said, self._board),
                Panel(
                    "secret", "secret.html", whispered, self._secret, frozenset({Audience.CHAIR})
                ),
            ],
            tracks=[Track("words", said, lambda session, _meeting, _who: f"{_count(session)}..")],
            personals=[
                Personal("tally", said, lambda session, _meeting: {ANNA: _count(session)}),
                Personal("nudge", said, lambda _session, _meeting: {BO: "vakna"}, lasting=False),
            ],
            followers=[
                Follower(said, self._stumble),
                Follower(said, lambda entry: self.obeyed.append(entry.payload["words"])),
            ],
            may_watch=lambda _session, _meeting, _onlooker, person: person not in self.closed_to,
            shuts_out=self._shuts_out,
            line_changed=lambda *change: self.lines.append(change),
        )

    def _board(self, session: Session, meeting_id: int, onlooker: Onlooker) -> dict[str, Any]:
        self.drawn.append(onlooker)
        words = [entry.payload["words"] for entry in log.read(session, meeting_id)]
        return {"words": " ".join(word for word in words if not word.startswith("psst"))}

    def _secret(self, session: Session, meeting_id: int, _onlooker: Onlooker) -> dict[str, Any]:
        words = [entry.payload["words"] for entry in log.read(session, meeting_id)]
        return {"secret": " ".join(word for word in words if word.startswith("psst"))}

    def _shuts_out(self, _session: Session, _meeting: int, kinds: set[str]) -> bool:
        if self.is_unsure:
            raise ZeroDivisionError
        return "whispered" in kinds

    def _stumble(self, _entry: log.Entry) -> None:
        raise ZeroDivisionError

    def act(self, *facts: Fact, meeting: int = 1) -> None:
        self.writer.submit(meeting, hear, *facts, by=Actor(ANNA))

    def client(self, person: int | None) -> SocketIOTestClient:
        browser = self.app.test_client()
        if person is not None:
            with browser.session_transaction() as cookie:
                cookie["_user_id"] = str(person)
        return self.sockets.test_client(self.app, flask_test_client=browser)

    def watching(
        self, person: int | None, audience: str = "hall", **more: Any
    ) -> SocketIOTestClient:
        client = self.client(person)
        asked = {"meeting_id": 1, "audience": audience} | more
        answer: Any = client.emit("watch", asked, callback=True)
        assert "seq" in answer
        return client


def _count(session: Session) -> int:
    return sum(entry.kind == "said" for entry in log.read(session, 1))


def received(client: SocketIOTestClient, name: str) -> list[Any]:
    return [packet["args"][0] for packet in client.get_received() if packet["name"] == name]


def heard(client: SocketIOTestClient, name: str) -> list[Any]:
    """Everything, also by one whose line was cut afterwards."""
    return [packet["args"][0] for packet in vars(client)["queue"] if packet["name"] == name]


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    stage = Stage(database_url)
    yield stage
    stage.database.close()


def test_a_burst_becomes_one_patch_that_says_what_it_builds_upon(stage: Stage) -> None:
    hall = stage.watching(None)
    stage.act(Said("ett"), Said("två"))
    stage.act(Said("tre"))
    stage.live.flush()
    stage.act(Said("fyra"))
    stage.live.flush()
    first, second = received(hall, "patch")
    assert (first["prev"], first["seq"], second["prev"], second["seq"]) == (0, 3, 3, 4)
    assert first["panels"] == {"board": '<section id="board">ett två tre Stäng</section>'}
    assert second["seats"] == {"words": "4.."}


def test_the_first_page_and_the_catch_up_are_the_patch_letter_for_letter(stage: Stage) -> None:
    hall = stage.watching(None)
    stage.act(Said("ett"))
    stage.live.flush()
    (patch,) = received(hall, "patch")
    assert stage.live.seen(1, HALL) == {name: patch[name] for name in ("seq", "panels", "seats")}


def test_an_audience_gets_nothing_that_another_alone_may_see(stage: Stage) -> None:
    chair, hall = stage.watching(ANNA, "chair"), stage.watching(None)
    stage.act(Said("hej"), Whispered("psst"))
    stage.live.flush()
    (to_chair,), (to_hall,) = received(chair, "patch"), received(hall, "patch")
    assert to_chair["panels"]["secret"] == '<section id="secret">None psst</section>'
    assert "psst" not in str(to_hall)
    assert to_hall["seq"] == to_chair["seq"] == 2


def test_each_group_and_language_is_drawn_for_itself_and_only_where_somebody_looks(
    stage: Stage,
) -> None:
    stage.watching(ANNA, "support", group="S")
    stage.watching(ANNA, "support", group="S")
    stage.watching(BO, "support", group="M")
    stage.watching(BO, "member", language="en", group="S")
    stage.drawn.clear()
    stage.act(Said("hej"))
    stage.live.flush()
    support = {Onlooker(Audience.SUPPORT, group) for group in ("S", "M")}
    assert set(stage.drawn) == support | {Onlooker(Audience.MEMBER, None, "en")}
    assert len(stage.drawn) == 3


def test_a_patch_claims_no_more_than_it_was_drawn_for(stage: Stage) -> None:
    """What was committed while it was drawn is told by the next."""
    hall = stage.watching(None)
    stage.act(Said("ett"))
    news, stage.live._news = stage.live._news, {}
    stage.act(Whispered("psst"))
    later, stage.live._news = stage.live._news, news
    stage.live.flush()
    stage.live._news = later
    stage.live.flush()
    assert [(patch["prev"], patch["seq"]) for patch in received(hall, "patch")] == [(0, 1), (1, 2)]


def test_a_herd_costs_one_drawing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.live.drawing.KEPT", 600)  # however slowly they come
    for _ in range(150):
        stage.live.seen(1, MEMBER)
    stage.act(Said("hej"))
    for _ in range(150):
        assert stage.live.seen(1, MEMBER)["seq"] == 1
    assert stage.drawn == [MEMBER, MEMBER]


def test_a_pulse_redraws_what_follows_it(stage: Stage) -> None:
    hall = stage.watching(None)
    stage.writer.submit(1, pulse, "sung", by=None)
    stage.live.flush()
    (patch,) = received(hall, "patch")
    assert (patch["seq"], list(patch["panels"])) == (1, ["board"])


def test_what_a_follower_stumbles_over_holds_up_nobody(stage: Stage) -> None:
    hall = stage.watching(None)
    stage.act(Said("hej"))
    stage.live.flush()
    assert stage.obeyed == ["hej"]
    assert len(received(hall, "patch")) == 1


def test_what_is_mine_comes_to_me_alone_and_only_when_it_has_changed(stage: Stage) -> None:
    anna, bo = stage.watching(ANNA, "member"), stage.watching(BO, "member")
    stage.act(Said("hej"))
    stage.live.flush()
    stage.act(Whispered("psst"))
    stage.live.flush()
    assert received(anna, "me") == [{"meeting_id": 1, "seq": 1, "me": {"tally": 1}}]
    assert received(bo, "me") == [{"meeting_id": 1, "seq": 1, "me": {"nudge": "vakna"}}]
    assert stage.live.me(1, ANNA) == {"seq": 2, "me": {"tally": 1}}
    assert stage.live.me(1, BO) == {"seq": 2, "me": {}}


def test_the_heartbeat_reads_the_database_itself(stage: Stage) -> None:
    hall, elsewhere = stage.watching(None), stage.watching(None, meeting_id=2)
    stage.act(Said("hej"))
    stage.live.beat()
    assert [head["seq"] for head in received(hall, "head")] == [1]
    assert [head["seq"] for head in received(elsewhere, "head")] == [0]


def test_a_right_that_is_gone_is_gone_at_the_next_asking(stage: Stage) -> None:
    bo = stage.watching(BO, "member")
    stage.closed_to.add(BO)
    asked = {"meeting_id": 1, "audience": "member"}
    assert bo.emit("watch", asked, callback=True) == {"error": "access"}


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        "hej",
        [],
        {},
        {"meeting_id": "ett", "audience": "hall"},
        {"meeting_id": True, "audience": "hall"},
        {"meeting_id": -1, "audience": "hall"},
        {"meeting_id": 2**63, "audience": "hall"},
        {"meeting_id": 1, "audience": "everybody"},
        {"meeting_id": 1, "audience": ["hall"]},
        {"meeting_id": 1, "audience": "hall", "language": "xx"},
        {"meeting_id": 1, "audience": "support", "group": {"a": 1}},
        {"meeting_id": 1, "audience": "support", "group": "S" * 1000},
    ],
)
def test_nonsense_is_refused_and_joins_nothing(stage: Stage, nonsense: object) -> None:
    hall = stage.client(None)
    assert hall.emit("watch", nonsense, callback=True) == {"error": "input"}
    stage.act(Said("hej"))
    stage.live.flush()
    assert hall.get_received() == []


def test_whoever_is_shut_out_hears_nothing_of_what_follows(stage: Stage) -> None:
    anna, bo, elsewhere = stage.watching(ANNA), stage.watching(BO), stage.client(BO)
    elsewhere.emit("watch", {"meeting_id": 2, "audience": "hall"}, callback=True)
    stage.act(Said("ett"))
    stage.live.flush()
    stage.closed_to = {BO}
    stage.act(Said("två"))  # nothing that shuts anybody out: nobody is asked again
    stage.live.flush()
    stage.act(Whispered("psst"), Said("tre"))
    stage.live.flush()
    assert [patch["seq"] for patch in heard(bo, "patch")] == [1, 2]
    assert [patch["seq"] for patch in heard(anna, "patch")] == [1, 2, 4]
    assert (bo.is_connected(), anna.is_connected(), elsewhere.is_connected()) == (False, True, True)
    assert stage.lines[-1] == (1, BO, False)


def test_nobody_is_told_anything_until_it_is_known_who_may_hear(stage: Stage) -> None:
    anna, bo = stage.watching(ANNA), stage.watching(BO)
    stage.closed_to, stage.is_unsure = {BO}, True
    stage.act(Whispered("psst"), Said("ett"))
    stage.live.flush()
    assert (heard(anna, "patch"), heard(bo, "patch")) == ([], [])
    stage.is_unsure = False
    stage.live.flush()
    assert [patch["seq"] for patch in heard(anna, "patch")] == [2]
    assert (heard(bo, "patch"), bo.is_connected()) == ([], False)
    assert stage.obeyed == ["ett"]


def test_whoever_comes_in_while_the_doors_close_is_asked_again(stage: Stage) -> None:
    """May watch when asked, may not when joined: between the two nothing falls."""
    bo, ask = stage.client(BO), stage.live.may_watch

    def while_the_doors_close(*asked: Any) -> bool:
        answer = ask(*asked)
        stage.live.may_watch, stage.closed_to = ask, {BO}
        stage.act(Whispered("psst"))
        stage.live.flush()
        return answer

    stage.live.may_watch = while_the_doors_close
    asked = {"meeting_id": 1, "audience": "hall"}
    assert bo.emit("watch", asked, callback=True) == {"error": "access"}
    stage.act(Said("ett"))
    stage.live.flush()
    assert heard(bo, "patch") == []
    assert stage.live.watchers.meetings() == set()


def test_a_revoked_sign_in_is_deaf_at_once(stage: Stage) -> None:
    bo, anna = stage.watching(BO, "member"), stage.watching(ANNA, "member")
    stage.live.drop(f"sign-in of {BO}")
    stage.act(Said("hej"))
    stage.live.flush()
    assert not bo.is_connected()
    assert len(received(anna, "patch")) == 1


def test_a_device_that_turns_to_another_meeting_hears_the_first_no_more(stage: Stage) -> None:
    bo = stage.watching(BO, "member")
    bo.emit("watch", {"meeting_id": 2, "audience": "member"}, callback=True)
    stage.act(Said("hej"))
    stage.live.flush()
    assert received(bo, "patch") == []
    assert stage.lines == [(1, BO, True), (1, BO, False), (2, BO, True)]


def test_the_line_is_there_as_long_as_one_device_is(stage: Stage) -> None:
    tablet, phone = stage.watching(BO, "member"), stage.watching(BO, "member")
    tablet.disconnect()
    assert stage.lines == [(1, BO, True), (1, BO, True)]
    phone.disconnect()
    assert stage.lines[2:] == [(1, BO, False)]


def test_the_hall_and_a_panel_know_nobody(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for the first page, the drawing is the same: the asker is not known in it."""
    monkeypatch.setitem(TEMPLATES, "board.html", "{{ current_user.is_authenticated }}")
    view: Callable[[], str] = lambda: stage.live.view(1, HALL)["panels"]["board"]  # noqa: E731
    browser = stage.app.test_client()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = str(BO)
    stage.app.add_url_rule("/page", "page", view)
    assert browser.get("/page").text == view() == "False"
