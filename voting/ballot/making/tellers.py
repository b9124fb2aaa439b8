"""The holders of the key: the server with one of its own, tellers who share one.  PROTOCOL 5.5."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gmpy2 import mpz

from voting.ballot import statements
from voting.ballot.ceremony import read_dealt, share_is_right
from voting.ballot.group import Group
from voting.ballot.making import chance, proofs
from voting.ballot.making.channel import Correspondent, NotReadableError
from voting.ballot.objects import (
    Certificate,
    Coefficients,
    Dealt,
    Output,
    Polynomial,
    PublicKey,
    SignedMessage,
)


@dataclass(frozen=True)
class Kept:
    """A teller's polynomial, as she sends it to herself."""

    polynomial: tuple[mpz, ...] = field(repr=False)


@dataclass(frozen=True)
class Given:
    """What one teller's polynomial gives one seat."""

    secret: mpz = field(repr=False)


@dataclass(frozen=True)
class Share:
    """A seat's private key: the sum of what all tellers gave it, not reduced."""

    decryption_key: mpz = field(repr=False)


@dataclass(frozen=True)
class PrivateKey:
    """An exponent that nobody sees by mistake, with its public part and the proof of it."""

    private: mpz = field(repr=False)
    public: PublicKey


def own_key(group: Group, private: mpz) -> PrivateKey:
    public = group.generate(private)
    proof = proofs.know(group, statements.knowledge(group.name, public), private)
    return PrivateKey(private, PublicKey(proof, public))


def new_key(group: Group) -> PrivateKey:
    """The mandatory key of the server, new for each election."""
    return own_key(group, chance.exponent(group))


@dataclass(frozen=True)
class Teller:
    """One seat, 1 to n, through the rounds of the ceremony; everything secret is in the seed."""

    own: Correspondent

    @property
    def group(self) -> Group:
        return self.own.group

    def certificate(self) -> SignedMessage:
        return self.own.sign(self.own.certificate)

    def polynomial(self, threshold: int, certificates: Sequence[Certificate]) -> Polynomial:
        """A new polynomial of degree threshold - 1; a secret for each seat, encrypted to it."""
        q = self.group.q
        drawn = tuple(chance.exponent(self.group) for _coefficient in range(threshold))
        gifts = (
            Given(sum((a * mpz(seat**k) for k, a in enumerate(drawn)), mpz(0)) % q)
            for seat in range(1, len(certificates) + 1)
        )
        return Polynomial(
            self.own.send(self.own.certificate.encryption, Kept(drawn)),
            tuple(
                self.own.send(to.encryption, gift)
                for to, gift in zip(certificates, gifts, strict=True)
            ),
            self.own.sign(Coefficients(tuple(map(self.group.generate, drawn)))),
        )

    def output(
        self, threshold: int, seat: int, certificates: Sequence[Certificate], dealt: Dealt
    ) -> Output:
        """Her share, encrypted to herself; raises NotReadableError if anybody dealt falsely."""
        coefficients = read_dealt(self.group, threshold, certificates, dealt)
        total = mpz(0)
        for sender, envelope, of_sender in zip(
            certificates, dealt.secrets, coefficients, strict=True
        ):
            given = self.own.receive(sender.verification, envelope, Given)
            if not share_is_right(self.group, of_sender, seat, self.group.generate(given.secret)):
                raise NotReadableError("a teller has dealt another secret than she published")
            total += given.secret
        key = own_key(self.group, total)
        envelope = self.own.send(self.own.certificate.encryption, Share(total))
        return Output(envelope, key.public)

    def private_key(self, envelope: str) -> mpz:
        """The share out of the envelope that she sent herself."""
        own = self.own.certificate.verification
        return self.own.receive(own, envelope, Share).decryption_key
