"""What a teller binds herself to before she has seen what the others send.  PROTOCOL 8.

Without it whoever speaks last, or a server in the middle, could try keys until the words fit.
"""

import re
from dataclasses import dataclass

from voting.ballot import canonical
from voting.ballot.hashing import hexadecimal
from voting.ballot.objects import SignedMessage
from voting.ballot.reasons import Code, Fault, demand

HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True)
class Revealed:
    """A certificate, in its exact text, and the chance that hid it; 32 bytes in hexadecimal."""

    certificate: str
    nonce: str


def commitment(certificate: str, nonce: str) -> str:
    """To a certificate: round 1."""
    return hexadecimal(certificate + nonce)


def commitment_to(coefexps: SignedMessage) -> str:
    """To a polynomial; it holds chance enough to hide itself: round 3."""
    return hexadecimal(canonical.dump(coefexps))


def check_commitment(text: str) -> None:
    """Raises NOT_CANONICAL unless it is a hash in hexadecimal."""
    demand(bool(HASH.fullmatch(text)), Code.NOT_CANONICAL, "a commitment is not a hash")


def check_revealed(committed: str, text: str) -> SignedMessage:
    """The certificate of a message of round 2.

    Raises NOT_CANONICAL, or TRUSTEE_PROOF unless it is the one that was committed to.
    """
    try:
        revealed = canonical.parse(text, Revealed)
        certificate = canonical.parse(revealed.certificate, SignedMessage)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"a certificate: {error}") from None
    check_commitment(revealed.nonce)
    opens = commitment(revealed.certificate, revealed.nonce) == committed
    demand(opens, Code.TRUSTEE_PROOF, "a certificate is not the one committed to")
    return certificate
