"""Where each person goes in a meeting: the screens that are hers, the next thing to do first."""

from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_babel import gettext as _

from core import clock, swedish
from councils.models import PRESIDIUM
from meetings.models import Meeting
from meetings.queries import state


@dataclass(frozen=True)
class Place:
    """`name` is the last part of the address: /meetings/1/chair."""

    meeting_id: int
    name: str
    text: str
    icon: str

    @property
    def address(self) -> str:
        return f"/meetings/{self.meeting_id}/{self.name}".rstrip("/")


def places_of(user: Any, meeting: Meeting) -> list[Place]:
    """`user` is whoever is signed in, of the meeting's own council."""
    found = [Place(meeting.id, *place) for place in _places(user, meeting)]
    return [place for place in found if _is_there(place)]


def entrance(user: Any, meeting: Meeting) -> Place:
    """Where the device check lets her in to."""
    first = places_of(user, meeting)[0]
    member = Place(meeting.id, "member", _("Gå in i sammanträdet"), "arrow-right")
    return member if first.name in ("check", "prepare") else first


def _places(user: Any, meeting: Meeting) -> list[tuple[str, str, str]]:
    if user.has("clerk"):
        return _of_the_office(meeting)
    found = []
    if _leads(user, meeting):
        found.append(("chair", _("Led mötet"), "gavel"))
    if user.has("political_secretary"):
        found.append(("support", _("Stöd din grupp"), "life-buoy"))
    else:
        found += _of_a_member(meeting)
    return [*found, ("", _("Mötets sida"), "eye")]


def _of_the_office(meeting: Meeting) -> list[tuple[str, str, str]]:
    at_work = ("clerk", _("För protokoll"), "pencil")
    agenda = ("agenda", _("Föredragningslistan"), "list")
    minutes = ("minutes", _("Protokollet"), "file-text")
    rest = [
        ("support", _("Stödplats"), "life-buoy"),
        ("chair", _("Ordförandens sida"), "gavel"),
        ("access", _("Länkar och koder"), "send"),
    ]
    if _is_asked_for(meeting):
        rest.append(("remote", _("Begäran om distans"), "video"))
    if meeting.convened_at:
        rest.append(("hall", _("Salens skärm"), "monitor"))
    if meeting.closed_at:
        return [minutes, agenda]
    first = [at_work, agenda, minutes] if meeting.opened_at else [agenda]
    return [*first, *rest]


def _of_a_member(meeting: Meeting) -> list[tuple[str, str, str]]:
    enter = ("check", _("Gå in i sammanträdet"), "arrow-right")
    prepare = ("prepare", _("Läs handlingarna"), "book-open")
    if meeting.closed_at:
        return []
    distance = [("remote", _("Delta på distans"), "video")] if _is_asked_for(meeting) else []
    is_today = meeting.date <= swedish.local_day(clock.now()).isoformat()
    now = meeting.opened_at or is_today
    return [*([enter, prepare] if now else [prepare, enter]), *distance]


def _is_asked_for(meeting: Meeting) -> bool:
    """Is a distance something to ask for in this meeting (KL 5:72)?"""
    rules = state.procedure(meeting)
    asked = meeting.convened_at and not meeting.closed_at and meeting.remote
    return bool(asked and rules.remote_allowed and rules.remote_needs_request)


def _leads(user: Any, meeting: Meeting) -> bool:
    """The chair leads until another has taken the chair."""
    if meeting.closed_at:
        return False
    if meeting.presiding_id is None:
        return bool(user.has(*PRESIDIUM))
    return bool(meeting.presiding_id == user.id)


def _is_there(place: Place) -> bool:
    adapter = current_app.url_map.bind("")
    return adapter.test(place.address, method="GET")
