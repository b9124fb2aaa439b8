"""A file of people: looked at first, then taken in whole or not at all."""

import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask import Flask

from core import log
from councils.models import Mandate, Party, Person, RoleHeld
from councils.queries import register
from tests.worlds import ANNA, BEA, BO, KLARA, PIA, Clients

IMPORTS = "/councils/1/imports"
SHARED = Path(__file__).parents[4] / "shared" / "data" / "import"
GOOD = """namn;parti;plats;roll;ordning;även;e-post
Anna Ask;S;1;ordförande;;;anna@s.example
Nya Nord;M;2;1:e vice ordförande;;rösträknare;
Bo Bok;V;3;ledamot;;gruppledare;
Siv Sälg;V;;ersättare;1;;
Extra Ek;MP;;ersättare;1;;
"""


def hand_in(clients: Clients, files: dict[str, bytes | str], person: int = KLARA) -> Any:
    sent = [
        (io.BytesIO(body.encode() if isinstance(body, str) else body), name)
        for name, body in files.items()
    ]
    return clients.sign_in(person).post(IMPORTS, data={"files": sent})


def looked_at(clients: Clients, files: dict[str, bytes | str]) -> tuple[str, str]:
    """The address of the preview, and its page."""
    address = hand_in(clients, files).location
    return address, clients.sign_in(KLARA).get(address).text


def fingerprint(page: str) -> str:
    return re.findall(r'name="fingerprint" value="(\w+)"', page)[0]


def confirm(clients: Clients, address: str, mark: str, **more: Any) -> Any:
    return clients.act(KLARA, "POST", f"{address}/confirmation", fingerprint=mark, **more)


def people(app: Flask) -> dict[str, register.Registered]:
    with app.extensions["database"].reading() as session:
        return {one.person.name: one for one in register.people_of(session, 1)}


def count(app: Flask) -> tuple[int, ...]:
    with app.extensions["database"].reading() as session:
        rows = tuple(session.query(table).count() for table in (Person, Mandate, RoleHeld, Party))
        return (*rows, len(log.read(session, log.REGISTER)))


def test_what_is_shown_is_what_is_done(app: Flask, clients: Clients) -> None:
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    before = count(app)
    assert "2 läggs till, 2 ändras, 1 är oförändrade. 21 andra i registret rörs inte." in page
    assert "Nya partier läggs upp: MP." in page
    assert count(app) == before
    assert confirm(clients, address, fingerprint(page)).status_code == 200
    now = people(app)
    assert (now["Nya Nord"].seat, sorted(now["Nya Nord"].roles)) == (2, ["teller", "vice_chair_1"])
    assert (now["Bea Björk"].seat, now["Bea Björk"].roles) == (None, [])
    assert now["Bo Bok"].roles == ["group_leader"]
    assert now["Anna Ask"].person.email == "anna@s.example"
    assert now["Extra Ek"].party.colour == "#83CF39"  # type: ignore[union-attr]
    with app.extensions["database"].reading() as session:
        entry = log.read(session, log.REGISTER)[-1]
    assert (entry.kind, entry.payload) == (
        "register.people_imported",
        {
            "council_id": 1,
            "added": ["Nya Nord", "Extra Ek"],
            "changed": ["Anna Ask", "Bo Bok"],
            "vacated": ["Bea Björk"],
        },
    )


def test_more_substitutes_than_half_of_a_party_s_seats_are_pointed_out_and_imported(
    app: Flask, clients: Clients
) -> None:
    """KL 5:8, U3: counted in the register as it would be."""
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    words = "MP har 1 ersättare på 0 mandat. Det är fler än hälften, avrundat uppåt (0)."
    assert words in page
    assert page.count("Det är fler än hälften") == 1
    assert confirm(clients, address, fingerprint(page)).status_code == 200
    assert "Extra Ek" in people(app)


def test_imported_again_nothing_is_doubled(app: Flask, clients: Clients) -> None:
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    confirm(clients, address, fingerprint(page))
    before = count(app)
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    assert "0 läggs till, 0 ändras, 5 är oförändrade." in page
    assert confirm(clients, address, fingerprint(page)).status_code == 200
    assert count(app) == before


def test_pressing_twice_imports_once(app: Flask, clients: Clients) -> None:
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    first = confirm(clients, address, fingerprint(page), key="one press")
    after = count(app)
    again = confirm(clients, address, fingerprint(page), key="one press")
    assert (first.json, count(app)) == (again.json, after)


def test_a_faulty_row_is_explained_in_english_too(clients: Clients) -> None:
    faulty = GOOD.replace("Bo Bok;V;3;", "Bo Bok;V;33;").replace("Anna Ask;S;1;", "Anna Ask;S;;")
    address = hand_in(clients, {"ledamöter.csv": faulty}).location
    page = unescape(clients.sign_in(KLARA).get(f"{address}?language=en").text)
    assert "33 is not possible here. The number must be between 1 and 21." in page
    assert "The cell under “plats” is empty. Fill it in." in page


