"""Puts the free ballots in another order and encryption, and proves that it did nothing else.

PROTOCOL 5.9, CHVote 1.3.2; the names are those of the protocol.
"""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.election import Election
from voting.ballot.group import Group
from voting.ballot.keys import Key
from voting.ballot.making import chance
from voting.ballot.multiplying import product_of_powers
from voting.ballot.objects import (
    Ciphertext,
    Commitments,
    Responses,
    Shuffle,
    ShuffleProof,
)
from voting.ballot.shuffles import (
    Mixed,
    final_challenge,
    generators,
    permutation_challenges,
)

Exponents = list[mpz]


def make_shuffle(election: Election, before: Mixed) -> str:
    """One row for each free question, shuffled apart from each other."""
    made = [_shuffled(election, row) for row in before]
    shuffle = Shuffle(tuple(after for after, _proof in made), tuple(proof for _, proof in made))
    return canonical.dump(shuffle)


def _shuffled(
    election: Election, before: Sequence[Ciphertext]
) -> tuple[tuple[Ciphertext, ...], ShuffleProof]:
    order = chance.permutation(len(before))
    fresh = _exponents(election.group, len(before))
    again = [_reencrypted(election.key, one, r) for one, r in zip(before, fresh, strict=True)]
    after = tuple(again[place] for place in order)
    return after, _proof(election, before, after, order, fresh)


def _reencrypted(key: Key, ciphertext: Ciphertext, r: mpz) -> Ciphertext:
    p = key.group.p
    return Ciphertext(
        ciphertext.alpha * key.group.generate(r) % p, ciphertext.beta * key.power(r) % p
    )


def _proof(
    election: Election,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    order: Sequence[int],
    fresh: Exponents,
) -> ShuffleProof:
    group, q = election.group, election.group.q
    h, bases = generators(group, len(before))
    r, permutation = _committed(group, order, bases)
    u = permutation_challenges(election, before, after, permutation)
    permuted = [u[place] for place in order]
    r_chain, chain = _linked(group, h, permuted)
    w = _exponents(group, 4)
    w_chain, w_permuted = (_exponents(group, len(before)) for _row in range(2))
    commitments = Commitments(
        group.generate(w[0]),
        group.generate(w[1]),
        group.generate(w[2]) * product_of_powers(group, bases, w_permuted) % group.p,
        _rerandomised(election.key, after, w[3], w_permuted),
        tuple(_links(group, h, chain, w_chain, w_permuted)),
    )
    c = final_challenge(election, before, after, commitments, permutation, chain)
    responses = Responses(
        (w[0] + c * _sum(r)) % q,
        (w[1] + c * _dot(r_chain, _tails(group, permuted))) % q,
        (w[2] + c * _dot(r, u)) % q,
        (w[3] + c * _dot(fresh, u)) % q,
        _answered(group, c, w_chain, r_chain),
        _answered(group, c, w_permuted, permuted),
    )
    return ShuffleProof(commitments, responses, permutation, chain)


def _committed(
    group: Group, order: Sequence[int], bases: Sequence[mpz]
) -> tuple[Exponents, tuple[mpz, ...]]:
    """Commitments to the permutation, one for each ballot that comes in."""
    r, committed = _exponents(group, len(order)), [mpz(1)] * len(order)
    for base, place in zip(bases, order, strict=True):
        committed[place] = group.generate(r[place]) * base % group.p
    return r, tuple(committed)


def _linked(group: Group, h: mpz, permuted: Exponents) -> tuple[Exponents, tuple[mpz, ...]]:
    """A chain of commitments to the permuted challenges."""
    r = _exponents(group, len(permuted))
    return r, tuple(_chain(group, h, r, permuted))


def _chain(group: Group, h: mpz, r: Exponents, along: Exponents) -> list[mpz]:
    chain: list[mpz] = []
    for exponent, step in zip(r, along, strict=True):
        back = chain[-1] if chain else h
        chain.append(group.generate(exponent) * group.power(back, step) % group.p)
    return chain


def _links(group: Group, h: mpz, chain: Sequence[mpz], w: Exponents, along: Exponents) -> list[mpz]:
    backs = [h, *chain][: len(chain)]
    return [
        group.generate(exponent) * group.power(back, step) % group.p
        for exponent, back, step in zip(w, backs, along, strict=True)
    ]


def _rerandomised(
    key: Key, after: Sequence[Ciphertext], w: mpz, along: Exponents
) -> tuple[mpz, mpz]:
    group = key.group
    alphas = product_of_powers(group, [one.alpha for one in after], along)
    betas = product_of_powers(group, [one.beta for one in after], along)
    return key.power(-w) * betas % group.p, group.generate(-w) * alphas % group.p


def _tails(group: Group, permuted: Exponents) -> Exponents:
    """v: for each link the product of all challenges after it."""
    tails = [mpz(1)]
    for one in reversed(permuted[1:]):
        tails.append(tails[-1] * one % group.q)
    return tails[::-1][: len(permuted)]


def _answered(group: Group, c: mpz, w: Exponents, hidden: Exponents) -> tuple[mpz, ...]:
    return tuple((one + c * x) % group.q for one, x in zip(w, hidden, strict=True))


def _exponents(group: Group, count: int) -> Exponents:
    return [chance.exponent(group) for _each in range(count)]


def _sum(numbers: Exponents) -> mpz:
    return sum(numbers, mpz(0))


def _dot(left: Exponents, right: Exponents) -> mpz:
    return sum((a * b for a, b in zip(left, right, strict=True)), mpz(0))
