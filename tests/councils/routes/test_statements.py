"""The statement of accessibility is a draft until it is whole, and then public."""

import pytest
from flask import Flask

from tests.councils.routes.answers import refused, told
from tests.worlds import KLARA, Clients

URL = "/councils/1/statement"
WHOLE = {
    "body": "Lillköping",
    "service": "Klubba",
    "conformance": "partial",
    "what": ["Texten kan vara fel."],
    "why": ["Den skapas automatiskt."],
    "assessed_on": "2026-01-10",
    "method": "Självskattning.",
    "report_to": "kansliet@lillkoping.example",
    "supervisor": "https://www.digg.se/tdosanmalan",
    "updated_on": "2026-01-11",
}


def test_a_draft_with_gaps_is_saved_and_not_shown(app: Flask, clients: Clients) -> None:
    assert clients.act(KLARA, "PUT", URL, body="Lillköping").status_code == 200
    page = app.test_client().get(URL)
    assert (page.status_code, "inte publicerat" in page.text) == (404, True)


@pytest.mark.parametrize("part", sorted(set(WHOLE) - {"what", "why"}))
def test_it_is_not_published_with_a_part_missing(app: Flask, clients: Clients, part: str) -> None:
    form = WHOLE | {part: "", "publish": 1}
    assert refused(clients.act(KLARA, "PUT", URL, **form)) == (400, part)
    assert app.test_client().get(URL).status_code == 404


def test_a_whole_statement_is_public_with_its_reasons(app: Flask, clients: Clients) -> None:
    form = WHOLE | {"publish": 1}
    assert clients.act(KLARA, "PUT", URL, **form).status_code == 200
    page = app.test_client().get(URL).text
    assert "Skäl: Den skapas automatiskt." in page
    assert "Redogörelsen uppdaterades 11 januari 2026." in page
    assert told(app)[0] == "register.statement_published"


def test_what_is_public_stays_whole(app: Flask, clients: Clients) -> None:
    clients.act(KLARA, "PUT", URL, **WHOLE, publish=1)
    gap = WHOLE | {"method": ""}
    assert refused(clients.act(KLARA, "PUT", URL, **gap)) == (400, "method")
    assert "Självskattning." in app.test_client().get(URL).text
