"""Everybody who holds a key, in one program: for tests, benchmarks and demonstrations.

In a meeting each teller's part is played by a browser and the server's in a worker.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.ceremony import (
    check_output,
    check_polynomial,
    deal,
    read_certificates,
    sharing_tellers,
    single_holder,
)
from voting.ballot.election import Election
from voting.ballot.group import Group
from voting.ballot.making.channel import Correspondent
from voting.ballot.making.decryption import decrypt
from voting.ballot.making.tellers import PrivateKey, Teller, new_key
from voting.ballot.objects import EncryptedTally, Pedersen, Single
from voting.ballot.trustees import read_trustees


@dataclass(frozen=True)
class Shared:
    """A ceremony that is over: what is published, and each seat's share."""

    group: Pedersen
    shares: tuple[mpz, ...] = field(repr=False)


def hold_ceremony(group: Group, threshold: int, seats: int) -> Shared:
    """All rounds, with the checks that the server makes between them."""
    tellers = [Teller(Correspondent.new(group)) for _seat in range(seats)]
    signed = [teller.certificate() for teller in tellers]
    certificates = read_certificates(group, signed)
    polynomials = [teller.polynomial(threshold, certificates) for teller in tellers]
    coefficients = [
        check_polynomial(group, threshold, certificates, seat, polynomial)
        for seat, polynomial in enumerate(polynomials, start=1)
    ]
    outputs = []
    for seat, teller in enumerate(tellers, start=1):
        output = teller.output(threshold, seat, certificates, deal(polynomials, seat))
        check_output(group, coefficients, seat, output)
        outputs.append(output)
    shares = tuple(
        teller.private_key(output.private_key)
        for teller, output in zip(tellers, outputs, strict=True)
    )
    return Shared(sharing_tellers(threshold, signed, polynomials, outputs), shares)


@dataclass(frozen=True)
class Hands:
    """The private keys by owner, and the trustees as they are published."""

    trustees: str
    private: tuple[mpz, ...] = field(repr=False)
    election_key: mpz
    enough: tuple[int, ...]

    def decrypt(self, election: Election, encrypted: EncryptedTally, owner: int) -> str:
        return decrypt(election, encrypted, self.private[owner - 1])


def gather(group: Group, shared: Shared, server: PrivateKey | None = None) -> Hands:
    """The tellers, and before them the server where it has a key of its own."""
    trustees: list[Single | Pedersen] = [shared.group]
    private: Sequence[mpz] = shared.shares
    if server:
        trustees.insert(0, single_holder(server.public))
        private = (server.private, *shared.shares)
    text = canonical.dump(tuple(trustees))
    holders = read_trustees(group, text)
    enough = [owner for one in holders.sharers for owner in one.owners[: one.threshold]]
    return Hands(text, tuple(private), holders.election_key, tuple(enough))


def new_hands(group: Group, threshold: int, seats: int, *, server: bool = True) -> Hands:
    shared = hold_ceremony(group, threshold, seats)
    return gather(group, shared, new_key(group) if server else None)
