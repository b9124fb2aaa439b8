"""PROTOCOL 5.3: every object can be written in one way only."""

import json

import pytest
from gmpy2 import mpz
from hypothesis import given, settings
from hypothesis import strategies as st

from voting.ballot import canonical
from voting.ballot.canonical import NotCanonicalError
from voting.ballot.objects import Ciphertext, Event, Homomorphic, Result, Trustees

QUESTION = '{"answers":["Å"],"blank":true,"min":0,"max":1,"question":"\\u007f\\n\\"\\\\/"}'
texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, st.lists(texts, max_size=3), st.integers(0, 999_999_999), st.booleans())
def test_what_is_written_is_read_as_the_same(
    question: str, answers: list[str], most: int, blank: bool
) -> None:
    told = Homomorphic(answers=tuple(answers), blank=blank, min=0, max=most, question=question)
    assert canonical.parse(canonical.dump(told).encode(), Homomorphic) == told


def test_letters_stand_as_they_are_and_only_signs_that_must_are_escaped() -> None:
    told = canonical.parse(QUESTION, Homomorphic)
    assert (told.answers, told.question) == (("Å",), '\x7f\n"\\/')


@given(st.integers(0, 10**640))
def test_a_number_of_the_group_is_its_decimals(number: int) -> None:
    text = f'{{"alpha":"{number}","beta":"1"}}'
    assert canonical.parse(text, Ciphertext) == Ciphertext(mpz(number), mpz(1))


@pytest.mark.parametrize(
    "number",
    ['"07"', '"+7"', '"-7"', '" 7"', '"7 "', '"7_0"', '"0x7"', '"٧"', '""', "7", "7.0", "null",
     "true", '"7e1"', f'"{"9" * 701}"'],
)  # fmt: skip
def test_no_other_text_is_a_number_of_the_group(number: str) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.parse(f'{{"alpha":{number},"beta":"1"}}', Ciphertext)


@pytest.mark.parametrize("number", ["-1", "1.0", "1e3", "01", "true", '"1"', "1000000000", "NaN"])
def test_a_small_number_is_nothing_but_digits(number: str) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.parse(f'{{"height":{number},"type":"Setup"}}', Event)


@pytest.mark.parametrize(
    "text",
    [
        '{"beta":"1","alpha":"1"}',
        '{"alpha":"1","alpha":"1","beta":"1"}',
        '{"alpha":"1","beta":"1","gamma":"1"}',
        '{"alpha":"1"}',
        '{"alpha":"1", "beta":"1"}',
        '{"alpha":"1","beta":"1"}\n',
        '["1","1"]',
        '{"alpha":"\\u0031","beta":"1"}',
        "",
        "[" * 100_000,
    ],
)
def test_an_object_has_its_fields_in_order_and_nothing_else(text: str) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.parse(text, Ciphertext)


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\u00f6"', '"\\/"', '"\x7f"'])
def test_a_letter_is_not_written_in_two_ways(text: str) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.parse(f'{{"answers":[{text}],"min":0,"max":1,"question":"?"}}', Homomorphic)


def test_half_a_letter_and_broken_bytes_are_no_text() -> None:
    for text in ("\ud800", b"\xff"):
        with pytest.raises(NotCanonicalError):
            canonical.parse(text, Ciphertext)


def test_what_is_false_or_absent_is_left_out() -> None:
    text = '{"answers":["A"],"blank":false,"min":0,"max":1,"question":"?"}'
    with pytest.raises(NotCanonicalError):
        canonical.parse(text, Homomorphic)
    assert canonical.dump(Event(height=0, type="Setup")) == '{"height":0,"type":"Setup"}'


def test_an_unknown_kind_is_refused() -> None:
    for text, shape in (('[["Shamir",{}]]', Trustees), ('{"height":0,"type":"Other"}', Event)):
        with pytest.raises(NotCanonicalError):
            canonical.parse(text, shape)


def test_a_result_is_counts_or_rows_of_numbers() -> None:
    told = canonical.parse('{"result":[[0,4],[[1,2],[0,0]],[]]}', Result)
    assert told == Result(((0, 4), ((1, 2), (0, 0)), ()))


@settings(max_examples=30)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_whatever_is_no_such_object_is_refused_in_the_same_way(found: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical.parse(json.dumps(found), Ciphertext)


def test_what_is_refused_is_not_told_of() -> None:
    with pytest.raises(NotCanonicalError) as refused:
        canonical.parse('{"alpha":"secret","beta":"1"}', Ciphertext)
    assert "secret" not in str(refused.value)
