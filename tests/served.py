"""Lillköping on a real server of its own, which can be killed, and people at its door."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from flask_wtf.csrf import generate_csrf
from sqlalchemy.orm import Session

from core import clock
from core.db import Database
from councils.models import SignIn
from meetings.models import Handling
from tests.contracts.wires import ROOT, free_port, wait_for
from tests.nursery import Child, nursery
from tests.worlds import OPEN, new_world
from voting.models import Vote
from web.app import create_app
from web.auth.user import digest
from web.config import Config

LIMIT = 15.0  # seconds for one answer


class Town:
    """The database, and who holds which cookie; outlives the server."""

    def __init__(self, folder: Path, seats: int = 21) -> None:
        self.port = free_port()
        self.config = Config(
            f"sqlite:///{folder}/t.db",
            data=folder,
            address=f"http://127.0.0.1:{self.port}",
            async_mode="threading",
            background=False,
        )
        self.app, _ = create_app(self.config)
        self.database: Database = self.app.extensions["database"]
        new_world(self.database, seats)

    def close(self) -> None:
        self.database.close()
        self.app.extensions["workers"].close()

    @contextmanager
    def served(self, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
        """`settings`: more of KLUBBA_*."""
        with self.started(settings) as server:
            try:
                wait_for(self.port)
                yield server
            finally:
                if server.poll() is None:
                    server.send_signal(signal.SIGTERM)
                    server.wait(15)

    @contextmanager
    def served_at_once(self, **settings: str) -> Iterator[Child]:
        """The same by a process that has read everything already (see `tests.nursery`)."""
        words = "127.0.0.1", str(self.port)
        server = nursery().run("web.serve", *words, environ=self._environ(settings))
        try:
            wait_for(self.port)
            yield server
        finally:
            if server.poll() is None:
                server.send_signal(signal.SIGTERM)
                server.wait(15)

    def started(
        self, settings: dict[str, str] | None = None, **how: Any
    ) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "web.serve", "127.0.0.1", str(self.port)]
        return subprocess.Popen(command, cwd=ROOT, env=self._environ(settings or {}), **how)

    def _environ(self, settings: dict[str, str]) -> dict[str, str]:
        told = {
            "KLUBBA_DATABASE": self.config.database,
            "KLUBBA_DATA": str(self.config.data),
            "KLUBBA_ADDRESS": self.config.address,
        }
        return os.environ | told | settings

    def open_vote(self) -> int:
        """An open vote on the current item, put there by hand."""
        with self.database.writing() as session, session.begin():
            _handling(session).step = "division"
            vote = Vote(meeting_id=OPEN, item_id=3, number=1, kind="main", majority="simple")
            vote.question, vote.yes_means, vote.no_means = "Ja eller nej?", "Bifall", "Avslag"
            vote.opened_at = clock.now()
            session.add(vote)
            session.flush()
            return vote.id

    def person(self, person: int) -> "Visitor":
        return Visitor(self.port, *self.papers(person))

    def papers(self, person: int) -> tuple[str, str]:
        """The cookie of somebody who is signed in, and the token that goes with it."""
        token = f"token of {person}"
        with self.database.writing() as session, session.begin():
            if session.get(SignIn, digest(token)) is None:
                sign_in = SignIn(digest=digest(token), person_id=person, method="link")
                sign_in.at, sign_in.expires = clock.now(), clock.later(86_400)
                session.add(sign_in)
        return _papers(self.app, token)


def _handling(session: Session) -> Handling:
    return session.query(Handling).filter_by(meeting_id=OPEN, item_id=3).one()


def _papers(app: Flask, token: str) -> tuple[str, str]:
    with app.test_request_context() as context:
        context.session.update(_user_id=token, _fresh=True)
        form_token = generate_csrf()
        serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        cookie = serializer.dumps(dict(context.session))
    return f"{app.config['SESSION_COOKIE_NAME']}={cookie}", form_token


class Visitor:
    """One person's device."""

    def __init__(self, port: int, cookie: str, token: str) -> None:
        self._line = HTTPConnection("127.0.0.1", port, timeout=LIMIT)
        self.cookie, self._token = cookie, token

    def get(self, url: str) -> tuple[int, str]:
        try:
            self._line.request("GET", url, headers={"Cookie": self.cookie})
            answer = self._line.getresponse()
            return answer.status, answer.read().decode()
        finally:
            self._line.close()

    def act(self, method: str, url: str, key: str, /, **form: Any) -> tuple[int, dict[str, Any]]:
        headers = {
            "Cookie": self.cookie,
            "X-CSRFToken": self._token,
            "Idempotency-Key": key,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            self._line.request(method, url, body=urlencode(form), headers=headers)
            answer = self._line.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            self._line.close()
