"""KL 5:72: the rules of procedure as values."""

import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.codec import SettingsError, about
from councils.rules.procedure import (
    CameraRule,
    DebateTimes,
    LeadTime,
    MajorityBallotRule,
    Procedure,
    RemoteBallot,
    at,
)

minutes = st.integers(1, 60)
debates = st.builds(DebateTimes, minutes, minutes, minutes, minutes, minutes)
leads = st.builds(LeadTime, st.integers(0, 30), st.none() | st.just(time(9, 30)))
procedures = st.builds(
    Procedure,
    remote_regime_from=st.dates(),
    remote_tools=st.text(alphabet="abcåäö", max_size=9),
    speech_first_minutes=minutes,
    rejoinder_needs_part=st.booleans(),
    interpellation_debate=debates,
    interpellation_deadline=leads,
    majority_ballot_rule=st.sampled_from(MajorityBallotRule),
)


def faults(values: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(SettingsError) as refused:
        Procedure.from_settings(values)
    return refused.value.faults


def test_the_defaults_are_those_of_the_rule_book() -> None:
    assert Procedure().to_settings() == {
        "remote_allowed": False,
        "remote_decided_on": None,
        "remote_decision": "",
        "remote_regime_from": "2026-07-01",
        "remote_ban": "presidium",
        "remote_needs_request": True,
        "remote_request_days": 3,
        "remote_request_to": "fullmäktiges kansli",
        "remote_decided_by": "chair",
        "remote_reasons_required": True,
        "remote_tools": "godkänd av kommunens it-avdelning",
        "remote_join_early_minutes": 15,
        "remote_camera": "whole_meeting",
        "remote_private_room_attest": True,
        "remote_in_secret_ballot": "not_allowed",
        "remote_observers": False,
        "on_site_required": ["presidium", "secretary"],
        "speech_first_minutes": 5,
        "speech_next_minutes": 3,
        "rejoinders_max": 2,
        "rejoinder_minutes": 2,
        "rejoinder_needs_part": True,
        "rejoinders_after_list_closed": True,
        "interpellation_debate": {
            "opening_minutes": 4,
            "turns": 2,
            "turn_minutes": 2,
            "others_minutes": 2,
            "closing_minutes": 2,
        },
        "question_debate": {
            "opening_minutes": 3,
            "turns": 2,
            "turn_minutes": 2,
            "others_minutes": 0,
            "closing_minutes": 0,
        },
        "interpellation_deadline": {"working_days": 8, "at": "09:00"},
        "question_deadline": {"working_days": 3, "at": None},
        "speaker_order": "order_of_request",
        "roll_call": "all_members_read",
        "substitute_swap": "between_items",
        "public_question_time": False,
        "minutes_verifiers": 2,
        "majority_ballot_rule": "exact",
        "answers_below_quorum": False,
        "citizens_proposals": False,
        "election_methods": ["acclamation", "paper"],
        "digital_ballot_decided_on": None,
        "digital_ballot_decision": "",
        "ballot_minimum": 10,
        "division_closing_seconds": 5,
        "gavel_seconds": 2,
        "meeting_times": "",
        "absence_notice": "",
        "substitute_calling": "",
        "first_presider": "",
        "presidium_tasks": "",
        "motions": "",
        "minutes_form": "",
        "citizens_proposals_form": "",
    }


@given(procedures)
def test_settings_come_back_from_storage_as_they_were(procedure: Procedure) -> None:
    stored = json.loads(json.dumps(procedure.to_settings()))
    assert Procedure.from_settings(stored) == procedure


def test_what_is_not_named_keeps_its_default() -> None:
    assert Procedure.from_settings({"minutes_verifiers": 3}) == Procedure(minutes_verifiers=3)


def test_every_setting_has_a_name_on_screen() -> None:
    named = about(Procedure)
    assert list(named) == list(Procedure().to_settings())
    assert [name for name, one in named.items() if not one.label] == []


def test_every_fault_is_named_in_swedish_and_by_its_setting() -> None:
    assert faults(
        {
            "minutes_verifiers": "två",
            "rejoinders_max": True,
            "remote_reasons_required": 1,
            "remote_tools": None,
            "remote_regime_from": "1 juli",
            "roll_call": "sometimes",
            "election_methods": "paper",
            "question_debate": 3,
            "question_deadline": {"working_days": 3, "at": "nio"},
            "interpellation_debate": {"turns": 2, "turn_minutes": 2},
            "talartid": 5,
        }
    ) == {
        "minutes_verifiers": "Antal justerare: ett heltal väntas.",
        "rejoinders_max": "Repliker per anförande och person: ett heltal väntas.",
        "remote_reasons_required": "Skäl för distans ska anges: svara ja eller nej.",
        "remote_tools": "Teknik på distans: text väntas.",
        "remote_regime_from": (
            "De nya reglerna om distans gäller från: skriv datum som 2026-12-14."
        ),
        "roll_call": "Upprop: välj något av all_members_read, presence_registered.",
        "election_methods": "Valsätt: en lista väntas.",
        "question_debate": "Fråga: flera värden med namn väntas.",
        "question_deadline": "Fråga lämnas senast: Klockslag: skriv klockslag som 09:00.",
        "interpellation_debate": "Interpellation: Första inlägget saknas.",
        "talartid": "Okänd inställning: talartid.",
    }


def test_an_empty_field_is_no_value_where_there_may_be_none() -> None:
    assert Procedure.from_settings({"remote_decided_on": ""}) == Procedure()


def test_each_number_has_its_least() -> None:
    least = {name: one.least for name, one in about(Procedure).items() if one.least is not None}
    assert least == {
        "remote_request_days": 0,
        "remote_join_early_minutes": 0,
        "speech_first_minutes": 1,
        "speech_next_minutes": 1,
        "rejoinders_max": 0,
        "rejoinder_minutes": 1,
        "minutes_verifiers": 1,
        "ballot_minimum": 5,
        "division_closing_seconds": 0,
        "gavel_seconds": 0,
    }


def test_a_debate_between_two_may_have_no_more_turns_and_no_others() -> None:
    alone = {"opening_minutes": 3, "turns": 0, "turn_minutes": 0}
    bare = {"others_minutes": 0, "closing_minutes": 0}
    assert Procedure.from_settings({"question_debate": alone | bare}).question_debate.turns == 0
    for name, words in {
        "turns": "Antal vändor därefter",
        "turn_minutes": "Minuter per vända",
        "others_minutes": "Övriga talare",
        "closing_minutes": "Slutord",
    }.items():
        told = {"question_debate": f"Fråga: {words}: minst 0."}
        assert faults({"question_debate": alone | {name: -1}}) == told


def test_numbers_below_their_least_are_refused_also_in_a_debate() -> None:
    assert faults({"minutes_verifiers": 0}) == {"minutes_verifiers": "Antal justerare: minst 1."}
    short = {"opening_minutes": 0, "turns": 2, "turn_minutes": 2}
    assert faults({"question_debate": short}) == {
        "question_debate": "Fråga: Första inlägget: minst 1."
    }
    early = {"working_days": -1}
    assert faults({"question_deadline": early}) == {
        "question_deadline": "Fråga lämnas senast: Arbetsdagar före: minst 0."
    }


def test_remote_participation_needs_a_decision_with_day_and_paragraph() -> None:
    refused = {
        "remote_allowed": "Distans kräver fullmäktiges beslut: ange dag och paragraf (5 kap. 16 §)."
    }
    assert faults({"remote_allowed": True}) == refused
    assert faults({"remote_allowed": True, "remote_decided_on": "2024-02-26"}) == refused
    assert faults({"remote_allowed": True, "remote_decision": "§ 14"}) == refused
    values = {
        "remote_allowed": True,
        "remote_decided_on": "2024-02-26",
        "remote_decision": "§ 14",
    }
    assert Procedure.from_settings(values).remote_decided_on == date(2024, 2, 26)


def test_a_digital_ballot_needs_a_decision_before_it_can_be_chosen() -> None:
    methods = ["acclamation", "digital_secret"]
    refused = {
        "election_methods": (
            "Digital sluten omröstning kräver fullmäktiges beslut: ange dag och paragraf."
        )
    }
    decided = {"digital_ballot_decided_on": "2026-09-28", "digital_ballot_decision": "§ 101"}
    for half in ({}, *({name: value} for name, value in decided.items())):
        assert faults({"election_methods": methods} | half) == refused
    assert faults({"remote_in_secret_ballot": "digital_secret"}) == {
        "remote_in_secret_ballot": "Digital sluten omröstning är inte bland valsätten."
    }
    adopted = Procedure.from_settings(
        {
            "election_methods": methods,
            "remote_in_secret_ballot": "digital_secret",
        }
        | decided
    )
    assert adopted.remote_in_secret_ballot is RemoteBallot.DIGITAL_SECRET


def test_the_rules_that_applied_on_the_day_of_the_meeting_are_used() -> None:
    old, new = Procedure(speech_first_minutes=6), Procedure(speech_first_minutes=4)
    history = [(date(2026, 10, 15), new), (date(2022, 10, 15), old)]
    days = [date(2022, 10, 14), date(2022, 10, 15), date(2026, 10, 14), date(2026, 10, 15)]
    assert [at(history, day) for day in days] == [Procedure(), old, old, new]


def test_the_camera_is_on_the_whole_meeting_unless_the_council_says_otherwise() -> None:
    """REM-7."""
    assert Procedure().remote_camera is CameraRule.WHOLE_MEETING
    asked = Procedure.from_settings({"remote_camera": "when_needed"})
    assert asked.remote_camera is CameraRule.WHEN_NEEDED
