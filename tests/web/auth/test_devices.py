"""Signed-in devices: seen, signed out, revoked; and deaf at once."""

from flask import Flask
from flask_socketio import SocketIOTestClient

from tests.web.auth.conftest import Evening
from tests.web.auth.door import a_browser, entries, join, link_for, sign_ins, who_is_in
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, Clients


def test_signing_out_here_leaves_the_other_device_in(app: Flask) -> None:
    here, there = a_browser(app), a_browser(app)
    for browser in (here, there):
        join(browser, link_for(app, BO, OPEN))
    here.post("/revocations")
    assert (who_is_in(here), who_is_in(there)) == (None, "Bo Bok")


def test_a_member_sees_the_own_devices_and_signs_one_out(app: Flask) -> None:
    here, there = a_browser(app), a_browser(app)
    join(here, link_for(app, BO, OPEN))
    join(there, link_for(app, BO, OPEN))
    page = here.get("/account").text
    others = [part.split('"')[0] for part in page.split('name="sign_in" value="')[1:]]
    assert len(others) == 2  # the other device, and "all"
    here.post("/revocations", data={"sign_in": others[0], "next": "/account"})
    assert (who_is_in(here), who_is_in(there)) == ("Bo Bok", None)


def test_signing_out_everywhere(app: Flask) -> None:
    here, there = a_browser(app), a_browser(app)
    join(here, link_for(app, BO, OPEN))
    join(there, link_for(app, BO, OPEN))
    here.post("/revocations", data={"sign_in": "all"})
    assert (who_is_in(here), who_is_in(there)) == (None, None)


def test_nobody_signs_out_somebody_elses_device(app: Flask, clients: Clients) -> None:
    anna = a_browser(app)
    join(anna, link_for(app, ANNA, OPEN))
    key = sign_ins(app, ANNA)[0].digest
    bo = clients.sign_in(BO)
    assert bo.post("/revocations", data={"sign_in": key}).status_code == 404
    for person in (BO, PIA, DAN):
        assert clients.sign_in(person).post(f"/people/{ANNA}/revocations").status_code == 403
    assert who_is_in(anna) == "Anna Ask"


def test_the_office_signs_a_person_out_of_everything_and_it_is_logged(
    app: Flask, clients: Clients
) -> None:
    lost = a_browser(app)
    join(lost, link_for(app, BO, OPEN))
    clients.sign_in(KLARA).post(f"/people/{BO}/revocations")
    assert who_is_in(lost) is None
    told = entries(app, 0)[-1]
    assert (told.kind, told.actor_id) == ("access.revoked", KLARA)
    assert told.payload == {"person_id": BO, "name": "Bo Bok", "devices": 1}


def test_the_office_of_another_council_revokes_nothing_here(app: Flask, clients: Clients) -> None:
    bo = a_browser(app)
    join(bo, link_for(app, BO, OPEN))
    assert clients.sign_in(DAN).post(f"/people/{BO}/revocations").status_code == 403
    assert clients.sign_in(KLARA).post(f"/people/{DAN}/revocations").status_code == 403
    assert who_is_in(bo) == "Bo Bok"


def test_a_revoked_device_is_deaf_at_once(app: Flask, clients: Clients) -> None:
    bo = a_browser(app)
    join(bo, link_for(app, BO, OPEN))
    ear = SocketIOTestClient(app, app.extensions["socketio"], flask_test_client=bo)
    heard = ear.emit("watch", {"meeting_id": OPEN, "audience": "member"}, callback=True)
    assert "seq" in heard
    clients.sign_in(KLARA).post(f"/people/{BO}/revocations")
    assert ear.is_connected() is False


def test_an_evening_of_eleven_hours_signs_nobody_out(app: Flask, evening: Evening) -> None:
    bo = a_browser(app)
    join(bo, link_for(app, BO, OPEN))
    evening.passes(hours=11, minutes=59)
    assert who_is_in(bo) == "Bo Bok"
    evening.passes(minutes=2)
    assert who_is_in(bo) is None


def test_the_cookie_holds_no_number_of_a_person_and_scripts_cannot_read_it(app: Flask) -> None:
    bo = a_browser(app)
    cookie = join(bo, link_for(app, BO, OPEN)).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    with bo.session_transaction() as held:
        assert str(held["_user_id"]) not in [row.digest for row in sign_ins(app, BO)]
        assert len(held["_user_id"]) == 43
