"""Who sat in which seat, from when and for whom, is as the package tells or lets understand."""

from core.db import Database
from tests.web.packages.builder import LEFT, Draft
from tests.web.replay.evening import (
    AGAIN,
    _clock,
    happened,
    held,
    minutes,
    outcomes,
    seat,
    served,
    voted,
)


def test_a_late_member_sits_down_when_she_came_and_a_substitute_served_until_then(
    database: Database,
) -> None:
    written = seat(
        Draft(), 5, ("Wilma Äng", "", "18:45", "hall"), ("Ebba Gran", "18:45", "", "hall")
    )
    report = held(database, voted(written, 2, 5, "Wilma Äng"))
    assert report["corrections"] == 0
    assert [vote["votes_by_substitutes"] for vote in report["votes"]] == [1, 0]
    assert served(database, 5) == [
        ("Wilma Äng", "18:00", "18:45", "Ebba Gran", [11, 12]),
        ("Ebba Gran", "18:45", "21:00", None, [13]),
    ]


def test_a_substitute_further_down_the_list_is_called_when_the_first_could_not_come(
    database: Database,
) -> None:
    written = seat(
        Draft(), 5, ("Ebba Gran", "", "18:40", "hall"), ("Yngve Öst", "18:40", "", "hall")
    )
    report = held(database, voted(written, 3, 5, "Yngve Öst"))
    assert report["corrections"] == 0
    assert served(database, 5) == [
        ("Ebba Gran", "18:00", "18:40", None, [11, 12]),
        ("Yngve Öst", "18:40", "21:00", "Ebba Gran", [13]),
    ]


def test_who_missed_one_items_vote_and_came_back_stepped_aside_for_it(database: Database) -> None:
    written = seat(
        Draft(),
        5,
        ("Ebba Gran", "", "18:20", "hall"),
        ("Wilma Äng", "18:20", "18:32", "hall"),
        ("Ebba Gran", "18:32", "", "hall"),
    )
    for line in (3, 2):
        written.drop_line("speeches", line)
    report = held(database, voted(written, 2, 5, "Wilma Äng"))
    assert (report["recusals"], report["corrections"]) == (1, 0)
    assert happened(database, "member.recused", "member.recusal_ended") == [
        ("member.recused", "18:20"),
        ("member.recusal_ended", "18:30"),
    ]
    assert [one[:2] for one in served(database, 5)] == [
        ("Ebba Gran", "18:00"),
        ("Wilma Äng", "18:20"),
        ("Ebba Gran", "18:30"),
    ]


def test_a_return_that_the_law_forbids_is_a_correction_and_counted(database: Database) -> None:
    written = Draft().put("agenda", 4, "number", "").put("agenda", 4, "kind", "information")
    written = seat(
        written, 5, ("Ebba Gran", "", "18:20", "hall"), ("Ebba Gran", "20:30", "", "hall")
    )
    for item in (2, 3):
        voted(written, item, 5, "", "absent")
    written.put("questions", 2, "yes", "10").put("questions", 2, "absent", "1")
    written.put("questions", 3, "yes", "10").put("questions", 3, "absent", "1")
    written.put("questions", 2, "casting vote", "yes")
    report = held(database, written)
    assert outcomes(report) == [(2, "yes by casting vote", 20), (3, "no by minority", 20)]
    assert (report["corrections"], report["correction_reasons"]) == (1, {AGAIN: 1})
    assert [one[:3] for one in served(database, 5)] == [
        ("Ebba Gran", "18:00", "18:20"),
        ("Ebba Gran", "20:30", "21:00"),
    ]


def test_a_line_that_was_lost_between_votes_is_not_leaving(database: Database) -> None:
    written = seat(
        Draft(), 5, ("Ebba Gran", "", "18:40", "remote"), ("Ebba Gran", "18:50", "", "remote")
    )
    report = held(database, written)
    assert report["corrections"] == 0
    assert happened(database, "member.line_lost", "member.line_back", "member.left") == [
        ("member.line_lost", "18:40"),
        ("member.line_back", "18:50"),
    ]
    assert served(database, 5) == [("Ebba Gran", "18:00", "21:00", None, [11, 12, 13])]
    kinds = happened(database, "member.identified")
    assert kinds == [("member.identified", "18:00"), ("member.identified", "18:50")]


def test_whoever_is_lost_when_the_vote_is_taken_is_deemed_absent(database: Database) -> None:
    written = seat(
        Draft(), 5, ("Ebba Gran", "", "18:28", "remote"), ("Ebba Gran", "18:34", "", "remote")
    )
    voted(written, 2, 5, "", "absent")
    written.put("questions", 2, "yes", "10").put("questions", 2, "absent", "1")
    written.put("questions", 2, "casting vote", "no")
    report = held(database, written)
    assert outcomes(report)[0] == (2, "no by casting vote", 20)
    assert report["correction_reasons"] == {AGAIN: 1}


def test_the_list_of_votes_wins_over_the_attendance(database: Database) -> None:
    """Nobody but Ebba was ever in her seat, but the list has a substitute of another party."""
    report = held(database, voted(Draft(), 3, 5, "Zara Alm"))
    assert report["exit_code"] == 0
    assert report["votes"][1]["votes_by_substitutes"] == 1
    assert [one[0] for one in served(database, 5)] == ["Ebba Gran", "Zara Alm", "Ebba Gran"]
    assert sum(report["correction_reasons"].values()) == report["corrections"] > 0


def test_another_leads_when_the_chair_is_not_there(database: Database) -> None:
    written = Draft().put("members", 3, "role", "1st vice chair")
    seat(written, 1, ("Wilma Äng", "", "18:40", "hall"), ("Alva Berg", "18:40", "", "hall"))
    report = held(database, voted(written.drop_line("speeches", 2), 2, 1, "Wilma Äng"))
    assert (report["exit_code"], report["corrections"]) == (0, 0)
    assert happened(database, "chair.taken") == [("chair.taken", "18:00"), ("chair.taken", "18:40")]
    assert minutes(database).opened == {
        **(minutes(database).opened or {}),
        "presiding": "Bengt Dahl",
    }


def test_a_vice_chair_at_a_distance_is_recorded_in_the_hall(database: Database) -> None:
    """From July 2026 the presidium may not be at a distance (KL 5:16)."""
    written = Draft().put("members", 3, "role", "1st vice chair")
    seat(written, 2, ("Bengt Dahl", "", "", "remote"))
    report = held(database, written)
    assert report["correction_reasons"] == {
        "Presidiet deltar i salen. Det får inte delta på distans (5 kap. 16 §).": 1
    }
    assert [one.mode for one in minutes(database).services if one.seat == 2] == ["hall"]


def test_those_without_a_seat_take_part_and_may_be_let_to_speak(database: Database) -> None:
    written = Draft().add("members", "Rune Råd", LEFT, "", "commissioner", "")
    written.add("members", "Rita Revisor", "", "", "other", "")
    written.add("attendance", "", "Rune Råd", LEFT, "18:10", "20:00", "hall", "", "list")
    written.add("attendance", "", "Yngve Öst", LEFT, "", "", "hall", "", "list")
    written.add("speeches", "3", "3", "Rune Råd", LEFT, "speech", "60", "")
    written.add("speeches", "3", "4", "Rita Revisor", "", "answer", "60", "")
    report = held(database, written)
    others = [(one.name, _clock(one.since)) for one in minutes(database).services if not one.seat]
    assert others == [("Rune Råd", "18:10")]
    assert report["replayed"]["speeches"] == {"count": 4, "replies": 1}
    assert report["held_otherwise"] == {"Ersättare tjänstgör när de kallas in.": 1}
