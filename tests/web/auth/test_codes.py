from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.auth.conftest import Evening
from tests.web.auth.door import (
    a_browser,
    code_in,
    entries,
    kinds,
    letters,
    link_for,
    mail,
    register,
    send_code,
    sign_ins,
    who_is_in,
)
from tests.worlds import ANNA, BO, KLARA, OPEN, PIA, PLANNED, SIV, Clients

REFUSED = f"/meetings/{OPEN}/sign-ins?refused=code"
S_MEMBER = 6  # of Pia's party


def type_in(browser: FlaskClient, code: str, person: int = BO, meeting: int = OPEN) -> Any:
    form = {"code": code, "person_id": person}
    return browser.post(f"/meetings/{meeting}/sign-ins", data=form)


def wrong(code: str, by: int = 1) -> str:
    return f"{(int(code.replace(' ', '')) + by) % 1_000_000:06}"


def test_a_code_in_a_letter_lets_the_member_in_and_is_logged(app: Flask, clients: Clients) -> None:
    assert send_code(clients, BO, OPEN).status_code == 200
    browser = a_browser(app)
    assert type_in(browser, code_in(mail(app))).location == f"/meetings/{OPEN}/check"
    assert who_is_in(browser) == "Bo Bok"
    sent, used = entries(app, OPEN)[-2:]
    assert (sent.kind, sent.actor_id, sent.payload["channel"]) == (
        "access.code_sent",
        KLARA,
        "email",
    )
    assert (used.kind, used.actor_id, used.payload["name"]) == ("access.code_used", BO, "Bo Bok")


@pytest.mark.parametrize("spelled", ["{0}{1}", "{0} {1}", " {0}-{1} ", "{0}\u00a0{1}"])
def test_a_code_may_be_pasted_with_spaces(app: Flask, clients: Clients, spelled: str) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app)).split()
    assert type_in(a_browser(app), spelled.format(*code)).location == f"/meetings/{OPEN}/check"


