"""What it costs to draw the page and to tell each person what is hers, whatever the council."""

from pathlib import Path

import pytest

from core.actor import Audience, Onlooker
from core.db import Database
from core.live import Panel, Personal
from meetings.models import Handling
from tests.meetings.queries.counting import statements
from tests.web.screens.member.seats import Seats
from tests.worlds import ANNA, OPEN, new_world
from web.screens.member import PANELS, PERSONALS

MEMBER = Onlooker(Audience.MEMBER)


def world(folder: Path, seats: int, step: str) -> Database:
    database = Database(f"sqlite:///{folder}/{seats}-{step}.db")
    new_world(database, seats)
    with database.writing() as session, session.begin():
        session.query(Handling).one().step = step
    return database


def cost(database: Database, piece: Panel | Personal) -> int:
    if isinstance(piece, Panel):
        return statements(database, lambda session: piece.context(session, OPEN, MEMBER))
    return statements(database, lambda session: piece.state(session, OPEN))


@pytest.mark.parametrize("step", ["debate", "acclamation"])
def test_twenty_one_and_a_hundred_and_one_cost_the_same(tmp_path: Path, step: str) -> None:
    small, large = world(tmp_path, 21, step), world(tmp_path, 101, step)
    pieces = [*PANELS, *PERSONALS]
    told = [{one.name: cost(database, one) for one in pieces} for database in (small, large)]
    assert told[0] == told[1]
    assert max(told[0].values()) <= 30
    small.close()
    large.close()


def test_all_the_panels_of_one_drawing_share_one_reading(tmp_path: Path) -> None:
    database = world(tmp_path, 21, "debate")

    def draw(session):  # type: ignore[no-untyped-def]
        for panel in PANELS:
            panel.context(session, OPEN, MEMBER)

    alone = max(cost(database, panel) for panel in PANELS)
    assert statements(database, draw) <= alone + 1  # and the roll
    database.close()


def test_the_first_page_is_the_panels(seats: Seats) -> None:
    seats.ask_for(4)
    html = seats.clients.sign_in(ANNA).get(f"/meetings/{OPEN}/member").text
    drawn = seats.panels()
    on_the_page = [panel.name for panel in PANELS if drawn[panel.name] in html]
    shared = {"queue", "shortcuts", "summons", "gallery"}
    assert on_the_page == [panel.name for panel in PANELS if panel.name not in shared]


def test_every_panel_is_one_section_with_its_own_name(seats: Seats) -> None:
    for name, html in seats.panels().items():
        assert f'<section id="{name}"' in html.lstrip()[:200], name
        assert html.count(f'<section id="{name}"') == 1
        assert html.rstrip().endswith("</section>"), name


def test_nothing_in_a_panel_knows_who_looks(seats: Seats) -> None:
    """What reaches everybody holds no token and no name of the one who asked."""
    html = "".join(seats.panels().values())
    assert "csrf" not in html


@pytest.mark.parametrize("limit", [4_000])
def test_while_others_vote_a_patch_is_small(seats: Seats, limit: int) -> None:
    vote = seats.ask_council()
    seats.ballot(vote, 4, "yes")
    live = seats.app.extensions["live"]
    patch = live.view(OPEN, MEMBER, {"vote.ballot_cast"})
    assert list(patch["panels"]) == ["turnout"]
    assert len(str(patch)) < limit
