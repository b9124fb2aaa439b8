"""KL 5:56, LPV 16–17: the lot."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.lots import Drawn, Seeded, Urn


def test_draws_in_the_room_are_taken_in_the_order_in_which_the_ties_arose() -> None:
    urn = Urn(Drawn(("X", "Z")))
    assert [urn.draw(("X", "Y")), urn.draw(("Y", "Z")), urn.draw(("Y", "W"))] == ["X", "Z", None]


def test_a_winner_who_did_not_stand_equal_is_refused() -> None:
    with pytest.raises(ValueError, match="Lott 1: Q är inte bland dem som står lika"):
        Urn(Drawn(("Q",))).draw(("X", "Y"))


def test_a_draw_that_no_tie_asked_for_is_refused() -> None:
    urn = Urn(Drawn(("X", "Y")))
    urn.draw(("X", "Y"))
    with pytest.raises(ValueError, match="fler lotter än lika röstetal"):
        urn.close()


def test_a_draw_that_has_not_been_made_is_not_counted() -> None:
    urn = Urn(Drawn(()))
    assert urn.draw(("X", "Y")) is None
    urn.close()


def test_anyone_who_knows_the_seed_can_do_the_draw_again() -> None:
    urn = Urn(Seeded("juni"))
    whole = int.from_bytes(hashlib.sha256(b"juni:1:1|2|4").digest(), "big")
    again = int.from_bytes(hashlib.sha256(b"juni:2:a|b").digest(), "big")
    assert urn.draw((1, 2, 4)) == (1, 2, 4)[whole % 3]
    assert urn.draw(("a", "b")) == ("a", "b")[again % 2]
    urn.close()


@given(st.text(min_size=1), st.integers(2, 8))
def test_a_seed_always_finds_a_winner_among_the_tied(seed: str, tied: int) -> None:
    assert Urn(Seeded(seed)).draw(range(tied)) in range(tied)
