"""Why something is refused is told in the language of whoever asked for it."""

from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale

from core.errors import BadInput
from core.words import Sentence, in_a_row
from tests.worlds import ANNA, BO, KLARA, OPEN, Clients
from web.language import said

FLOOR = f"/meetings/{OPEN}/requests"
CLOSING = f"/meetings/{OPEN}/closure"


def asks_to_speak(clients: Clients, language: str, kind: str = "speech") -> Any:
    return clients.act(BO, "POST", f"{FLOOR}?language={language}", kind=kind, item=3)


@pytest.mark.parametrize(
    ("language", "words"),
    [("sv", "Du står redan på talarlistan."), ("en", "You are already on the speakers list.")],
)
def test_a_rule_refuses_in_the_language_of_the_page(
    clients: Clients, language: str, words: str
) -> None:
    assert asks_to_speak(clients, language).status_code == 200
    refused = asks_to_speak(clients, language)
    assert refused.status_code == 409
    assert refused.json == {"error": words, "kind": "RuleBroken", "field": None}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Välj något av: speech, reply, point_of_order."),
        ("en", "Choose one of these: speech, reply, point_of_order."),
    ],
)
def test_bad_input_names_its_field_and_mends_it_in_the_language_of_the_page(
    clients: Clients, language: str, words: str
) -> None:
    refused = asks_to_speak(clients, language, "song")
    assert refused.status_code == 400
    assert refused.json == {"error": words, "kind": "BadInput", "field": "kind"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("sv", "Avsluta ärendet Ny simhall i Östra parken först."),
        ("en", "Close the item Ny simhall i Östra parken first."),
    ],
)
def test_what_is_filled_in_stays_as_it_is(clients: Clients, language: str, words: str) -> None:
    refused = clients.act(ANNA, "PUT", f"{CLOSING}?language={language}")
    assert refused.json["error"] == words


def test_the_language_that_was_chosen_before_holds_for_what_is_sent(clients: Clients) -> None:
    clerk = clients.sign_in(KLARA)
    clerk.get(f"/meetings/{OPEN}/live?language=en")
    page = clerk.put(CLOSING, data={"key": "once"}, headers={"Accept": "text/html"})
    assert page.status_code == 409
    assert '<html lang="en"' in page.text
    assert "Close the item Ny simhall i Östra parken first." in page.text
    page.request.environ["wsgi.input"].close()


def test_parts_that_are_words_are_translated_too(app: Flask) -> None:
    names = ["Anna Alm (S)", "Bo Bok (V)"]
    lost = Sentence("Linjen är borta: {names}.", names=names)
    words = Sentence("{warnings} Skriv varför voteringen ändå öppnas.", warnings=in_a_row([lost]))
    assert (
        words
        == "Linjen är borta: Anna Alm (S) och Bo Bok (V). Skriv varför voteringen ändå öppnas."
    )
    with app.test_request_context(), force_locale("en"):
        assert said(words) == (
            "Line lost: Anna Alm (S) and Bo Bok (V). Write why the division is opened all the same."
        )


def test_braces_in_what_is_filled_in_are_no_parts(app: Flask) -> None:
    error = BadInput("Plats {seat} innehas av {name}.", "seat", seat=3, name="{seat} {0}")
    assert str(error) == "Plats 3 innehas av {seat} {0}."
    with app.test_request_context(), force_locale("en"):
        assert said(error.words) == "Seat 3 is held by {seat} {0}."
