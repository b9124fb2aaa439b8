"""The private channel between tellers: what is signed by one can be read by one.  PROTOCOL 5.5.

The server carries the envelopes and can neither read nor change them.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESCCM
from gmpy2 import mpz

from voting.ballot import canonical, hashing, statements
from voting.ballot.group import Group
from voting.ballot.making import chance, proofs
from voting.ballot.objects import Certificate, Envelope, SignedMessage
from voting.ballot.signed import is_signed

SEED, NONCE, TAG = 22, 13, 8
MOST = 2**16 - 1 + TAG  # bytes that the cipher can take with a nonce of that length

Content = TypeVar("Content")


@dataclass(frozen=True)
class Addressed:
    """So that nobody can pass on a message as meant for somebody else."""

    recipient: mpz
    message: str


class NotReadableError(ValueError):
    """An envelope for somebody else, from somebody else, or damaged."""


@dataclass(frozen=True)
class Correspondent:
    """A teller's own end of the channel; everything follows from the seed."""

    group: Group
    seed: str = field(repr=False)

    @classmethod
    def new(cls, group: Group) -> "Correspondent":
        return cls(group, chance.base58(SEED))

    @property
    def certificate(self) -> Certificate:
        return Certificate(
            self.group.generate(self._signing_key), self.group.generate(self._decryption_key)
        )

    def sign(self, content: object) -> SignedMessage:
        text = canonical.dump(content)
        proof = proofs.know(self.group, statements.message(text), self._signing_key)
        return SignedMessage(text, proof)

    def send(self, to: mpz, content: object) -> str:
        """An envelope that only the holder of that encryption key can open."""
        signed = self.sign(Addressed(to, canonical.dump(content)))
        return canonical.dump(self._encrypted(to, canonical.dump(signed)))

    def receive(self, sender: mpz, text: str, shape: type[Content]) -> Content:
        """Raises NotReadableError, in words that tell nothing of what was in it."""
        try:
            envelope = canonical.parse(text, Envelope)
            signed = canonical.parse(self._decrypt(envelope), SignedMessage)
            addressed = canonical.parse(signed.message, Addressed)
            content = canonical.parse(addressed.message, shape)
        except (canonical.NotCanonicalError, UnicodeDecodeError, InvalidTag):
            raise NotReadableError("a message from a teller cannot be read") from None
        if not is_signed(self.group, signed, sender):
            raise NotReadableError("a message is not signed by the teller that it comes from")
        if addressed.recipient != self.certificate.encryption:
            raise NotReadableError("a message from a teller is meant for another one")
        return content

    @property
    def _signing_key(self) -> mpz:
        return hashing.number(f"sk|{self.seed}")

    @property
    def _decryption_key(self) -> mpz:
        return hashing.number(f"dk|{self.seed}")

    def _encrypted(self, to: mpz, text: str) -> Envelope:
        group = self.group
        r, key = chance.exponent(group), group.generate(chance.exponent(group))
        alpha, beta = group.generate(r), group.power(to, r) * key % group.p
        data = _cipher(key).encrypt(_nonce(alpha), text.encode(), None)
        return Envelope(alpha, beta, data.hex())

    def _decrypt(self, envelope: Envelope) -> str:
        group = self.group
        if not group.contains_all([envelope.alpha, envelope.beta]):
            raise NotReadableError("a message has a number that is not in the group")
        shared = group.power(envelope.alpha, self._decryption_key)
        key = envelope.beta * group.inverse(shared) % group.p
        if not _is_sealed(envelope.data):
            raise NotReadableError("a message from a teller cannot be read")
        data = bytes.fromhex(envelope.data)
        return _cipher(key).decrypt(_nonce(envelope.alpha), data, None).decode()


def _cipher(key: mpz) -> AESCCM:
    return AESCCM(hashing.digest(f"key|{key}"), tag_length=TAG)


def _nonce(alpha: mpz) -> bytes:
    return hashing.digest(f"iv|{alpha}")[:NONCE]


def _is_sealed(data: str) -> bool:
    """Bytes in hexadecimal, as many as the cipher can have put out."""
    whole = len(data) % 2 == 0 and 2 * TAG <= len(data) <= 2 * MOST
    return whole and set(data) <= set("0123456789abcdef")
