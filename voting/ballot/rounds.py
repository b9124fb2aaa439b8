"""The rounds of a key ceremony: what each teller sends and gets, and its checks.  PROTOCOL 8.

A round is over when every seat has sent its message.  Texts in, texts out; everything here is
public, since what is private in a message is encrypted to a teller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from voting.ballot import canonical, ceremony
from voting.ballot.commitments import check_commitment, check_revealed, commitment_to
from voting.ballot.group import GROUPS, Group
from voting.ballot.objects import Certificate, Coefficients, Output, Polynomial, SignedMessage
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.rehearsal import check_rehearsed, check_together, read_rehearsal
from voting.ballot.words import spoken


class Round(IntEnum):
    """What a teller sends."""

    HIDE = 1  # a commitment to her certificate
    SHOW = 2  # the certificate
    BIND = 3  # a commitment to her polynomial
    DEAL = 4  # the polynomial, with a secret for each seat
    TAKE = 5  # the public part of her share
    REHEARSE = 6  # her part of a decryption that everybody knows the answer to


@dataclass(frozen=True)
class Table:
    """What lies on the table: the messages of each round that is over, in order of seat."""

    group_name: str
    threshold: int
    seats: int
    over: tuple[tuple[str, ...], ...] = ()

    def of(self, wanted: Round) -> tuple[str, ...]:
        return self.over[wanted - 1]

    @property
    def round(self) -> Round | None:
        """The one that goes on; None when all are over."""
        return Round(len(self.over) + 1) if len(self.over) < len(Round) else None

    @property
    def words(self) -> tuple[str, ...] | None:
        """For the tellers to read aloud, as soon as the certificates have been shown."""
        return spoken(self.of(Round.SHOW)) if len(self.over) >= Round.SHOW else None

    @cached_property
    def group(self) -> Group:
        return GROUPS[self.group_name]

    @cached_property
    def signed(self) -> tuple[SignedMessage, ...]:
        hidden, shown = self.of(Round.HIDE), self.of(Round.SHOW)
        return tuple(check_revealed(*pair) for pair in zip(hidden, shown, strict=True))

    @cached_property
    def certificates(self) -> tuple[Certificate, ...]:
        return ceremony.read_certificates(self.group, self.signed)

    @cached_property
    def polynomials(self) -> tuple[Polynomial, ...]:
        return tuple(_read(text, Polynomial) for text in self.of(Round.DEAL))

    @cached_property
    def coefficients(self) -> list[Coefficients]:
        check = ceremony.check_polynomial
        dealt = enumerate(self.polynomials, start=1)
        return [
            check(self.group, self.threshold, self.certificates, seat, one) for seat, one in dealt
        ]

    @cached_property
    def tellers(self) -> str:
        """Their part of the trustees, when the shares have been taken."""
        outputs = [_read(text, Output) for text in self.of(Round.TAKE)]
        shared = ceremony.sharing_tellers(self.threshold, self.signed, self.polynomials, outputs)
        return canonical.dump(shared)


def check_message(table: Table, seat: int, text: str) -> None:
    """Raises a Fault unless it is what that seat shall send in the round that goes on."""
    now = table.round
    if now in (Round.HIDE, Round.BIND):
        check_commitment(text)
    elif now is Round.SHOW:
        signed = check_revealed(table.of(Round.HIDE)[seat - 1], text)
        ceremony.read_certificates(table.group, [signed])
    elif now is Round.DEAL:
        _check_dealt(table, seat, _read(text, Polynomial))
    elif now is Round.TAKE:
        ceremony.check_output(table.group, table.coefficients, seat, _read(text, Output))
    elif now is Round.REHEARSE:
        check_rehearsed(read_rehearsal(table.group, table.tellers), seat, text)


def given(table: Table, seat: int) -> list[str]:
    """What a seat needs for the message of the round that goes on: never another's secret."""
    now = table.round
    if now is None or now is Round.HIDE:
        return []
    if now is Round.TAKE:
        return [canonical.dump(ceremony.deal(table.polynomials, seat))]
    if now is Round.REHEARSE:
        return [table.tellers]
    return list(table.over[-1])


def conclude(table: Table) -> str:
    """The tellers' part of the trustees; raises RESULT unless they can open what is closed."""
    rehearsal = read_rehearsal(table.group, table.tellers)
    said: Sequence[tuple[int, str]] = list(enumerate(table.of(Round.REHEARSE), start=1))
    check_together(rehearsal, [check_rehearsed(rehearsal, seat, text) for seat, text in said])
    return table.tellers


def _check_dealt(table: Table, seat: int, polynomial: Polynomial) -> None:
    bound = table.of(Round.BIND)[seat - 1]
    same = commitment_to(polynomial.coefexps) == bound
    demand(same, Code.TRUSTEE_PROOF, "a polynomial is not the one committed to")
    ceremony.check_polynomial(table.group, table.threshold, table.certificates, seat, polynomial)


def _read(text: str, shape: type[canonical.Shape]) -> canonical.Shape:
    try:
        return canonical.parse(text, shape)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"a teller's message: {error}") from None
