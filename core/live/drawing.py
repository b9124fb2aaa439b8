"""Drawing: what an onlooker sees of a meeting, and what one person alone is shown.

Every reading is one snapshot of the database, and `seq` is read in it: the drawing is never newer
or older than the number it carries.
"""

import json
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from flask import Flask, g, render_template
from flask_babel import force_locale
from sqlalchemy.orm import Session

from core import log
from core.actor import Onlooker
from core.db import Database
from core.live.pieces import Panel, Personal, Track

KEPT = 1.0  # seconds that a drawing may be handed out again while `seq` stands still
Drawn = dict[str, Any]


class Drawing:
    def __init__(
        self,
        app: Flask,
        database: Database,
        *,
        panels: Iterable[Panel],
        tracks: Iterable[Track],
        personals: Iterable[Personal],
    ) -> None:
        self.app, self.database = app, database
        self.panels, self.tracks, self.personals = list(panels), list(tracks), list(personals)
        _each_name_once(self.panels)
        self._kept = Kept()
        self._told: dict[tuple[int, str], dict[int, Any]] = {}

    def seen(self, meeting_id: int, onlooker: Onlooker) -> Drawn:
        """Everything, for a first page or a catch-up: a herd costs one drawing."""
        where = (meeting_id, onlooker)
        return self._kept.get(where, self._seq(meeting_id), lambda: self.view(*where))

    def written(self, meeting_id: int, onlooker: Onlooker, seq: int) -> bytes:
        """The same as JSON, not older than `seq`: thousands ask, and it is written out once."""

        def write() -> Drawn:
            seen = self.seen(meeting_id, onlooker)
            return {"seq": seen["seq"], "body": json.dumps(seen, ensure_ascii=False).encode()}

        body: bytes = self._kept.get(("written", meeting_id, onlooker), seq, write)["body"]
        return body

    def view(self, meeting_id: int, onlooker: Onlooker, kinds: set[str] | None = None) -> Drawn:
        """Everything this onlooker sees, or only what these kinds of news may have changed."""
        with (
            self.app.app_context(),  # a page of its own: whoever asked is not known in here
            self.app.test_request_context(),  # addresses in panels are relative: any host will do
            force_locale(onlooker.language),
            self.database.reading() as session,
        ):
            g.shared = True
            return {
                "seq": log.seq(session, meeting_id),
                "panels": {
                    panel.name: self._panel(panel, session, meeting_id, onlooker)
                    for panel in self.panels
                    if onlooker.audience in panel.audiences and touched(panel.follows, kinds)
                },
                "seats": {
                    track.name: track.seats(session, meeting_id, onlooker)
                    for track in self.tracks
                    if touched(track.follows, kinds)
                },
            }

    def _panel(self, panel: Panel, session: Session, meeting_id: int, onlooker: Onlooker) -> str:
        time.sleep(0)  # let the others in: a screen is many panels
        context = panel.context(session, meeting_id, onlooker)
        return render_template(panel.template, onlooker=onlooker, meeting_id=meeting_id, **context)

    def me(self, meeting_id: int, person_id: int) -> Drawn:
        """What this person alone is shown, by the name of each `Personal`."""
        all_of_them = self._kept.get(
            (meeting_id, "me"), self._seq(meeting_id), lambda: self._everybody(meeting_id)
        )
        states = all_of_them["states"]
        mine = {name: state[person_id] for name, state in states.items() if person_id in state}
        return {"seq": all_of_them["seq"], "me": mine}

    def _everybody(self, meeting_id: int) -> Drawn:
        with self.database.reading() as session:
            return {
                "seq": log.seq(session, meeting_id),
                "states": {
                    personal.name: personal.state(session, meeting_id)
                    for personal in self.personals
                    if personal.lasting
                },
            }

    def changed(self, meeting_id: int, kinds: set[str]) -> Iterator[tuple[int, Drawn]]:
        """To whom something new is to be said: (person, message)."""
        changes: dict[int, Drawn] = defaultdict(dict)
        with self.database.reading() as session:
            seq = log.seq(session, meeting_id)
            for personal in self.personals:
                if touched(personal.follows, kinds):
                    state = personal.state(session, meeting_id)
                    before = self._before(meeting_id, personal, state)
                    for person in before.keys() | state.keys():
                        if before.get(person) != state.get(person):
                            changes[person][personal.name] = state.get(person)
        for person, me in changes.items():
            yield person, {"meeting_id": meeting_id, "seq": seq, "me": me}

    def _before(self, meeting_id: int, personal: Personal, state: dict[int, Any]) -> dict[int, Any]:
        if not personal.lasting:
            return {}
        where = (meeting_id, personal.name)
        before = self._told.get(where, {})
        self._told[where] = state
        return before

    def _seq(self, meeting_id: int) -> int:
        return next((row.seq for row in self.database.ask(log.SEQ, meeting=meeting_id)), 0)


def _each_name_once(panels: list[Panel]) -> None:
    """A screen has one section of each name."""
    names = Counter((panel.name, audience) for panel in panels for audience in panel.audiences)
    if twice := [f"{name} ({audience})" for (name, audience), times in names.items() if times > 1]:
        raise ValueError(f"Two panels of one name: {', '.join(sorted(twice))}")


class Kept:
    """What was just made is handed out again, and whoever asks meanwhile waits for it."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[float, Drawn]] = {}
        self._turns: dict[Hashable, threading.Lock] = defaultdict(threading.Lock)

    def get(self, what: Hashable, seq: int, make: Callable[[], Drawn]) -> Drawn:
        with self._turns[what]:
            at, made = self._made.get(what, (0.0, {"seq": -1}))
            if made["seq"] < seq or time.monotonic() - at > KEPT:
                made = make()
                self._made[what] = time.monotonic(), made
            return made


def touched(follows: frozenset[str], kinds: set[str] | None) -> bool:
    return kinds is None or not follows.isdisjoint(kinds)
