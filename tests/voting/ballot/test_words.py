"""PROTOCOL 8: four words that are read aloud, and cannot be misheard."""

import hashlib
from collections import Counter

from voting.ballot.words import WORDS, spoken


def with_a_letter_blurred(word: str) -> set[str]:
    return {f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word))}


def with_a_letter_lost(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def test_there_is_one_word_for_each_byte() -> None:
    assert len(set(WORDS)) == 256
    assert all(3 <= len(word) <= 8 and word.isalpha() and word.islower() for word in WORDS)


def test_no_letter_that_is_missed_makes_another_word() -> None:
    heard = Counter(one for word in WORDS for one in with_a_letter_blurred(word))
    assert [word for word, times in heard.items() if times > 1] == []
    assert [word for word in WORDS if with_a_letter_lost(word) & set(WORDS)] == []


def test_the_words_follow_from_all_messages_in_their_order() -> None:
    messages = ['{"a":1}', '{"b":2}', '{"c":3}']
    hashed = hashlib.sha256(b'{"a":1}{"b":2}{"c":3}').digest()
    assert spoken(messages) == tuple(WORDS[byte] for byte in hashed[:4])
    assert spoken(messages[::-1]) != spoken(messages)
    assert spoken([*messages[:2], '{"c":4}']) != spoken(messages)
