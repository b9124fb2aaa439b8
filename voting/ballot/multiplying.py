"""A product of many powers at once: the squarings, which cost most, are shared by all of them."""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot.group import Group

WINDOW = 5  # bits of each exponent that are looked up at a time


def product_of_powers(group: Group, bases: Sequence[mpz], exponents: Sequence[mpz]) -> mpz:
    """base_1^exponent_1 · base_2^exponent_2 · …, for exponents that are not negative."""
    tables = [_table(group, base) for base in bases]
    length = max((exponent.bit_length() for exponent in exponents), default=0)
    product, p, mask = mpz(1), group.p, (1 << WINDOW) - 1
    for place in range(-(-length // WINDOW) - 1, -1, -1):
        if product != 1:
            product = group.power(product, 1 << WINDOW)
        for table, exponent in zip(tables, exponents, strict=True):
            if digit := int(exponent >> place * WINDOW & mask):
                product = product * table[digit] % p
    return product


def _table(group: Group, base: mpz) -> list[mpz]:
    row = [mpz(1)]
    for _digit in range((1 << WINDOW) - 1):
        row.append(row[-1] * base % group.p)
    return row
