"""KL 4:25, 4:27: abstaining, not taking part and being absent are three different things."""

import pytest

from voting.rules.majority import Choice
from voting.rules.statements import (
    Standing,
    StatementRefusal,
    in_acclamation,
    in_division,
    may_declare_out,
    may_reserve,
)


def test_the_list_of_a_division_keeps_every_kind_of_not_voting_apart() -> None:
    rows = [
        in_division(Choice.YES, present=True),
        in_division(Choice.NO, present=True),
        in_division(Choice.ABSTAIN, present=True),
        in_division(None, present=True),
        in_division(None, present=True, declared_out=True),
        in_division(None, present=True, recused=True),
        in_division(Choice.YES, present=True, recused=True),
        in_division(None, present=False),
    ]
    assert [row.label for row in rows] == [
        "Ja",
        "Nej",
        "Avstår",
        "Svarade inte",
        "Deltar inte",
        "Jävig",
        "Jävig",
        "Frånvarande",
    ]


def test_whoever_says_nothing_has_taken_part_in_an_acclamation() -> None:
    assert in_acclamation(present=True) is Standing.TAKES_PART
    assert in_acclamation(present=True, declared_out=True) is Standing.NOT_TAKING_PART
    assert in_acclamation(present=True, recused=True) is Standing.RECUSED
    assert in_acclamation(present=True, recused=True, declared_out=True) is Standing.RECUSED
    assert in_acclamation(present=False) is Standing.ABSENT
    assert Standing.TAKES_PART.label == "Deltar"


def test_not_taking_part_is_said_before_the_question_is_put() -> None:
    assert may_declare_out(question_put=False) is None
    refusal = may_declare_out(question_put=True)
    assert refusal is StatementRefusal.QUESTION_PUT
    assert refusal.text == "Frågan är redan ställd. Du räknas som deltagande i beslutet."


@pytest.mark.parametrize("standing", Standing)
def test_only_one_who_took_part_may_reserve_and_only_before_the_meeting_closes(
    standing: Standing,
) -> None:
    takers = {Standing.YES, Standing.NO, Standing.ABSTAINS, Standing.TAKES_PART}
    open_answer = None if standing in takers else StatementRefusal.NOT_PARTICIPANT
    closed_answer = StatementRefusal.TOO_LATE if standing in takers else open_answer
    assert may_reserve(standing, meeting_closed=False) is open_answer
    assert may_reserve(standing, meeting_closed=True) is closed_answer


def test_a_refused_reservation_says_why() -> None:
    assert [refusal.text for refusal in StatementRefusal][:2] == [
        "Bara den som deltog i beslutet får reservera sig (4 kap. 27 §).",
        "Sammanträdet är avslutat. En reservation anmäls innan dess (4 kap. 27 §).",
    ]
