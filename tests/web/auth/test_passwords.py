from typing import Any

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient

from councils.backends import authenticators, invitations
from councils.backends.passwords import hashed
from councils.models import Password
from tests.web.auth.conftest import Evening
from tests.web.auth.door import a_browser, entries, mail, who_is_in
from tests.worlds import BO, KLARA, OPEN, PIA, Clients

SECRET, WORDS = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "fyra ord i rad"
REFUSED = "/sign-ins?refused=password"


@pytest.fixture
def klara(app: Flask) -> None:
    """Klara has a password and an app in her telephone."""
    _give_password(app, totp=True)


def sign_in(browser: FlaskClient, **form: Any) -> Any:
    return browser.post("/sign-ins", data={"username": "klara", "password": WORDS} | form)


def code_at(evening: Evening) -> str:
    return pyotp.TOTP(SECRET).at(evening.moment)


@pytest.mark.usefixtures("klara")
class TestWithAnAuthenticator:
    def test_password_and_code_let_the_clerk_in(self, app: Flask, evening: Evening) -> None:
        browser = a_browser(app)
        assert sign_in(browser, code=code_at(evening)).location == "/"
        assert who_is_in(browser) == "Klara Klerk"

    def test_neither_is_enough_alone(self, app: Flask, evening: Evening) -> None:
        browser = a_browser(app)
        assert sign_in(browser).location == REFUSED
        assert sign_in(browser, code="000000").location == REFUSED
        assert sign_in(browser, password="x", code=code_at(evening)).location == REFUSED
        assert who_is_in(browser) is None

    def test_a_code_from_the_app_is_good_once(self, app: Flask, evening: Evening) -> None:
        code = code_at(evening)
        assert sign_in(a_browser(app), code=code).location == "/"
        assert sign_in(a_browser(app), code=code).location == REFUSED
        evening.passes(seconds=30)
        assert sign_in(a_browser(app), code=code_at(evening)).location == "/"

    def test_an_older_code_cannot_be_used_after_a_newer(self, app: Flask, evening: Evening) -> None:
        older = code_at(evening)
        evening.passes(seconds=30)
        assert sign_in(a_browser(app), code=code_at(evening)).location == "/"
        assert sign_in(a_browser(app), code=older).location == REFUSED

    def test_a_telephone_may_be_half_a_minute_wrong(self, app: Flask, evening: Evening) -> None:
        code = code_at(evening)
        evening.passes(seconds=30)
        assert sign_in(a_browser(app), code=code).location == "/"

    def test_a_telephone_may_not_be_two_minutes_wrong(self, app: Flask, evening: Evening) -> None:
        code = code_at(evening)
        evening.passes(minutes=2)
        assert sign_in(a_browser(app), code=code).location == REFUSED

    def test_after_five_failures_even_the_right_password_waits(
        self, app: Flask, evening: Evening
    ) -> None:
        browser = a_browser(app)
        for _ in range(5):
            sign_in(browser, password="gissning")
        assert sign_in(browser, code=code_at(evening)).location == REFUSED
        evening.passes(minutes=1, seconds=1)
        assert sign_in(browser, code=code_at(evening)).location == "/"

    def test_each_failure_after_that_makes_the_wait_longer(
        self, app: Flask, evening: Evening
    ) -> None:
        browser = a_browser(app)
        for _ in range(5):
            sign_in(browser, password="gissning")
        evening.passes(minutes=1, seconds=1)
        sign_in(browser, password="gissning")
        evening.passes(minutes=1, seconds=1)
        assert sign_in(browser, code=code_at(evening)).location == REFUSED
        evening.passes(minutes=1)
        assert sign_in(browser, code=code_at(evening)).location == "/"

    def test_whatever_is_wrong_the_words_are_the_same(self, app: Flask, evening: Evening) -> None:
        told = [{"username": "nobody"}, {"password": "x"}, {"code": "000000"}, {"username": ""}]
        pages = set()
        for form in told:
            browser = a_browser(app)
            answer = sign_in(browser, **({"code": code_at(evening)} | form))
            page = browser.get(answer.location).text
            pages.add(page.split("banner--error")[1].split("</div>")[0])
        assert len(pages) == 1

    def test_a_lost_telephone_is_replaced_by_the_office(
        self, app: Flask, clients: Clients, evening: Evening
    ) -> None:
        browser = a_browser(app)
        sign_in(browser, code=code_at(evening))
        answer = clients.act(KLARA, "POST", f"/people/{KLARA}/invitations", afresh=1)
        assert answer.status_code == 200
        assert who_is_in(browser) is None
        evening.passes(seconds=30)
        assert sign_in(browser).location == "/authenticator"


