import pytest

from agenda.models import Item, ItemKind
from tests.voting.chambers import ELECTION, ITEM, QUESTION, Chamber
from tests.worlds import ANNA, BEA, BO, KLARA


def even(chamber: Chamber, **also: str) -> int:
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", 3: "no"} | {int(name[1:]): said for name, said in also.items()})
    chamber.close(vote)
    return vote


def test_the_casting_vote_decides_and_is_told_with_the_name(chamber: Chamber) -> None:
    vote = even(chamber)
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="no") == 200
    assert chamber.last() == {
        "vote_id": vote,
        "item_id": ITEM,
        "choice": "no",
        "outcome": "no",
        "name": "Anna Ask",
        "own_vote": None,
    }
    row = chamber.row_of(vote)
    assert (row.outcome, row.carried_by, row.casting_by) == ("no", "casting_vote", ANNA)
    assert chamber.step() == "decision"


def test_nobody_but_the_one_who_presides_has_it(chamber: Chamber) -> None:
    vote = even(chamber)
    for person in (BEA, BO, KLARA):
        assert chamber.put(person, f"/votes/{vote}/casting-vote", choice="no") == 403
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="no", helping=BO) == 403
    assert chamber.row_of(vote).outcome == "tie"


def test_against_her_own_vote_she_is_told_first_and_both_are_logged(chamber: Chamber) -> None:
    vote = chamber.ask()
    others = {2: "yes", 3: "no", 4: "no"}
    chamber.vote(vote, others)
    assert chamber.put(ANNA, f"/votes/{vote}/closing") == 200
    assert chamber.ballot(vote, ANNA, "yes") == (200, "")
    chamber.wall.later(seconds=5)
    assert chamber.put(ANNA, f"/votes/{vote}/closure") == 200
    url = f"/votes/{vote}/casting-vote"
    assert chamber.said(ANNA, "PUT", url, choice="no") == (
        409,
        "Du röstade ja. Lägg utslagsrösten på nej ändå? Båda skrivs i protokollet.",
    )
    assert chamber.kind(ANNA, "PUT", url, choice="no") == "NeedsConfirmation"
    assert chamber.put(ANNA, url, choice="no", confirmed=1) == 200
    assert (chamber.last()["own_vote"], chamber.last()["choice"]) == ("yes", "no")


def test_the_casting_vote_is_never_abstaining_and_never_given_twice(chamber: Chamber) -> None:
    vote = even(chamber)
    url = f"/votes/{vote}/casting-vote"
    assert chamber.act(ANNA, "PUT", url, choice="abstain").json["field"] == "choice"
    assert chamber.put(ANNA, url, choice="yes") == 200
    assert chamber.kind(ANNA, "PUT", url, choice="no") == "MovedOn"
    assert chamber.row_of(vote).outcome == "yes"


@pytest.mark.parametrize("given", [{2: "yes"}, {}])
def test_where_it_is_not_even_there_is_no_casting_vote(
    chamber: Chamber, given: dict[int, str]
) -> None:
    vote = chamber.ask()
    chamber.vote(vote, given)
    url = f"/votes/{vote}/casting-vote"
    assert chamber.kind(ANNA, "PUT", url, choice="yes") == "MovedOn"  # still open
    chamber.close(vote)
    expected = "MovedOn" if given else "done"  # nobody at all is as many for as against
    assert chamber.kind(ANNA, "PUT", url, choice="yes") == expected


def test_in_an_election_the_lot_decides_and_not_the_chair(chamber: Chamber) -> None:
    chamber.turn_to(ELECTION)
    chamber.propose("table", "bordläggning", person=BO, item=ELECTION)
    vote = chamber.decide({2: "yes", 3: "no"}, item=ELECTION)
    assert chamber.row_of(vote).majority == "simple"
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/casting-vote", choice="yes") == (
        409,
        "I val och anställningar avgör lotten, inte utslagsrösten (5 kap. 56 §).",
    )
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/abandonment", reason="Lottas på papper.") == (
        409,
        "Voteringen är stängd.",
    )
    assert chamber.step(ELECTION) == "division"


