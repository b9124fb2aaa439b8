"""Attacks on the door, page by page: forged forms, floods, oversized bodies, leaks."""

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from core import clock
from core.errors import NotStored
from core.log import REGISTER
from tests.meetings.halls import Wall
from tests.voting.chambers import Chamber
from tests.voting.elections.boxes import FEW, Box
from tests.web.addresses import to_act_on, to_look_at
from tests.web.auth.door import a_browser, join, link_for, mail, send_code, who_is_in
from tests.worlds import ANNA, BO, KLARA, OPEN, Clients, new_world
from voting.ballot.making.ballots import make_ballot
from web.app import create_app
from web.config import Config

ALWAYS = {
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
}
STALE = "Sidan har blivit för gammal. Läs in den igen och försök en gång till."


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Flask]:
    """As the application is when it serves: tokens asked for, tries counted."""
    yield from _served(Config(f"sqlite:///{tmp_path}/t.db", data=tmp_path))


@pytest.fixture
def on_https(tmp_path: Path) -> Iterator[Flask]:
    address = "https://klubba.lillkoping.example"
    yield from _served(Config(f"sqlite:///{tmp_path}/t.db", data=tmp_path, address=address))


def _served(config: Config) -> Iterator[Flask]:
    settings = {"async_mode": "threading", "background": False}
    app, _ = create_app(Config(**{**vars(config), **settings}))
    new_world(app.extensions["database"])
    yield app
    app.extensions["database"].close()
    app.extensions["workers"].close()


def token_on(client: FlaskClient, page: str) -> str:
    found = re.search(r'name="csrf[-_]token" (?:content|value)="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


class TestForgedForms:
    def test_no_act_is_taken_without_the_token_of_its_page(self, strict: Flask) -> None:
        """But a ballot: it comes without a cookie and carries its own signature."""
        clerk, acts = Clients(strict).sign_in(KLARA), to_act_on(strict)
        assert len(acts) > 20
        taken = []
        for method, address in acts:
            answer = clerk.open(
                address, method=method, headers={"Accept": "application/json", "X-CSRFToken": "x"}
            )
            if (answer.status_code, answer.json["error"]) != (400, STALE):
                taken.append((method, address, answer.status_code))
        assert taken == [("POST", f"/meetings/{OPEN}/elections/1/ballots", 404)]

    def test_a_form_with_the_token_is_taken(self, strict: Flask) -> None:
        browser, address = a_browser(strict), link_for(strict, BO, OPEN)
        assert join(browser, address).status_code == 400
        assert who_is_in(browser) is None
        join(browser, address, csrf_token=token_on(browser, address))
        assert who_is_in(browser) == "Bo Bok"

    def test_a_script_sends_the_token_in_a_header(self, strict: Flask) -> None:
        browser, address = a_browser(strict), link_for(strict, BO, OPEN)
        join(browser, address, csrf_token=token_on(browser, address))
        token = token_on(browser, f"/meetings/{OPEN}/check")
        headers = {"X-CSRFToken": token, "Idempotency-Key": "one", "Accept": "application/json"}
        answer = browser.post(f"/meetings/{OPEN}/trial-votes", headers=headers)
        assert answer.status_code == 200

    def test_the_token_of_another_browser_is_no_token(self, strict: Flask) -> None:
        mine, theirs, address = a_browser(strict), a_browser(strict), link_for(strict, BO, OPEN)
        stolen = token_on(theirs, address)
        mine.get(address)
        assert join(mine, address, csrf_token=stolen).status_code == 400


class TestHeaders:
    def test_every_answer_carries_them(self, app: Flask, clients: Clients) -> None:
        lacking = []
        for client in (a_browser(app), clients.sign_in(KLARA)):
            for address in [*to_look_at(app), "/nowhere", "/static/css/mark.svg"]:
                with client.get(address) as answer:
                    told = answer.headers
                if missing := ALWAYS - set(told.keys()):
                    lacking.append((address, missing))
        assert lacking == []

    def test_scripts_and_frames_are_our_own_only(self, app: Flask) -> None:
        policy = app.test_client().get("/").headers["Content-Security-Policy"]
        rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
        assert rules["default-src"] == "'self'"
        assert rules["frame-ancestors"] == rules["object-src"] == "'none'"
        assert rules["connect-src"] == "'self' ws://127.0.0.1:5000"
        assert "unsafe" not in policy

    def test_no_page_holds_a_script_or_style_that_the_policy_would_stop(
        self, app: Flask, clients: Clients
    ) -> None:
        stopped = []
        for client in (a_browser(app), clients.sign_in(KLARA), clients.sign_in(ANNA)):
            for address in to_look_at(app):
                answer = client.get(address)
                if answer.mimetype == "text/html":
                    stopped += [(address, found) for found in _inline(answer.text)]
        assert stopped == []

    def test_pages_of_those_who_are_in_are_not_kept_by_anybody(self, clients: Clients) -> None:
        member = clients.sign_in(BO)
        for address in ("/", "/account", f"/meetings/{OPEN}/check"):
            assert member.get(address).headers["Cache-Control"] == "no-store"

    def test_a_page_behind_a_link_tells_no_other_page_its_address(self, app: Flask) -> None:
        headers = a_browser(app).get(link_for(app, BO, OPEN)).headers
        assert headers["Referrer-Policy"] == "no-referrer"
        assert (headers["X-Robots-Tag"], headers["Cache-Control"]) == ("noindex", "no-store")

    def test_the_public_gets_no_cookie(self, strict: Flask) -> None:
        for address in ("/", f"/meetings/{OPEN}/snapshot.json"):
            assert "Set-Cookie" not in strict.test_client().get(address).headers

    def test_on_https_the_cookie_and_the_browser_stay_there(self, on_https: Flask) -> None:
        on_https.config["WTF_CSRF_ENABLED"] = False
        answer = join(a_browser(on_https), link_for(on_https, BO, OPEN))
        cookie = answer.headers["Set-Cookie"].split("; ")
        assert cookie[0].startswith("__Host-klubba=")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie)
        assert answer.headers["Strict-Transport-Security"].startswith("max-age=15768000")
        assert "wss://klubba.lillkoping.example" in answer.headers["Content-Security-Policy"]


