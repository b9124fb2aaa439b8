from core.log import first_broken
from meetings import facts as m
from meetings.queries.minutes import Part, fold
from tests.meetings.minutes.facts import evening, item, sealed
from voting.facts import DecisionGavelled, ProposalRefused, RefusalUndone, StatementWithdrawn


def test_whoever_served_is_told_with_seat_mode_and_paragraphs() -> None:
    served = fold(1, sealed(evening())).services
    assert [(s.seat, s.name, s.mode, s.for_name, s.paragraphs) for s in served] == [
        (1, "Anna Ask", "hall", None, [87, 88]),
        (3, "Siv Sälg", "remote", "Bo Bok", [87]),
        (3, "Bo Bok", "remote", None, [88]),
    ]


def test_a_member_who_comes_late_is_no_longer_absent() -> None:
    log = sealed(evening())
    assert [who["name"] for who in fold(1, log[:3]).absent] == ["Bo Bok"]
    assert fold(1, log).absent == []


def test_the_decision_that_stands_is_told_and_the_undone_one_is_not() -> None:
    section = fold(1, sealed(evening())).sections[1]
    assert [line.fact["text"] for line in section.of(Part.DECISION)] == ["att avslå förslaget"]


def test_the_course_is_told_in_the_order_it_happened() -> None:
    section = fold(1, sealed(evening())).sections[1]
    assert [line.kind for line in section.of(Part.COURSE)] == [
        "division.demanded",
        "vote.closed",
        "vote.tie_broken",
    ]


def test_a_speaker_is_named_once_however_often_she_spoke() -> None:
    section = fold(1, sealed(evening())).sections[1]
    assert [line.fact["name"] for line in section.of(Part.SPEAKERS)] == ["Bo Bok"]


def test_a_withdrawn_reservation_is_not_in_the_minutes() -> None:
    log = sealed([*evening(), StatementWithdrawn(1, 2, 3, "Bo Bok")])
    assert fold(1, log).sections[1].of(Part.STATEMENTS) == []


def test_the_head_of_the_log_is_the_last_entry() -> None:
    log = sealed(evening())
    minutes = fold(1, log)
    assert first_broken(log) is None
    assert (minutes.height, minutes.head) == (len(log), log[-1].hash)


def test_everybody_has_left_when_the_meeting_closes() -> None:
    minutes = fold(1, sealed(evening()))
    assert [service.until is not None for service in minutes.services] == [True] * 3
    assert minutes.closed_at is not None


def test_whoever_stands_aside_does_not_serve_under_that_paragraph() -> None:
    """The substitute in the seat does, and both are as before in the next item."""
    told = [
        *evening()[:3],
        m.MemberArrived(3, 3, "Bo Bok", "V", "remote", None, None),
        item(1, "Skolan", 87),
        m.MemberRecused(3, 3, "Bo Bok", "V", 1),
        m.MemberArrived(3, 101, "Siv Sälg", "V", "hall", 3, "Bo Bok"),
        m.MemberLeft(3, 101, "Siv Sälg", "V", "replaced"),
        m.RecusalEnded(3, 3, "Bo Bok", "V", 1),
        m.ItemClosed(1, 1, "Skolan", 87),
        item(2, "Parken", 88),
    ]
    served = [s for s in fold(1, sealed(told)).services if s.seat == 3]
    assert [(s.name, s.mode, s.paragraphs) for s in served[-3:]] == [
        ("Bo Bok", "remote", []),
        ("Siv Sälg", "hall", [87]),
        ("Bo Bok", "remote", [88]),
    ]


def test_an_older_log_has_no_word_for_the_reason_and_is_read_all_the_same() -> None:
    entries = sealed(evening())
    for entry in entries:
        entry.payload = {word: told for word, told in entry.payload.items() if word != "reason"}
    older, now = fold(1, entries), fold(1, sealed(evening()))
    assert (older.corrections, now.corrections) == ([], [])
    assert older.services == now.services


def test_of_a_ballot_only_the_result_is_told() -> None:
    """MIN-2: a vote per person does not exist, in the log or in the minutes."""
    told = [
        *evening()[:5],
        item(1, "Val av revisor", 87),
        DecisionGavelled(1, 1, "att välja Rut Rask", "ballot", None, None),
        m.ItemClosed(1, 1, "Val av revisor", 87),
    ]
    [section] = fold(1, sealed(told)).sections
    assert [(part, [line.kind for line in lines]) for part, lines in section.lines.items()] == [
        (Part.DECISION, ["decision.gavelled"])
    ]


def test_what_is_told_about_the_minutes_is_not_in_them() -> None:
    """So the text that is approved does not change by being approved."""
    asked = (m.Approver(1, "Anna Ask", "S", "chair"),)
    about = [m.MinutesReady(1, None, None, "0" * 64, asked)]
    before, after = (fold(1, sealed([*evening(), *more])) for more in ([], about))
    assert after == before


def test_the_latest_choice_of_verifiers_holds() -> None:
    chosen = [
        m.VerifiersChosen((m.Approver(3, name, "V", "verifier"),), "2026-12-18", None, None)
        for name in ("Bo Bok", "Siv Sälg")
    ]
    minutes = fold(1, sealed([*evening()[:-1], *chosen]))
    assert minutes.verifiers is not None
    assert minutes.verifiers.fact["verifiers"][0]["name"] == "Siv Sälg"


def test_what_was_not_put_is_told_with_its_reason_unless_the_chair_thought_again() -> None:
    about = (1, "Bo Bok (V)", "Parken säljs")
    refused = [
        ProposalRefused(number, *about, "new_matter", "Det är ett nytt ärende.")
        for number in (1, 2)
    ]
    told = [*evening()[:5], item(1, "Ny simhall", 87), *refused, RefusalUndone(1, *about)]
    [section] = fold(1, sealed(told)).sections
    assert [(line.kind, line.fact["proposal_id"]) for line in section.of(Part.PROPOSALS)] == [
        ("proposal.refused", 2)
    ]
