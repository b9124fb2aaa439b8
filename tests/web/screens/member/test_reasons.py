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
    page = clients.sign_in(BO).get(f"/meetings/{OPEN}/member?language=en").text
    told = json.loads(unescape(page.partition('data-reasons="')[2].partition('"')[0]))
    own = {value for name, value in vars(lawful).items() if name.isupper() and type(value) is str}
    rules = {why_not(state) for state in MeetingState} | {one.text for one in FloorRefusal}
    assert (own | rules | {StatementRefusal.QUESTION_PUT.text}) - told.keys() == set()
    assert [swedish for swedish, english in told.items() if swedish == english] == []


def test_a_page_in_swedish_carries_no_words_it_has_no_use_for(app: Flask, clients: Clients) -> None:
    assert "data-reasons" not in clients.sign_in(BO).get(f"/meetings/{OPEN}/member").text
