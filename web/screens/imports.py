"""Hämta från fil: choose a file, see every fault where it stands, see what would be done."""

from typing import Any

from flask import Blueprint, abort, current_app, render_template
from flask_babel import gettext as _
from flask_login import current_user
from sqlalchemy.orm import Session

from core.access import clerk, database
from councils.backends.uploads import Uploads
from councils.models import Council
from councils.queries import register
from councils.queries.sizes import most_seats
from councils.rules.register import Plan, plan
from web.packages.checks.substitutes import surplus_words
from web.screens.council import kept_council, places, role_words
from web.screens.rosters import listed, roster_in

blueprint = Blueprint("import_screens", __name__, url_prefix="/councils/<int:council_id>/imports")


@blueprint.get("")
@clerk
def choose(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
    return render_template(
        "screens/import.html", council=found, places=places(council_id, "imports")
    )


@blueprint.get("/<name>")
@clerk
def preview(council_id: int, name: str) -> str:
    uploads = Uploads(current_app.extensions["klubba"].data / "imports")
    files = uploads.read(name, council_id, current_user.id)
    with database().reading() as session:
        found = kept_council(session, council_id)
        if files is None:
            abort(404)
        reading = roster_in(current_app.extensions["workers"], files, most_seats(session, found))
        words = _planned(session, found, reading.package) if reading.package else {}
    return render_template(
        "screens/import_preview.html",
        council=found,
        name=name,
        reading=reading,
        places=places(council_id, "imports"),
        **words,
    )


def _planned(session: Session, council: Council, roster: Any) -> dict[str, Any]:
    rows = listed(roster)
    found: Plan = plan(register.known_people(session, council.id), rows)
    have = {party.letters for party in register.parties_of(session, council.id)}
    new = sorted({row.party for row in rows} - have - {""})
    most = most_seats(session, council)
    over = sorted(row.seat for row in rows if row.seat and row.seat > most)
    return {
        "plan": found,
        "surplus": [surplus_words(one) for one in found.surplus],
        "new_parties": new,
        "over": over,
        "field_words": _field_words(),
        "role_words": role_words(),
    }


def _field_words() -> dict[str, str]:
    return {
        "name": _("namn"),
        "party": _("parti"),
        "seat": _("plats"),
        "order": _("ordning"),
        "constituency": _("valkrets"),
        "list_name": _("lista"),
        "roles": _("uppdrag"),
        "email": _("e-post"),
        "external_id": _("id"),
    }
