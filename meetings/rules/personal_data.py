"""What in a text may be about a private person, and how it is hidden before the text is on the web.

Dataskyddsförordningen and lag (2018:218) 3 kap. 10 § (GDPR-1): identity numbers only when clearly
motivated.  The product proposes; a person in the office decides.  Names can only be marked by hand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

HIDDEN = "████"  # always as long, so that the length tells nothing
COORDINATION = 60  # is added to the day in a coordination number
CENTURY, THIS_CENTURY = 100, 20


class Personal(StrEnum):
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True)
class Found:
    """A piece of text that may be personal."""

    text: str
    kind: Personal


IDENTITY = re.compile(r"(?<![\w-])(?:(?:18|19|20)\d{2}|\d{2})\d{4}\s?[-–+]?\s?\d{4}(?![\w-])")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w-])(?:\+46\s?(?:\(0\)\s?)?|0046\s?|0)[1-9]\d{0,2}\s?[-–/]?\s?"
    r"\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?![\w-])"
)
STREET = re.compile(
    r"(?:\b[A-ZÅÄÖ][\w-]*\s){0,2}\b[A-ZÅÄÖ][\wåäöé-]*"
    r"(?:gatan|vägen|gränden|gränd|stigen|backen|torget|allén|plan|leden|gata|väg)\s\d+"
    r"(?:\s?[A-Za-z]\b)?(?:,\s*(?:lgh\s\d{4}|\d{3}\s?\d{2}\s[A-ZÅÄÖ][\wåäö]+))*"
)
POSTAL = re.compile(r"\b[1-9]\d{2}\s\d{2}\s[A-ZÅÄÖ][a-zåäö]{2,}\b")


def find(text: str) -> list[Found]:
    """Each piece once, in the order of the text.  GDPR-1, lag (2018:218) 3:10."""
    found: dict[tuple[int, int], Found] = {}
    for begins, ends, kind in _places(text):
        if all(ends <= start or begins >= end for start, end in found):
            found[begins, ends] = Found(text[begins:ends], kind)
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def is_identity_number(text: str) -> bool:
    """Ten or twelve digits, a day that exists (coordination numbers too) and the right last digit.

    Organisation numbers have a third digit of two or more and are no persons.
    """
    digits = re.sub(r"\D", "", text)
    short = digits[-10:]
    return len(digits) in (10, 12) and _is_day(digits) and _check_digit(short[:9]) == short[9]


def hide(text: str, pieces: Iterable[str]) -> str:
    """Every place where a piece stands, the longest first; never inside a longer word or number."""
    wanted = sorted(set(pieces), key=len, reverse=True)
    if not wanted:
        return text
    return re.sub("|".join(_whole(piece) for piece in wanted), HIDDEN, text, flags=re.IGNORECASE)


def places(text: str, piece: str) -> list[tuple[int, int]]:
    """Where it stands: from and to, in characters."""
    return [match.span() for match in re.finditer(_whole(piece), text, re.IGNORECASE)]


def _places(text: str) -> Iterator[tuple[int, int, Personal]]:
    for match in IDENTITY.finditer(text):
        if is_identity_number(match.group()):
            yield *match.span(), Personal.IDENTITY_NUMBER
    for pattern, kind in (
        (MAIL, Personal.MAIL),
        (STREET, Personal.ADDRESS),
        (POSTAL, Personal.ADDRESS),
        (PHONE, Personal.PHONE),
    ):
        for match in pattern.finditer(text):
            yield *match.span(), kind


def _whole(piece: str) -> str:
    """Spaces of any kind match each other: a line may have been broken there."""
    words = r"\s+".join(re.escape(word) for word in piece.split())
    return rf"(?<!\w){words}(?!\w)"


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[-10:-8]), int(digits[-8:-6]), int(digits[-6:-4])
    century = int(digits[:-10] or THIS_CENTURY)  # without it, a leap year is one in both
    try:
        date(century * CENTURY + year, month, day - COORDINATION if day > COORDINATION else day)
    except ValueError:
        return False
    return True


def _check_digit(nine: str) -> str:
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(nine)]
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)
