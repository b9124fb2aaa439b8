"""Paper is always possible; other ballots only as the council has decided (SB-11, SB-12, U10)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councils.rules.procedure import ElectionMethod, Procedure
from voting.rules.elections import methods
from voting.rules.elections.methods import Asked, MethodRefusal, refusal

EVENING = date(2026, 12, 14)
ADOPTED = Procedure(
    election_methods=frozenset(ElectionMethod),
    digital_ballot_decided_on=date(2026, 11, 30),
    digital_ballot_decision="§ 90",
)
DIGITAL = ElectionMethod.DIGITAL_SECRET


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(methods, "BUILT", frozenset(ElectionMethod))


@given(st.booleans(), st.booleans(), st.sampled_from([ADOPTED, Procedure()]))
def test_paper_is_always_possible(
    proportional: bool, on_ballots: bool, procedure: Procedure
) -> None:
    asked = Asked(proportional, on_ballots)
    assert refusal(ElectionMethod.PAPER, asked, procedure, EVENING) is None


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Asked(is_proportional=False, is_on_ballots=False), None),
        (Asked(is_proportional=True, is_on_ballots=False), MethodRefusal.ON_BALLOTS),
        (Asked(is_proportional=False, is_on_ballots=True), MethodRefusal.ON_BALLOTS),
    ],
)
def test_by_voice_until_somebody_asks(asked: Asked, why: MethodRefusal | None) -> None:
    assert refusal(ElectionMethod.ACCLAMATION, asked, ADOPTED, EVENING) is why


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("method", [DIGITAL, ElectionMethod.PAPER_PRINT_MIX])
def test_what_the_council_has_not_adopted_cannot_be_chosen(method: ElectionMethod) -> None:
    assert refusal(method, Asked(), Procedure(), EVENING) is MethodRefusal.NOT_IN_THE_RULES
    assert refusal(method, Asked(), ADOPTED, EVENING) is None
    assert refusal(method, Asked(), ADOPTED, date(2026, 11, 30)) is None
    the_day_before = date(2026, 11, 29)
    assert refusal(method, Asked(), ADOPTED, the_day_before) is MethodRefusal.NOT_DECIDED


@pytest.mark.usefixtures("built")
def test_a_proportional_election_is_digital_only_after_a_warning() -> None:
    asked = Asked(is_proportional=True)
    assert refusal(DIGITAL, asked, ADOPTED, EVENING) is MethodRefusal.WARNING
    accepted = Asked(is_proportional=True, is_warned=True)
    assert refusal(DIGITAL, accepted, ADOPTED, EVENING) is None
