"""PROTOCOL 24.1–2: the urn is shown empty, the voters are called, the urn is closed."""

import pytest

from tests.voting.actions.paper.polling import OK, Polling
from tests.worlds import ANNA, BEA, BO, KLARA
from voting.rules.paper.states import Next


def test_one_thing_at_a_time_from_the_tellers_to_the_closed_urn(polling: Polling) -> None:
    polling.plan()
    assert polling.now().next is Next.EMPTY_URN
    assert polling.said(ANNA, "PUT", "/urn/opening")[0] == 409
    assert polling.said(BEA, "PUT", "/urn/shown") == OK
    assert polling.now().next is Next.OPEN
    assert polling.said(ANNA, "PUT", "/urn/opening") == OK
    assert polling.log() == {
        "election_id": 1,
        "item_id": 2,
        "title": "Val av ordförande",
        "part": "one",
        "places": 1,
        "method": "paper",
        "election": "committee",
        "is_proportional": False,
        "answers": ["Eva Ek", "Ola Ort"],
        "present": 21,
        "registered": None,
        "fingerprint": None,
        "register": None,
        "head": None,
        "booth": None,
    }
    polling.vote(14)
    assert polling.said(ANNA, "PUT", "/urn/closing") == OK
    assert polling.log()["count"] == 14
    assert polling.now().next is Next.UNOPENED


def test_the_log_knows_how_many_voted_and_never_who(polling: Polling) -> None:
    polling.plan()
    polling.open()
    before = polling.chamber.kinds()
    polling.vote(5)
    assert polling.chamber.kinds() == before
    assert polling.now().ticked == 5


def test_a_tick_by_mistake_is_taken_back(polling: Polling) -> None:
    polling.plan()
    polling.open()
    polling.vote(2)
    assert polling.said(KLARA, "PUT", "/ticks/2") == OK  # twice is once
    assert polling.said(KLARA, "DELETE", "/ticks/2") == OK
    assert polling.said(KLARA, "DELETE", "/ticks/2") == OK
    assert polling.now().ticked == 1


@pytest.mark.parametrize("seat", [3, 99])
def test_only_those_in_the_hall_put_a_slip_in_the_urn(polling: Polling, seat: int) -> None:
    """Bo in seat 3 is at a distance: present, and abstains (KL 4:25)."""
    polling.plan()
    polling.open()
    said = (400, f"Ingen som får rösta i salen sitter på plats {seat}.")
    assert polling.said(KLARA, "PUT", f"/ticks/{seat}") == said


def test_each_hand_has_its_own_part(polling: Polling) -> None:
    polling.plan()
    assert polling.said(ANNA, "PUT", "/urn/shown")[0] == 403
    polling.said(BEA, "PUT", "/urn/shown")
    assert polling.said(KLARA, "PUT", "/urn/opening")[0] == 403
    polling.said(ANNA, "PUT", "/urn/opening")
    assert polling.said(BEA, "PUT", "/ticks/2")[0] == 403
    assert polling.said(ANNA, "PUT", "/urn/closing") == (409, "Ingen är avprickad än.")
    polling.vote(1)
    assert polling.said(BO, "PUT", "/urn/closing")[0] == 403
    assert polling.state() == "open"


def test_another_member_may_be_returning_officer_until_the_voting(polling: Polling) -> None:
    polling.plan()
    assert polling.now().officer_id == ANNA
    assert polling.said(KLARA, "PUT", "/returning-officer", person=5) == OK
    assert polling.now().officer_id == 5
    assert polling.said(KLARA, "PUT", "/returning-officer", person=KLARA)[0] in (404, 409)
    polling.open()
    assert polling.said(KLARA, "PUT", "/returning-officer", person=ANNA)[0] == 409


def test_what_is_printed_handed_out_and_destroyed_is_noted(polling: Polling) -> None:
    polling.plan()
    noted = {"printed": 63, "handed_out": 42, "destroyed": 21}
    assert polling.said(KLARA, "PUT", "/slips", **noted) == OK
    paper = polling.now().paper
    assert paper is not None
    assert (paper.printed, paper.handed_out, paper.destroyed) == (63, 42, 21)
    assert polling.said(KLARA, "PUT", "/slips", **noted | {"printed": 62})[0] == 400
    assert polling.said(BO, "PUT", "/slips", **noted)[0] == 403
