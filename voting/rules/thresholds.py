"""Shares of those present, always rounded up to whole members.

Kommunallagen 5 kap. 10, 37, 50 §§ and 5:58 last paragraph (REMIT-1, REF-1, EXTRA-1).  "Present"
is members and serving substitutes, in the hall and at a distance, those who abstain included; one
who stands aside for a conflict of interest is not in it, the substitute in that seat is (BASE-1).
"""


def one_third(present: int) -> int:
    """How many are at least one third of those present: 61 → 21, 60 → 20 (KL 5:50)."""
    return _share(present, 1, 3)


def two_thirds(present: int) -> int:
    """How many are at least two thirds of those present: 57 → 38, 61 → 41 (KL 5:10, 5:37)."""
    return _share(present, 2, 3)


def _share(present: int, part: int, whole: int) -> int:
    if present < 0:
        raise ValueError("Antalet närvarande kan inte vara negativt.")
    return -(-part * present // whole)
