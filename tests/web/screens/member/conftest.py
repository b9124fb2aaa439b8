from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from flask import Flask

from core import clock
from meetings.models import Meeting
from tests.browser import browser, enter, town
from tests.meetings.halls import Wall
from tests.served import Town
from tests.web.screens.member.seats import Seats
from tests.worlds import OPEN, REMOTE, Clients

__all__ = ["browser", "enter", "town"]
Act = Callable[..., dict[str, Any]]


@pytest.fixture
def wall() -> Iterator[Wall]:
    """Six in the evening of the meeting's day."""
    moment = Wall()
    with clock.set_to(moment):
        yield moment


@pytest.fixture
def seats(wall: Wall, app: Flask, clients: Clients) -> Seats:
    """In a council whose substitutes may follow from where they are."""
    people = Seats(app, clients, wall)
    people.change(Meeting, OPEN, procedure=REMOTE | {"remote_observers": True})
    return people


@pytest.fixture
def act(town: Town) -> Act:
    """What others in the served meeting do meanwhile."""
    keys = count()

    def act(person: int, method: str, path: str, **form: Any) -> dict[str, Any]:
        url, key = f"/meetings/{OPEN}{path}", f"other-{next(keys)}"
        status, said = town.person(person).act(method, url, key, **form)
        assert status == 200, said
        return said

    return act
