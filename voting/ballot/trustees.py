"""Who holds the key of an election, and whether they hold it as they say.  PROTOCOL 5.5.

A single key is a group of one, all of which must decrypt: the server's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.group import Group
from voting.ballot.objects import (
    Certificate,
    Coefficients,
    Pedersen,
    PublicKey,
    Single,
    Threshold,
    Trustees,
)
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.sharing import verification_key
from voting.ballot.signed import check_public_key, read_certificate, read_coefficients


@dataclass(frozen=True)
class Sharers:
    """Seats that share one part of the key, `threshold` of which decrypt it."""

    first_owner: int
    threshold: int
    public_keys: tuple[mpz, ...]
    mandatory: bool

    @property
    def owners(self) -> range:
        return range(self.first_owner, self.first_owner + len(self.public_keys))


@dataclass(frozen=True)
class Holders:
    """All who hold the key; owners count from 1 through the whole list."""

    sharers: tuple[Sharers, ...]
    election_key: mpz
    named: bool

    @property
    def public_keys(self) -> tuple[mpz, ...]:
        """Of owner 1, 2, 3, …"""
        return tuple(chain.from_iterable(one.public_keys for one in self.sharers))

    def public_key(self, owner: int) -> mpz | None:
        """None where nobody has that number; beware that 0 is nobody."""
        keys = self.public_keys
        return keys[owner - 1] if 1 <= owner <= len(keys) else None


@dataclass(frozen=True)
class _Opened:
    """A threshold group with its signed messages opened."""

    group: Threshold
    certificates: tuple[Certificate, ...]
    coefficients: tuple[Coefficients, ...]


def read_trustees(group: Group, text: bytes | str) -> Holders:
    """Raises NOT_CANONICAL, TRUSTEE_PROOF or THRESHOLD."""
    try:
        trustees = canonical.parse(text, Trustees)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"the trustees: {error}") from None
    _demand(bool(trustees), "nobody holds the key")
    opened = [_checked(group, entry) for entry in trustees]
    for entry in opened:
        if isinstance(entry, _Opened):
            _check_threshold(entry)
    _check_nobody_twice(opened)
    return _assembled(group, opened)


def _checked(group: Group, entry: Single | Pedersen) -> PublicKey | _Opened:
    if isinstance(entry, Single):
        check_public_key(group, entry.key)
        return entry.key
    opened = _open(group, entry.group)
    for seat, key in enumerate(entry.group.verification_keys, start=1):
        check_public_key(group, key)
        computed = verification_key(group, opened.coefficients, seat)
        _demand(key.public_key == computed, f"the key of seat {seat} is not the one dealt to it")
    return opened


def _open(group: Group, shared: Threshold) -> _Opened:
    seats = len(shared.certs)
    same = seats == len(shared.coefexps) == len(shared.verification_keys)
    _demand(seats >= 1 and same, "not one certificate, polynomial and key for each seat")
    certificates = [read_certificate(group, signed) for signed in shared.certs]
    coefficients = [
        read_coefficients(group, signed, certificate)
        for signed, certificate in zip(shared.coefexps, certificates, strict=True)
    ]
    return _Opened(shared, tuple(certificates), tuple(coefficients))


def _check_threshold(opened: _Opened) -> None:
    threshold, seats = opened.group.threshold, len(opened.certificates)
    lengths = {len(one.coefexps) for one in opened.coefficients}
    demand(
        1 <= threshold <= seats and lengths == {threshold},
        Code.THRESHOLD,
        f"it is told that {threshold} of {seats} decrypt, the polynomials say otherwise",
    )


def _check_nobody_twice(entries: list[PublicKey | _Opened]) -> None:
    seen: set[mpz] = set()
    for key in chain.from_iterable(map(_marks, entries)):
        demand(key not in seen, Code.THRESHOLD, "one and the same teller has two seats")
        seen.add(key)


def _marks(entry: PublicKey | _Opened) -> Iterator[mpz]:
    """What no two seats may have in common."""
    if isinstance(entry, PublicKey):
        yield entry.public_key
        return
    for certificate in entry.certificates:
        yield certificate.verification
        yield certificate.encryption


def _assembled(group: Group, entries: list[PublicKey | _Opened]) -> Holders:
    sharers: list[Sharers] = []
    parts: list[mpz] = []
    owner = 1
    for entry in entries:
        if isinstance(entry, PublicKey):
            sharers.append(Sharers(owner, 1, (entry.public_key,), mandatory=True))
            parts.append(entry.public_key)
        else:
            keys = tuple(key.public_key for key in entry.group.verification_keys)
            sharers.append(Sharers(owner, entry.group.threshold, keys, mandatory=False))
            parts += [one.coefexps[0] for one in entry.coefficients]
        owner = sharers[-1].owners.stop
    return Holders(tuple(sharers), group.product(parts), any(map(_is_named, entries)))


def _is_named(entry: PublicKey | _Opened) -> bool:
    keys = [entry] if isinstance(entry, PublicKey) else entry.group.verification_keys
    return any(key.name is not None for key in keys)


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.TRUSTEE_PROOF, text)
