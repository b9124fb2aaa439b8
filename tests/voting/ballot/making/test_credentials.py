"""PROTOCOL 5.4: fifteen characters that only the voter's device knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.chance import BASE58
from voting.ballot.making.credentials import (
    check_character,
    derive,
    is_well_formed,
    new_credential,
)

UUID = "9dwtq5H8YqVXiR"
drawn = st.text(st.sampled_from(BASE58), min_size=14, max_size=14)


def written(characters: str) -> str:
    return "-".join(characters[at : at + 3] for at in range(0, 15, 3))


def test_a_new_credential_is_well_formed_and_gives_its_own_key_again() -> None:
    found = new_credential(BELENIOS_2048, UUID)
    assert derive(BELENIOS_2048, UUID, found.text) == found
    assert found.public == BELENIOS_2048.generate(found.private)


def test_the_same_credential_is_another_one_in_another_election() -> None:
    found = new_credential(BELENIOS_2048, UUID)
    assert derive(BELENIOS_2048, UUID[::-1], found.text).public != found.public


@given(drawn, st.integers(0, 14), st.sampled_from(BASE58))
def test_a_character_that_is_wrong_is_noticed(chars: str, at: int, other: str) -> None:
    whole = chars + check_character(chars)
    assert is_well_formed(written(whole))
    changed = whole[:at] + other + whole[at + 1 :]
    if at == 14 or (BASE58.index(other) - BASE58.index(whole[at])) % 53:
        assert is_well_formed(written(changed)) == (changed == whole)


@pytest.mark.parametrize("text", ["", "abc", "111-111-111-111-11", "O00-111-111-111-11l"])
def test_what_is_no_credential_is_refused_without_being_told_of(text: str) -> None:
    with pytest.raises(ValueError, match="not a credential"):
        derive(BELENIOS_2048, UUID, text)
