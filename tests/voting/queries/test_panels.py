"""What screens are given: enough to lead the vote, and nothing of how it goes."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from core.actor import Actor, Audience, Onlooker
from core.db import Database
from core.writer import Writer
from meetings.models import Seat
from tests.voting.chambers import ELECTION, ITEM, Chamber, answers
from tests.worlds import ANNA, BEA, BO, DAN, KLARA, OPEN, SIV, new_world
from voting import live
from voting.actions.votes import cast_ballot, open_vote
from voting.models import VoteKind
from voting.queries.decisions import decisions_of
from voting.queries.own import own_votes, reminded
from voting.queries.panels import (
    AcclamationPanel,
    QuestionPanel,
    VotePanel,
    acclamation_panel,
    question_panel,
    vote_panel,
)
from voting.queries.questions import Question
from voting.queries.seats import vote_letters
from voting.rules.majority import Choice, Required


def look(chamber: Chamber, query: Callable[..., Any], **also: Any) -> Any:
    with chamber.database.reading() as session:
        return query(session, OPEN, **also)


def voting(chamber: Chamber) -> VotePanel:
    found = look(chamber, vote_panel)
    assert isinstance(found, VotePanel)
    return found


def mine(chamber: Chamber, person: int) -> dict[str, Any] | None:
    client = chamber.clients.sign_in(person)
    answer: dict[str, Any] | None = client.get(f"/meetings/{OPEN}/me/vote").json
    return answer


def test_without_a_vote_there_is_nothing_to_show(chamber: Chamber) -> None:
    assert look(chamber, vote_panel) is None
    assert look(chamber, vote_letters) == ""
    assert look(chamber, own_votes) == {}
    assert mine(chamber, BO) is None


def test_the_panel_counts_who_has_voted_and_names_who_has_not(chamber: Chamber) -> None:
    chamber.empty([4])
    chamber.post(5, "/items/3/statements", kind="not_taking_part")
    vote = chamber.ask()
    chamber.vote(vote, answers(yes=15))
    chamber.lose_line(BO)
    panel = voting(chamber)
    assert (panel.voted, panel.entitled, panel.present, panel.needed) == (15, 19, 20, None)
    assert [(one.seat, one.name, one.row.party, one.mode) for one in panel.missing] == [
        (1, "Anna Ask", "S", "hall"),
        (2, "Bea Björk", "M", "hall"),
        (3, "Bo Bok", "V", "remote"),
        (6, "Ledamot 6", "S", "remote"),
    ]
    assert [one.name for one in panel.cut_off] == ["Bo Bok"]
    assert not panel.is_chairs_turn
    chamber.vote(vote, {2: "yes", 3: "no", 6: "yes"})
    assert voting(chamber).is_chairs_turn


def test_a_share_is_told_before_the_vote(chamber: Chamber) -> None:
    chamber.propose("refer_back", person=BO)
    chamber.open_vote()
    assert (voting(chamber).present, voting(chamber).needed) == (21, 7)
    assert voting(chamber).result is None


def test_after_the_closing_the_panel_holds_the_result(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", 3: "no", 5: "yes"})
    chamber.close(vote)
    panel = voting(chamber)
    assert panel.result is not None
    assert (panel.voted, panel.entitled, panel.result.figures) == (3, 21, (2, 1, 0))
    assert len(panel.result.missing) == 18


def test_with_the_next_item_the_vote_leaves_the_screens(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.close(vote)
    chamber.turn_to(4)
    assert look(chamber, vote_panel) is None
    assert look(chamber, vote_letters) == ""


def test_while_it_is_open_the_seats_tell_that_and_never_how(chamber: Chamber) -> None:
    chamber.empty([4])
    chamber.change(Seat, (OPEN, 5), recused_id=5, serving_id=None, mode=None)
    chamber.post(6, "/items/3/statements", kind="not_taking_part")
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes", 3: "no", 7: "abstain"})
    assert look(chamber, vote_letters) == ".xx.--x.............."
    chamber.close(vote)
    assert look(chamber, vote_letters) == ".jn.--a.............."


def test_an_abandoned_vote_leaves_the_screens_at_once(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes"})
    assert chamber.put(ANNA, f"/votes/{vote}/abandonment", reason="Fel fråga") == 200
    assert look(chamber, vote_letters) == ""


def test_nothing_drawn_for_anybody_changes_with_how_somebody_votes(chamber: Chamber) -> None:
    """Two councils that differ only in an answer look the same until the vote closes."""
    vote = chamber.ask()
    seen = []
    for choice in ("yes", "no", "abstain"):
        chamber.vote(vote, {2: choice, 3: choice})
        seen.append([views(chamber), plain(voting(chamber))])
    assert seen[0] == seen[1] == seen[2]


def views(chamber: Chamber) -> str:
    wire = chamber.app.extensions["live"]
    drawn = [wire.view(OPEN, Onlooker(audience)) for audience in Audience]
    return json.dumps([view["panels"] | view["seats"] for view in drawn])


def plain(panel: VotePanel) -> Any:
    missing = [asdict(one) for one in panel.missing]
    return panel.voted, panel.entitled, missing, panel.is_chairs_turn, panel.result


def test_each_person_is_shown_the_own_answer_alone(chamber: Chamber) -> None:
    chamber.seat_substitute(6, SIV)
    vote = chamber.ask()
    nothing = {
        "vote_id": vote,
        "is_open": True,
        "may_vote": True,
        "why": None,
        "choice": None,
        "at": None,
        "registered_by_other": False,
    }
    assert mine(chamber, BO) == nothing
    chamber.vote(vote, {BO: "no"})
    at = "2026-12-14T17:00:00.000+00:00"
    assert mine(chamber, BO) == nothing | {"choice": "no", "at": at}
    assert mine(chamber, BEA) == nothing
    assert mine(chamber, SIV) == nothing
    assert mine(chamber, ANNA) == nothing | {"may_vote": False, "why": "chair_last"}
    for person in (6, KLARA, DAN):
        assert mine(chamber, person) == nothing | {"may_vote": False, "why": "not_serving"}


def test_who_was_helped_is_told_by_whom_not(chamber: Chamber) -> None:
    vote = chamber.ask()
    assert chamber.put(KLARA, f"/votes/{vote}/ballots/3", choice="yes") == 200
    own = mine(chamber, BO)
    assert own is not None
    assert (own["choice"], own["registered_by_other"], own["may_vote"]) == ("yes", True, True)


def test_who_stands_aside_is_told_why(chamber: Chamber) -> None:
    chamber.change(Seat, (OPEN, 3), recused_id=BO, serving_id=None)
    chamber.post(BEA, "/items/3/statements", kind="not_taking_part")
    chamber.ask()
    said = {person: (mine(chamber, person) or {})["why"] for person in (BO, BEA)}
    assert said == {BO: "recused", BEA: "not_taking_part"}


def test_after_the_closing_everybody_sees_the_own_answer_that_counted(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, {BO: "no"})
    chamber.close(vote)
    own = look(chamber, own_votes)
    assert {person: one["choice"] for person, one in own.items() if one["choice"]} == {BO: "no"}
    assert {one["may_vote"] for one in own.values()} == {False}
    assert len(own) == 21


def test_only_those_who_have_not_voted_are_reminded(chamber: Chamber) -> None:
    vote = chamber.ask()
    chamber.vote(vote, answers(yes=18))
    assert look(chamber, reminded) == {}
    assert chamber.act(ANNA, "POST", f"/votes/{vote}/reminders").status_code == 200
    assert sorted(look(chamber, reminded)) == [1, 2, 3]


def test_the_personal_messages_follow_facts_that_exist() -> None:
    names = [personal.name for personal in live.PERSONALS]
    assert names == ["vote", "vote_reminder"]
    assert [track.name for track in live.TRACKS] == ["vote"]


def test_the_chair_alone_is_given_the_levels(chamber: Chamber) -> None:
    adopt, reject = chamber.propose("adopt"), chamber.propose("reject", person=BO)
    assert look(chamber, acclamation_panel) is None
    acclamation = chamber.post(ANNA, f"/items/{ITEM}/acclamations")
    chamber.put(BO, f"/acclamations/{acclamation}/answer", proposal=reject)
    chamber.act(BEA, "POST", f"/items/{ITEM}/division-demands")
    panel = look(chamber, acclamation_panel, with_levels=True)
    assert isinstance(panel, AcclamationPanel)
    assert [one.id for one in panel.proposals] == [adopt, reject]
    assert (panel.levels, panel.remote, panel.demanded_by) == ({1: 0, 2: 1}, 7, "Bea Björk")
    assert look(chamber, acclamation_panel).levels is None


def test_the_chair_sees_what_comes_next_and_until_when_the_gavel_can_be_undone(
    chamber: Chamber,
) -> None:
    adopt = chamber.propose("adopt")
    panel = look(chamber, question_panel)
    assert isinstance(panel, QuestionPanel)
    assert panel.next is not None
    assert (panel.next.yes_proposal_id, panel.needed, panel.undo_until) == (adopt, None, None)
    chamber.post(ANNA, f"/items/{ITEM}/decisions", text="Bifall", how="unopposed")
    panel = look(chamber, question_panel)
    assert (panel.next, panel.undo_until) == (None, "2026-12-14T17:00:10.000+00:00")
    assert [one.text for one in panel.decisions] == ["Bifall"]


def test_the_decisions_of_a_meeting_are_those_that_stand(chamber: Chamber) -> None:
    undone = chamber.post(ANNA, f"/items/{ITEM}/decisions", text="Bifall", how="unopposed")
    assert chamber.delete(ANNA, f"/decisions/{undone}") == 200
    vote = chamber.ask()
    chamber.vote(vote, {2: "yes"})
    chamber.close(vote)
    chamber.post(ANNA, f"/items/{ITEM}/decisions", text="Bygg", how="division", vote=vote)
    chamber.turn_to(ELECTION)
    chamber.post(ANNA, f"/items/{ELECTION}/decisions", text="Bea väljs", how="unopposed")
    found = look(chamber, decisions_of)
    told = [(one.item.number, one.decision.text, one.vote and one.vote.yes) for one in found]
    assert told == [(3, "Bygg", 1), (2, "Bea väljs", None)]


QUERIES: list[Callable[[Session, int], object]] = [
    vote_panel,
    vote_letters,
    own_votes,
    acclamation_panel,
    question_panel,
    decisions_of,
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.__name__)
def test_a_large_council_costs_as_many_statements_as_a_small_one(
    query: Callable[[Session, int], object], tmp_path: Any
) -> None:
    assert cost(query, f"{tmp_path}/small.db", 21) == cost(query, f"{tmp_path}/large.db", 149)


def cost(query: Callable[[Session, int], object], path: str, seats: int) -> int:
    database = Database(f"sqlite:///{path}")
    new_world(database, seats=seats)
    _open_a_vote(database)
    statements: list[str] = []
    event.listen(
        database.reader_engine, "before_cursor_execute", lambda *told: statements.append(told[2])
    )
    with database.reading() as session:
        query(session, OPEN)
    database.close()
    return len(statements)


def _open_a_vote(database: Database) -> None:
    writer = Writer(database, lambda _meeting, _news: None)
    question = Question(VoteKind.MAIN, Required.SIMPLE, "Ska den byggas?", "Byggs", "Byggs inte")
    vote = writer.submit(OPEN, open_vote, ITEM, question, by=Actor(ANNA)).made
    writer.submit(OPEN, cast_ballot, vote, Choice.YES, by=Actor(BO))
