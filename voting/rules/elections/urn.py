"""The digital ballot box: how many there must be in it, and when it may be counted.

PROTOCOL 9–12 and 16 (SB-2, SB-5, SB-6).  A box with fewer than the least number is never opened:
few ballots give people away.
"""

from dataclasses import dataclass

from core.words import Sentence

GRACE = 30  # seconds from the chair's press until the box is closed


@dataclass(frozen=True)
class Box:
    """`ballots` in it, of so many registered; `least` that may be decrypted."""

    registered: int
    ballots: int
    least: int


@dataclass(frozen=True)
class Findings:
    """Who of the registered has found the own ballot on the board, and who has not.

    `missing`: the device looked and it is not there.  `silent`: no word from it, by name.
    """

    found: int
    missing: int
    silent: tuple[str, ...]


def too_few(number: int, least: int) -> Sentence | None:
    """Before the roll is frozen, and before the box is opened for counting.  PROTOCOL 11, 16.2."""
    if number >= least:
        return None
    return Sentence(
        "Bara {number} deltar digitalt och minst {least} behövs för att ingen ska röjas. "
        "Gör om valet på papper.",
        number=number,
        least=least,
    )


def cannot_be_counted(box: Box, findings: Findings, reason: str | None) -> Sentence | None:
    """A ballot that its voter misses stops the count; silence may be overruled.  PROTOCOL 11.5."""
    if (few := too_few(box.ballots, box.least)) is not None:
        return few
    if findings.missing:
        return Sentence(
            "Någon saknar sin valsedel bland dem som ska räknas. Låt rösträknarna se kvittot, "
            "eller avbryt valet."
        )
    if findings.silent and not reason:
        return Sentence(
            "Ännu har inte alla hittat sin valsedel: {names}. Vänta, eller skriv varför ni räknar.",
            names=list(findings.silent),
        )
    return None
