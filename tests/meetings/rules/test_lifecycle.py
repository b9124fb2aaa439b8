"""What can be done in each state of the meeting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.lifecycle import (
    MeetingState,
    Now,
    Step,
    after,
    possible,
    possible_now,
    why_not,
)

moments = st.builds(Now, st.sampled_from(MeetingState), st.booleans(), st.booleans(), st.booleans())
OPEN = MeetingState.OPEN


def test_a_meeting_goes_from_planned_to_closed_with_a_pause() -> None:
    steps = [Step.CONVENE, Step.OPEN, Step.ADJOURN, Step.RESUME, Step.CLOSE]
    states = [MeetingState.PLANNED]
    for step in steps:
        states.append(after(states[-1], step))
    assert [str(state) for state in states] == [
        "planned",
        "convened",
        "open",
        "adjourned",
        "open",
        "closed",
    ]


def test_an_adjourned_meeting_that_cannot_go_on_is_closed() -> None:
    assert after(MeetingState.ADJOURNED, Step.CLOSE) is MeetingState.CLOSED


@given(st.sampled_from(MeetingState), st.sampled_from(Step))
def test_only_what_is_possible_leads_anywhere(state: MeetingState, step: Step) -> None:
    if step in possible(state):
        assert (after(state, step) is state) == (
            step not in {Step.CONVENE, Step.OPEN, Step.ADJOURN, Step.RESUME, Step.CLOSE}
        )
        return
    with pytest.raises(ValueError, match=why_not(state)):
        after(state, step)


@given(moments)
def test_the_moment_only_narrows_what_the_state_allows(now: Now) -> None:
    assert possible_now(now) <= possible(now.state)
    assert possible_now(now)


def test_before_it_is_convened_a_meeting_has_an_agenda_and_nothing_more() -> None:
    assert possible(MeetingState.PLANNED) == {Step.EDIT_AGENDA, Step.CONVENE}


def test_before_it_is_opened_members_may_come_and_go_and_propose_in_writing() -> None:
    assert possible(MeetingState.CONVENED) == {
        Step.EDIT_AGENDA,
        Step.CHECK_IN,
        Step.LEAVE,
        Step.PROPOSE,
        Step.OPEN,
    }


def test_between_two_items_nothing_is_proposed_or_voted_on() -> None:
    assert possible_now(Now(OPEN)) == {
        Step.CHECK_IN,
        Step.CALL_ROLL,
        Step.ASK_FOR_FLOOR,
        Step.GIVE_FLOOR,
        Step.CALL_SUBSTITUTE,
        Step.LEAVE,
        Step.RESERVE,
        Step.NOTE_FOR_MINUTES,
        Step.EDIT_AGENDA,
        Step.OPEN_ITEM,
        Step.ADJOURN,
        Step.CLOSE,
        Step.CHOOSE_VERIFIERS,
        Step.APPROVE_ITEM,
    }


def test_while_it_is_adjourned_nobody_speaks_proposes_or_votes() -> None:
    assert possible(MeetingState.ADJOURNED) == {
        Step.EDIT_AGENDA,
        Step.CHECK_IN,
        Step.LEAVE,
        Step.CALL_SUBSTITUTE,
        Step.RESERVE,
        Step.NOTE_FOR_MINUTES,
        Step.RESUME,
        Step.CHOOSE_VERIFIERS,
        Step.APPROVE_ITEM,
        Step.CLOSE,
    }


def test_nothing_but_the_minutes_is_left_of_a_closed_meeting() -> None:
    assert possible(MeetingState.CLOSED) == {
        Step.EDIT_MINUTES,
        Step.CHOOSE_VERIFIERS,
        Step.APPROVE_MINUTES,
    }


def test_an_item_is_closed_before_the_next_is_opened_or_the_meeting_ends() -> None:
    with_item, without = possible_now(Now(OPEN, item_open=True)), possible_now(Now(OPEN))
    assert without - with_item == {Step.OPEN_ITEM, Step.CLOSE}
    assert with_item - without == {
        Step.CLOSE_ITEM,
        Step.MOVE_ITEM,
        Step.PROPOSE,
        Step.OPEN_VOTE,
        Step.GAVEL,
    }


def test_while_a_vote_is_open_only_the_vote_goes_on() -> None:
    assert possible_now(Now(OPEN, item_open=True, vote_open=True)) == {
        Step.CAST_VOTE,
        Step.CLOSE_VOTE,
        Step.ABANDON_VOTE,
        Step.CHECK_IN,
        Step.LEAVE,
    }


def test_a_tie_lets_nothing_happen_before_the_casting_vote() -> None:
    tied = Now(OPEN, item_open=True, awaits_casting_vote=True)
    assert possible_now(tied) == {Step.USE_CASTING_VOTE, Step.CHECK_IN, Step.LEAVE}


def test_reservations_are_declared_until_the_meeting_closes() -> None:
    accepting = {state for state in MeetingState if Step.RESERVE in possible(state)}
    assert accepting == {MeetingState.OPEN, MeetingState.ADJOURNED}


def test_each_state_says_why_something_cannot_be_done() -> None:
    assert [why_not(state) for state in MeetingState] == [
        "Sammanträdet är inte kallat än.",
        "Sammanträdet är inte öppnat än.",
        "Sammanträdet pågår.",
        "Sammanträdet är ajournerat.",
        "Sammanträdet är avslutat.",
    ]
