"""Dates, times, numbers, lists and names as Swedish readers expect them.  The only place.

Språklagen 11 §; times are stored in UTC and shown in Europe/Stockholm.  Pure: no clock of its own.
"""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NO_BREAK = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def local(utc: str) -> datetime:
    """The moment of a stored UTC string, by the clock on the wall in Sweden."""
    moment = datetime.fromisoformat(utc)
    if moment.tzinfo is None:
        raise ValueError("En lagrad tid saknar tidszon.")
    return moment.astimezone(STOCKHOLM)


def local_day(utc: str) -> date:
    """The calendar day in Sweden."""
    return local(utc).date()


def to_utc(day: date, at: time, *, second_time: bool = False) -> str:
    """A time on the wall as the stored UTC string.

    The hour that comes twice in October is the first one unless `second_time`.  An hour that does
    not exist in March is refused.
    """
    wall = datetime.combine(day, at, STOCKHOLM).replace(fold=int(second_time))
    moment = wall.astimezone(UTC)
    if moment.astimezone(STOCKHOLM).replace(tzinfo=None) != wall.replace(tzinfo=None):
        raise ValueError(f"Klockan {clock(at)} finns inte den {long_date(day)}.")
    return moment.isoformat(timespec="milliseconds")


def clock_note(utc: str) -> str:
    """ "sommartid" or "normaltid" in the hour that comes twice, else nothing."""
    moment = local(utc)
    if moment.utcoffset() == moment.replace(fold=1 - moment.fold).utcoffset():
        return ""
    return "sommartid" if moment.dst() else "normaltid"


def long_date(day: date) -> str:
    """23 november 2026"""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """måndag"""
    return _WEEKDAYS[day.weekday()]


def weekday_date(day: date) -> str:
    """måndag 23 november 2026"""
    return f"{weekday(day)} {long_date(day)}"


def clock(at: time | datetime) -> str:
    """19.42"""
    return f"{at:%H.%M}"


def at_clock(at: time | datetime) -> str:
    """klockan 19.42, kept on one line"""
    return f"klockan{NO_BREAK}{clock(at)}"


def receipt(at: time | datetime) -> str:
    """19.42.07"""
    return f"{at:%H.%M.%S}"


def duration(seconds: int) -> str:
    """1:55, or 1:12:40 from an hour on"""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"{MINUS}{text}" if seconds < 0 else text


def overtime(seconds: int) -> str:
    """+0:12"""
    return f"+{duration(seconds)}"


def listed(parts: Sequence[str], word: str = "och") -> str:
    """a, b och c"""
    if len(parts) < 2:  # noqa: PLR2004 - one or none needs no joining word
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def number(value: int) -> str:
    """12 500 with a no-break space; four figures too: 1 500"""
    grouped = f"{abs(value):,}".replace(",", NO_BREAK)
    return f"{MINUS}{grouped}" if value < 0 else grouped


def decimal_number(value: Decimal | float, places: int = 2) -> str:
    """1,02, rounded half up"""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    text = number(int(whole)) + (f",{fraction}" if fraction else "")
    return f"{MINUS}{text}" if exact < 0 else text


def percent(part: int, whole: int) -> str:
    """98 %, rounded half up; a dash where there is nothing to take a share of"""
    if whole == 0:
        return "–"
    return f"{decimal_number(Decimal(100 * part) / whole, 0)}{NO_BREAK}%"


def paragraph(number_in_minutes: int) -> str:
    """§ 112 of the minutes"""
    return f"§{NO_BREAK}{number_in_minutes}"


def citation(chapter: int, section: int) -> str:
    """5 kap. 20 § of a law"""
    return f"{chapter}{NO_BREAK}kap.{NO_BREAK}{section}{NO_BREAK}§"


def sort_key(text: str) -> tuple[str, str]:
    """Å, ä and ö last; upper and lower case together; other accents as if they were not there."""
    plain = unicodedata.normalize("NFC", text).strip()
    return "".join(_letter(letter) for letter in plain.lower()), plain


_LAST = {"å": "\U0010fff0", "ä": "\U0010fff1", "æ": "\U0010fff1", "ö": "\U0010fff2"}
_LAST |= {"ø": _LAST["ö"], "ü": "y", "ß": "ss", "đ": "d", "ł": "l"}


def _letter(letter: str) -> str:
    if letter in _LAST:
        return _LAST[letter]
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
