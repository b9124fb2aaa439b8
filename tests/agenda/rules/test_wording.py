from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from agenda.rules.wording import (
    OnTheWeb,
    Wording,
    expects_documents,
    faults,
    needs_announcement,
    needs_preparation,
)

GOOD = Wording("Ny simhall")


def test_budget_annual_report_and_audit_are_on_the_web() -> None:
    for what in OnTheWeb:
        assert faults(replace(GOOD, on_the_web=what)) == {}
    assert list(faults(replace(GOOD, on_the_web="motion"))) == ["on_the_web"]
    closed = replace(GOOD, on_the_web=OnTheWeb.BUDGET, closed_doors=True)
    assert list(faults(closed)) == ["on_the_web"]
    assert faults(replace(GOOD, closed_doors=True)) == {}


def test_what_decides_nothing_need_not_be_announced() -> None:
    assert [kind for kind in ItemKind if not needs_announcement(kind)] == [
        ItemKind.INTERPELLATION,
        ItemKind.QUESTION,
        ItemKind.INFORMATION,
        ItemKind.NOTICE,
        ItemKind.FORMALITY,
    ]


def test_only_elections_and_employment_are_decided_in_secret() -> None:
    secret = [kind for kind in ItemKind if kind.is_secret]
    assert secret == [ItemKind.ELECTION, ItemKind.EMPLOYMENT]


def test_a_title_is_enough() -> None:
    assert faults(GOOD) == {}


@given(st.text(alphabet=" \n\t\u00a0", max_size=5))
def test_no_item_is_without_a_title(blank: str) -> None:
    assert list(faults(Wording(blank))) == ["title"]


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("title", 300),
        ("draft", 8000),
        ("proposer", 200),
        ("case_number", 200),
        ("prepared_by", 200),
    ],
)
def test_every_text_has_its_longest(field: str, longest: int) -> None:
    assert faults(replace(GOOD, **{field: "å" * longest})) == {}
    too_long = faults(replace(GOOD, **{field: "å" * (longest + 1)}))
    assert too_long == {field: f"Texten är för lång. Skriv högst {longest} tecken."}


@pytest.mark.parametrize(
    ("minutes", "is_lawful"), [(None, True), (-1, False), (0, True), (1440, True), (1441, False)]
)
def test_an_item_takes_from_no_time_to_a_whole_day(minutes: int | None, is_lawful: bool) -> None:
    told = {} if is_lawful else {"minutes_planned": "Ange minuter från 0 till 1440."}
    assert faults(replace(GOOD, minutes_planned=minutes)) == told


@given(st.integers(max_value=0))
def test_numbers_begin_with_one(number: int) -> None:
    assert list(faults(replace(GOOD, number=number))) == ["number"]
    assert faults(replace(GOOD, number=1)) == {}


def test_what_the_council_decides_in_substance_is_prepared() -> None:
    """KL 5:26–29: elections need none, nor what decides nothing."""
    assert {kind for kind in ItemKind if needs_preparation(kind)} == {
        ItemKind.DECISION,
        ItemKind.EMPLOYMENT,
        ItemKind.PRIVATE_MEMBERS_MOTION,
        ItemKind.CITIZENS_PROPOSAL,
    }


def test_questions_to_office_holders_are_sent_out_as_well() -> None:
    """KL 5:59, 5:64: they are asked in writing."""
    assert [kind for kind in ItemKind if expects_documents(kind)] == [
        ItemKind.DECISION,
        ItemKind.EMPLOYMENT,
        ItemKind.PRIVATE_MEMBERS_MOTION,
        ItemKind.CITIZENS_PROPOSAL,
        ItemKind.INTERPELLATION,
        ItemKind.QUESTION,
    ]