def test_when_somebody_is_employed_the_lot_decides_too(chamber: Chamber) -> None:
    with chamber.database.writing() as session, session.begin():
        session.get_one(Item, ITEM).kind = ItemKind.EMPLOYMENT
    chamber.propose("table", "bordläggning", person=BO)
    vote = chamber.decide({2: "yes", 3: "no"} | dict.fromkeys(range(4, 10), "abstain"))
    assert chamber.put(ANNA, f"/votes/{vote}/casting-vote", choice="no", confirmed=1) == 409
    assert chamber.put(ANNA, f"/votes/{vote}/lot", choice="no", confirmed=1) == 200
    assert chamber.row_of(vote).carried_by == "lot"


def test_the_lot_is_drawn_in_the_hall_and_asked_about_before_it_is_written_in(
    chamber: Chamber,
) -> None:
    chamber.turn_to(ELECTION)
    chamber.propose("table", "bordläggning", person=BO, item=ELECTION)
    vote = chamber.decide({2: "yes", 3: "no"}, item=ELECTION)
    url = f"/votes/{vote}/lot"
    assert chamber.put(BO, url, choice="no", confirmed=1) == 403
    assert chamber.act(ANNA, "PUT", url, choice="abstain").json["field"] == "choice"
    assert chamber.said(ANNA, "PUT", url, choice="no") == (
        409,
        "Föll lotten på nej? Den dras inte om.",
    )
    assert chamber.kind(ANNA, "PUT", url, choice="no") == "NeedsConfirmation"
    assert chamber.put(ANNA, url, choice="no", confirmed=1) == 200
    row = chamber.row_of(vote)
    assert (row.outcome, row.carried_by, row.casting_by) == ("no", "lot", None)
    assert chamber.last() == {"vote_id": vote, "item_id": ELECTION, "choice": "no", "outcome": "no"}
    assert chamber.step(ELECTION) == "decision"
    assert chamber.kind(ANNA, "PUT", url, choice="yes", confirmed=1) == "MovedOn"


def test_outside_elections_no_lot_is_drawn(chamber: Chamber) -> None:
    vote = even(chamber)
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/lot", choice="no", confirmed=1) == (
        409,
        "Här avgör ordförandens utslagsröst, inte lotten (5 kap. 56 §).",
    )
    assert chamber.row_of(vote).outcome == "tie"


def test_a_vote_begun_in_error_is_abandoned_and_its_answers_are_void(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "yes"})
    assert chamber.put(BO, f"/votes/{vote}/abandonment", reason="Fel fråga") == 403
    assert chamber.put(ANNA, f"/votes/{vote}/abandonment", reason=" ") == 400
    assert chamber.put(ANNA, f"/votes/{vote}/abandonment", reason="Fel fråga") == 200
    assert chamber.last() == {"vote_id": vote, "item_id": ITEM, "reason": "Fel fråga"}
    assert chamber.ballot(vote, BO, "no") == (
        409,
        "Voteringen är avbruten. Rösterna gäller inte.",
    )
    assert chamber.kind(ANNA, "PUT", f"/votes/{vote}/closing") == "MovedOn"
    assert chamber.step() == "acclamation"
    again = chamber.ask()
    assert chamber.row_of(again).number == 2
    assert chamber.ballots(again) == {}


def test_a_closed_vote_is_never_abandoned(chamber: Chamber) -> None:
    vote = even(chamber)
    assert chamber.said(ANNA, "PUT", f"/votes/{vote}/abandonment", reason="Ångrar mig") == (
        409,
        "Voteringen är stängd.",
    )


def test_a_vote_in_doubt_is_held_anew_at_once_but_not_after_the_gavel(chamber: Chamber) -> None:
    """Omröstning om samma fråga (ORDER-7), with a proposal bound to it."""
    chamber.propose("adopt", "bifall")
    first = chamber.decide({2: "yes"})
    again = chamber.row_of(first)
    form = {
        "item": ITEM,
        **QUESTION,
        "yes_proposal": again.yes_proposal_id,
    }
    second = chamber.open_vote(**form)
    chamber.vote(second, {2: "no"})
    chamber.close(second)
    stale = chamber.kind(ANNA, "POST", "/items/3/decisions", text="x", how="division", vote=first)
    assert stale == "MovedOn"
    chamber.post(ANNA, "/items/3/decisions", text="Avslag", how="division", vote=second)
    assert chamber.said(ANNA, "POST", "/votes", **form) == (409, "Alla yrkanden är prövade.")
