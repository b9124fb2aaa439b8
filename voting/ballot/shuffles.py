"""Has a mixer put out the same ballots, in another order and encryption?  PROTOCOL 5.9.

The proof is the one of CHVote 1.3.2; how it is made stands in `making.shuffles`.
"""

from collections.abc import Iterable, Iterator, Sequence

from gmpy2 import mpz

from voting.ballot import hashing
from voting.ballot.election import Election
from voting.ballot.group import Group
from voting.ballot.keys import Key
from voting.ballot.multiplying import product_of_powers
from voting.ballot.objects import Ciphertext, Commitments, Responses, Shuffle, ShuffleProof
from voting.ballot.reasons import Code, demand
from voting.ballot.statements import written

Mixed = tuple[tuple[Ciphertext, ...], ...]


def check_shuffle(election: Election, before: Mixed, shuffle: Shuffle) -> None:
    """Raises SHUFFLE_PROOF unless it is a shuffle of `before`, one row for each free question."""
    shaped = len(before) == len(shuffle.ciphertexts) == len(shuffle.proofs)
    _demand(shaped, "it does not have one row for each question")
    for inputs, outputs, proof in zip(before, shuffle.ciphertexts, shuffle.proofs, strict=True):
        _check_lengths(len(inputs), outputs, proof)
        _check_numbers(election.key, outputs, proof)
        _demand(_holds(election, inputs, outputs, proof), "the proof of a shuffle does not hold")


def generators(group: Group, count: int) -> tuple[mpz, list[mpz]]:
    """h and h_0 … h_(count-1): elements of which nobody knows the exponent."""
    found = [_generator(group, index) for index in range(-1, count)]
    if len({mpz(0), mpz(1), group.g, *found}) != len(found) + 3:
        raise ValueError("the generators of the group are not distinct")
    return found[0], found[1:]


def permutation_challenges(
    election: Election,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    permutation: Sequence[mpz],
) -> list[mpz]:
    """u: one number for each ciphertext, which nobody could choose."""
    text = _commas(permutation)
    shuffled = f"{listed(before)}{listed(after)}{text}"
    return challenges(
        election.group, len(before), f"shuffle-challenges|{election.fingerprint}|{shuffled}"
    )


def challenges(group: Group, count: int, text: str) -> list[mpz]:
    first = hashing.hexadecimal(text)
    return [
        hashing.number(first + hashing.hexadecimal(str(index))) % group.q for index in range(count)
    ]


def final_challenge(
    election: Election,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    commitments: Commitments,
    permutation: Sequence[mpz],
    chain: Sequence[mpz],
) -> mpz:
    first = [commitments.t1, commitments.t2, commitments.t3, *commitments.t4]
    text = "".join(
        [
            _commas(first),
            _commas(commitments.chain),
            listed(before),
            listed(after),
            _commas(permutation),
            _commas(chain),
            str(election.key.y),
        ]
    )
    prefix = f"shuffle-challenge|{election.fingerprint}|"
    return hashing.number(prefix + text) % election.group.q


def listed(ciphertexts: Sequence[Ciphertext]) -> str:
    return written(ciphertexts) + "," if ciphertexts else ""


def _generator(group: Group, index: int) -> mpz:
    return group.power(hashing.number(f"ggen|{index}") % group.p, group.cofactor)


def _commas(elements: Iterable[mpz]) -> str:
    return "".join(f"{element}," for element in elements)


def _check_lengths(count: int, outputs: Sequence[Ciphertext], proof: ShuffleProof) -> None:
    commitments, responses, permutation, chain = proof
    rows = [outputs, commitments.chain, responses.chain, responses.permuted, permutation, chain]
    _demand({len(row) for row in rows} == {count}, "not as many ballots out as in")


def _check_numbers(key: Key, outputs: Sequence[Ciphertext], proof: ShuffleProof) -> None:
    commitments, responses, permutation, chain = proof
    first = [commitments.t1, commitments.t2, commitments.t3, *commitments.t4]
    elements = [*first, *commitments.chain, *permutation, *chain]
    within = key.holds(outputs) and key.group.contains_all(elements)
    _demand(within, "a number of a shuffle is not an element of the group")
    single = [responses.s1, responses.s2, responses.s3, responses.s4]
    exponents = [*single, *responses.chain, *responses.permuted]
    _demand(all(exponent < key.group.q for exponent in exponents), "a response is not less than q")


def _holds(
    election: Election,
    before: Sequence[Ciphertext],
    after: Sequence[Ciphertext],
    proof: ShuffleProof,
) -> bool:
    """The commitments, computed back from challenge and responses, are those that were given."""
    given, responses, permutation, chain = proof
    u = permutation_challenges(election, before, after, permutation)
    c = final_challenge(election, before, after, given, permutation, chain)
    h, bases = generators(election.group, len(before))
    computed = [
        *_of_permutation(election.group, c, u, (h, bases), proof),
        *_of_ciphertexts(election.key, c, u, (before, after), responses),
        *_of_chain(election.group, c, h, responses, chain),
    ]
    return computed == [given.t1, given.t2, given.t3, *given.t4, *given.chain]


def _of_permutation(
    group: Group,
    c: mpz,
    u: Sequence[mpz],
    generated: tuple[mpz, Sequence[mpz]],
    proof: ShuffleProof,
) -> Iterator[mpz]:
    """t1 to t3: what was committed to is a permutation, and u was permuted by it."""
    _given, responses, permutation, chain = proof
    h, bases = generated
    all_u = mpz(1)
    for one in u:
        all_u = all_u * one % group.q
    last = chain[-1] if chain else h
    total = group.product(permutation) * group.inverse(group.product(bases))
    tail = last * group.inverse(group.power(h, all_u))
    weighted = product_of_powers(group, permutation, u)
    moved = product_of_powers(group, bases, responses.permuted)
    yield _without(group, total, c) * group.generate(responses.s1) % group.p
    yield _without(group, tail, c) * group.generate(responses.s2) % group.p
    yield _without(group, weighted, c) * group.generate(responses.s3) * moved % group.p


def _of_ciphertexts(
    key: Key,
    c: mpz,
    u: Sequence[mpz],
    mixed: tuple[Sequence[Ciphertext], Sequence[Ciphertext]],
    responses: Responses,
) -> Iterator[mpz]:
    """t4: the ciphertexts were moved by the same permutation, and encrypt what they did."""
    group = key.group
    before, after = mixed
    betas = product_of_powers(group, [one.beta for one in before], u)
    alphas = product_of_powers(group, [one.alpha for one in before], u)
    after_betas = product_of_powers(group, [one.beta for one in after], responses.permuted)
    after_alphas = product_of_powers(group, [one.alpha for one in after], responses.permuted)
    yield _without(group, betas, c) * key.power(-responses.s4) * after_betas % group.p
    yield _without(group, alphas, c) * group.generate(-responses.s4) * after_alphas % group.p


def _of_chain(
    group: Group, c: mpz, h: mpz, responses: Responses, chain: Sequence[mpz]
) -> Iterator[mpz]:
    """t̂: each link was made of the one before it and the next of the permuted challenges."""
    backs = [h, *chain][: len(chain)]
    links = zip(chain, backs, responses.chain, responses.permuted, strict=True)
    for link, back, chance, step in links:
        moved = group.generate(chance) * group.power(back, step)
        yield _without(group, link, c) * moved % group.p


def _without(group: Group, element: mpz, c: mpz) -> mpz:
    """element^-c."""
    return group.power(group.inverse(element), c)


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.SHUFFLE_PROOF, text)
