import pytest
from flask import Flask
from sqlalchemy import update

from councils.models import Council, Link, RoleHeld
from meetings.models import Meeting
from tests.web.auth.conftest import Evening
from tests.web.auth.door import (
    a_browser,
    entries,
    join,
    kinds,
    link_for,
    mail,
    register,
    sign_ins,
    who_is_in,
)
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV, Clients

BOS_LETTER = {"person_id": BO, "channel": "email"}


def test_a_member_is_in_after_three_presses_link_anslut_and_enter(app: Flask) -> None:
    browser = a_browser(app)
    opened = browser.get(link_for(app, BO, OPEN))
    assert "Välkommen, Bo" in opened.text
    pressed = join(browser, link_for(app, BO, OPEN))
    assert (pressed.status_code, pressed.location) == (303, f"/meetings/{OPEN}/check")
    checked = browser.get(pressed.location)
    assert f'href="/meetings/{OPEN}/member" id="enter"' in checked.text
    assert who_is_in(browser) == "Bo Bok"


def test_looking_at_a_link_signs_nobody_in_and_uses_nothing_up(app: Flask) -> None:
    address = link_for(app, BO, OPEN)
    scanner, member = a_browser(app), a_browser(app)
    for _ in range(3):
        scanner.get(address)
        scanner.head(address)
    assert who_is_in(scanner) is None
    assert sign_ins(app, BO) == []
    assert _opened_at(app, BO) is None
    join(member, address)
    assert who_is_in(member) == "Bo Bok"
    assert _opened_at(app, BO) is not None


def test_a_link_works_on_a_second_device(app: Flask) -> None:
    address = link_for(app, BO, OPEN)
    for browser in (a_browser(app), a_browser(app)):
        join(browser, address)
        assert who_is_in(browser) == "Bo Bok"


def test_the_address_holds_a_number_and_a_signature_and_nothing_else(app: Flask) -> None:
    number, signature = link_for(app, BO, OPEN).removeprefix("/links/").split(".")
    assert int(number) > 0
    assert len(signature) == 43  # 256 bits in base64


@pytest.mark.parametrize("forged", ["1.AAAA", "1", "1.", "../../etc", "%00", "x" * 900, "0.abc"])
def test_a_forged_link_lets_nobody_in(app: Flask, forged: str) -> None:
    browser = a_browser(app)
    assert browser.get(f"/links/{forged}").status_code == 404
    assert join(browser, f"/links/{forged}").status_code == 404
    assert who_is_in(browser) is None


def test_a_signature_cannot_be_moved_to_another_number(app: Flask) -> None:
    bo, anna = link_for(app, BO, OPEN), link_for(app, ANNA, OPEN)
    number, signature = anna.removeprefix("/links/").split(".")[0], bo.split(".")[1]
    browser = a_browser(app)
    assert join(browser, f"/links/{number}.{signature}").status_code == 404
    assert who_is_in(browser) is None


def test_a_link_signed_with_another_secret_is_not_ours(app: Flask) -> None:
    ours = link_for(app, BO, OPEN)
    app.secret_key = "the secret of somebody else"
    assert join(a_browser(app), link_for(app, BO, OPEN)).status_code == 404
    assert join(a_browser(app), ours).status_code == 303


def test_a_link_ends_with_its_meeting_and_says_so(app: Flask) -> None:
    address = link_for(app, BO, OPEN)
    _change_meeting(app, OPEN, closed_at="2026-12-14T16:00:00.000+00:00")
    page = a_browser(app).get(address)
    assert (page.status_code, "Länken gäller inte längre" in page.text) == (404, True)
    assert join(a_browser(app), address).status_code == 404


def test_a_link_to_another_meeting_still_works_when_one_has_closed(app: Flask) -> None:
    planned = link_for(app, BO, PLANNED)
    _change_meeting(app, OPEN, closed_at="2026-12-14T16:00:00.000+00:00")
    assert join(a_browser(app), planned).location == f"/meetings/{PLANNED}/check"


def test_a_forgotten_meeting_does_not_keep_its_links_alive(app: Flask, evening: Evening) -> None:
    address = link_for(app, BO, OPEN)
    evening.passes(days=2)
    assert join(a_browser(app), address).status_code == 303
    evening.passes(days=1)
    assert join(a_browser(app), address).status_code == 404


def test_a_new_link_ends_the_old_one(app: Flask, clients: Clients) -> None:
    old = link_for(app, BO, OPEN)
    answer = clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **BOS_LETTER, afresh=1)
    assert answer.status_code == 200
    assert join(a_browser(app), old).status_code == 404
    assert join(a_browser(app), link_for(app, BO, OPEN)).status_code == 303


def test_the_link_in_the_letter_signs_the_right_member_in(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **BOS_LETTER)
    text = mail(app)
    address = next(line for line in text.splitlines() if "/links/" in line)
    browser = a_browser(app)
    join(browser, address.removeprefix("http://127.0.0.1:5000"))
    assert who_is_in(browser) == "Bo Bok"
    assert kinds(app, OPEN)[-1] == "access.link_sent"


