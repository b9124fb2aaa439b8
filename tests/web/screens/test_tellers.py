"""What the teller, the chair and the wall are shown of the tellers' key."""

import re
from typing import Any

import pytest

from core.actor import Audience, Onlooker
from tests.voting.bots import TELLERS, Bots
from tests.voting.chambers import Chamber
from tests.voting.conftest import chamber, wall
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN
from voting.models import KeyCeremony, TrusteeSeat
from web.screens.booth import POLICY

__all__ = ["chamber", "wall"]
PAGE = f"/meetings/{OPEN}/teller"


@pytest.fixture
def bots(chamber: Chamber) -> Bots:
    return Bots(chamber)


def panel(bots: Bots, audience: Audience) -> str:
    panels: dict[str, str] = bots.chamber.app.extensions["live"].view(OPEN, Onlooker(audience))[
        "panels"
    ]
    return panels["tellers"]


def way_in(bots: Bots, person: int) -> Any:
    return bots.chamber.app.extensions["live"].me(OPEN, person)["me"].get("teller")


def words(html: str) -> list[str]:
    return re.findall(r"<li>(\w+)</li>", html)


def not_agreed(bots: Bots) -> None:
    bots.chamber.change(KeyCeremony, bots.ceremony, ready_at=None)
    for seat in (1, 2, 3):
        bots.chamber.change(TrusteeSeat, (bots.ceremony, seat), agreed_at=None)


def test_the_tellers_page_runs_nothing_but_the_published_program(bots: Bots) -> None:
    bots.choose()
    answer = bots.chamber.clients.sign_in(BO).get(PAGE)
    assert answer.headers["Content-Security-Policy"] == POLICY
    scripts = re.findall(r"<script[^>]*>", answer.text)
    assert len(scripts) == 1
    assert re.search(r'integrity="sha384-[^"]{64}" crossorigin', scripts[0])


def test_nobody_but_a_teller_has_that_page(bots: Bots) -> None:
    bots.choose()
    for person, status in ((BO, 200), (4, 404), (KLARA, 404)):
        assert bots.chamber.clients.sign_in(person).get(PAGE).status_code == status


def test_all_who_compare_see_the_same_words_and_the_wall_only_meanwhile(bots: Bots) -> None:
    bots.place()
    assert words(panel(bots, Audience.HALL)) == []
    not_agreed(bots)
    told = bots.standing(BO)["words"]
    assert words(panel(bots, Audience.HALL)) == words(panel(bots, Audience.CHAIR)) == told


def test_the_chair_sees_who_does_not_answer(bots: Bots) -> None:
    bots.place()
    assert "Alla 3 rösträknare svarar. 2 behövs." in panel(bots, Audience.CHAIR)
    bots.chamber.change(TrusteeSeat, (bots.ceremony, 3), silent_since="2026-12-14T17:00:00+00:00")
    card = panel(bots, Audience.CHAIR)
    assert "Alla rösträknare svarar inte, men tillräckligt många. 2 behövs." in card
    assert re.findall(r"<b>([\w ]+)</b>.*?pill--(\w+)", card) == [
        ("Anna Ask", "ok"),
        ("Bea Björk", "ok"),
        ("Bo Bok", "error"),
    ]


def test_each_teller_is_shown_the_way_to_her_own_page(bots: Bots) -> None:
    bots.choose()
    assert [way_in(bots, person) for person in (*TELLERS, KLARA)] == [{"waits": False}] * 3 + [None]
    bots.place()
    not_agreed(bots)
    assert way_in(bots, BEA) == {"waits": True}


def test_only_whoever_leads_writes_in_who_was_chosen(bots: Bots) -> None:
    url = f"/meetings/{OPEN}/tellers"
    for person, status in ((ANNA, 200), (KLARA, 200), (BO, 403)):
        assert bots.chamber.clients.sign_in(person).get(url).status_code == status
