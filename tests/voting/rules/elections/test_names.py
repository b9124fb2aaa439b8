"""What stands on a ballot binds: names in full, no two answers alike (LPV 7–8, 10; MAJ-3)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.elections.names import LONGEST, Entry, fault, lines, tidy


def person(name: str, designation: str | None = None) -> Entry:
    return Entry((name,), designation, is_list=False)


def test_a_pasted_list_becomes_names() -> None:
    written = "1. Anna Ask\r\n2.  Bo\tBok\n\n  Eva\N{NO-BREAK SPACE}Ek \n"
    assert lines(written) == ("Anna Ask", "Bo Bok", "Eva Ek")


def test_an_answer_reads_as_a_ballot() -> None:
    assert person("Anna Ask").text == "Anna Ask"
    assert person("Anna Ask", "S").text == "Anna Ask (S)"
    assert Entry(("Anna Ask", "Bo Bok"), "Samling", is_list=True).text == (
        "Samling: 1. Anna Ask, 2. Bo Bok"
    )


@given(st.text())
def test_nothing_that_cannot_be_seen_stands_on_a_ballot(text: str) -> None:
    found = tidy(text)
    assert found == unicodedata.normalize("NFC", found)
    assert not [each for each in found if unicodedata.category(each)[0] == "C"]
    assert tidy(found) == found


@pytest.mark.parametrize(
    ("entries", "before", "said"),
    [
        ([], [], "Skriv minst ett namn."),
        ([Entry((), "Samling", is_list=True)], [], "Skriv minst ett namn."),
        ([person("Bo Bok")], ["Bo Bok"], "Bo Bok står redan på valsedeln."),
        ([person("Bo Bok"), person("Bo Bok")], [], "Bo Bok står redan på valsedeln."),
        ([person("Bo Bok", "V"), person("Bo Bok", "M")], [], None),
        (
            [Entry(("Bo Bok",), None, is_list=True)],
            [],
            "En lista behöver en gruppbeteckning i ord (7 § lagen 2022:629).",
        ),
        (
            [Entry(("Bo Bok", "Eva Ek", "Ola Ort"), "Samling", is_list=True)],
            [],
            "Listan har 3 namn men bara 2 ska väljas (10 § lagen 2022:629).",
        ),
        (
            [Entry(("Bo Bok", "Bo Bok"), "Samling", is_list=True)],
            [],
            "Samma namn står två gånger på listan.",
        ),
        (
            [person("B" * (LONGEST + 1))],
            [],
            "Texten på valsedeln är för lång. Högst 1 000 tecken får plats.",
        ),
    ],
)
def test_what_cannot_stand_there(entries: list[Entry], before: list[str], said: str | None) -> None:
    assert fault(entries, before, places=2) == said