def test_a_code_is_good_once(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    type_in(a_browser(app), code)
    thief = a_browser(app)
    assert type_in(thief, code).location == REFUSED
    assert who_is_in(thief) is None
    assert kinds(app, OPEN).count("access.code_used") == 1


def test_a_code_is_good_for_ten_minutes(app: Flask, clients: Clients, evening: Evening) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    evening.passes(minutes=10)
    assert type_in(a_browser(app), code).location == REFUSED


def test_a_code_is_still_good_after_nine_minutes_and_four_mistakes(
    app: Flask, clients: Clients, evening: Evening
) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    for mistake in range(1, 5):
        assert type_in(a_browser(app), wrong(code, mistake)).location == REFUSED
    evening.passes(minutes=9, seconds=59)
    assert type_in(a_browser(app), code).location == f"/meetings/{OPEN}/check"


def test_the_sixth_try_is_refused_even_if_it_is_right(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    for mistake in range(1, 6):
        type_in(a_browser(app), wrong(code, mistake))
    thief = a_browser(app)
    assert type_in(thief, code).location == REFUSED
    assert who_is_in(thief) is None


def test_a_newer_code_ends_the_older(app: Flask, clients: Clients, evening: Evening) -> None:
    send_code(clients, BO, OPEN)
    older = code_in(mail(app))
    evening.passes(seconds=5)
    send_code(clients, BO, OPEN)
    newer = code_in(mail(app))
    assert type_in(a_browser(app), older).location == REFUSED or older == newer
    assert type_in(a_browser(app), newer).location == f"/meetings/{OPEN}/check"


def test_a_code_is_for_one_person_and_one_meeting(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    assert type_in(a_browser(app), code, person=ANNA).location == REFUSED
    elsewhere = type_in(a_browser(app), code, meeting=PLANNED)
    assert elsewhere.location == f"/meetings/{PLANNED}/sign-ins?refused=code"
    assert type_in(a_browser(app), code, person=999_999).location == REFUSED
    assert type_in(a_browser(app), code).location == f"/meetings/{OPEN}/check"


def test_with_the_link_nobody_has_to_choose_a_name(app: Flask, clients: Clients) -> None:
    link = link_for(app, BO, OPEN).removeprefix("/links/")
    send_code(clients, BO, OPEN)
    browser, url = a_browser(app), f"/meetings/{OPEN}/sign-ins"
    missed = browser.post(url, data={"code": "x", "link": link})
    assert missed.location == f"/links/{link}?refused=code"
    assert "Koden stämmer inte" in browser.get(missed.location).text
    browser.post(url, data={"code": code_in(mail(app)), "link": link})
    assert who_is_in(browser) == "Bo Bok"


def test_whatever_is_wrong_the_words_are_the_same(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app))
    pages = {
        a_browser(app).get(type_in(a_browser(app), *told).location).text.split("<main")[1]
        for told in [(wrong(code),), (code, ANNA), (code, 999_999), ("12",), ("",)]
    }
    assert len(pages) == 1 or {page.count("Koden stämmer inte") for page in pages} == {1}


def test_only_a_keyed_digest_of_the_code_is_kept(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    code = code_in(mail(app)).replace(" ", "")
    stored = app.extensions["database"].reader_engine.raw_connection()
    try:
        cursor = stored.cursor()
        cursor.execute("SELECT * FROM codes")
        rows = repr(cursor.fetchall())
        cursor.execute("SELECT contents FROM letters")
        contents = cursor.fetchall()
    finally:
        stored.close()
    assert code not in rows
    assert contents == [(None,)]


def test_pressing_twice_sends_one_code(app: Flask, clients: Clients) -> None:
    form = {"person_id": BO, "channel": "email"}
    for _ in range(2):
        answer = clients.act(KLARA, "POST", f"/meetings/{OPEN}/codes", key="one press", **form)
        assert answer.status_code == 200
    assert [letter.kind for letter in letters(app)] == ["code"]


def test_ten_codes_in_an_hour_is_enough(app: Flask, clients: Clients, evening: Evening) -> None:
    for _ in range(10):
        assert send_code(clients, BO, OPEN).status_code == 200
    assert send_code(clients, BO, OPEN).status_code == 409
    evening.passes(hours=1, seconds=1)
    assert send_code(clients, BO, OPEN).status_code == 200


def test_a_secretary_may_have_a_code_sent_to_the_own_group_only(
    app: Flask, clients: Clients
) -> None:
    assert send_code(clients, S_MEMBER, OPEN, by=PIA).status_code == 200
    for person in (BO, SIV, KLARA, PIA):
        assert send_code(clients, person, OPEN, by=PIA).status_code == 403
    assert send_code(clients, BO, OPEN, by=ANNA).status_code == 403
    assert entries(app, OPEN)[-1].actor_id == PIA


def test_a_secretary_without_a_party_helps_nobody(app: Flask, clients: Clients) -> None:
    register(app, PIA, party_id=None)
    assert send_code(clients, KLARA, OPEN, by=PIA).status_code == 403


def test_only_a_clerk_who_has_identified_the_member_sees_a_code(
    app: Flask, clients: Clients
) -> None:
    url, form = f"/meetings/{OPEN}/read-out-codes", {"person_id": BO}
    assert clients.sign_in(KLARA).post(url, data=form).status_code == 409
    assert clients.sign_in(PIA).post(url, data=form | {"identified": 1}).status_code == 403
    shown = clients.sign_in(KLARA).post(url, data=form | {"identified": 1})
    code = shown.text.split('translate="no">')[1][:7]
    assert shown.headers["Cache-Control"] == "no-store"
    assert entries(app, OPEN)[-1].payload["channel"] == "read_out"
    assert letters(app) == []
    browser = a_browser(app)
    type_in(browser, code)
    assert who_is_in(browser) == "Bo Bok"


def test_the_read_out_code_is_shown_once(clients: Clients) -> None:
    clerk, url = clients.sign_in(KLARA), f"/meetings/{OPEN}/read-out-codes"
    shown = clerk.post(url, data={"person_id": BO, "identified": 1})
    code = shown.text.split('translate="no">')[1][:7]
    assert clerk.get(url).status_code == 405
    assert code not in clerk.get(f"/meetings/{OPEN}/access").text


def test_a_code_signs_in_by_code_and_for_twelve_hours(app: Flask, clients: Clients) -> None:
    send_code(clients, BO, OPEN)
    browser = a_browser(app)
    form = {"code": code_in(mail(app)), "person_id": BO}
    agent = {"User-Agent": "Mozilla/5.0 (iPad; CPU OS 17_0) AppleWebKit/605 Safari/605"}
    browser.post(f"/meetings/{OPEN}/sign-ins", data=form, headers=agent)
    newest = sign_ins(app, BO)[-1]
    assert (newest.method, newest.device) == ("code", "iPad, Safari")
    assert newest.expires == "2026-12-15T04:30:00.000+00:00"
