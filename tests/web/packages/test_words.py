"""The fixed words, in both languages and any case, and the nearest one to a slip."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.packages import words
from web.packages.spans import spans
from web.packages.words import CHOICES, ROLES, Vocabulary

ALL = [value for value in vars(words).values() if isinstance(value, Vocabulary)]


@pytest.mark.parametrize("vocabulary", ALL)
def test_every_word_is_known_in_both_languages_and_any_case(vocabulary: Vocabulary[Any]) -> None:
    for word, swedish in vocabulary.swedish.items():
        written = [swedish, word.value, swedish.upper(), f" {word.value.replace(' ', '_')} "]
        assert [vocabulary.find(text) for text in written] == [word] * 4
    assert set(vocabulary.swedish) == set(type(vocabulary.first).__members__.values())


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("ledamöt", "ledamot"),
        ("Ersätare", "ersättare"),
        ("1:e viceordf", "1:e vice ordförande"),
        ("membr", "member"),
        ("brandman", None),
        ("l" * 100_000, None),
    ],
)
def test_the_nearest_word_is_suggested_if_one_is_near(text: str, nearest: str | None) -> None:
    assert ROLES.nearest(text) == nearest


def test_the_allowed_words_are_listed_in_the_language_of_the_file() -> None:
    assert CHOICES.words("sv") == ["ja", "nej", "avstår", "frånvarande"]
    assert CHOICES.words("en") == ["yes", "no", "abstain", "absent"]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([], ""),
        ([3], "3"),
        ([3, 4], "3, 4"),
        ([4, 3, 5], "3–5"),
        ([1, 2, 3, 7, 9, 10], "1–3, 7, 9, 10"),
    ],
)
def test_numbers_in_a_row_are_joined(numbers: list[int], text: str) -> None:
    assert spans(numbers) == text


@given(st.sets(st.integers(1, 999)))
def test_joined_numbers_leave_none_out(numbers: set[int]) -> None:
    found: set[int] = set()
    for part in filter(None, spans(numbers).split(", ")):
        first, _, last = part.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    assert found == numbers
