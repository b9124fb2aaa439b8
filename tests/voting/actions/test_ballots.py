from meetings.models import Seat
from tests.voting.chambers import Chamber, answers
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV


def test_a_member_may_change_until_the_vote_is_closed(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.vote(vote, {BO: "no"})
    assert chamber.ballots(vote) == {3: "no"}
    assert chamber.kinds() == ["vote.opened", "vote.ballot_cast", "vote.ballot_cast"]
    assert chamber.last() == {
        "vote_id": vote,
        "seat": 3,
        "person_id": BO,
        "choice": "no",
        "cast_by": BO,
    }


def test_the_same_answer_again_changes_nothing(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.vote(vote, {BO: "yes"})
    assert chamber.kinds() == ["vote.opened", "vote.ballot_cast"]


def test_a_vote_sent_twice_with_the_same_key_is_cast_once(chamber: Chamber) -> None:
    vote = chamber.ask()
    url = f"/votes/{vote}/ballot"
    first = chamber.act(BO, "PUT", url, choice="yes", key="from the outbox")
    chamber.vote(vote, {BO: "no"})
    again = chamber.act(BO, "PUT", url, choice="yes", key="from the outbox")
    assert first.json == again.json
    assert chamber.ballots(vote) == {3: "no"}
    other = chamber.act(BO, "PUT", url, choice="abstain", key="from the outbox")
    assert (other.status_code, other.json["error"]) == (409, "Samma nyckel, annat innehåll.")


def test_nobody_without_a_seat_votes_and_nobody_for_another(chamber: Chamber) -> None:
    vote = chamber.ask()
    outside = (403, "Du tjänstgör inte och deltar inte i den här voteringen.")
    for person in (SIV, KLARA, PIA, DAN):
        assert chamber.ballot(vote, person, "yes") == outside
    assert chamber.ballot(vote, PIA, "yes", helping=BO) == (403, "Ingen röstar för någon annan.")
    assert chamber.ballot(vote, BEA, "yes", helping=BO) == (403, "Ingen röstar för någon annan.")
    assert chamber.ballots(vote) == {}


def test_one_who_stands_aside_does_not_vote_but_the_substitute_does(chamber: Chamber) -> None:
    chamber.change(Seat, (OPEN, 3), recused_id=BO, serving_id=None)
    vote = chamber.ask()
    assert chamber.ballot(vote, BO, "yes") == (
        403,
        "Du har anmält jäv och deltar inte i den här voteringen.",
    )
    chamber.seat_substitute(3, SIV)
    assert chamber.ballot(vote, SIV, "no") == (200, "")
    assert chamber.ballots(vote) == {3: "no"}


def test_a_member_whose_seat_a_substitute_has_taken_does_not_vote(chamber: Chamber) -> None:
    chamber.seat_substitute(3, SIV)
    vote = chamber.ask()
    assert chamber.ballot(vote, BO, "yes") == (
        403,
        "En ersättare tjänstgör på din plats. Du deltar inte i den här voteringen.",
    )


def test_one_vote_for_each_seat_whoever_comes_and_goes(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.seat_substitute(3, SIV)
    assert chamber.ballot(vote, SIV, "no") == (
        409,
        "På den här platsen är en röst redan avgiven av den som satt där förut.",
    )
    assert chamber.ballots(vote) == {3: "yes"}


def test_a_conflict_found_during_the_vote_makes_room_for_the_substitutes_answer(
    chamber: Chamber,
) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.change(Seat, (OPEN, 3), recused_id=BO, serving_id=None)
    chamber.seat_substitute(3, SIV)
    chamber.vote(vote, {SIV: "no"})
    chamber.close(vote)
    row = chamber.row_of(vote)
    assert (row.yes, row.no) == (0, 1)


def test_the_absent_do_not_vote(chamber: Chamber) -> None:
    chamber.empty([3])
    vote = chamber.ask()
    assert chamber.ballot(vote, BO, "yes")[0] == 403


def test_a_vote_of_another_meeting_or_a_forged_number_is_not_found(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.ballot(vote + 1, BO, "yes")[0] == 404
    chamber.meeting = PLANNED
    assert chamber.ballot(vote, BO, "yes") == (
        404,
        "Det finns ingen sådan votering i det här sammanträdet.",
    )


def test_what_is_no_answer_is_refused(chamber: Chamber) -> None:
    vote = chamber.ask()
    for choice in ("", "ja", "absent", "YES "):
        assert chamber.ballot(vote, BO, choice)[0] == 400
    assert chamber.ballots(vote) == {}


def test_after_the_closing_no_vote_is_cast_or_changed(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    chamber.close(vote)
    assert chamber.ballot(vote, BO, "no") == (409, "Voteringen är stängd.")
    assert chamber.ballot(vote, BEA, "no") == (409, "Voteringen är stängd.")
    assert chamber.ballots(vote) == {3: "yes"}


def test_the_chair_votes_last(chamber: Chamber) -> None:
    vote = chamber.ask()
    everyone = answers(yes=20)
    last = everyone.pop(2)
    chamber.vote(vote, everyone)
    assert chamber.ballot(vote, ANNA, "no") == (409, "Ordföranden röstar sist. 1 har inte röstat.")
    chamber.vote(vote, {2: last})
    assert chamber.ballot(vote, ANNA, "no") == (200, "")


def test_the_chair_votes_when_the_closing_has_begun(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.ballot(vote, ANNA, "no")[0] == 409
    assert chamber.put(ANNA, f"/votes/{vote}/closing") == 200
    assert chamber.ballot(vote, ANNA, "no") == (200, "")


def test_the_chair_does_not_wait_for_those_who_take_no_part(chamber: Chamber) -> None:
    assert chamber.post(BEA, "/items/3/statements", kind="not_taking_part") == 1
    vote = chamber.ask()
    assert chamber.ballot(vote, BEA, "yes") == (
        403,
        "Den som inte deltar i beslutet röstar inte.",
    )
    others = answers(yes=20)
    del others[BEA]
    chamber.vote(vote, others | {ANNA: "yes"})
    assert len(chamber.ballots(vote)) == 20


def test_chair_or_clerk_answers_for_a_member_whose_device_failed(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.put(KLARA, f"/votes/{vote}/ballots/3", choice="yes") == 200
    assert chamber.last()["cast_by"] == KLARA
    assert chamber.ballot(vote, BO, "no") == (200, "")  # and the member may change it
    assert chamber.ballots(vote) == {3: "no"}
    assert chamber.put(ANNA, f"/votes/{vote}/ballots/6", choice="no") == 200
    assert chamber.ballots(vote) == {3: "no", 6: "no"}


def test_nobody_else_answers_for_a_member(chamber: Chamber) -> None:
    vote = chamber.ask()
    for person in (BEA, PIA, DAN, BO):
        assert chamber.put(person, f"/votes/{vote}/ballots/3", choice="yes") == 403
    assert chamber.put(KLARA, f"/votes/{vote}/ballots/3", choice="yes", helping=BO) == 403


def test_only_for_somebody_who_is_there(chamber: Chamber) -> None:
    chamber.empty([3])
    vote = chamber.ask()
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/ballots/3", choice="yes") == (
        409,
        "Ingen tjänstgör på platsen.",
    )
    assert chamber.put(ANNA, f"/votes/{vote}/ballots/22", choice="yes") == 404
    assert chamber.said(KLARA, "PUT", f"/votes/{vote}/ballots/1", choice="yes") == (
        409,
        "Ordföranden röstar sist. 19 har inte röstat.",
    )


def test_a_members_own_answer_is_changed_for_her_only_when_she_has_asked_aloud(
    chamber: Chamber,
) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    url = f"/votes/{vote}/ballots/3"
    assert chamber.kind(ANNA, "PUT", url, choice="no") == "NeedsConfirmation"
    assert chamber.kind(ANNA, "PUT", url, choice="yes") == "NeedsConfirmation"  # tells nothing
    assert chamber.ballots(vote) == {3: "yes"}
    assert chamber.put(ANNA, url, choice="no", confirmed=1) == 200
    assert chamber.ballots(vote) == {3: "no"}


def test_a_reminder_is_sent_once_and_leaves_no_trace(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.act(BO, "POST", f"/votes/{vote}/reminders").status_code == 403
    assert chamber.act(KLARA, "POST", f"/votes/{vote}/reminders").status_code == 200
    assert chamber.said(ANNA, "POST", f"/votes/{vote}/reminders") == (
        409,
        "En påminnelse är redan skickad.",
    )
    assert chamber.kinds() == ["vote.opened"]
