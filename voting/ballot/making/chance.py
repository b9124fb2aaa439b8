"""Chance, from the operating system."""

import secrets

from gmpy2 import mpz

from voting.ballot.group import Group

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def exponent(group: Group) -> mpz:
    """Every number in Z_q is as likely as any other."""
    return mpz(secrets.randbelow(int(group.q)))


def base58(length: int) -> str:
    return "".join(secrets.choice(BASE58) for _place in range(length))


def permutation(length: int) -> list[int]:
    order = list(range(length))
    secrets.SystemRandom().shuffle(order)
    return order


def hexadecimal() -> str:
    """32 bytes, which nobody guesses."""
    return secrets.token_hex(32)
