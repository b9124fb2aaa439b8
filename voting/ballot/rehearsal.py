"""Tellers open a ciphertext of 5 together, before anybody has voted.  PROTOCOL 8, round 6.

Everybody computes the ciphertext from the published keys, so that nobody can have a teller open
another one; and since its chance is known, what she gives tells nothing that her public key does
not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from gmpy2 import mpz

from voting.ballot import canonical, proofs, statements
from voting.ballot.group import Group
from voting.ballot.hashing import base64_of, number
from voting.ballot.objects import Ciphertext, PartialDecryption
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.sharing import lagrange
from voting.ballot.trustees import Holders, read_trustees

HELD = 5


@dataclass(frozen=True)
class Rehearsal:
    """`fingerprint`: of the tellers' keys; it stands where an election's would."""

    group: Group
    holders: Holders
    fingerprint: str
    ciphertext: Ciphertext

    @property
    def threshold(self) -> int:
        return self.holders.sharers[0].threshold


def read_rehearsal(group: Group, tellers: str) -> Rehearsal:
    """`tellers`: their part of the trustees.  Raises as `read_trustees` does."""
    holders = read_trustees(group, f"[{tellers}]")
    fingerprint = base64_of(tellers)
    chance = number(f"rehearsal|{fingerprint}") % group.q
    held = group.power(holders.election_key, chance) * group.generate(HELD) % group.p
    return Rehearsal(group, holders, fingerprint, Ciphertext(group.generate(chance), held))


def check_rehearsed(rehearsal: Rehearsal, seat: int, text: str) -> mpz:
    """The factor of a seat; raises NOT_CANONICAL, or DECRYPTION_PROOF if it is not hers."""
    try:
        partial = canonical.parse(text, PartialDecryption)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"a rehearsal: {error}") from None
    factors, given = partial.decryption_factors, partial.decryption_proofs
    shaped = [len(row) for row in factors] == [len(row) for row in given] == [1]
    demand(shaped, Code.DECRYPTION_PROOF, "it does not have one factor and one proof")
    factor, proof = factors[0][0], given[0][0]
    group, public = rehearsal.group, rehearsal.holders.public_keys[seat - 1]
    statement = statements.decryption(rehearsal.fingerprint, public)
    alpha = rehearsal.ciphertext.alpha
    holds = group.contains(factor) and proofs.same_exponent(
        group, statement, public, alpha, factor, proof
    )
    demand(holds, Code.DECRYPTION_PROOF, "the proof that a factor is right does not hold")
    return factor


def check_together(rehearsal: Rehearsal, factors: Sequence[mpz]) -> None:
    """Raises RESULT unless any tellers, as many as are needed, find what is in it."""
    group, beta = rehearsal.group, rehearsal.ciphertext.beta
    for seats in combinations(range(1, len(factors) + 1), rehearsal.threshold):
        weights = zip(seats, lagrange(group, seats), strict=True)
        mask = group.product(group.power(factors[seat - 1], weight) for seat, weight in weights)
        found = beta * group.inverse(mask) % group.p == group.generate(HELD)
        demand(found, Code.RESULT, f"seats {seats} together do not open what is closed")
