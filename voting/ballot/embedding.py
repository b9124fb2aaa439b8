"""Numbers as an element of the group and back: what a free ballot says.  PROTOCOL 5.7.

Only in a group where every second number is an element.
"""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot.group import Group

MOST_NUMBERS = 254  # above that the value no longer fits in the group
MOST = 255  # as one number


def embed(group: Group, numbers: Sequence[int]) -> mpz:
    """The numbers (0 to 255) as an element; all zeros give 1."""
    if len(numbers) > MOST_NUMBERS or not all(0 <= number <= MOST for number in numbers):
        raise ValueError(f"at most {MOST_NUMBERS} numbers from 0 to {MOST}")
    element = mpz(int.from_bytes(bytes(numbers), "big")) << 8
    while not group.contains(element):
        element += mpz(1)
    return element


def extract(element: mpz, count: int) -> tuple[int, ...]:
    """The last `count` numbers; whoever encrypts anything else has written these."""
    kept = int(element >> 8) & ((1 << 8 * count) - 1)
    return tuple(kept.to_bytes(count, "big"))
