"""KL 5:72: what a new version of the rules of procedure changed."""

from dataclasses import replace

from hypothesis import given

from councils.rules.changes import changes
from councils.rules.procedure import DebateTimes, Procedure
from tests.councils.rules.test_procedure import procedures


def test_each_change_names_the_setting_and_both_values() -> None:
    before = Procedure()
    after = replace(before, speech_first_minutes=4, question_debate=DebateTimes(3, 1, 2))
    found = [(one.name, one.before, one.after) for one in changes(before, after)]
    assert sorted(found) == [("speech_first_minutes", 5, 4), ("turns", 2, 1)]
    assert [one.within.label for one in changes(before, after) if one.within] == ["Fråga"]


@given(procedures, procedures)
def test_the_same_rules_change_nothing_and_others_something(a: Procedure, b: Procedure) -> None:
    assert changes(a, a) == ()
    assert (changes(a, b) == ()) == (a == b)
    assert len(changes(a, b)) == len(changes(b, a))
