"""Where each person goes in a meeting: the screens that are hers, the first one first."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from councils.models import PRESIDIUM
from meetings.models import Meeting


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
    return [Place(meeting.id, *place) for place in _places(user, meeting)]


def first_place(user: Any, meeting: Meeting) -> Place:
    return places_of(user, meeting)[0]


def _places(user: Any, meeting: Meeting) -> list[tuple[str, str, str]]:
    leads = meeting.presiding_id == user.id or (
        meeting.presiding_id is None and user.has(*PRESIDIUM)
    )
    found = []
    if leads:
        found.append(("chair", _("Led mötet"), "gavel"))
    if user.has("clerk"):
        found.append(("clerk", _("Förbered och för protokoll"), "pencil"))
        found.append(("support", _("Stödplats"), "life-buoy"))
        found.append(("chair", _("Ordförandens sida"), "gavel"))
        found.append(("access", _("Länkar och koder"), "send"))
    elif user.has("political_secretary"):
        found.append(("support", _("Stöd din grupp"), "life-buoy"))
    if not user.has("clerk"):
        found.append(("member", _("Gå in i sammanträdet"), "arrow-right"))
    return found
