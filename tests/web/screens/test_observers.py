"""Substitutes who do not serve: where they follow the meeting, and when their page opens (U15)."""

from typing import Any

from flask import Flask

from agenda.models import Item
from core import clock
from meetings.models import Handling, Meeting, Seat
from tests.web.screens.watching import watching
from tests.worlds import ANNA, KLARA, OPEN, PLANNED, REMOTE, SIV, Clients

PAGES = ["/member", "/gallery", "/member/statements", "/panels/member"]
WAITING = "Du är ersättare och tjänstgör inte just nu"


def change(app: Flask, model: type[Any], key: Any, **values: Any) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        row = session.get_one(model, key)
        for name, value in values.items():
            setattr(row, name, value)


def let_substitutes_follow(app: Flask) -> None:
    change(app, Meeting, OPEN, procedure=REMOTE | {"remote_observers": True})


def statuses(clients: Clients) -> list[int]:
    browser = clients.sign_in(SIV)
    return [browser.get(f"/meetings/{OPEN}{page}").status_code for page in PAGES]


def page(clients: Clients) -> str:
    return str(clients.sign_in(SIV).get(f"/meetings/{OPEN}/member").text)


def test_whoever_waits_is_shown_to_the_live_page_and_told_nothing_of_the_meeting(
    clients: Clients,
) -> None:
    assert statuses(clients) == [200, 403, 403, 403]
    shown = page(clients)
    assert WAITING in shown
    assert f'href="/meetings/{OPEN}/live"' in shown
    assert "Ny simhall" not in shown


def test_the_page_opens_when_she_is_called(app: Flask, clients: Clients) -> None:
    change(app, Seat, (OPEN, 3), serving_id=None)
    url = f"/meetings/{OPEN}/seats/3/substitute"
    assert clients.act(KLARA, "PUT", url, person=SIV).status_code == 200
    assert statuses(clients) == [200] * len(PAGES)
    assert WAITING not in page(clients)


def test_where_the_council_says_so_she_has_the_members_page(app: Flask, clients: Clients) -> None:
    let_substitutes_follow(app)
    assert statuses(clients) == [200] * len(PAGES)
    assert WAITING not in page(clients)
    url = f"/meetings/{OPEN}/requests"
    assert clients.act(SIV, "POST", url, item=3, kind="speech").status_code == 403


def test_before_the_meeting_opens_nothing_is_shut(clients: Clients) -> None:
    assert clients.sign_in(SIV).get(f"/meetings/{PLANNED}/member").status_code == 200


def test_she_is_deaf_at_once_when_the_doors_close(app: Flask, clients: Clients) -> None:
    let_substitutes_follow(app)
    change(app, Handling, 1, closed_at=clock.now())
    change(app, Item, 4, closed_doors=True)
    siv = watching(app, clients, SIV, "member")
    assert clients.act(ANNA, "PUT", f"/meetings/{OPEN}/items/4/opening").status_code == 200
    app.extensions["live"].flush()
    assert not siv.is_connected()
    assert statuses(clients) == [403] * len(PAGES)


def test_so_is_she_when_the_meeting_opens_or_she_serves_no_more_behind_the_doors(
    app: Flask, clients: Clients
) -> None:
    live = app.extensions["live"]
    with live.database.reading() as session:
        leave = live._shuts_out  # asked by the wire for every piece of news
        assert leave(session, OPEN, {"meeting.opened"})
        assert not leave(session, OPEN, {"member.left"})
    change(app, Item, 3, closed_doors=True)
    with live.database.reading() as session:
        assert leave(session, OPEN, {"member.left"})
        assert not leave(session, OPEN, {"floor.given"})