class TestFloods:
    def test_eleven_acts_in_a_second_is_one_too_many(self, strict: Flask) -> None:
        strict.config["WTF_CSRF_ENABLED"] = False
        clients, url = Clients(strict), f"/meetings/{OPEN}/trial-votes"
        answers = [clients.act(BO, "POST", url).status_code for _ in range(11)]
        assert answers == [200] * 10 + [429]
        assert clients.act(ANNA, "POST", url).status_code == 200

    def test_looking_is_not_counted(self, strict: Flask) -> None:
        browser = a_browser(strict)
        assert {browser.get("/").status_code for _ in range(30)} == {200}

    def test_a_whole_council_signs_in_from_one_hall(self, strict: Flask) -> None:
        strict.config["WTF_CSRF_ENABLED"] = False
        address = link_for(strict, BO, OPEN)
        assert {join(a_browser(strict), address).status_code for _ in range(61)} == {303}

    def test_forty_wrong_links_from_one_address_is_enough(self, strict: Flask) -> None:
        strict.config["WTF_CSRF_ENABLED"] = False
        tries = [join(a_browser(strict), f"/links/{n}.x").status_code for n in range(41)]
        assert tries == [404] * 40 + [429]

    def test_ten_wrong_passwords_for_one_name_is_enough_wherever_they_come_from(
        self, strict: Flask
    ) -> None:
        strict.config["WTF_CSRF_ENABLED"] = False
        form = {"username": "klara", "password": "gissning"}
        answers = [
            a_browser(strict)
            .post("/sign-ins", data=form, environ_overrides={"REMOTE_ADDR": f"10.0.0.{n}"})
            .status_code
            for n in range(11)
        ]
        assert answers == [303] * 10 + [429]

    def test_ten_false_ballots_from_one_address_is_enough(self, strict: Flask) -> None:
        strict.config["WTF_CSRF_ENABLED"] = False
        wall = Wall()
        with clock.set_to(wall):
            box = Box(Chamber(strict, Clients(strict), wall))
            box.connect(*FEW)
            box.open()
            ballot = make_ballot(box.election, box.devices[BO], [[0, 1, 0]])
            assert [box.cast(ballot)[0] for _ in range(12)] == [201] + [200] * 11
            assert [box.cast("{}")[0] for _ in range(11)] == [422] * 10 + [429]


