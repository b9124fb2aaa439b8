"""KL 5:72: what the rules of procedure must cover, and what these leave out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from councils.rules.checklist import EVEN, SETTINGS, WHAT, Cover, checklist, missing
from councils.rules.codec import about
from councils.rules.procedure import Procedure
from councils.rules.size import Body

TEXTS = (
    "meeting_times",
    "absence_notice",
    "substitute_calling",
    "first_presider",
    "presidium_tasks",
    "motions",
    "minutes_form",
)


def covers(procedure: Procedure, seats: int = 31, adopted: bool = True) -> dict[str, Cover]:
    found = checklist(procedure, seats=seats, electors=None, adopted=adopted)
    return {one.name: one.cover for one in found}


def test_the_defaults_leave_out_what_only_the_council_can_say() -> None:
    assert covers(Procedure(), adopted=False) == {
        "members": Cover.COVERED,
        "times": Cover.MISSING,
        "absence": Cover.MISSING,
        "substitutes": Cover.MISSING,
        "presides_first": Cover.MISSING,
        "right_to_speak": Cover.DEFAULT,
        "voting": Cover.DEFAULT,
        "motions": Cover.MISSING,
        "questions": Cover.DEFAULT,
        "approval": Cover.MISSING,
        "presidium": Cover.MISSING,
        "citizens": Cover.NOT_NEEDED,
        "remote": Cover.NOT_NEEDED,
    }


def test_whole_rules_leave_out_nothing() -> None:
    whole = Procedure(**dict.fromkeys(TEXTS, "Så här."))
    found = checklist(whole, seats=31, electors=16_000, adopted=True)
    assert missing(found) == ()
    assert {one.name: one.cover for one in found} == dict.fromkeys(WHAT, Cover.COVERED) | {
        "citizens": Cover.NOT_NEEDED,
        "remote": Cover.NOT_NEEDED,
    }


def test_blank_words_say_nothing() -> None:
    blank = Procedure(meeting_times="  ", citizens_proposals=True, citizens_proposals_form=" ")
    found = covers(blank)
    assert (found["times"], found["citizens"]) == (Cover.MISSING, Cover.MISSING)


def test_citizens_proposals_that_are_allowed_need_their_words() -> None:
    allowed = Procedure(citizens_proposals=True)
    told = Procedure(citizens_proposals=True, citizens_proposals_form="Skriftligt till kansliet.")
    assert covers(allowed)["citizens"] is Cover.MISSING
    assert covers(told)["citizens"] is Cover.COVERED


def test_a_distance_that_is_allowed_says_how_far() -> None:
    allowed = Procedure(
        remote_allowed=True, remote_decided_on=date(2026, 6, 15), remote_decision="§ 80"
    )
    assert covers(allowed)["remote"] is Cover.COVERED


def test_an_even_number_of_seats_and_too_few_are_faults() -> None:
    for seats in (30, 32):
        even = checklist(Procedure(), seats=seats, electors=None, adopted=True)[0]
        assert (even.cover, even.why) == (Cover.MISSING, EVEN)
    assert covers(Procedure(), seats=21)["members"] is Cover.COVERED
    few = checklist(Procedure(), seats=31, electors=16_001, body=Body.MUNICIPALITY, adopted=True)
    assert few[0].why == "Antalet platser är lägre än lagens minsta (5 kap. 5 §)."


def test_each_point_leads_to_the_settings_that_answer_it() -> None:
    several = {name: names for name, names in SETTINGS.items() if len(names) > 1}
    assert several == {
        "right_to_speak": ("speaker_order", "speech_first_minutes", "speech_next_minutes"),
        "voting": ("election_methods", "majority_ballot_rule"),
        "questions": ("interpellation_deadline", "question_deadline"),
        "citizens": ("citizens_proposals", "citizens_proposals_form"),
        "remote": ("remote_allowed", "remote_decided_on", "remote_decision", "remote_decided_by"),
    }


def test_every_point_is_answered_by_settings_that_exist() -> None:
    named = {name for names in SETTINGS.values() for name in names}
    assert named - set(about(Procedure)) == set()


@given(st.sets(st.sampled_from(TEXTS)), st.booleans())
def test_each_text_answers_its_own_point_and_nothing_else(told: set[str], adopted: bool) -> None:
    procedure = Procedure(**dict.fromkeys(told, "Så här."))
    found = checklist(procedure, seats=31, electors=None, adopted=adopted)
    assert [one.name for one in found] == list(WHAT)
    assert {one.settings[0] for one in missing(found)} == set(TEXTS) - told
