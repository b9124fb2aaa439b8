"""Tidigare sammanträden: a council's meetings by year, and a search in all of them."""

from dataclasses import dataclass

from flask import Blueprint, abort, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from core.access import database, public
from councils.models import Council
from web.screens.archive import finding, listing
from web.screens.archive.finding import Found
from web.screens.archive.listing import Row
from web.screens.public import answers

blueprint = Blueprint("archive", __name__)
KEPT = 60  # seconds


@dataclass(frozen=True)
class Shelf:
    """What is shown: the meetings of a year, or those in which something was found."""

    years: list[str]
    year: str | None
    asked: str
    rows: list[Row]
    found: Found | None


@blueprint.get("/councils/<int:council_id>/archive")
@public
def archive(council_id: int) -> Response:
    asked = " ".join(request.args.get("q", "").split())[: finding.LONGEST]
    with database().reading() as session:
        council = session.get(Council, council_id)
        if council is None:
            abort(404)
        shelf = _shelf(session, council_id, asked, request.args.get("year"))
    return answers.page("screens/archive/page.html", KEPT, council=council, shelf=shelf)


def _shelf(session: Session, council_id: int, asked: str, wanted: str | None) -> Shelf:
    years = listing.years(session, council_id)
    year = wanted if wanted in years else None
    if asked:
        found = finding.find(session, council_id, asked, year)
        rows = listing.meetings_with(session, council_id, list(found.by_meeting))
        return Shelf(years, year, asked, rows, found)
    year = year or (years[0] if years else None)
    rows = listing.meetings_of(session, council_id, year) if year else []
    return Shelf(years, year, asked, rows, None)
