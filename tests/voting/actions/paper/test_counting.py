"""PROTOCOL 24.3–4: two tellers, equal figures, rulings, lots, the result."""

import pytest

from tests.voting.actions.paper.polling import OK, TELLERS, Polling
from tests.worlds import ANNA, BEA, BO, KLARA
from voting.rules.counted import CountStatus
from voting.rules.paper.states import Next

WON = {"1": 8, "2": 5, "blank": 1}


@pytest.fixture
def closed(polling: Polling) -> Polling:
    polling.plan()
    polling.close()
    return polling


def test_two_write_the_same_and_the_result_is_declared(closed: Polling) -> None:
    closed.unopened(14, 14)
    closed.sorted(WON)
    assert closed.now().next is Next.DECLARE
    assert closed.said(ANNA, "PUT", "/result") == OK
    assert closed.log() == {
        "election_id": 1,
        "item_id": 2,
        "title": "Val av ordförande",
        "part": "one",
        "places": 1,
        "is_proportional": False,
        "present": 21,
        "voted": 14,
        "cast": 14,
        "valid": 13,
        "blank": 1,
        "invalid": [],
        "votes": [{"name": "Eva Ek", "votes": 8}, {"name": "Ola Ort", "votes": 5}],
        "groups": [],
        "rounds": [],
        "elected": ["Eva Ek"],
        "unfilled": 0,
        "service": [],
        "officer": "Anna Ask",
        "tellers": ["Bea Björk", "Ledamot 4"],
    }
    assert closed.said(KLARA, "PUT", "/envelope", place="arkivskåpet") == OK
    assert closed.now().next is Next.DONE


@pytest.mark.parametrize(
    ("slips", "fault"),
    [
        (22, CountStatus.MORE_BALLOTS_THAN_VOTERS),
        (15, CountStatus.BALLOTS_DIFFER_FROM_VOTED),
        (13, CountStatus.BALLOTS_DIFFER_FROM_VOTED),
    ],
)
def test_another_number_than_voted_stops_the_count(
    closed: Polling, slips: int, fault: CountStatus
) -> None:
    """INC-2: the slips stay folded; they are counted again, or the election is held again."""
    closed.unopened(slips, slips)
    assert (closed.now().next, closed.now().fault) == (Next.ANNUL, fault)
    assert closed.said(BEA, "PUT", "/count/sorted", pile_1=14)[0] == 409
    assert closed.said(ANNA, "PUT", "/result")[0] == 409
    assert closed.said(BEA, "POST", "/count/attempts") == OK
    closed.unopened(14, 14)
    assert closed.now().next is Next.SORTED


def test_held_again_with_the_same_names(closed: Polling) -> None:
    closed.unopened(15, 15)
    again = {"reason": "Sedlarna är fler än de avprickade.", "on_paper": 1}
    assert closed.said(ANNA, "PUT", "/abandonment", **again) == OK
    closed.election = 2
    assert [each.text for each in closed.now().sheet.choices] == ["Eva Ek", "Ola Ort"]
    closed.close(3)
    assert closed.now().ticked == 3


def test_figures_that_differ_go_no_further(closed: Polling) -> None:
    closed.unopened(14, 13)
    assert closed.now().next is Next.UNOPENED
    assert closed.said(TELLERS[1], "PUT", "/count/unopened", slips=14) == OK
    closed.sorted(WON, WON | {"1": 7, "2": 6})
    now = closed.now()
    assert (now.next, now.sorted.differing(now.sheet)) == (Next.SORTED, ("1", "2"))
    closed.sorted(WON)
    assert closed.now().next is Next.DECLARE


def test_piles_that_do_not_add_up_are_refused(closed: Polling) -> None:
    closed.unopened(14, 14)
    refused = closed.said(BEA, "PUT", "/count/sorted", pile_1=8, pile_2=5)
    assert refused == (400, "Högarna har 13 sedlar, men 14 togs ur urnan. Räkna högarna igen.")
    assert closed.said(BEA, "PUT", "/count/sorted", pile_9=14)[0] == 400
    assert closed.now().sorted.by == {}


def test_nobody_but_the_two_tellers_writes_figures(closed: Polling) -> None:
    refused = (403, "Bara rösträknarna skriver in siffror.")
    for person in (ANNA, KLARA, BO):
        assert closed.said(person, "PUT", "/count/unopened", slips=14) == refused


def test_a_name_found_on_the_slips_gets_a_pile(closed: Polling) -> None:
    closed.unopened(14, 14)
    assert closed.said(BEA, "POST", "/count/piles", names="Siv Sälg") == OK
    assert closed.said(4, "POST", "/count/piles", names="Siv  Sälg")[0] == 409
    assert closed.said(BEA, "POST", "/count/piles", names="A\nB")[0] == 400
    assert closed.said(BEA, "POST", "/count/piles", names="A", designation="X")[0] == 400
    closed.sorted({"1": 4, "2": 4, "3": 6})
    result = closed.now().result
    assert result is not None
    assert result.elected == ("Siv Sälg",)


