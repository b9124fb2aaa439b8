"""A clerk counts paper ballots: typed in, followed round by round, printed."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import expect

from core import clock
from tests.browser import Enter
from tests.meetings.halls import Wall
from tests.served import Town
from tests.worlds import BO, KLARA, Clients

LISTS = {
    "office": "Kommunstyrelsen",
    "voters_present": "31",
    "voted": "31",
    "places": "7",
    "rows": "4",
    **{f"designation_{n}": letter for n, letter in enumerate("ABCG", start=1)},
    **{
        f"names_{n}": "\n".join(f"{letter}{k}" for k in range(1, 8))
        for n, letter in enumerate("abcg", start=1)
    },
    **{f"count_{n}": count for n, count in enumerate(("17", "5", "5", "4"), start=1)},
}


@pytest.fixture
def klara(clients: Clients) -> FlaskClient:
    return clients.sign_in(KLARA)


def words(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.split("<main")[1])).split())


def rows(page: str) -> list[list[str]]:
    """Round by round."""
    table = page.split("Varv för varv</h3>")[1].split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr>")[1:]]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in cells]


def test_even_lists_wait_for_the_lot_and_the_rounds_so_far_are_shown(klara: FlaskClient) -> None:
    page = klara.post("/counting/proportional", data=LISTS).text
    assert rows(page) == [
        ["1", "Grupp 1 · A", "17", "a1", "1"],
        ["2", "Grupp 1 · A", "17/2", "a2", "2"],
        ["3", "Grupp 1 · A", "17/3", "a3", "3"],
    ]
    assert "Det står lika. Dra lott och räkna vidare." in words(page)
    assert re.findall(r'name="winner" value="(\d)"', page) == ["2", "3"]


def test_why_ballots_are_invalid_is_in_the_protocol_and_the_day(klara: FlaskClient) -> None:
    """LPV 9."""
    with clock.set_to(Wall()):
        page = klara.post(
            "/counting/proportional", data=LISTS | {"count_1": "15", "not_uniform": "2"}
        ).text
    assert "Proportionellt val · 14 december 2026" in words(page)
    told = words(page).split("Närvarande 31")[1]
    assert told.startswith(" Platser 7 Sedlar 31 Giltiga 29 Ogiltiga 2 Avvikande eller märkta 2")


def test_with_the_lot_the_election_is_counted(klara: FlaskClient) -> None:
    page = klara.post("/counting/proportional", data=LISTS | {"draw": "1", "winner": "2"}).text
    assert rows(page)[3:] == [
        ["4", "Grupp 2 · B genom lott", "5", "b1", "4"],
        ["5", "Grupp 3 · C", "5", "c1", "5"],
        ["6", "Grupp 1 · A", "17/4", "a4", "6"],
        ["7", "Grupp 4 · G", "4", "g1", "7"],
    ]
    assert "Lotten föll på Grupp 2 · B." in words(page)


def test_substitutes_get_their_calling_order(klara: FlaskClient) -> None:
    two = LISTS | {"kind": "substitutes", "places": "2", "count_2": "9", "voted": ""}
    page = words(klara.post("/counting/proportional", data=two | {"count_3": "1"}).text)
    assert "För en ledamot vald för Ersättare i ordning A a1, b1 B b1, a1 C a1, b1" in page


def test_names_that_do_not_count_are_told_with_the_reason(klara: FlaskClient) -> None:
    struck = LISTS | {"names_1": "a1 (struken)\na2\na2", "draw": "1", "winner": "2"}
    page = words(klara.post("/counting/proportional", data=struck).text)
    assert (
        "a1: struken (17 sedlar av slag 1) a2: står redan högre upp (17 sedlar av slag 1)" in page
    )


def test_more_ballots_than_voters_count_for_nothing(klara: FlaskClient) -> None:
    page = klara.post("/counting/proportional", data=LISTS | {"voters_present": "30", "voted": ""})
    assert "Sedlarna är fler än de närvarande. Inget räknas, valet görs om." in words(page.text)
    assert "Varv för varv</h3>" not in page.text


def test_an_election_of_persons(klara: FlaskClient) -> None:
    slips = {"voters_present": "61", "places": "1", "names_1": "Ek", "count_1": "29"}
    more = {"names_2": "Al", "count_2": "27", "blank": "2", "invalid": "3"}
    page = words(klara.post("/counting/persons", data=slips | more).text)
    assert "Valda Ek 29 röster" in page
    even = {"count_2": "29", "blank": "0"}
    page = klara.post("/counting/persons", data=slips | more | even).text
    assert re.findall(r'name="winner" value="(\w+)"', page) == ["Al", "Ek"]


def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(klara: FlaskClient) -> None:
    answer = klara.post("/counting/proportional", data=LISTS | {"count_2": "fem"})
    assert answer.status_code == 400
    assert 'id="count_2-error"' in answer.text
    assert 'value="Kommunstyrelsen"' in answer.text
    assert "a6" in answer.text


@pytest.mark.parametrize(
    ("language", "least", "voted"),
    [
        ("sv", "Ska vara minst 1.", "Fler har röstat än som är närvarande."),
        ("en", "Must be at least 1.", "More have voted than are present."),
    ],
)
def test_what_the_counting_refuses_is_told_in_the_language_of_the_page(
    klara: FlaskClient, language: str, least: str, voted: str
) -> None:
    address = f"/counting/proportional?language={language}"
    assert least in words(klara.post(address, data=LISTS | {"places": "0"}).text)
    assert voted in words(klara.post(address, data=LISTS | {"voted": "700"}).text)


def test_lots_that_no_longer_fit_are_to_be_drawn_again(klara: FlaskClient) -> None:
    answer = klara.post("/counting/proportional", data=LISTS | {"draw": "1", "winner": "4"})
    assert answer.status_code == 400
    assert "Lotterna passar inte det som står nu." in words(answer.text)


def test_more_rows_keep_what_is_typed(klara: FlaskClient) -> None:
    page = klara.post("/counting/proportional", data=LISTS | {"more": "1"}).text
    assert 'name="count_8"' in page
    assert 'value="Kommunstyrelsen"' in page
    assert 'id="outcome"' not in page


def test_it_is_for_those_who_are_signed_in(clients: Clients) -> None:
    assert clients.sign_in(BO).get("/counting").status_code == 200
    assert clients.app.test_client().get("/counting").status_code == 401


@pytest.mark.browser
def test_by_keyboard_alone_from_the_first_field_to_the_places(town: Town, enter: Enter) -> None:
    page = enter(KLARA, "/counting/proportional", width=1366, height=768)
    page.locator("#office").focus()

    def type_on(*texts: str) -> None:
        for text in texts:
            page.keyboard.insert_text(text)
            page.keyboard.press("Tab")

    type_on("Kommunstyrelsen", "", "61", "61", "15")
    for designation, count in (("A", "29"), ("R", "24"), ("S", "6")):
        names = "\n".join(f"{designation} {n}" for n in range(1, 16))
        type_on(designation, names, count)
    type_on("", "", "")
    type_on("2")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_contain_text("Det står lika")
    page.locator("input[name=winner]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#result")).to_contain_text("Valet är räknat.")
    expect(page.locator("#result .elected > li")).to_have_count(15)
    page.emulate_media(media="print")
    expect(page.locator("#voters_present")).to_be_hidden()
    expect(page.get_by_text("Räknat av")).to_be_visible()
