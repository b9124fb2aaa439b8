"""Keys shared by polynomials: t of n tellers together, fewer not at all.  PROTOCOL 5.5 and 5.11."""

from collections.abc import Sequence

import gmpy2
from gmpy2 import mpz

from voting.ballot.group import Group
from voting.ballot.objects import Coefficients


def public_share(group: Group, dealt: Coefficients, seat: int) -> mpz:
    """g to the power of what one teller's polynomial gives a seat; seats count from 1."""
    raised = (
        group.power(element, gmpy2.powmod(seat, place, group.q))
        for place, element in enumerate(dealt.coefexps)
    )
    return group.product(raised)


def verification_key(group: Group, dealt: Sequence[Coefficients], seat: int) -> mpz:
    """The public part of what all tellers together gave a seat."""
    return group.product(public_share(group, one, seat) for one in dealt)


def lagrange(group: Group, seats: Sequence[int]) -> list[mpz]:
    """The exponent of each seat's share when exactly these seats put theirs together."""
    return [_exponent(group, seats, seat) for seat in seats]


def _exponent(group: Group, seats: Sequence[int], seat: int) -> mpz:
    over, under = mpz(1), mpz(1)
    for other in seats:
        if other != seat:
            over = over * mpz(other) % group.q
            under = under * mpz(other - seat) % group.q
    return over * gmpy2.invert(under, group.q) % group.q
