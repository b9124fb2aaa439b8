"""The register, for the office: one council's facts, parties, people and order of substitutes."""

from typing import Any

from flask import Blueprint, abort, render_template
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from core import clock, swedish
from core.access import actor, clerk, database
from councils import policy
from councils.models import Council, Role
from councils.queries import access, register, sizes
from councils.queries.register import Registered
from councils.rules.size import Body, council_size, next_elections

blueprint = Blueprint("council", __name__)


@blueprint.get("/councils/new")
@clerk
def new() -> str:
    return render_template("screens/council_new.html", council=None)


@blueprint.get("/councils/<int:council_id>")
@clerk
def council(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
        people = register.people_of(session, council_id)
        parties = register.parties_of(session, council_id)
        today = swedish.local_day(clock.now())
        seats = sizes.seats_on(session, found, today.isoformat())
        changes = sizes.coming(session, council_id)
    least = council_size(Body(found.kind), found.electors or 0).minimum
    return render_template(
        "screens/council.html",
        council=found,
        seats=seats,
        sizes=changes,
        today=today.isoformat(),
        elections=[(year, str(year)) for year in next_elections(today)],
        least=least,
        seated=sum(1 for one in people if one.seat),
        substitutes=sum(1 for one in people if one.is_substitute),
        parties=parties,
        places=places(council_id, "council"),
    )


@blueprint.get("/councils/<int:council_id>/parties")
@clerk
def parties(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
        rows = register.parties_of(session, council_id)
        circles = register.constituencies_of(session, council_id)
        votes = register.party_votes_of(session, council_id)
    return render_template(
        "screens/council_parties.html",
        council=found,
        parties=rows,
        constituencies=circles,
        votes=votes,
        places=places(council_id, "parties"),
    )


@blueprint.get("/councils/<int:council_id>/people")
@clerk
def people(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
        rows = register.people_of(session, council_id)
        choices = _choices(session, council_id)
    rows.sort(key=_by_place)
    return render_template(
        "screens/council_people.html",
        council=found,
        people=rows,
        role_words=role_words(),
        places=places(council_id, "people"),
        **choices,
    )


@blueprint.get("/people/<int:person_id>")
@clerk
def person(person_id: int) -> str:
    with database().reading() as session:
        one = register.one_person(session, person_id)
        if one is None:
            abort(404)
        council_id = one.person.council_id
        found = kept_council(session, council_id)
        devices = access.signed_in_devices(session, person_id)
        choices = _choices(session, council_id)
    return render_template(
        "screens/council_person.html",
        council=found,
        one=one,
        devices=devices,
        roles=list(Role),
        role_words=role_words(),
        places=places(council_id, "people"),
        **choices,
    )


@blueprint.get("/councils/<int:council_id>/substitutes")
@clerk
def substitutes(council_id: int) -> str:
    with database().reading() as session:
        found = kept_council(session, council_id)
        lists = register.substitutes_of(session, council_id)
        orphans = register.lists_of_nobody(session, council_id)
    return render_template(
        "screens/council_substitutes.html",
        council=found,
        lists=lists,
        orphans=orphans,
        places=places(council_id, "substitutes"),
    )


def kept_council(session: Session, council_id: int) -> Council:
    """The council, for those who keep its register; nobody else learns that it is there."""
    found = session.get(Council, council_id)
    if found is None or not policy.may_keep_register(session, council_id, actor()):
        abort(404)
    return found


def places(council_id: int, here: str) -> list[tuple[str, str, str, bool]]:
    """What stands at the side of every page of the register."""
    address = f"/councils/{council_id}"
    return [
        (address, _("Fullmäktige"), "landmark", here == "council"),
        (f"{address}/parties", _("Partier och valkretsar"), "megaphone", here == "parties"),
        (f"{address}/people", _("Personer"), "users", here == "people"),
        (f"{address}/substitutes", _("Ersättarnas ordning"), "list", here == "substitutes"),
        (f"{address}/imports", _("Hämta från fil"), "upload", here == "imports"),
        (f"{address}/procedures", _("Arbetsordning"), "scale", here == "procedures"),
        (f"{address}/board/record", _("Anslagstavlan"), "shield-check", here == "board"),
        (f"{address}/statement/draft", _("Tillgänglighet"), "eye", here == "statement"),
    ]


def role_words() -> dict[str, str]:
    return {
        Role.CHAIR: _("Ordförande"),
        Role.VICE_CHAIR_1: _("Första vice ordförande"),
        Role.VICE_CHAIR_2: _("Andra vice ordförande"),
        Role.VICE_CHAIR_3: _("Tredje vice ordförande"),
        Role.GROUP_LEADER: _("Gruppledare"),
        Role.TELLER: _("Rösträknare"),
        Role.COMMISSIONER: _("Kommunalråd"),
        Role.CLERK: _("Sekreterare"),
        Role.POLITICAL_SECRETARY: _("Politisk sekreterare"),
        Role.OTHER: _("Övrig"),
    }


def _choices(session: Session, council_id: int) -> dict[str, Any]:
    parties = register.parties_of(session, council_id)
    circles = register.constituencies_of(session, council_id)
    none = ("", _("Inget"))
    return {
        "party_choices": [none, *((one.id, f"{one.letters} – {one.name}") for one in parties)],
        "circle_choices": [none, *((one.id, one.name) for one in circles)],
        "standings": [
            ("seated", _("Ledamot med egen plats")),
            ("substitute", _("Ersättare")),
            ("neither", _("Varken eller")),
        ],
    }


def _by_place(one: Registered) -> tuple[int, int, tuple[str, str]]:
    """Seats first, then substitutes, then everybody else by name."""
    order = one.mandate.calling_order if one.mandate else None
    rank = 0 if one.seat else 1 if one.is_substitute else 2
    return rank, one.seat or order or 0, swedish.sort_key(one.person.name)
