"""A public key with its table, and what can be done to ciphertexts without the private one."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.objects import Ciphertext
from voting.ballot.powers import Powers

NOTHING = Ciphertext(mpz(1), mpz(1))  # what an empty urn holds


@dataclass(frozen=True, eq=False)
class Key:
    group: Group
    y: mpz

    def power(self, exponent: mpz | int) -> mpz:
        """y^exponent."""
        return self._powers(exponent)

    def product(self, ciphertexts: Iterable[Ciphertext]) -> Ciphertext:
        """What encrypts the sum."""
        found = list(ciphertexts)
        return Ciphertext(
            self.group.product(one.alpha for one in found),
            self.group.product(one.beta for one in found),
        )

    def lowered(self, ciphertext: Ciphertext, count: int) -> Ciphertext:
        """What encrypts `count` less; it encrypts nothing exactly if `count` was the choice."""
        return Ciphertext(ciphertext.alpha, self.group.lowered(ciphertext.beta, count))

    def holds(self, ciphertexts: Iterable[Ciphertext]) -> bool:
        """Are they all made of elements of the group?"""
        return all(
            self.group.contains(one.alpha) and self.group.contains(one.beta) for one in ciphertexts
        )

    @cached_property
    def _powers(self) -> Powers:
        return Powers(self.y, self.group.p, self.group.q)
