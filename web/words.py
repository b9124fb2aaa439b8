"""Dates, times and lists in templates, in the language of the page."""

from datetime import date

from flask import Flask
from flask_babel import format_date, format_time, get_locale

from core import swedish
from core.clock import now


def attach(app: Flask) -> None:
    for word in (
        clock,
        day_month,
        duration,
        hour,
        listed,
        long_date,
        paragraph_span,
        receipt,
        weekday_date,
    ):
        app.add_template_filter(word)


def clock(utc: str) -> str:
    """19.42 (19:42 in English)"""
    moment = swedish.local(utc)
    return swedish.clock(moment) if _is_swedish() else format_time(moment, "HH:mm", rebase=False)


def hour(text: str) -> str:
    """18.00, from "18:00" as it was planned"""
    return text.replace(":", ".") if _is_swedish() else text


def receipt(utc: str) -> str:
    """19.42.07"""
    moment = swedish.local(utc)
    return (
        swedish.receipt(moment) if _is_swedish() else format_time(moment, "HH:mm:ss", rebase=False)
    )


def long_date(day: str) -> str:
    """23 november 2026, from an ISO date or a stored time"""
    found = date.fromisoformat(day) if "T" not in day else swedish.local_day(day)
    return swedish.long_date(found) if _is_swedish() else format_date(found, "d MMMM y")


def day_month(day: date) -> str:
    """7 december"""
    return (
        swedish.long_date(day).rpartition(" ")[0] if _is_swedish() else format_date(day, "d MMMM")
    )


def weekday_date(day: str) -> str:
    """måndag 23 november 2026, from an ISO date"""
    found = date.fromisoformat(day)
    return swedish.weekday_date(found) if _is_swedish() else format_date(found, "EEEE d MMMM y")


def moment(utc: str) -> str:
    """The time if it is today's, else the day."""
    day = swedish.local_day(utc)
    return clock(utc) if day == swedish.local_day(now()) else day_month(day)


def duration(seconds: float) -> str:
    return swedish.duration(int(seconds))


def listed(names: list[str]) -> str:
    return swedish.listed(names, "och" if _is_swedish() else "and")


def paragraph_span(paragraphs: list[int]) -> str:
    """87–90, 92"""
    spans: list[list[int]] = []
    for paragraph in paragraphs:
        if spans and paragraph == spans[-1][-1] + 1:
            spans[-1].append(paragraph)
        else:
            spans.append([paragraph])
    return ", ".join(f"{s[0]}–{s[-1]}" if len(s) > 1 else str(s[0]) for s in spans)


def _is_swedish() -> bool:
    locale = get_locale()
    return locale is None or locale.language == "sv"
