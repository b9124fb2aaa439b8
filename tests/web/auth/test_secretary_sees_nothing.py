"""A political secretary may have a member helped in, and never sees what lets the member in."""

import logging
import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text

from core.db import Base
from councils.models import Letter
from tests.web.auth.door import code_in, link_for, mail
from tests.worlds import OPEN, PIA, Clients

MEMBER = {"person_id": 6, "channel": "email"}


def test_nothing_a_secretary_can_reach_signs_a_member_in(
    app: Flask, clients: Clients, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    link = link_for(app, 6, OPEN).removeprefix("/links/")
    answers = [
        clients.act(PIA, "POST", f"/meetings/{OPEN}/{what}", **MEMBER)
        for what in ("codes", "links")
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    code = _digits(mail(app, _number_of(app, "code")))
    seen = [answer.text + str(answer.headers) for answer in answers]
    pages = _every_page(app, clients)
    seen += [page.data.decode(errors="replace") + str(page.headers) for page in pages]
    seen.append(caplog.text)
    for piece in seen:
        assert code not in _digits_of(piece)
        assert link not in piece
        assert link.split(".")[1] not in piece


def test_no_table_but_the_outbox_ever_holds_a_code_and_that_only_until_it_is_sent(
    app: Flask, clients: Clients
) -> None:
    clients.act(PIA, "POST", f"/meetings/{OPEN}/codes", **MEMBER)
    with app.extensions["database"].reading() as session:
        code = session.scalar(select(Letter.contents))["code"]  # type: ignore[index]
    assert _tables_holding(app, code) == ["letters"]
    app.extensions["postman"].deliver()
    assert _tables_holding(app, code) == []


def test_no_table_ever_holds_the_address_of_a_link(app: Flask, clients: Clients) -> None:
    signature = link_for(app, 6, OPEN).split(".")[1]
    clients.act(PIA, "POST", f"/meetings/{OPEN}/links", **MEMBER)
    assert _tables_holding(app, signature) == []


def _every_page(app: Flask, clients: Clients) -> list[Any]:
    """Every address that can be looked at, as Pia sees it."""
    browser, numbers = clients.sign_in(PIA), {"meeting_id": OPEN, "council_id": 1, "person_id": 6}
    pages = []
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or rule.endpoint == "static":
                continue
            values = {name: numbers.get(name, 1) for name in rule.arguments}
            values |= {"audience": "support"} if "audience" in rule.arguments else {}
            pages.append(browser.get(adapter.build(rule.endpoint, values)))
    pages.append(browser.get(f"/meetings/{OPEN}/panels/support?group=S"))
    return pages


def _number_of(app: Flask, kind: str) -> int:
    with app.extensions["database"].reading() as session:
        return session.scalars(select(Letter.id).where(Letter.kind == kind)).one()


def _digits(letter: str) -> str:
    return code_in(letter).replace(" ", "")


def _digits_of(page: str) -> str:
    """All that could be read as the code, however it is spaced."""
    return re.sub(r"(?<=\d)[\s\u00a0-](?=\d)", "", page)


def _tables_holding(app: Flask, secret: str) -> list[str]:
    found = []
    with app.extensions["database"].reading() as session:
        for table in Base.metadata.tables:
            rows = session.execute(text(f'SELECT * FROM "{table}"')).all()  # noqa: S608 - our own
            found += [table] if secret in repr(rows) else []
    return found