def test_a_link_can_go_as_a_text_message(app: Flask, clients: Clients) -> None:
    register(app, BO, phone="070-123 45 67")
    form = BOS_LETTER | {"channel": "phone"}
    assert clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **form).status_code == 200
    assert mail(app).count("http://127.0.0.1:5000/links/") == 1


def test_without_a_registered_telephone_nothing_is_sent(app: Flask, clients: Clients) -> None:
    form = BOS_LETTER | {"channel": "phone"}
    answer = clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **form)
    assert answer.status_code == 400
    assert answer.json["error"] == "Bo Bok har inget telefonnummer i registret."
    assert answer.json["field"] == "channel"


def test_everybody_gets_the_link_in_one_press(app: Flask, clients: Clients) -> None:
    register(app, SIV, email=None, phone="0701234567")
    register(app, BO, email=None)
    answer = clients.act(KLARA, "POST", f"/meetings/{OPEN}/link-rounds")
    assert answer.status_code == 200
    told = entries(app, OPEN)[-1]
    assert told.kind == "access.links_sent"
    assert told.payload == {"email": 21, "phone": 1, "missed": ["Bo Bok"]}
    assert app.extensions["postman"].deliver() == 22


def test_only_the_office_sends_to_everybody(app: Flask, clients: Clients) -> None:
    for person in (BO, PIA, DAN):
        assert clients.act(person, "POST", f"/meetings/{OPEN}/link-rounds").status_code == 403


def test_the_office_of_another_council_cannot_let_anybody_in(app: Flask, clients: Clients) -> None:
    _make_clerk_of_grannby(app)
    answer = clients.act(DAN, "POST", f"/meetings/{OPEN}/links", **BOS_LETTER)
    assert answer.status_code == 403
    assert clients.act(DAN, "POST", f"/meetings/{OPEN}/link-rounds").status_code == 403
    own = {"person_id": DAN, "channel": "email"}
    assert clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **own).status_code == 409


def test_no_link_lets_the_office_in(app: Flask, clients: Clients) -> None:
    form = {"person_id": KLARA, "channel": "email"}
    assert clients.act(KLARA, "POST", f"/meetings/{OPEN}/links", **form).status_code == 409
    assert join(a_browser(app), link_for(app, KLARA, OPEN)).status_code == 403


def test_a_rehearsal_lets_everybody_in_by_link(app: Flask) -> None:
    _rehearse(app)
    browser = a_browser(app)
    assert join(browser, link_for(app, KLARA, OPEN)).status_code == 303
    assert who_is_in(browser) == "Klara Klerk"


def test_signing_in_on_a_shared_tablet_leaves_nothing_of_whoever_was_in(app: Flask) -> None:
    tablet = a_browser(app)
    join(tablet, link_for(app, BO, OPEN))
    with tablet.session_transaction() as cookie:
        cookie["left behind"] = True
    join(tablet, link_for(app, ANNA, OPEN))
    assert who_is_in(tablet) == "Anna Ask"
    with tablet.session_transaction() as cookie:
        assert "left behind" not in cookie


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/account", "/account"),
        ("/meetings/1/member?x=1", "/meetings/1/member?x=1"),
        ("https://evil.example/phish", "/phish"),
        ("//evil.example/phish", "/phish"),
        ("/\\evil.example", f"/meetings/{OPEN}/check"),
        ("\\\\evil.example", f"/meetings/{OPEN}/check"),
        ("/\t/evil.example", f"/meetings/{OPEN}/check"),
        ("https:evil.example", f"/meetings/{OPEN}/check"),
        ("javascript:alert(1)", f"/meetings/{OPEN}/check"),
        ("///evil.example", "/evil.example"),
    ],
)
def test_nobody_is_sent_on_to_another_site(app: Flask, wanted: str, reached: str) -> None:
    assert join(a_browser(app), link_for(app, BO, OPEN), next=wanted).location == reached


def test_cards_hold_one_link_each_and_are_logged(app: Flask, clients: Clients) -> None:
    page = clients.sign_in(KLARA).post(f"/meetings/{OPEN}/cards")
    assert page.text.count('class="qr"') == 23
    assert page.text.count("http://127.0.0.1:5000/links/") == 23
    assert page.headers["Cache-Control"] == "no-store"
    told = entries(app, OPEN)[-1]
    assert (told.kind, told.payload) == ("access.cards_printed", {"cards": 23})
    for person in (BO, PIA):
        assert clients.sign_in(person).post(f"/meetings/{OPEN}/cards").status_code == 403


def _opened_at(app: Flask, person: int) -> str | None:
    with app.extensions["database"].reading() as session:
        return session.query(Link.opened_at).filter_by(person_id=person).scalar()


def _change_meeting(app: Flask, meeting: int, **changed: object) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.execute(update(Meeting).where(Meeting.id == meeting).values(**changed))


def _make_clerk_of_grannby(app: Flask) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.add(RoleHeld(council_id=2, person_id=DAN, role="clerk"))


def _rehearse(app: Flask) -> None:
    with app.extensions["database"].writing() as session, session.begin():
        session.get_one(Council, 1).rehearsal = True