def test_the_returning_officer_rules_on_each_doubtful_slip(closed: Polling) -> None:
    closed.unopened(14, 14)
    closed.sorted({"1": 6, "2": 6, "doubtful": 2})
    assert closed.now().next is Next.RULINGS
    ruled = {"slip": 1, "ruling": "counted", "names": "Ola Ort"}
    assert closed.said(BEA, "POST", "/rulings", **ruled)[0] == 403
    assert closed.said(ANNA, "POST", "/rulings", **ruled) == OK
    assert closed.said(ANNA, "POST", "/rulings", slip=3, ruling="blank")[0] == 400
    assert closed.said(ANNA, "POST", "/rulings", slip=2, ruling="invalid")[0] == 400
    assert closed.said(ANNA, "POST", "/rulings", slip=2, ruling="invalid", ground="twice") == OK
    assert closed.now().next is Next.DECLARE
    closed.said(ANNA, "PUT", "/result")
    told = closed.log()
    assert told["votes"] == [{"name": "Ola Ort", "votes": 7}, {"name": "Eva Ek", "votes": 6}]
    assert told["invalid"] == [{"ground": "twice", "count": 1}]
    assert closed.said(ANNA, "POST", "/rulings", **ruled)[0] == 409


def test_a_tie_waits_for_the_lot_and_a_new_ruling_makes_it_void(closed: Polling) -> None:
    closed.unopened(14, 14)
    closed.sorted({"1": 6, "2": 6, "doubtful": 2})
    for slip in (1, 2):
        closed.said(ANNA, "POST", "/rulings", slip=slip, ruling="blank")
    assert closed.now().next is Next.LOT
    assert closed.said(ANNA, "PUT", "/result")[0] == 409
    drawn = {"winner": "Ola Ort", "how": "sedlar ur en skål", "drawn_by": "Bea Björk"}
    assert closed.said(ANNA, "POST", "/lots", **drawn | {"winner": "Siv Sälg"})[0] == 400
    assert closed.said(BO, "POST", "/lots", **drawn)[0] == 403
    assert closed.said(ANNA, "POST", "/lots", **drawn) == OK
    told = closed.log()
    assert (told["tied"], told["winner"], told["figure"]) == (["Eva Ek", "Ola Ort"], "Ola Ort", "6")
    assert closed.now().next is Next.DECLARE
    closed.said(ANNA, "POST", "/rulings", slip=1, ruling="counted", names="Eva Ek")
    now = closed.now()
    assert (now.next, list(now.lots)) == (Next.DECLARE, [])
    assert now.result is not None
    assert now.result.elected == ("Eva Ek",)


def test_nobody_is_elected_by_blank_slips(closed: Polling) -> None:
    closed.unopened(14, 14)
    closed.sorted({"blank": 14})
    refused = closed.said(ANNA, "PUT", "/result")
    assert refused == (409, "Ingen sedel är giltig. Ingen är vald. Avbryt valet och gör om det.")


def test_a_teller_who_was_not_there_does_not_count_over_the_two(closed: Polling) -> None:
    three = {"people": f"{BEA},4,5", "confirmed": 1}
    assert closed.chamber.said(ANNA, "POST", "/tellers", **three) == OK
    closed.unopened(14, 13)
    assert closed.said(5, "PUT", "/count/unopened", slips=14)[0] == 409


def test_the_meeting_waits_while_the_urn_is_not_counted(closed: Polling) -> None:
    refused = closed.chamber.said(ANNA, "PUT", "/items/2/closing")
    assert refused[0] == 409


def test_counted_another_day_under_seal(closed: Polling) -> None:
    """LPV 11–13."""
    later = {"day": "2026-12-15", "time": "09:00", "place": "Sal 2", "sealed": 1}
    seen = later | {"witnesses": "Ada Alm\nUlf Uhr"}
    assert closed.said(ANNA, "PUT", "/count/another-day", **later)[0] == 400
    own = later | {"witnesses": "Bea Björk\nAnna Ask"}
    assert closed.said(ANNA, "PUT", "/count/another-day", **own)[0] == 400
    past = seen | {"day": "2026-12-13"}
    assert closed.said(ANNA, "PUT", "/count/another-day", **past)[0] == 400
    assert closed.said(ANNA, "PUT", "/count/another-day", **seen) == OK
    assert closed.now().next is Next.UNSEAL
    assert closed.said(BEA, "PUT", "/count/unopened", slips=14)[0] == 409
    assert closed.said(BO, "PUT", "/count/seal")[0] == 403
    assert closed.said(BEA, "PUT", "/count/seal") == OK
    closed.unopened(14, 14)
    assert closed.now().next is Next.SORTED


def test_the_gavel_confirms_those_who_were_counted(closed: Polling) -> None:
    closed.unopened(14, 14)
    closed.sorted(WON)
    gavel = {"text": "Val av ordförande: Eva Ek väljs.", "how": "ballot"}
    assert closed.chamber.said(ANNA, "POST", "/items/2/decisions", **gavel)[0] == 409
    closed.said(ANNA, "PUT", "/result")
    assert closed.chamber.said(ANNA, "POST", "/items/2/decisions", **gavel) == OK
    assert closed.log()["how"] == "ballot"