def test_an_invitation_leads_to_a_password_an_app_and_in(
    app: Flask, clients: Clients, evening: Evening
) -> None:
    clients.act(KLARA, "POST", f"/people/{PIA}/invitations")
    address = "/invitations/" + mail(app).split("/invitations/")[1].split()[0]
    browser = a_browser(app)
    assert "Välj ett lösenord, Pia Penna" in browser.get(address).text
    chosen = {"username": "pia@s.example", "password": WORDS}
    onward = browser.post(f"{address}/password", data=chosen).location
    assert "Lösenordet är sparat." in browser.get(onward).text
    first = browser.post("/sign-ins", data=chosen)
    assert first.location == "/authenticator"
    assert who_is_in(browser) is None  # not before the app has been connected
    page = browser.get("/authenticator").text
    sealed = page.split('name="sealed" value="')[1].split('"')[0]
    secret = page.split('class="code">')[1].split("<")[0]
    code = pyotp.TOTP(secret).at(evening.moment)
    assert browser.post("/authenticator", data={"sealed": sealed, "code": code}).location == "/"
    assert who_is_in(browser) == "Pia Penna"


def test_an_invitation_is_used_once(app: Flask) -> None:
    address = f"/invitations/{invitations.address(app.secret_key, PIA, None)}"
    form = {"username": "pia", "password": WORDS}
    assert a_browser(app).post(f"{address}/password", data=form).status_code == 303
    again = a_browser(app).post(f"{address}/password", data=form | {"password": "a" + WORDS})
    assert again.status_code == 404
    assert a_browser(app).get(address).status_code == 404


def test_a_forged_invitation_is_no_invitation(app: Flask) -> None:
    real = invitations.address(app.secret_key, PIA, None)
    forged = invitations.address("another secret", PIA, None)
    for address in (forged, real[:-2] + "AA", real.replace(".", "", 1), "x"):
        assert a_browser(app).get(f"/invitations/{address}").status_code == 404


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("kort", "minst 12 tecken"),
        ("a" * 40, "upprepar samma tecken"),
        ("pia@s.example", "inte vara ditt namn"),
        ("x" * 201, "högst 200 tecken"),
    ],
)
def test_a_weak_password_is_refused_in_words(app: Flask, password: str, words: str) -> None:
    address = f"/invitations/{invitations.address(app.secret_key, PIA, None)}/password"
    form = {"username": "pia@s.example", "password": password}
    answer = a_browser(app).post(address, data=form, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json["field"]) == (400, "password")
    assert words in answer.json["error"]


def test_two_people_cannot_have_the_same_username(app: Flask) -> None:
    _give_password(app, totp=True)
    address = f"/invitations/{invitations.address(app.secret_key, PIA, None)}/password"
    answer = a_browser(app).post(address, data={"username": "Klara", "password": WORDS})
    assert answer.status_code == 400


def test_with_a_password_alone_nothing_but_the_app_can_be_reached(
    app: Flask, evening: Evening
) -> None:
    _give_password(app, totp=False)
    browser = a_browser(app)
    assert sign_in(browser).location == "/authenticator"
    assert browser.get("/authenticator").status_code == 200
    assert browser.get(f"/meetings/{OPEN}/access").status_code == 303
    act = browser.post(f"/meetings/{OPEN}/codes", data={"person_id": BO, "key": "k"})
    assert act.status_code == 401


def test_somebody_elses_sealed_secret_is_refused(app: Flask, evening: Evening) -> None:
    _give_password(app, totp=False)
    browser = a_browser(app)
    sign_in(browser)
    sealed = authenticators.enciphered(str(app.secret_key), f"{PIA}:{SECRET}")
    form = {"sealed": sealed, "code": code_at(evening)}
    assert browser.post("/authenticator", data=form).status_code == 400
    forged = authenticators.enciphered("another secret", f"{KLARA}:{SECRET}")
    form = {"sealed": forged, "code": code_at(evening)}
    assert browser.post("/authenticator", data=form).status_code == 400


def test_only_the_office_invites(app: Flask, clients: Clients) -> None:
    for person in (BO, PIA):
        assert clients.act(person, "POST", f"/people/{PIA}/invitations").status_code == 403
    assert clients.act(KLARA, "POST", "/people/999/invitations").status_code == 403
    assert [entry.kind for entry in entries(app, 0)] == []


def _give_password(app: Flask, *, totp: bool) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        row = Password(person_id=KLARA, username="klara", hash=hashed(WORDS), failures=0)
        if totp:
            row.totp_secret = authenticators.enciphered(str(app.secret_key), SECRET)
            row.totp_since = "2026-01-01T00:00:00.000+00:00"
        session.add(row)
