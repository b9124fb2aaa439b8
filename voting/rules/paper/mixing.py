"""When slips from a distance may be printed and mixed with those of the hall.

Kommunallagen 5 kap. 54 and 72 §§, lag (2022:629) 6 § (SB-2, SB-9, SB-11).  So many at a distance
that none of them can be made out; the same printed slips for everybody, nothing written by hand.
"""

from core.words import Sentence

LEAST = 5  # no council may set its minimum lower


def why_not(remote: int, minimum: int, *, is_adopted: bool) -> Sentence | None:
    """`remote`: voters at a distance; `minimum`: the council's own, `ballot_minimum`."""
    if not is_adopted:
        return Sentence("Fullmäktige har inte antagit utskrift och blandning (5 kap. 72 §).")
    needed = max(minimum, LEAST)
    if remote < needed:
        return Sentence(
            "Bara {remote} deltar på distans och minst {needed} behövs för att ingen ska kunna "
            "pekas ut. Låt alla rösta på enheter, eller skjut upp valet.",
            remote=remote,
            needed=needed,
        )
    return None
