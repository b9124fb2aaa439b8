"""An evening seen from every screen at once: what the patches have made of a page is what a fresh
page shows, and nobody's page betrays what is not yet told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask_socketio import SocketIOTestClient

from core import clock
from core.actor import Audience, Onlooker
from meetings.actions.lines import lose_line, regain_line
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, Clients, new_world
from web.app import create_app
from web.config import Config

ITEM, EVA, PER = 3, 4, 6  # Eva (C, seat 4) in the hall; Per (S, seat 6) at a distance
START = datetime(2026, 12, 14, 18, 0, tzinfo=UTC)
SEATS = range(21, 0, -1)  # the chair, in seat 1, votes last
NUMBERS = re.compile(r"\d+")
SEAT_STATES = re.compile(r' data-(presence|hand|vote|line)="."')
WATCHERS = {
    Onlooker(Audience.CHAIR): ANNA,
    Onlooker(Audience.CLERK): KLARA,
    Onlooker(Audience.MEMBER): BO,
    Onlooker(Audience.MEMBER, None, "en"): EVA,
    Onlooker(Audience.HALL): None,
    Onlooker(Audience.SUPPORT, "S"): PIA,
    Onlooker(Audience.SUPPORT, "V"): KLARA,
    Onlooker(Audience.SUPPORT, "C"): KLARA,
}
IN_PUBLIC = (Onlooker(Audience.HALL), Onlooker(Audience.MEMBER))


def drawn(html: str) -> str:
    """Without what the seat strings put on the seats by themselves."""
    return SEAT_STATES.sub("", html)


@dataclass
class Screen:
    """A page in a browser without the browser: the first page, and every patch put into it."""

    socket: SocketIOTestClient
    panels: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    heard: list[dict[str, Any]] = field(default_factory=list)

    def take_in(self) -> None:
        for packet in self.socket.get_received():
            if packet["name"] == "patch":
                patch = packet["args"][0]
                self.panels |= patch["panels"]
                self.seats |= patch["seats"]
                self.heard.append(patch)


class Evening:
    def __init__(self, folder: Path, *, compares: bool = False) -> None:
        self.compares = compares
        config = Config(
            f"sqlite:///{folder}/t.db",
            data=folder,
            async_mode="threading",
            background=False,
            rate_limits=False,
        )
        self.app, self.sockets = create_app(config)
        self.app.config["WTF_CSRF_ENABLED"] = False
        self.time = START
        self.stale: set[tuple[str, str, str]] = set()
        with clock.set_to(self.now):
            new_world(self.app.extensions["database"])
            self.clients, self.live = Clients(self.app), self.app.extensions["live"]
            for person in SEATS:
                self.clients.sign_in(person)  # before anybody looks: a desk sees who is signed in
            self.screens = {who: self._screen(who, person) for who, person in WATCHERS.items()}

    def now(self) -> datetime:
        return self.time

    def _screen(self, onlooker: Onlooker, person: int | None) -> Screen:
        browser = self.clients.sign_in(person) if person else self.app.test_client()
        socket = self.sockets.test_client(self.app, flask_test_client=browser)
        asked = {"meeting_id": OPEN, "audience": onlooker.audience, "group": onlooker.group}
        asked["language"] = onlooker.language
        assert "seq" in socket.emit("watch", asked, callback=True)
        seen = self.live.view(OPEN, onlooker)
        return Screen(socket, seen["panels"], seen["seats"])

    def act(self, person: int, method: str, url: str, /, **form: Any) -> int | None:
        """One act, ten seconds later than the last; its number if it made something."""
        self.time += timedelta(seconds=10)
        with clock.set_to(self.now):
            answer = self.clients.act(person, method, f"/meetings/{OPEN}/{url}", **form)
            assert answer.status_code == 200, (url, answer.json)
            self._everybody_looks(url)
        return answer.json["made"]  # type: ignore[no-any-return]

    def line(self, person: int, is_there: bool) -> None:
        self.time += timedelta(seconds=10)
        with clock.set_to(self.now):
            action = regain_line if is_there else lose_line
            self.app.extensions["writer"].submit(OPEN, action, person, by=None)
            self._everybody_looks("line")

    def _everybody_looks(self, after: str) -> None:
        """Notes what a patched page shows otherwise than a fresh one, and after what."""
        self.live.flush()
        for onlooker, screen in self.screens.items():
            screen.take_in()
            if not self.compares:
                continue
            fresh = self.live.view(OPEN, onlooker)
            for kind, shown in (("panels", screen.panels), ("seats", screen.seats)):
                for name in fresh[kind]:
                    if drawn(shown[name]) != drawn(fresh[kind][name]):
                        self.stale.add((onlooker.audience, name, NUMBERS.sub("N", after)))
                shown.update(fresh[kind])

    def close(self) -> None:
        self.app.extensions["database"].close()
        self.app.extensions["workers"].close()


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    evening = Evening(tmp_path, compares=True)
    yield evening
    evening.close()


def roll(evening: Evening) -> None:
    evening.line(BO, is_there=True)
    evening.line(PER, is_there=True)
    evening.act(ANNA, "DELETE", "attendance", person=9, confirmed=1)
    evening.act(ANNA, "PUT", "recusals/10")


def debate(evening: Evening) -> None:
    first = evening.act(EVA, "POST", "requests", item=ITEM, kind="speech")
    second = evening.act(BO, "POST", "requests", item=ITEM, kind="speech")
    evening.act(PER, "POST", "requests", item=ITEM, kind="point_of_order")
    third = evening.act(8, "POST", "requests", item=ITEM, kind="speech")
    speech = evening.act(ANNA, "PUT", f"requests/{first}/floor")
    evening.act(ANNA, "PUT", f"speeches/{speech}/end")
    speech = evening.act(ANNA, "PUT", f"requests/{second}/floor")
    evening.act(EVA, "POST", "requests", item=ITEM, kind="reply", reply_to=speech)
    evening.act(ANNA, "PUT", f"speeches/{speech}/end")
    evening.act(ANNA, "PUT", f"items/{ITEM}/list-closing")
    evening.act(8, "DELETE", f"requests/{third}")
    evening.line(PER, is_there=False)
    evening.line(PER, is_there=True)
    evening.act(ANNA, "PUT", "seats/6/identity", how="picture")


def help_is_asked_for(evening: Evening, by: int, reason: str) -> None:
    call = evening.act(by, "POST", "help-calls", reason=reason)
    evening.act(KLARA, "PUT", f"help-calls/{call}/answer")
    evening.act(by, "PUT", "open-document", follows=1)
    evening.act(KLARA, "PUT", f"help-calls/{call}/end")


def proposals(evening: Evening) -> list[int]:
    step(evening, "debate", "proposals")
    url = f"items/{ITEM}/proposals"
    adopt = evening.act(KLARA, "POST", url, kind="adopt", text="Bygg den.", proposer="Nämnden")
    other = evening.act(BO, "POST", url, kind="amend", text="Bygg den större.")
    evening.act(BO, "DELETE", f"proposals/{other}")
    reject = evening.act(EVA, "POST", url, kind="reject", text="Bygg den inte.")
    return [number for number in (adopt, reject) if number]


def step(evening: Evening, before: str, after: str) -> None:
    evening.act(ANNA, "PUT", f"items/{ITEM}/step", step=after, before=before, confirmed=1)


def vote(evening: Evening, choices: dict[int, str]) -> None:
    number = evening.act(ANNA, "POST", "votes", item=ITEM, confirmed=1)
    evening.act(ANNA, "POST", f"votes/{number}/reminders")
    for person, choice in choices.items():
        evening.act(person, "PUT", f"votes/{number}/ballot", choice=choice)
    evening.act(ANNA, "PUT", f"votes/{number}/closing", confirmed=1)
    evening.act(ANNA, "DELETE", f"votes/{number}/closing")
    evening.act(ANNA, "PUT", f"votes/{number}/closing", confirmed=1)


@pytest.mark.timeout(400)
def test_a_patched_page_is_a_fresh_page_all_evening(evening: Evening) -> None:
    roll(evening)
    debate(evening)
    help_is_asked_for(evening, PER, "no_sound")
    proposals(evening)
    evening.act(ANNA, "POST", "adjournments", until="19:30", reason="Paus")
    evening.act(ANNA, "PUT", "resumption")
    vote(evening, dict.fromkeys((21, 20, PER, EVA, BO), "yes"))
    evening.time += timedelta(minutes=1)
    evening.act(ANNA, "PUT", "votes/1/closure")
    assert sorted(evening.stale) == []


@pytest.mark.parametrize("choices", [("yes", "no")])
def test_no_screen_betrays_how_anybody_votes_before_the_closing(
    tmp_path: Path, choices: tuple[str, str]
) -> None:
    """Two evenings that differ in nothing but the answers look the same on every screen."""
    told = []
    for choice in choices:
        (folder := tmp_path / choice).mkdir()
        evening = Evening(folder)
        proposals(evening)
        vote(evening, dict.fromkeys(SEATS, choice))
        told.append({who: screen.heard for who, screen in evening.screens.items()})
        evening.close()
    for onlooker in WATCHERS:
        assert told[0][onlooker] == told[1][onlooker], onlooker


def test_a_secretary_sees_nothing_of_what_another_partys_members_need(tmp_path: Path) -> None:
    """Per (S) or Bo (V) asks for help: the desk of C hears the same."""
    told = []
    for person, reason in ((PER, "no_sound"), (BO, "other")):
        (folder := tmp_path / reason).mkdir()
        evening = Evening(folder)
        help_is_asked_for(evening, person, reason)
        others = [Onlooker(Audience.SUPPORT, "C"), *IN_PUBLIC]
        told.append([evening.screens[who].heard for who in others])
        evening.close()
    assert told[0] == told[1]
