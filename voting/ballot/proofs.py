"""Does a proof hold?  How they are made stands in `making.proofs`.

All four are of one kind: a commitment is computed back from challenge and response, and the hash
must give the challenge.  PROTOCOL 5.5, 5.7, 5.10.
"""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.hashing import challenge
from voting.ballot.keys import Key
from voting.ballot.objects import Ciphertext, Proof


def knows(group: Group, statement: str, public: mpz, proof: Proof) -> bool:
    """Whoever made it knew the exponent of `public`: a key, a signature, the chance in a vote."""
    if not _in_range(group, [proof]):
        return False
    given = group.power(public, proof.challenge)
    commitment = group.generate(proof.response) * given % group.p
    return challenge(group, statement, [commitment]) == proof.challenge


def same_exponent(
    group: Group, statement: str, public: mpz, base: mpz, raised: mpz, proof: Proof
) -> bool:
    """`raised` is `base` to the power that made `public` out of g."""
    if not _in_range(group, [proof]):
        return False
    c, r = proof.challenge, proof.response
    of_g = group.generate(r) * group.power(public, c) % group.p
    of_base = group.power(base, r) * group.power(raised, c) % group.p
    return challenge(group, statement, [of_g, of_base]) == c


def one_is_nothing(
    key: Key, statement: str, branches: Sequence[Ciphertext], proofs: Sequence[Proof]
) -> bool:
    """At least one of the ciphertexts encrypts nothing, without telling which."""
    group = key.group
    if len(proofs) != len(branches) or not _in_range(group, proofs):
        return False
    commitments = []
    for branch, proof in zip(branches, proofs, strict=True):
        c, z = proof.challenge, proof.response
        commitments.append(group.generate(z) * group.power(branch.alpha, c) % group.p)
        commitments.append(key.power(z) * group.power(branch.beta, c) % group.p)
    total = sum(proof.challenge for proof in proofs) % group.q
    return challenge(group, statement, commitments) == total


def _in_range(group: Group, proofs: Sequence[Proof]) -> bool:
    """A number above q would be the same proof in another text."""
    return all(proof.challenge < group.q and proof.response < group.q for proof in proofs)
