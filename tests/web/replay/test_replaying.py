"""An invented meeting is held again in an empty house, and stands in the minutes as it was."""

import pytest
from sqlalchemy import select

from core import log
from core.db import Database
from core.errors import RuleBroken
from meetings.models import Speech
from meetings.queries.minutes import Part
from tests.meetings import folding as meeting
from tests.voting import folding as decisions
from tests.web.packages.builder import LEFT, Draft
from tests.web.replay.evening import MEETING, happened, held, minutes, outcomes, seat, served, voted
from voting.models import Ballot, Vote


def test_every_vote_comes_out_as_announced_and_the_chain_is_whole(database: Database) -> None:
    report = held(database, Draft())
    assert outcomes(report) == [(2, "yes", 21), (3, "no by minority", 21)]
    assert (report["exit_code"], report["flagged_lists"], report["standstill"]) == (0, [], None)
    assert (report["corrections"], report["held_otherwise"]) == (0, {})
    assert report["replayed"]["speeches"] == {"count": 2, "replies": 1} == report["speeches"]
    with database.reading() as session:
        entries = log.read(session, MEETING)
        assert log.first_broken(entries) is None
        told = {"entries": len(entries), "head": entries[-1].hash, "first_broken": None}
    assert report["replayed"]["log"] == told


@pytest.mark.parametrize("majority", ["two thirds", "two thirds against"])
def test_what_two_thirds_decided_then_they_decide_again(database: Database, majority: str) -> None:
    """Recorded so, although nobody knows on what ground: the reason in the log says it."""
    written = Draft()
    written.put("questions", written.line_of("questions", "2", "1"), "majority", majority)
    report = held(database, written)
    needed = {"two thirds": "no", "two thirds against": "yes"}
    assert outcomes(report)[0] == (2, needed[majority], 21)
    with database.reading() as session:
        opened = next(one for one in log.read(session, MEETING) if one.kind == "vote.opened")
    assert opened.payload["majority"] == majority.replace(" ", "_")
    assert opened.payload["reason"] == "Frågan är ställd så enligt handlingarna från sammanträdet."


def test_the_meeting_keeps_its_own_times(database: Database) -> None:
    held(database, Draft())
    kinds = ("meeting.opened", "floor.given", "vote.opened", "meeting.closed")
    assert happened(database, *kinds) == [
        ("meeting.opened", "18:00"),
        ("floor.given", "18:05"),
        ("floor.given", "18:07"),
        ("vote.opened", "18:30"),
        ("vote.opened", "19:00"),
        ("meeting.closed", "21:00"),
    ]


def test_a_reply_is_bound_to_the_speech_it_answers(database: Database) -> None:
    held(database, Draft())
    with database.reading() as session:
        speeches = session.scalars(select(Speech).order_by(Speech.id)).all()
    assert [(one.kind, one.reply_to) for one in speeches] == [
        ("speech", None),
        ("reply", speeches[0].id),
    ]


def test_what_the_chair_says_between_is_a_speech_but_not_what_the_reply_answers(
    database: Database,
) -> None:
    written = Draft().put("speeches", 3, "order", "3")
    written.add("speeches", "2", "2", "Alva Berg", LEFT, "chair", "5", "")
    written.put("speeches", 2, "speaker", "Bengt Dahl")
    held(database, written)
    with database.reading() as session:
        speeches = session.scalars(select(Speech).order_by(Speech.id)).all()
    assert [(one.kind, one.reply_to) for one in speeches] == [
        ("speech", None),
        ("speech", None),
        ("reply", speeches[0].id),
    ]


def test_the_log_of_a_whole_meeting_is_its_tables(database: Database) -> None:
    """The steps of an item with questions are told by those questions."""
    written = seat(
        Draft(), 5, ("Wilma Äng", "", "18:45", "remote"), ("Ebba Gran", "18:45", "", "hall")
    )
    held(database, voted(voted(written, 2, 5, "Wilma Äng"), 3, 7, "Zara Alm"))
    with database.reading() as session:
        entries = log.read(session, MEETING)
        both = (meeting.fold(entries), meeting.tables(session, MEETING))
        for told in both:
            for item in told.handled:
                item.step = ""
        assert both[0] == both[1]
        assert decisions.fold(entries) == decisions.tables(session)


def test_the_question_is_put_in_the_packages_words_and_the_chair_votes_last(
    database: Database,
) -> None:
    held(database, Draft())
    with database.reading() as session:
        vote = session.get_one(Vote, 1)
        ballots = session.scalars(
            select(Ballot.seat).where(Ballot.vote_id == 1).order_by(Ballot.at, Ballot.seat)
        ).all()
        cast = [
            entry.payload["seat"]
            for entry in log.read(session, MEETING)
            if entry.kind == "vote.ballot_cast" and entry.payload["vote_id"] == 1
        ]
    assert (vote.question, vote.yes_means, vote.no_means) == (
        "Ja för bifall. Nej för avslag.",
        "Bifall",
        "Avslag",
    )
    assert sorted(ballots) == list(range(1, 22))
    assert cast == [*range(2, 22), 1]


