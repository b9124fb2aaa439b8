from meetings.models import Seat
from tests.voting.chambers import ITEM, QUESTION, Chamber, answers
from tests.worlds import ANNA, BEA, BO, KLARA, OPEN, PLANNED, SIV


def test_the_countdown_is_five_seconds_and_nothing_is_closed_before(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/closure") == (
        409,
        "Ordföranden har inte börjat stänga voteringen.",
    )
    assert chamber.put(ANNA, f"/votes/{vote}/closing") == 200
    assert chamber.last() == {
        "vote_id": vote,
        "closes_at": "2026-12-14T17:00:05.000+00:00",
        "without": [],
    }
    chamber.wall.later(seconds=4.9)
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/closure") == (
        409,
        "Nedräkningen pågår. Voteringen stängs när den är slut.",
    )
    chamber.wall.later(seconds=0.1)
    assert chamber.put(ANNA, f"/votes/{vote}/closure") == 200


def test_one_press_stops_the_countdown(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.put(ANNA, f"/votes/{vote}/closing") == 200
    assert chamber.delete(ANNA, f"/votes/{vote}/closing") == 200
    chamber.wall.later(seconds=10)
    assert chamber.kind(ANNA, "PUT", f"/votes/{vote}/closure") == "RuleBroken"
    assert chamber.kinds() == ["vote.opened", "vote.closing", "vote.closing_stopped"]


def test_the_council_may_have_no_countdown_at_all(chamber: Chamber) -> None:
    chamber.settings(division_closing_seconds=0)
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    assert chamber.put(KLARA, f"/votes/{vote}/closure") == 409  # the chair alone decides when
    assert chamber.put(ANNA, f"/votes/{vote}/closure") == 200
    assert chamber.row_of(vote).outcome == "yes"


def test_two_windows_start_one_countdown_and_close_once(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert [chamber.put(ANNA, f"/votes/{vote}/closing") for _ in range(2)] == [200, 200]
    chamber.wall.later(seconds=5)
    assert chamber.put(ANNA, f"/votes/{vote}/closure") == 200
    assert chamber.kind(ANNA, "PUT", f"/votes/{vote}/closure") == "MovedOn"
    assert chamber.kinds() == ["vote.opened", "vote.closing", "vote.closed"]


def test_the_chair_begins_and_the_clerk_may_finish(chamber: Chamber) -> None:
    vote = chamber.ask()
    for person in (BEA, BO, KLARA):
        assert chamber.put(person, f"/votes/{vote}/closing") == 403
        assert chamber.delete(person, f"/votes/{vote}/closing") == 403
    assert chamber.put(ANNA, f"/votes/{vote}/closing") == 200
    chamber.wall.later(seconds=5)
    assert chamber.put(BO, f"/votes/{vote}/closure") == 403
    assert chamber.put(KLARA, f"/votes/{vote}/closure") == 200


def test_closing_over_somebody_cut_off_has_to_be_confirmed(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.lose_line(BO)
    chamber.lose_line(6)
    chamber.vote(vote, {6: "yes"})  # voted before, so nobody waits for that one
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/closing") == (
        409,
        "Bo Bok (V) har inte röstat och har tappat anslutningen. Stäng voteringen ändå?",
    )
    assert chamber.put(ANNA, f"/votes/{vote}/closing", confirmed=1) == 200
    assert chamber.last()["without"] == ["Bo Bok (V)"]


def test_a_vote_elsewhere_cannot_be_closed_from_here(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.put(ANNA, f"/votes/{vote + 1}/closing") == 404
    chamber.meeting = PLANNED
    assert chamber.put(KLARA, f"/votes/{vote}/closure") == 404


def test_the_closing_tells_every_seats_answer_and_why_it_is_missing(chamber: Chamber) -> None:
    chamber.empty([4])
    chamber.change(Seat, (OPEN, 5), recused_id=5, serving_id=None, mode=None)
    chamber.change(Seat, (OPEN, 6), member_id=None, serving_id=None, mode=None)
    chamber.seat_substitute(3, SIV)
    chamber.post(7, "/items/3/statements", kind="not_taking_part")
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", SIV: "no", 8: "abstain"})
    chamber.close(vote)
    told = chamber.last()
    assert [told[name] for name in ("yes", "no", "abstain", "absent", "present")] == [
        1,
        1,
        1,
        18,
        18,
    ]
    rows = [tuple(row.values()) for row in told["answers"][:9]]
    assert rows == [
        (1, 1, "Anna Ask", "S", "hall", "did_not_answer", None),
        (2, 2, "Bea Björk", "M", "hall", "yes", None),
        (3, 101, "Siv Sälg", "V", "remote", "no", "Bo Bok"),
        (4, 4, "Ledamot 4", "C", None, "absent", None),
        (5, 5, "Ledamot 5", "L", None, "recused", None),
        (6, None, None, "S", None, "absent", None),
        (7, 7, "Ledamot 7", "M", "hall", "not_taking_part", None),
        (8, 8, "Ledamot 8", "V", "hall", "abstain", None),
        (9, 9, "Ledamot 9", "C", "remote", "did_not_answer", None),
    ]


def test_the_vote_of_one_who_went_home_before_the_closing_counts(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.empty([3])
    chamber.close(vote)
    row = chamber.row_of(vote)
    assert (row.yes, row.absent, row.present, row.outcome) == (1, 20, 21, "yes")
    assert chamber.last()["answers"][2] == {
        "seat": 3,
        "person_id": BO,
        "name": "Bo Bok",
        "party": "V",
        "mode": "remote",
        "choice": "yes",
        "for_name": None,
    }


def test_most_votes_win_and_abstentions_are_not_counted(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, answers(yes=5, no=4, abstain=11))
    chamber.close(vote)
    row = chamber.row_of(vote)
    assert (row.outcome, row.carried_by, row.needed) == ("yes", "majority", None)
    assert chamber.step() == "decision"


def test_two_thirds_of_those_present_are_fourteen_of_twenty_one(chamber: Chamber) -> None:
    def outcome(yes: int) -> tuple[str | None, str | None, int | None]:
        vote = chamber.ask(majority="two_thirds", confirmed=1, reason="Enligt lag")
        chamber.vote(vote, answers(yes=yes, no=20 - yes))
        chamber.close(vote)
        row = chamber.row_of(vote)
        return row.outcome, row.carried_by, row.needed

    assert outcome(14) == ("yes", "two_thirds", 14)
    assert outcome(13) == ("no", None, 14)


def test_where_all_must_agree_one_who_abstains_has_not_agreed(chamber: Chamber) -> None:
    def outcome(given: dict[int, str]) -> tuple[str | None, str | None]:
        vote = chamber.ask(majority="all")
        chamber.vote(vote, given)
        chamber.close(vote)
        row = chamber.row_of(vote)
        return row.outcome, row.carried_by

    assert outcome(answers(yes=21)) == ("yes", "all")
    assert outcome(answers(yes=20, abstain=1)) == ("no", None)


def test_the_item_waits_at_the_division_while_the_vote_is_even(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", 3: "no"})
    chamber.close(vote)
    assert chamber.row_of(vote).outcome == "tie"
    assert chamber.step() == "division"
    assert chamber.said(ANNA, "POST", "/votes", item=ITEM, **QUESTION) == (
        409,
        "Röstetalet är lika. Utslagsrösten ska läggas först (5 kap. 56 §).",
    )
    assert chamber.put(ANNA, f"/items/{ITEM}/closing") == 409