class TestOversizedBodies:
    def test_an_act_is_small(self, clients: Clients) -> None:
        url = f"/meetings/{OPEN}/trial-votes"
        assert clients.act(BO, "POST", url, text="x" * 19_000).status_code == 200
        answer = clients.act(BO, "POST", url, text="x" * 21_000)
        assert (answer.status_code, answer.json["error"]) == (413, "Filen är för stor.")

    def test_a_body_without_a_length_is_not_read(self, clients: Clients) -> None:
        answer = clients.sign_in(BO).post(
            f"/meetings/{OPEN}/trial-votes",
            input_stream=io.BytesIO(b"key=k&text=" + b"x" * 100_000),
            content_type="application/x-www-form-urlencoded",
            headers={"Transfer-Encoding": "chunked"},
        )
        assert answer.status_code == 411

    def test_two_gigabytes_are_refused_before_they_are_read(self, clients: Clients) -> None:
        answer = clients.sign_in(KLARA).post(
            f"/meetings/{OPEN}/agenda/3/documents",
            input_stream=io.BytesIO(b"--x"),
            content_type="multipart/form-data; boundary=x",
            environ_overrides={"CONTENT_LENGTH": str(2 * 1024**3)},
        )
        assert answer.status_code == 413


class TestSecretsInLogs:
    def test_no_log_line_holds_a_link_a_code_a_password_or_a_cookie(
        self, app: Flask, clients: Clients, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        logging.getLogger("sqlalchemy.engine").setLevel(logging.INFO)
        server, address = logging.getLogger("a.server"), link_for(app, BO, OPEN)
        send_code(clients, BO, OPEN)
        code = mail(app).split("kod är ")[1][:7]
        browser = a_browser(app)
        join(browser, address)
        server.info('"POST %s/sign-ins HTTP/1.1" 303', address)
        server.info(f"GET {address}?refused=code")
        form = {"username": "klara", "password": "ett hemligt lösenord"}
        browser.post("/sign-ins", data=form)
        with browser.session_transaction() as cookie:
            token = cookie.get("_user_id", "no token")
        logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)
        for secret in (address.split(".")[1], code, code.replace(" ", ""), form["password"], token):
            assert secret not in caplog.text

    def test_an_address_in_a_log_line_is_crossed_out(
        self, app: Flask, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        logging.getLogger("x").info("GET /links/17.abc-DEF_1 and /invitations/WzEs.x.y?z 200")
        assert caplog.messages == ["GET /links/… and /invitations/…?z 200"]

    def test_a_failing_database_does_not_tell_what_it_was_given(self, app: Flask) -> None:
        writer = app.extensions["writer"]

        def fails(session: object, _head: int, secret: str, *, by: object) -> None:
            session.connection().exec_driver_sql("SELECT * FROM nowhere WHERE x = ?", (secret,))  # type: ignore[attr-defined]

        with pytest.raises(NotStored) as told:
            writer.submit(REGISTER, fails, "a secret", by=None)
        assert "a secret" not in repr(told.value)


def _inline(page: str) -> list[str]:
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page)
    return scripts + re.findall(r'<style|\sstyle="|\son[a-z]+="|javascript:', page)
