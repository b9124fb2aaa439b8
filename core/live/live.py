import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask, render_template, request
from flask_babel import force_locale
from flask_login import current_user
from flask_socketio import SocketIO, join_room, leave_room
from sqlalchemy.orm import Session

from core import log
from core.actor import Audience, Onlooker
from core.db import Database
from core.live.pieces import Follower, Panel, Personal, Track
from core.live.watchers import Watch, Watchers, room
from core.log import Entry, Pulse

log_book = logging.getLogger(__name__)

PAUSE = 0.1  # never more than ten patches a second, however fast the meeting
MayWatch = Callable[[Session, int, Onlooker, int | None], bool]
LineChanged = Callable[[int, int, bool], None]  # meeting, person, is the line there?


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
        line_changed: LineChanged = lambda _meeting, _person, _here: None,
    ) -> None:
        self.app, self.socketio, self.database = app, socketio, database
        self.panels, self.tracks = list(panels), list(tracks)
        self.personals, self.followers = list(personals), list(followers)
        self.may_watch, self.line_changed = may_watch, line_changed
        self.watchers = Watchers()
        self._news: dict[int, list[Entry | Pulse]] = {}
        self._sent: dict[str, int] = {}
        self._wake = threading.Event()
        socketio.on_event("watch", self._watch)
        socketio.on_event("disconnect", self._disconnect)

    def announce(self, meeting_id: int, news: list[Entry | Pulse]) -> None:
        """Called by the writer after the commit.  Must not fail, and returns at once."""
        self._news.setdefault(meeting_id, []).extend(news)
        self._wake.set()

    def flush_forever(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            try:
                self.flush()
            except Exception:
                log_book.exception("A screen was not redrawn; clients catch up by seq.")
            time.sleep(PAUSE)

    def flush(self) -> None:
        fresh, self._news = self._news, {}
        for meeting_id, news in fresh.items():
            self._obey(news)
            self._tell(news)
            self._patch(meeting_id, {item.kind for item in news})

    def _obey(self, news: list[Entry | Pulse]) -> None:
        for entry in news:
            for follower in self.followers:
                if isinstance(entry, Entry) and entry.kind in follower.follows:
                    follower.obey(entry)

    def _tell(self, news: list[Entry | Pulse]) -> None:
        for entry in news:
            for personal in self.personals:
                if isinstance(entry, Entry) and entry.kind in personal.follows:
                    for person_id, message in personal.tell(entry):
                        to = f"person:{person_id}"
                        self.socketio.emit("me", {"meeting_id": entry.meeting_id} | message, to=to)

    def _patch(self, meeting_id: int, kinds: set[str]) -> None:
        """One patch per audience, however many watch and however much happened."""
        for onlooker in self.watchers.onlookers(meeting_id):
            to = room(meeting_id, onlooker)
            patch = self.view(meeting_id, onlooker, kinds) | {"prev": self._sent.get(to, 0)}
            self.socketio.emit("patch", patch, to=to)
            self._sent[to] = patch["seq"]

    def view(
        self, meeting_id: int, onlooker: Onlooker, kinds: set[str] | None = None
    ) -> dict[str, Any]:
        """Everything this onlooker sees, or only what these kinds of news may have changed."""
        with (
            self.app.test_request_context(),  # addresses in panels are relative: any host will do
            force_locale(onlooker.language),
            self.database.reading() as session,
        ):
            return {
                "seq": log.seq(session, meeting_id),
                "panels": {
                    panel.name: render_template(
                        panel.template,
                        onlooker=onlooker,
                        meeting_id=meeting_id,
                        **panel.context(session, meeting_id, onlooker),
                    )
                    for panel in self.panels
                    if onlooker.audience in panel.audiences and _touched(panel.follows, kinds)
                },
                "seats": {
                    track.name: track.seats(session, meeting_id, onlooker)
                    for track in self.tracks
                    if _touched(track.follows, kinds)
                },
            }

    def _watch(self, message: dict[str, Any]) -> dict[str, Any]:
        """Asked on every connect and reconnect, so a right that is gone is gone."""
        meeting_id = int(message["meeting_id"])
        onlooker = Onlooker(
            Audience(message["audience"]), message.get("group"), message.get("language", "sv")
        )
        person = int(current_user.id) if current_user.is_authenticated else None
        sid = request.sid  # type: ignore[attr-defined]
        with self.database.reading() as session:
            if not self.may_watch(session, meeting_id, onlooker, person):
                return {"error": "access"}
            self._join(sid, Watch(meeting_id, onlooker, person, getattr(current_user, "key", None)))
            return {"seq": log.seq(session, meeting_id), "now": time.time()}

    def _join(self, sid: str, watch: Watch) -> None:
        if (before := self.watchers.remove(sid)) and before.room != watch.room:
            leave_room(before.room)
        self.watchers.add(sid, watch)
        join_room(watch.room)
        if watch.person_id is not None:
            join_room(f"person:{watch.person_id}")
            self.line_changed(watch.meeting_id, watch.person_id, True)

    def _disconnect(self, _reason: object = None) -> None:
        watch = self.watchers.remove(request.sid)  # type: ignore[attr-defined]
        if watch and watch.person_id is not None:
            self.line_changed(watch.meeting_id, watch.person_id, False)

    def drop(self, sign_in: str) -> None:
        """Signed out or revoked: deaf at once."""
        for sid in self.watchers.sockets_of(sign_in):
            vars(self.socketio)["server"].disconnect(sid)


def _touched(follows: frozenset[str], kinds: set[str] | None) -> bool:
    return kinds is None or not follows.isdisjoint(kinds)
