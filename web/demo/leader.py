"""A chair that presses the one button, with time to read aloud, until a person takes the chair."""

import logging
import re
from dataclasses import dataclass, field
from typing import Any

from flask.testing import FlaskClient

from core import clock
from core.actor import Audience
from web.demo.crowd import Crowd
from web.demo.sight import Sight
from web.demo.stage import House
from web.screens.chair.acts import Act, Script
from web.screens.chair.scene import Scene, scene_of
from web.screens.chair.script import script

log_book = logging.getLogger(__name__)
REFUSED = 400
READING = 4.0  # seconds between presses
SPEECH = 9.0  # before the floor goes on to the next
ROLL_CALL = 45.0  # at most, while some have not answered
PATIENCE = 45.0  # for those who have not voted
SLOW = {"floor": SPEECH, "last_speaker": SPEECH, "acclamation": 7.0, "decided": 6.0}


@dataclass
class Leader:
    """Presses over HTTP, as a browser would."""

    crowd: Crowd
    browser: FlaskClient
    shown: str = ""
    since: str = field(default_factory=clock.now)

    def lead(self, seen: Sight) -> None:
        if self._somebody_leads():
            return
        now: Script = _asked(self.crowd.house, self.crowd.meeting_id)
        self._notice(now)
        waited = clock.seconds_between(self.since, clock.now())
        if now.act is not None and waited >= self._enough(now, seen):
            self._press(now.act)

    def _somebody_leads(self) -> bool:
        watchers = self.crowd.house.app.extensions["live"].watchers
        onlookers = watchers.onlookers(self.crowd.meeting_id)
        return any(each.audience is Audience.CHAIR for each in onlookers)

    def _notice(self, now: Script) -> None:
        drawn = f"{now.name} {now.act.url if now.act else ''}"
        if drawn != self.shown:
            self.shown, self.since = drawn, clock.now()

    def _enough(self, now: Script, seen: Sight) -> float:
        if now.name == "roll" and any(row.member_id and not row.is_answered for row in seen.rows):
            return ROLL_CALL
        if now.name == "open_vote":
            left = [p for p in seen.places if p.is_missing and p.person_id != seen.chair]
            return PATIENCE if left else READING
        if now.name == "closing":
            return 3600.0  # the countdown runs by itself
        return SLOW.get(now.name, READING)

    def _press(self, act: Act) -> None:
        self.since = clock.now()
        headers = {
            "Idempotency-Key": f"leader {clock.now()}",
            "Accept": "application/json",
            "X-CSRFToken": self._token(),
        }
        fields: dict[str, Any] = {**act.fields, "confirmed": "1", "reason": "Övning"}
        answer = self.browser.open(act.url, method=act.method, data=fields, headers=headers)
        if answer.status_code >= REFUSED:
            log_book.warning("%s: %s", act.label, answer.text)

    def _token(self) -> str:
        page = self.browser.get(f"/meetings/{self.crowd.meeting_id}/chair").text
        found = re.search(r'name="csrf-token" content="([^"]+)"', page)
        return found.group(1) if found else ""


def _asked(house: House, meeting_id: int) -> Script:
    """The script that the chair's own screen shows."""
    with house.app.test_request_context():
        now: Scene = house.ask(scene_of, meeting_id)
        return script(now)
