"""A voter's credential: fifteen characters that never leave the device.  PROTOCOL 5.4."""

import hashlib
from dataclasses import dataclass, field

from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.making import chance
from voting.ballot.making.chance import BASE58

RANDOM, MODULUS, ROUNDS = 14, 53, 1000


@dataclass(frozen=True)
class Credential:
    """As it is written, XXX-XXX-XXX-XXX-XXX, and its private exponent in one election."""

    text: str = field(repr=False)
    private: mpz = field(repr=False)
    public: mpz


def new_credential(group: Group, uuid: str) -> Credential:
    drawn = chance.base58(RANDOM)
    text = drawn + check_character(drawn)
    return derive(group, uuid, "-".join(text[at : at + 3] for at in range(0, len(text), 3)))


def derive(group: Group, uuid: str, text: str) -> Credential:
    """Raises ValueError unless it is written as credentials are."""
    if not is_well_formed(text):
        raise ValueError("not a credential: a character is missing or wrong")
    stretched = hashlib.pbkdf2_hmac("sha256", text.encode(), uuid.encode(), ROUNDS, 32)
    private = mpz(int.from_bytes(stretched, "big")) % group.q
    return Credential(text, private, group.generate(private))


def is_well_formed(text: str) -> bool:
    parts = text.split("-")
    kept = "".join(parts)
    whole = [len(part) for part in parts] == [3] * 5 and set(kept) <= set(BASE58)
    return whole and check_character(kept[:RANDOM]) == kept[RANDOM]


def check_character(drawn: str) -> str:
    value = 0
    for character in drawn:
        value = value * len(BASE58) + BASE58.index(character)
    return BASE58[MODULUS - value % MODULUS]