def test_one_faulty_row_stops_them_all_and_is_marked_where_it_stands(
    app: Flask, clients: Clients
) -> None:
    faulty = GOOD.replace("Bo Bok;V;3;", "Bo Bok;V;33;") + "Anna Ask;S;4;ledamot;;;\n"
    before = count(app)
    address, page = looked_at(clients, {"ledamöter.csv": faulty})
    assert "2 fel. Inget har sparats." in page
    assert "rad 4, plats:" in page
    cell = page.split('<td aria-invalid="true">')[1].split("</td>")[0]
    assert cell.startswith("33<p")
    assert 'name="fingerprint"' not in page
    answer = confirm(clients, address, "0" * 64)
    assert answer.json["error"] == "Filen har fel och kan inte importeras."
    assert count(app) == before


def test_a_single_table_may_have_any_name(clients: Clients) -> None:
    _, page = looked_at(clients, {"Fullmäktige 2026 (2).csv": GOOD})
    assert "2 läggs till, 2 ändras, 1 är oförändrade. 21 andra i registret rörs inte." in page


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("ledamöter.csv", GOOD.encode("latin-1"), "UTF-8"),
        ("ledamöter.csv", b"", "rubrik"),
        ("bild.png", b"\x89PNG\r\n", "varken en zipfil eller en Excelarbetsbok"),
        ("gammal.xls", b"\xd0\xcf\x11\xe0" + b"x" * 100, "äldre"),
        ("trasig.xlsx", b"PK\x03\x04" + b"x" * 100, ""),
    ],
)
def test_a_file_that_is_none_is_said_so_in_swedish(
    app: Flask, clients: Clients, name: str, body: bytes, words: str
) -> None:
    before = count(app)
    _, page = looked_at(clients, {name: body})
    assert "Inget har sparats." in page
    assert words.casefold() in page.casefold()
    assert count(app) == before


def test_a_workbook_is_read_as_well(app: Flask, clients: Clients) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ledamöter"  # type: ignore[union-attr]
    for line in GOOD.splitlines():
        sheet.append([cell or None for cell in line.split(";")])  # type: ignore[union-attr]
    packed = io.BytesIO()
    book.save(packed)
    address, page = looked_at(clients, {"mitt fullmäktige.xlsx": packed.getvalue()})
    assert "2 läggs till, 2 ändras" in page
    assert confirm(clients, address, fingerprint(page)).status_code == 200


def test_if_the_register_has_changed_it_is_shown_again(app: Flask, clients: Clients) -> None:
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    clients.act(KLARA, "POST", f"/people/{BO}/roles", role="teller")
    before = count(app)
    answer = confirm(clients, address, fingerprint(page))
    assert (answer.status_code, answer.json["kind"]) == (409, "MovedOn")
    assert count(app) == before
    page = clients.sign_in(KLARA).get(address).text
    assert confirm(clients, address, fingerprint(page)).status_code == 200


def test_another_plan_than_the_one_shown_is_refused(app: Flask, clients: Clients) -> None:
    address, _ = looked_at(clients, {"ledamöter.csv": GOOD})
    before = count(app)
    assert confirm(clients, address, "f" * 64).status_code == 409
    assert count(app) == before


def test_what_one_clerk_handed_in_another_cannot_confirm(app: Flask, clients: Clients) -> None:
    address, page = looked_at(clients, {"ledamöter.csv": GOOD})
    clients.act(KLARA, "POST", f"/people/{BEA}/roles", role="clerk")
    url = f"{address}/confirmation"
    answer = clients.act(BEA, "POST", url, fingerprint=fingerprint(page))
    assert answer.status_code == 404
    assert clients.sign_in(BEA).get(address).status_code == 404


@pytest.mark.parametrize("name", ["..%2F..%2Ft.db", "x", "a" * 43, ".."])
def test_no_other_file_can_be_named(clients: Clients, name: str) -> None:
    assert clients.sign_in(KLARA).get(f"{IMPORTS}/{name}").status_code in (404, 308)
    assert confirm(clients, f"{IMPORTS}/{name}", "0" * 64).status_code in (404, 405)


def test_only_the_office_hands_in_files(clients: Clients) -> None:
    for person in (ANNA, BO, PIA):
        assert hand_in(clients, {"ledamöter.csv": GOOD}, person).status_code == 403


def test_without_a_file_the_words_say_what_to_choose(clients: Clients) -> None:
    answer = clients.sign_in(KLARA).post(IMPORTS, data={}, headers={"Accept": "application/json"})
    assert answer.json["error"] == "Välj en Excelfil, en zipfil eller CSV-filer."


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared example packages are not here")
def test_the_example_council_of_31_is_taken_in(app: Flask, clients: Clients) -> None:
    form = {"name": "Exempelköping", "kind": "municipality", "seats": 31}
    council = clients.act(KLARA, "POST", "/councils", **form).json["made"]
    url, clerk = f"/councils/{council}/imports", clients.sign_in(KLARA)
    workbook = (SHARED / "exempel-31.xlsx").read_bytes()
    address = clerk.post(url, data={"files": [(io.BytesIO(workbook), "e.xlsx")]}).location
    page = clerk.get(address).text
    assert confirm(clients, address, fingerprint(page)).status_code == 200
    with app.extensions["database"].reading() as session:
        taken = register.people_of(session, council)
    assert sum(1 for one in taken if one.seat) == 31
    assert "chair" in {role for one in taken for role in one.roles}
