"""The language is the reader's choice; nobody who has not chosen gets a cookie."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask

from tests.worlds import KLARA, OPEN, PLANNED, Clients

LIVE = f"/meetings/{OPEN}/live"
TITLE = "<h1>Sign in"


def test_swedish_is_spoken_to_whoever_has_not_chosen(app: Flask) -> None:
    answer = app.test_client().get(LIVE, headers={"Accept-Language": "en"})
    assert '<html lang="sv"' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_choice_is_obeyed_at_once_and_remembered(app: Flask) -> None:
    visitor = app.test_client()
    chosen = visitor.get(LIVE, query_string={"language": "en"})
    assert '<html lang="en"' in chosen.text
    cookie = chosen.headers["Set-Cookie"].split("; ")
    assert cookie[0] == "language=en"
    assert {"HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie)
    later = visitor.get(LIVE)
    assert '<html lang="en"' in later.text
    assert "Set-Cookie" not in later.headers


def test_one_can_go_back_to_swedish(app: Flask) -> None:
    visitor = app.test_client()
    visitor.get(LIVE, query_string={"language": "en"})
    assert f'<a href="{LIVE}?language=sv" lang="sv" hreflang="sv"' in visitor.get(LIVE).text
    visitor.get(LIVE, query_string={"language": "sv"})
    assert '<html lang="sv"' in visitor.get(LIVE).text


@pytest.mark.parametrize("odd", ["", "de", "en_GB", "../../etc", "en\x00"])
def test_a_language_that_is_not_spoken_changes_nothing(app: Flask, odd: str) -> None:
    answer = app.test_client().get(LIVE, query_string={"language": odd})
    assert answer.status_code == 200
    assert '<html lang="sv"' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_kept_page_is_never_handed_out_in_the_wrong_language(app: Flask) -> None:
    visitor, tags = app.test_client(), {}
    for language in ("sv", "en"):
        visitor.get(LIVE, query_string={"language": language})
        answer = visitor.get(LIVE)
        assert "Cookie" in answer.headers["Vary"]
        tags[language] = answer.headers["ETag"]
    assert tags["sv"] != tags["en"]


def test_what_a_script_fetches_chooses_nothing(app: Flask) -> None:
    visitor = app.test_client()
    snapshot = visitor.get(f"/meetings/{OPEN}/snapshot.json", query_string={"language": "en"})
    assert "Set-Cookie" not in snapshot.headers
    assert '<html lang="sv"' in visitor.get(LIVE).text


def test_the_live_screen_goes_on_in_the_language_of_its_page(app: Flask, clients: Clients) -> None:
    clerk = clients.sign_in(KLARA)
    page = clerk.get(f"/meetings/{OPEN}/clerk", query_string={"language": "en"}).text
    assert 'data-audience="clerk"' in page
    assert 'data-language="en"' in page


def test_the_rest_of_the_address_is_kept_when_the_language_is_changed(app: Flask) -> None:
    page = app.test_client().get("/councils/1/archive?q=simhall&language=sv").text
    assert 'href="/councils/1/archive?q=simhall&amp;language=en" lang="en"' in page


def test_the_record_is_in_swedish_whoever_fetches_it(app: Flask, clients: Clients) -> None:
    clerk = clients.sign_in(KLARA)
    clerk.get("/", query_string={"language": "en"})
    url = f"/meetings/{PLANNED}/minutes.docx"
    assert _words(clerk.get(url).data) == _words(clients.sign_in(KLARA).get(url).data)


def _words(docx: bytes) -> bytes:
    """Apart from the moment at which the file was packed."""
    with ZipFile(BytesIO(docx)) as packed:
        return packed.read("word/document.xml")
