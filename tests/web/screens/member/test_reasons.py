"""Every reason why a button is grey can be told in English."""

import json
from html import unescape

from flask import Flask

from meetings.rules.floor import FloorRefusal
from meetings.rules.lifecycle import MeetingState, why_not
from tests.worlds import BO, OPEN, Clients
from voting.rules.statements import StatementRefusal
from web.screens.member import lawful


def test_a_page_in_english_brings_words_for_every_reason(app: Flask, clients: Clients) -> None:
    told = _told(clients)
    own = {
        value for name, value in vars(lawful).items() if name.isupper() and isinstance(value, str)
    }
    rules = {why_not(state) for state in MeetingState} | {one.text for one in FloorRefusal}
    assert (own | rules | {StatementRefusal.QUESTION_PUT.text}) - told.keys() == set()
    assert [swedish for swedish, english in told.items() if swedish == english] == []


def test_a_page_in_swedish_carries_no_words_it_has_no_use_for(app: Flask, clients: Clients) -> None:
    assert "data-reasons" not in clients.sign_in(BO).get(f"/meetings/{OPEN}/member").text


def test_a_number_in_a_reason_is_left_open(app: Flask, clients: Clients) -> None:
    told = _told(clients)
    assert told["# repliker går före dig."] == "# rejoinders go before you."
    assert told["En ordningsfråga och # repliker går före dig."] == (
        "A point of order and # rejoinders go before you."
    )


def _told(clients: Clients) -> dict[str, str]:
    page = clients.sign_in(BO).get(f"/meetings/{OPEN}/member?language=en").text
    told: dict[str, str] = json.loads(unescape(page.partition('data-reasons="')[2].split('"')[0]))
    return told
