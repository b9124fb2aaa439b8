"""Proofs, as their makers make them: with what the checker does not know.  PROTOCOL 5."""

from collections.abc import Sequence
from typing import NamedTuple

from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.hashing import challenge
from voting.ballot.keys import Key
from voting.ballot.making import chance
from voting.ballot.objects import Proof


class Branch(NamedTuple):
    """A ciphertext as its maker knows it: (g^chance, y^chance · g^content)."""

    chance: mpz
    content: mpz


def know(group: Group, statement: str, private: mpz) -> Proof:
    w = chance.exponent(group)
    c = challenge(group, statement, [group.generate(w)])
    return Proof(c, (w - private * c) % group.q)


def same_exponent(group: Group, statement: str, base: mpz, private: mpz) -> Proof:
    w = chance.exponent(group)
    c = challenge(group, statement, [group.generate(w), group.power(base, w)])
    return Proof(c, (w - private * c) % group.q)


def one_is_nothing(key: Key, statement: str, branches: Sequence[Branch]) -> tuple[Proof, ...]:
    """The first branch without content is proved, the others are made up.

    Its maker knows the chance in every branch, so only powers of g and y are needed.
    Raises ValueError where every branch has content: that cannot be proved.
    """
    group = key.group
    true = [branch.content for branch in branches].index(mpz(0))
    drawn = [Proof(chance.exponent(group), chance.exponent(group)) for _branch in branches]
    commitments: list[mpz] = []
    for place, (branch, (c, z)) in enumerate(zip(branches, map(_pair, drawn), strict=True)):
        exponent = z if place == true else z + branch.chance * c
        commitments.append(group.generate(exponent))
        shown = key.power(exponent)
        if place != true:
            shown = shown * group.generate(branch.content * c) % group.p
        commitments.append(shown)
    others = sum(proof.challenge for place, proof in enumerate(drawn) if place != true)
    c = (challenge(group, statement, commitments) - others) % group.q
    drawn[true] = Proof(c, (drawn[true].response - branches[true].chance * c) % group.q)
    return tuple(drawn)


def _pair(proof: Proof) -> tuple[mpz, mpz]:
    return proof.challenge, proof.response
