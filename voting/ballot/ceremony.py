"""The ceremony in which tellers make their common key, as the server and each teller check it.

Everything here is public; what is private in the messages is encrypted to the tellers.
PROTOCOL 5.5 and 8.
"""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.objects import (
    Certificate,
    Coefficients,
    Dealt,
    Output,
    Pedersen,
    Polynomial,
    PublicKey,
    SignedMessage,
    Single,
    Threshold,
)
from voting.ballot.reasons import Code, demand
from voting.ballot.sharing import public_share, verification_key
from voting.ballot.signed import check_public_key, read_certificate, read_coefficients


def read_certificates(group: Group, signed: Sequence[SignedMessage]) -> tuple[Certificate, ...]:
    """Raises TRUSTEE_PROOF, or THRESHOLD when two seats have a key in common."""
    certificates = tuple(read_certificate(group, one) for one in signed)
    keys = [key for one in certificates for key in (one.verification, one.encryption)]
    demand(len(set(keys)) == len(keys), Code.THRESHOLD, "one and the same teller has two seats")
    return certificates


def check_polynomial(
    group: Group, threshold: int, certificates: Sequence[Certificate], seat: int, of: Polynomial
) -> Coefficients:
    """Raises TRUSTEE_PROOF or THRESHOLD unless it is the one of that seat, for these seats."""
    coefficients = read_coefficients(group, of.coefexps, certificates[seat - 1])
    degree = len(coefficients.coefexps) == threshold
    demand(degree, Code.THRESHOLD, "the polynomial is for another threshold")
    each = len(of.secrets) == len(certificates)
    demand(each, Code.TRUSTEE_PROOF, "there is not one secret for each seat")
    return coefficients


def deal(polynomials: Sequence[Polynomial], seat: int) -> Dealt:
    """What the server routes to a seat."""
    return Dealt(
        polynomials[seat - 1].polynomial,
        tuple(one.secrets[seat - 1] for one in polynomials),
        tuple(one.coefexps for one in polynomials),
    )


def read_dealt(
    group: Group, threshold: int, certificates: Sequence[Certificate], dealt: Dealt
) -> list[Coefficients]:
    """Everybody's coefficients, as one teller got them; raises as check_polynomial."""
    seats = len(certificates)
    each = len(dealt.secrets) == len(dealt.coefexps) == seats
    demand(each, Code.TRUSTEE_PROOF, "there is not one secret and polynomial from each seat")
    found = [
        read_coefficients(group, signed, certificate)
        for signed, certificate in zip(dealt.coefexps, certificates, strict=True)
    ]
    same = {len(one.coefexps) for one in found} == {threshold}
    demand(same, Code.THRESHOLD, "a polynomial is for another threshold")
    return found


def share_is_right(group: Group, dealt: Coefficients, seat: int, shown: mpz) -> bool:
    """Is g to the power of a secret what the polynomial gives that seat?"""
    return shown == public_share(group, dealt, seat)


def check_output(
    group: Group, coefficients: Sequence[Coefficients], seat: int, output: Output
) -> None:
    """Raises TRUSTEE_PROOF unless the seat's public key is the one that was dealt to it."""
    check_public_key(group, output.public_key)
    computed = verification_key(group, coefficients, seat)
    same = output.public_key.public_key == computed
    demand(same, Code.TRUSTEE_PROOF, f"the key of seat {seat} is not the one dealt to it")


def sharing_tellers(
    threshold: int,
    certificates: Sequence[SignedMessage],
    polynomials: Sequence[Polynomial],
    outputs: Sequence[Output],
) -> Pedersen:
    """The tellers' part of the trustees, when all of it has been checked."""
    shared = Threshold(
        threshold,
        tuple(certificates),
        tuple(one.coefexps for one in polynomials),
        tuple(one.public_key for one in outputs),
    )
    return Pedersen("Pedersen", shared)


def single_holder(key: PublicKey) -> Single:
    """The part of somebody who must always take part."""
    return Single("Single", key)
