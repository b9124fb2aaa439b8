"""The minutes in words: one article for the page, the PDF, the DOCX and what is approved."""

from collections.abc import Callable
from dataclasses import replace

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _
from markupsafe import Markup

from meetings.facts import Approver
from meetings.models import MinutesVersion
from meetings.queries.approval import Answer
from meetings.queries.minutes import Line, Minutes, Part
from web.gateways.minutes import Block, Paper, read_blocks

TextAt = Callable[[Minutes, str], Markup]


def article(minutes: Minutes, text_at: TextAt, template: str = "minutes/document.html") -> Markup:
    return _drawn(
        template,
        minutes=minutes,
        told=_told,
        text_at=lambda place: text_at(minutes, place),
        parts=_headings(),
    )


def plain(minutes: Minutes, place: str) -> Markup:
    text = minutes.texts.get(place, ("", 0))[0]
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in paragraphs)


def paper(minutes: Minutes, item_id: int | None = None) -> Paper:
    """The whole, or one item alone.  Always in Swedish, whoever fetches it."""
    date = minutes.opened["date"] if minutes.opened else ""
    with force_locale("sv"):
        if item_id is None:
            return Paper(_("Protokoll"), date, tuple(read_blocks(article(minutes, plain))))
        alone = replace(
            minutes, sections=[one for one in minutes.sections if one.item["item_id"] == item_id]
        )
        words = article(alone, plain, "minutes/paragraph.html")
        return Paper(_("Protokollsutdrag"), date, tuple(read_blocks(words)))


def lines_to_sign(verifiers: list[Approver], needed: int) -> list[Block]:
    """Of a draft: empty lines for the chair and each verifier."""
    with force_locale("sv"):
        missing = max(needed - len(verifiers), 0)
        return read_blocks(_drawn(SIGNATURES, verifiers=verifiers, missing=missing))


def signatures(version: MinutesVersion, answers: list[Answer]) -> list[Block]:
    """Who has approved it and when; a line for each who has not."""
    with force_locale("sv"):
        return read_blocks(_drawn(SIGNATURES, version=version, answers=answers))


SIGNATURES = "minutes/signatures.html"


def _drawn(template: str, **told: object) -> Markup:
    return Markup(render_template(template, **told))  # noqa: S704 - ours, and it escapes


def _told(line: Line) -> Markup:
    return _drawn(f"minutes/{line.kind}.html", fact=line.fact, at=line.at)


def _headings() -> list[tuple[Part, str]]:
    return [
        (Part.DECISION, _("Beslut")),
        (Part.PROPOSALS, _("Yrkanden")),
        (Part.COURSE, _("Beslutsgång")),
        (Part.STATEMENTS, _("Reservationer och anteckningar")),
        (Part.SPEAKERS, _("Yttranden")),
        (Part.ATTENDANCE, _("Närvaro i ärendet")),
    ]
