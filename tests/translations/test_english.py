"""Every page can be read in English."""

import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from sqlalchemy import select

from agenda.models import Item
from councils.models import Council, Party, Person
from councils.rules.procedure import Procedure
from meetings.models import Meeting, Notice
from tests.translations.catalogue import english, messages
from tests.worlds import ANNA, KLARA, OPEN, PLANNED, Clients

NAMED = {"council_id": 1, "person_id": 3, "audience": "public"}
OWN_WORDS = {"Svenska", "Klubba"}
RULES = Procedure()  # a council words its rules itself
SPOKEN = {"alt", "aria-label", "content", "placeholder", "title"}
A_WORD = re.compile(r"\w+")
SWEDISH = set("åäöÅÄÖ")


@pytest.mark.parametrize(
    ("person", "meeting"), [(KLARA, OPEN), (KLARA, PLANNED), (ANNA, OPEN), (None, OPEN)]
)
def test_no_swedish_is_left_on_any_page(
    app: Flask, clients: Clients, person: int | None, meeting: int
) -> None:
    client = clients.sign_in(person) if person else app.test_client()
    given, left = _data(app), {}
    for address in _addresses(app, meeting):
        answer = client.get(address, query_string={"language": "en"})
        if answer.status_code == 200 and answer.mimetype == "text/html":
            page = Reader(answer.text)
            assert page.language == "en", address
            if found := page.swedish(given):
                left[address] = found
    assert left == {}


class Reader(HTMLParser):
    """What a person reads or is read aloud on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language, self.said = "", list[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.language = self.language or told.get("lang") or ""
        self.said += [
            value
            for name, value in attrs
            if value
            and (
                name in SPOKEN
                or (name.startswith("data-") and name != "data-reasons" and " " in value)
            )
        ]

    def handle_data(self, data: str) -> None:
        self.said.append(" ".join(data.split()))

    def swedish(self, given: set[str]) -> set[str]:
        """Words that only Swedish has the letters for, and whole sentences of the catalogue."""
        known = {word for text in given for word in A_WORD.findall(text)}
        words = {word for text in self.said for word in A_WORD.findall(text)}
        sources = {m.id for m in messages(english()) if m.id != m.string} - given
        return {word for word in words - known if set(word) & SWEDISH} | (sources & set(self.said))


def _data(app: Flask) -> set[str]:
    """What people are called, what they deal with and what is posted stays as it is."""
    columns = (Person.name, Party.name, Party.letters, Council.name, Meeting.title, Item.title)
    columns += (Notice.title, Notice.text, Notice.elsewhere)
    with app.extensions["database"].reading() as session:
        told = {text for column in columns for text in session.scalars(select(column)) if text}
    return told | OWN_WORDS | {RULES.remote_tools, RULES.remote_request_to}


def _addresses(app: Flask, meeting: int) -> list[str]:
    """Every page whose address can be known; each meeting of the small world has six items."""
    values = NAMED | {"meeting_id": meeting, "item_id": (meeting - 1) * 6 + 3}
    urls = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    pages = [rule for rule in rules if rule.arguments <= values.keys() and "." not in str(rule)]
    return sorted(
        urls.build(str(rule.endpoint), {a: values[a] for a in rule.arguments}) for rule in pages
    )
