import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, request
from flask_login import current_user
from flask_socketio import SocketIO, join_room, leave_room
from sqlalchemy.orm import Session

from core import log
from core.actor import Onlooker
from core.db import Database
from core.errors import BadInput
from core.live.asking import onlooker_from, whole_number
from core.live.drawing import Drawing, Drawn
from core.live.pieces import Follower, Panel, Personal, Track
from core.live.watchers import Watch, Watchers, room
from core.log import Entry, Pulse

log_book = logging.getLogger(__name__)

PAUSE = 0.1  # never more than ten patches a second, however fast the meeting
BEAT = 3.0  # seconds between heartbeats; a screen that hears none for 7 s connects anew
RESTART = 2.0  # seconds within which screens come back after a restart, each at its own moment
MayWatch = Callable[[Session, int, Onlooker, int | None], bool]
ShutsOut = Callable[[Session, int, set[str]], bool]  # meeting, kinds of news: must somebody leave?
LineChanged = Callable[[int, int, bool], None]  # meeting, person, is the line there?
News = list[Entry | Pulse]


class Live:
    def __init__(
        self,
        app: Flask,
        socketio: SocketIO,
        database: Database,
        *,
        panels: Iterable[Panel],
        tracks: Iterable[Track],
        personals: Iterable[Personal],
        followers: Iterable[Follower],
        may_watch: MayWatch,
        shuts_out: ShutsOut = lambda _session, _meeting, _kinds: False,
        line_changed: LineChanged = lambda _meeting, _person, _here: None,
    ) -> None:
        self.socketio, self.database = socketio, database
        self.drawing = Drawing(app, database, panels=panels, tracks=tracks, personals=personals)
        self.followers = list(followers)
        self.may_watch, self.line_changed = may_watch, line_changed
        self._shuts_out, self._times_shut = shuts_out, 0
        self.watchers = Watchers()
        self._news: dict[int, News] = {}
        self._sent: dict[str, int] = {}
        self._wake = threading.Event()
        socketio.on_event("watch", self._watch)
        socketio.on_event("disconnect", self._disconnect)

    def view(self, meeting_id: int, onlooker: Onlooker, kinds: set[str] | None = None) -> Drawn:
        return self.drawing.view(meeting_id, onlooker, kinds)

    def seen(self, meeting_id: int, onlooker: Onlooker) -> Drawn:
        """For first pages and catch-ups: one drawing for all who ask while nothing happens."""
        return self.drawing.seen(meeting_id, onlooker)

    def written(self, meeting_id: int, onlooker: Onlooker, seq: int) -> bytes:
        """The same as JSON, for thousands."""
        return self.drawing.written(meeting_id, onlooker, seq)

    def me(self, meeting_id: int, person_id: int) -> Drawn:
        return self.drawing.me(meeting_id, person_id)

    def announce(self, meeting_id: int, news: News) -> None:
        """Called by the writer after the commit.  Must not fail, and returns at once."""
        self._news.setdefault(meeting_id, []).extend(news)
        self._wake.set()

    def flush_forever(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            self.flush()
            time.sleep(PAUSE)

    def flush(self) -> None:
        """What one meeting, one follower or one screen stumbles over holds up nobody else."""
        fresh, self._news = self._news, {}
        for meeting_id, news in fresh.items():
            if not _carefully(self._shut_out, meeting_id, _kinds(news)):
                self.announce(meeting_id, news)  # nobody is told before we know who may hear
                continue
            self._obey(news)
            for onlooker in self.watchers.onlookers(meeting_id):
                _carefully(self._patch, meeting_id, onlooker, news)
            _carefully(self._tell, meeting_id, news)  # whoever acted has the receipt already

    def _shut_out(self, meeting_id: int, kinds: set[str]) -> None:
        """Whose right is gone with this news is deaf before any of it is told."""
        with self.database.reading() as session:
            if not self._shuts_out(session, meeting_id, kinds):
                return
            self._times_shut += 1
            out = [
                sid
                for sid, watch in self.watchers.of(meeting_id)
                if not self.may_watch(session, meeting_id, watch.onlooker, watch.person_id)
            ]
        for sid in out:
            self._hang_up(sid)

    def _obey(self, news: News) -> None:
        for entry in news:
            for follower in self.followers:
                if isinstance(entry, Entry) and entry.kind in follower.follows:
                    _carefully(follower.obey, entry)

    def _tell(self, meeting_id: int, news: News) -> None:
        for person_id, message in self.drawing.changed(meeting_id, _kinds(news)):
            self.socketio.emit("me", message, to=_person(person_id))

    def _patch(self, meeting_id: int, onlooker: Onlooker, news: News) -> None:
        """One patch per audience, however many watch and however much happened.

        It claims no more than the news it was drawn for, though what is drawn may be newer.
        """
        to = room(meeting_id, onlooker)
        patch = self.view(meeting_id, onlooker, _kinds(news))
        patch |= {"seq": max(item.seq for item in news), "prev": self._sent.get(to, 0)}
        self.socketio.emit("patch", patch, to=to)
        self._sent[to] = patch["seq"]

    def beat_forever(self) -> None:
        while True:
            _carefully(self.beat)
            time.sleep(BEAT)

    def beat(self) -> None:
        """Each process says what it reads itself, so that a lost message is noticed."""
        meetings = self.watchers.meetings()
        with self.database.reading() as session:
            heads = {meeting: log.seq(session, meeting) for meeting in meetings}
        for meeting, seq in heads.items():
            self.socketio.emit("head", {"seq": seq, "now": time.time()}, to=_meeting(meeting))

    def say_goodbye(self) -> None:
        """We restart: everybody is told to come back, not all at the same moment."""
        self.socketio.emit("restart", {"in": RESTART})

    def _watch(self, message: object = None) -> dict[str, Any]:
        """Asked on every connect and reconnect, so a right that is gone is gone."""
        try:
            meeting_id, onlooker = _asked(message)
        except BadInput:
            return {"error": "input"}
        person = int(current_user.id) if current_user.is_authenticated else None
        before = self._times_shut
        with self.database.reading() as session:
            if not self.may_watch(session, meeting_id, onlooker, person):
                return {"error": "access"}
        sid = request.sid  # type: ignore[attr-defined]
        self._join(sid, Watch(meeting_id, onlooker, person, getattr(current_user, "key", None)))
        with self.database.reading() as session:  # after joining, so that nothing falls between
            if before != self._times_shut and not self.may_watch(
                session, meeting_id, onlooker, person
            ):
                self._leave(sid)
                return {"error": "access"}
            return {"seq": log.seq(session, meeting_id), "now": time.time()}

    def _join(self, sid: str, watch: Watch) -> None:
        if self.watchers.watch_of(sid) != watch:
            self._leave(sid)
        self.watchers.add(sid, watch)
        for entered in _rooms(watch):
            join_room(entered)
        if watch.person_id is not None:
            self.line_changed(watch.meeting_id, watch.person_id, True)

    def _leave(self, sid: str) -> None:
        if before := self.watchers.remove(sid):
            for left in _rooms(before):
                leave_room(left)
            self._gone(before)

    def _disconnect(self, _reason: object = None) -> None:
        if watch := self.watchers.remove(request.sid):  # type: ignore[attr-defined]
            self._gone(watch)

    def _gone(self, watch: Watch) -> None:
        """The line is there as long as one of the person's devices is."""
        person = watch.person_id
        if person is not None and not self.watchers.is_here(watch.meeting_id, person):
            self.line_changed(watch.meeting_id, person, False)

    def drop(self, sign_in: str) -> None:
        """Signed out or revoked: deaf at once."""
        for sid in self.watchers.sockets_of(sign_in):
            self._hang_up(sid)

    def _hang_up(self, sid: str) -> None:
        vars(self.socketio)["server"].disconnect(sid)


def _carefully(step: Callable[..., None], *args: object) -> bool:
    """Did it go well?"""
    try:
        step(*args)
    except Exception:
        log_book.exception("The wire stumbled; screens catch up by seq.")
        return False
    return True


def _asked(message: object) -> tuple[int, Onlooker]:
    if not isinstance(message, dict):
        raise BadInput("Det som skickades gick inte att förstå.")
    return whole_number(message.get("meeting_id"), "meeting_id"), onlooker_from(message)


def _kinds(news: News) -> set[str]:
    return {item.kind for item in news}


def _rooms(watch: Watch) -> list[str]:
    own = [] if watch.person_id is None else [_person(watch.person_id)]
    return [watch.room, _meeting(watch.meeting_id), *own]


def _meeting(meeting_id: int) -> str:
    return f"meeting:{meeting_id}"


def _person(person_id: int) -> str:
    return f"person:{person_id}"
