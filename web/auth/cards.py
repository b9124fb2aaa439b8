"""Printed cards with a QR code, for the council office: one for everybody who takes part.

Shown in the answer to a press, which the meeting's log has then told of: no page holds them.
"""

import segno
from flask import Blueprint, make_response, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response

from core import swedish
from core.access import actor, clerk, database, writer
from councils.actions.links import print_cards
from councils.backends import links
from councils.queries import access
from councils.queries.doors import door
from web.auth.browser import config

blueprint = Blueprint("cards", __name__)


@blueprint.post("/meetings/<int:meeting_id>/cards")
@clerk
def cards(meeting_id: int) -> Response:
    writer().submit(meeting_id, print_cards, by=actor())
    with database().reading() as session:
        found = door(session, meeting_id)
        people = access.participants(session, found.council_id) if found else []
        have = access.links_by_person(session, meeting_id)
    people.sort(key=lambda row: swedish.sort_key(row[0].name))
    shown = [
        {"person": person, "letters": letters, **_address(have[person.id].id)}
        for person, letters in people
        if person.id in have
    ]
    page = render_template("screens/cards.html", cards=shown, door=found, meeting_id=meeting_id)
    return make_response(page)


def _address(link_id: int) -> dict[str, str]:
    address = f"{config().address}/links/{links.address(config().secret, link_id)}"
    return {"address": address, "qr": picture_of(address)}


def picture_of(address: str) -> str:
    """A QR code as SVG without styles, so that the page's own rules hold."""
    code = segno.make(address, error="m")
    return Markup(code.svg_inline(scale=4, svgclass="qr", lineclass=None, omitsize=True))  # noqa: S704 - made here, of black and white squares
