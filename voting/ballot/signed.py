"""Messages that a teller has signed.  PROTOCOL 5.5."""

from typing import TypeVar

from gmpy2 import mpz

from voting.ballot import canonical, proofs, statements
from voting.ballot.group import Group
from voting.ballot.objects import Certificate, Coefficients, PublicKey, SignedMessage
from voting.ballot.reasons import Code, Fault, demand

Message = TypeVar("Message", Certificate, Coefficients)


def read_certificate(group: Group, signed: SignedMessage) -> Certificate:
    """Raises NOT_CANONICAL, or TRUSTEE_PROOF unless it is signed with the key that it tells of."""
    certificate = _opened(signed, Certificate)
    keys = [certificate.verification, certificate.encryption]
    _demand(group.contains_all(keys) and mpz(1) not in keys, "a certificate has an improper key")
    _demand(
        is_signed(group, signed, certificate.verification), "a certificate is not signed by itself"
    )
    return certificate


def read_coefficients(
    group: Group, signed: SignedMessage, certificate: Certificate
) -> Coefficients:
    """Raises NOT_CANONICAL, or TRUSTEE_PROOF unless the teller of that certificate signed them."""
    coefficients = _opened(signed, Coefficients)
    _demand(bool(coefficients.coefexps), "a polynomial has no coefficients")
    _demand(group.contains_all(coefficients.coefexps), "a coefficient is not in the group")
    _demand(
        is_signed(group, signed, certificate.verification),
        "coefficients are not signed by their teller",
    )
    return coefficients


def check_public_key(group: Group, key: PublicKey) -> None:
    """Raises TRUSTEE_PROOF unless its holder has proved to know the private part."""
    public = key.public_key
    _demand(group.contains(public) and public != 1, "a trustee has an improper key")
    _demand(
        proofs.knows(group, statements.knowledge(group.name, public), public, key.pok),
        "the proof that a trustee knows the key does not hold",
    )


def is_signed(group: Group, signed: SignedMessage, verification: mpz) -> bool:
    return proofs.knows(group, statements.message(signed.message), verification, signed.signature)


def _opened(signed: SignedMessage, shape: type[Message]) -> Message:
    try:
        return canonical.parse(signed.message, shape)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"a signed message: {error}") from None


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.TRUSTEE_PROOF, text)
