"""Partial decryptions, and what they amount to when enough are put together.  PROTOCOL 5.10–11."""

from collections.abc import Iterator, Mapping, Sequence

from gmpy2 import mpz

from voting.ballot import proofs, statements
from voting.ballot.election import Election
from voting.ballot.embedding import extract
from voting.ballot.objects import (
    Ciphertext,
    EncryptedTally,
    Mixnet,
    PartialDecryption,
    Result,
    Row,
)
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.sharing import lagrange
from voting.ballot.trustees import Holders


def check_partial(
    election: Election, encrypted: EncryptedTally, public: mpz, partial: PartialDecryption
) -> None:
    """Raises DECRYPTION_PROOF unless each factor is what the holder of `public` must give."""
    factors, given = partial.decryption_factors, partial.decryption_proofs
    wanted = [len(row) for row in encrypted]
    shaped = [len(row) for row in factors] == wanted == [len(row) for row in given]
    _demand(shaped, "it does not have one factor and one proof for each ciphertext")
    statement = statements.decryption(election.fingerprint, public)
    for ciphertexts, row, row_proofs in zip(encrypted, factors, given, strict=True):
        _demand(election.group.contains_all(row), "a factor is not an element of the group")
        for ciphertext, factor, proof in zip(ciphertexts, row, row_proofs, strict=True):
            holds = proofs.same_exponent(
                election.group, statement, public, ciphertext.alpha, factor, proof
            )
            _demand(holds, "the proof that a factor is right does not hold")


def result(
    election: Election,
    holders: Holders,
    encrypted: EncryptedTally,
    partials: Mapping[int, PartialDecryption],
    ballots: int,
) -> Result:
    """What the urn holds; the partial decryptions, by owner, have been checked.

    Raises DECRYPTION_MISSING when a mandatory holder or too many tellers took no part, and RESULT
    if an answer has no number of votes from 0 to the number of ballots.
    """
    weights = _weights(election, holders, partials)
    counts = {election.group.generate(count): count for count in range(ballots + 1)}
    rows: list[Row] = []
    for place, question in enumerate(election.questions):
        factors = {owner: one.decryption_factors[place] for owner, one in partials.items()}
        opened = _opened(election, encrypted[place], factors, weights)
        if isinstance(question, Mixnet):
            width = len(question.value.answers)
            rows.append(tuple(extract(element, width) for element in opened))
        else:
            rows.append(tuple(_count(counts, element) for element in opened))
    return Result(tuple(rows))


def _weights(
    election: Election, holders: Holders, partials: Mapping[int, PartialDecryption]
) -> dict[int, mpz]:
    """The exponent of each factor that counts, by owner: of the first seats, as many as needed."""
    weights: dict[int, mpz] = {}
    for sharers in holders.sharers:
        owners = [owner for owner in sharers.owners if owner in partials][: sharers.threshold]
        who = "a mandatory key" if sharers.mandatory else "too many of the tellers"
        enough = len(owners) == sharers.threshold
        demand(enough, Code.DECRYPTION_MISSING, f"{who} did not decrypt")
        seats = [owner - sharers.first_owner + 1 for owner in owners]
        weights |= zip(owners, lagrange(election.group, seats), strict=True)
    return weights


def _opened(
    election: Election,
    encrypted: Sequence[Ciphertext],
    factors: Mapping[int, Sequence[mpz]],
    weights: Mapping[int, mpz],
) -> Iterator[mpz]:
    group = election.group
    for slot, ciphertext in enumerate(encrypted):
        mask = group.product(
            group.power(factors[owner][slot], weight) for owner, weight in weights.items()
        )
        yield ciphertext.beta * group.inverse(mask) % group.p


def _count(counts: Mapping[mpz, int], element: mpz) -> int:
    if element not in counts:
        raise Fault(Code.RESULT, "an answer has no number of votes that fits")
    return counts[element]


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.DECRYPTION_PROOF, text)
