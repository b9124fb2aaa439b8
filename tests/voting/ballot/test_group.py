"""PROTOCOL 5.1: the two groups."""

import gmpy2
import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from voting.ballot.embedding import embed, extract
from voting.ballot.group import BELENIOS_2048, GROUPS, RFC_3526_2048, Group
from voting.ballot.keys import Key
from voting.ballot.multiplying import product_of_powers
from voting.ballot.objects import Ciphertext
from voting.ballot.powers import Powers

groups = pytest.mark.parametrize("group", GROUPS.values(), ids=list(GROUPS))
exponents = st.integers(-(2**260), 2**260)


@groups
def test_p_and_q_are_prime_and_g_generates_what_they_say(group: Group) -> None:
    assert gmpy2.is_prime(group.p)
    assert gmpy2.is_prime(group.q)
    assert (group.p - mpz(1)) % group.q == 0
    assert group.g != 1 == group.power(group.g, group.q)


@given(st.sampled_from([*GROUPS.values()]), exponents)
def test_a_power_that_is_looked_up_is_the_power(group: Group, exponent: int) -> None:
    assert group.generate(exponent) == group.power(group.g, mpz(exponent) % group.q)


@given(exponents)
def test_a_key_has_powers_too(exponent: int) -> None:
    base = BELENIOS_2048.generate(7)
    assert KEY.power(exponent) == BELENIOS_2048.power(base, mpz(exponent) % BELENIOS_2048.q)


KEY = Key(BELENIOS_2048, BELENIOS_2048.generate(7))


@groups
def test_only_elements_of_the_subgroup_are_in_the_group(group: Group) -> None:
    inside = [mpz(1), group.g, group.generate(123)]
    outside = [mpz(0), group.p, group.p + group.g, -group.g, group.p - group.g]
    assert [group.contains(one) for one in inside] == [True] * 3
    assert [group.contains(one) for one in outside] == [False] * 5
    assert group.contains_all(inside)
    assert not group.contains_all([*inside, outside[0]])


@given(st.integers(1, 2**2047))
def test_the_symbol_answers_as_the_power_does(number: int) -> None:
    group = RFC_3526_2048
    assert group.contains(mpz(number)) == (group.power(mpz(number), group.q) == 1)


@given(st.lists(st.tuples(st.integers(0, 2**300), st.integers(0, 2**300)), max_size=4))
def test_many_powers_at_once_are_the_product_of_each(pairs: list[tuple[int, int]]) -> None:
    group = RFC_3526_2048
    bases, exponents = [mpz(base) for base, _e in pairs], [mpz(e) for _base, e in pairs]
    each = [group.power(base, e) for base, e in zip(bases, exponents, strict=True)]
    assert product_of_powers(group, bases, exponents) == group.product(each)


def test_a_table_is_right_in_both_widths() -> None:
    for order in (mpz(2) ** 256 - mpz(1), mpz(2) ** 257 - mpz(1)):
        assert Powers(mpz(3), mpz(10007), order)(12345) == gmpy2.powmod(3, 12345, 10007)


def test_lowering_takes_away_votes_and_leaves_the_chance() -> None:
    three = Ciphertext(KEY.group.generate(5), KEY.power(5) * KEY.group.generate(3) % KEY.group.p)
    assert KEY.lowered(three, 3) == Ciphertext(KEY.group.generate(5), KEY.power(5))


@given(st.lists(st.integers(0, 255), min_size=1, max_size=254))
def test_numbers_come_out_as_they_went_in(numbers: list[int]) -> None:
    element = embed(RFC_3526_2048, numbers)
    assert RFC_3526_2048.contains(element)
    assert extract(element, len(numbers)) == tuple(numbers)


def test_too_many_or_too_large_numbers_are_refused() -> None:
    for numbers in ([0] * 255, [256], [-1]):
        with pytest.raises(ValueError, match="at most 254 numbers from 0 to 255"):
            embed(RFC_3526_2048, numbers)