def test_the_minutes_name_every_vote_and_what_was_decided(database: Database) -> None:
    held(database, Draft())
    _, fee, park = minutes(database).sections
    assert [line.fact["text"] for line in fee.of(Part.DECISION)] == ["Bifall"]
    assert [line.fact["text"] for line in park.of(Part.DECISION)] == ["Återremiss"]
    (closed,) = [line.fact for line in fee.of(Part.COURSE) if line.kind == "vote.closed"]
    answers = [(one["seat"], one["name"], one["choice"]) for one in closed["answers"]]
    assert answers[0] == (1, "Alva Berg", "yes")
    assert answers[20] == (21, "Vera Åberg", "no")
    assert len(answers) == 21


def test_what_a_package_does_not_tell_is_not_invented(database: Database) -> None:
    written = Draft().add("agenda", "4", "Plan för parken", "decision", "", "14", "")
    held(database, written)
    (section,) = [one for one in minutes(database).sections if one.item["paragraph"] == 14]
    assert [(line.fact["text"], line.fact["how"]) for line in section.of(Part.DECISION)] == [
        (
            "Beslut utan votering. Hur det lyder framgår inte av det inlästa underlaget.",
            "unopposed",
        )
    ]


def test_announced_totals_that_differ_are_flagged_with_both_outcomes(database: Database) -> None:
    written = Draft().put("questions", 2, "yes", "10").put("questions", 2, "no", "11")
    report = held(database, written)
    vote = report["votes"][0]
    assert (report["exit_code"], report["flagged_lists"]) == (2, ["2:1"])
    assert (vote["matches"], vote["outcome"], vote["outcome_by_declared"]) == (False, "yes", "no")
    assert vote["differs"] == {
        "yes": {"declared": 10, "counted": 11},
        "no": {"declared": 11, "counted": 10},
    }


def test_an_even_vote_without_a_casting_vote_is_never_decided_but_the_rest_is_held(
    database: Database,
) -> None:
    written = voted(Draft(), 2, 5, "Ebba Gran", "abstain")
    written.put("questions", 2, "yes", "10").put("questions", 2, "abstain", "1")
    report = held(database, written)
    assert outcomes(report) == [(2, "tie", 21), (3, "no by minority", 21)]
    assert (report["standstill"], report["exit_code"]) == ((2, 1), 0)
    assert happened(database, "vote.tie_broken", "decision.gavelled", "meeting.closed") == []


def test_without_attendance_the_members_are_there_and_the_lists_tell_the_rest(
    database: Database,
) -> None:
    written = voted(Draft().without("attendance", "speeches"), 3, 5, "Wilma Äng")
    report = held(database, written)
    assert (report["corrections"], report["exit_code"]) == (0, 0)
    assert [one[:3] for one in served(database, 5)] == [
        ("Ebba Gran", "18:00", "18:59"),
        ("Wilma Äng", "18:59", "21:00"),
    ]


def test_a_meeting_without_any_clock_time_is_held_in_its_order(database: Database) -> None:
    written = Draft().drop_line("meeting", 6).drop_line("meeting", 5)
    for line in (2, 3):
        written.put("questions", line, "time", "")
    written.put("speeches", 2, "start", "").put("speeches", 2, "seconds", "")
    report = held(database, written)
    assert (outcomes(report), report["corrections"]) == (
        [(2, "yes", 21), (3, "no by minority", 21)],
        0,
    )
    assert happened(database, "meeting.opened", "vote.opened", "meeting.closed") == [
        ("meeting.opened", "18:00"),
        ("vote.opened", "18:03"),
        ("vote.opened", "18:03"),
        ("meeting.closed", "18:04"),
    ]


def test_members_alone_and_an_agenda_are_a_meeting(database: Database) -> None:
    written = Draft().without("questions", "votes", "attendance", "speeches")
    report = held(database, written)
    assert (report["votes"], report["exit_code"], report["corrections"]) == ([], 0, 0)
    assert len(minutes(database).sections) == 3


def test_an_adjournment_is_kept_with_its_times(database: Database) -> None:
    held(database, Draft().add("meeting", "adjourned", "18:40–18:50"))
    assert happened(database, "meeting.adjourned", "meeting.resumed") == [
        ("meeting.adjourned", "18:40"),
        ("meeting.resumed", "18:50"),
    ]


def test_a_house_that_is_not_empty_is_left_alone(database: Database) -> None:
    held(database, Draft())
    with pytest.raises(RuleBroken, match="Databasen är inte tom"):
        held(database, Draft())


def test_a_council_too_small_to_decide_stops_the_replay(database: Database) -> None:
    written = Draft().without("votes", "questions", "speeches")
    for number in range(2, 13):
        written.drop_line("attendance", written.line_of("attendance", str(number)))
    with pytest.raises(RuleBroken, match="Fullmäktige är inte beslutsfört: 10 deltar, 11 behövs"):
        held(database, written)
