"""Swedish public holidays and working days.

Lag (1989:253) om allmänna helgdagar and lag (1930:173) om beräkning av lagstadgad tid 2 § (HOL-1).
Pure: what day it is today comes in as an argument.  A working day is no Saturday, no public
holiday and none of the three eves; that is the same everywhere in the product (U6).
"""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
YEAR = 12  # months


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian reckoning in whole numbers."""
    century, in_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap_centuries - moon_shift + 15) % 30
    leaps, years = divmod(in_century, 4)
    to_sunday = (32 + 2 * rest + 2 * leaps - epact - years) % 7
    late = (year % 19 + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> dict[date, str]:
    """The public holidays with their names, besides the ordinary Sundays.  HELG 1 §."""
    sunday = easter(year)
    days = {
        date(year, 1, 1): "nyårsdagen",
        date(year, 1, 6): "trettondedag jul",
        sunday - 2 * DAY: "långfredagen",
        sunday: "påskdagen",
        sunday + DAY: "annandag påsk",
        date(year, 5, 1): "första maj",
        sunday + 39 * DAY: "Kristi himmelsfärdsdag",
        sunday + 49 * DAY: "pingstdagen",
        date(year, 6, 6): "nationaldagen",
        midsummer_day(year): "midsommardagen",
        _saturday_from(date(year, 10, 31)): "alla helgons dag",
        date(year, 12, 25): "juldagen",
        date(year, 12, 26): "annandag jul",
    }
    return dict(sorted(days.items()))


def eves(year: int) -> dict[date, str]:
    """The three eves that the law puts beside the holidays.  Lag (1930:173) 2 §."""
    return {
        midsummer_day(year) - DAY: "midsommarafton",
        date(year, 12, 24): "julafton",
        date(year, 12, 31): "nyårsafton",
    }


def midsummer_day(year: int) -> date:
    """The Saturday from 20 to 26 June."""
    return _saturday_from(date(year, 6, 20))


def is_public_holiday(day: date) -> bool:
    """Every Sunday and the days of `holidays`.  HELG 1 §."""
    return day.weekday() == SUNDAY or day in holidays(day.year)


def is_working_day(day: date) -> bool:
    """No Saturday, public holiday or eve.  HOL-1, U6."""
    return not (day.weekday() == SATURDAY or is_public_holiday(day) or day in eves(day.year))


def latest_working_day_before(day: date) -> date:
    """The nearest working day before the day, which itself does not count."""
    return working_days_before(day, 1)


def working_days_before(day: date, count: int) -> date:
    """The day that is `count` working days before: Monday, 3 → Wednesday in an ordinary week."""
    if count < 0:
        raise ValueError("Antalet arbetsdagar kan inte vara negativt.")
    while count:
        day -= DAY
        count -= is_working_day(day)
    return day


def working_day_from(day: date) -> date:
    """The day itself, or the next working day.  Lag (1930:173) 2 §."""
    while not is_working_day(day):
        day += DAY
    return day


def same_date_next_year(day: date) -> date:
    """One year later, by the date; from 29 February to 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def same_date_in_months(day: date, months: int) -> date:
    """So many months later, or earlier if negative, by the date number; else the month's last day.

    Lag (1930:173) 1 §, U22.
    """
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _saturday_from(first: date) -> date:
    return first + (SATURDAY - first.weekday()) % 7 * DAY
