"""KL 5:9–10, 5:37, 5:58, 8:2: what belongs to an item in which two thirds decide."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import ProposalKind, belongs, standard_text
from agenda.rules.special import (
    Asked,
    SpecialMatter,
    asked,
    names_same_committee,
    seems_special,
    signatures_count_from,
    signatures_needed,
    term_begins,
)
from agenda.rules.wording import Wording, faults

INITIATIVE = Wording("Folkinitiativ om Storgatan", special=SpecialMatter.POPULAR_INITIATIVE)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(st.integers(1, 1_000_000))
def test_a_tenth_of_the_electors_and_never_one_fewer(electors: int) -> None:
    needed = signatures_needed(electors)
    assert 10 * (needed - 1) < electors <= 10 * needed


def test_nobody_counts_a_tenth_of_none() -> None:
    with pytest.raises(ValueError, match="minst ett"):
        signatures_needed(0)


def test_signatures_of_the_last_six_months_count() -> None:
    days = [date(2027, 4, 20), date(2027, 8, 31), date(2027, 1, 1)]
    assert [signatures_count_from(day) for day in days] == [
        date(2026, 10, 20),
        date(2027, 2, 28),
        date(2026, 7, 1),
    ]


@given(DAYS)
def test_a_term_begins_at_most_four_years_before(day: date) -> None:
    begins = term_begins(day)
    assert (begins.month, begins.day, begins.year % 4) == (10, 15, 2)
    assert begins <= day < begins.replace(year=begins.year + 4)


def test_the_new_council_begins_on_the_fifteenth_of_october() -> None:
    first = date(2026, 10, 15)
    assert [term_begins(first - timedelta(1)), term_begins(first)] == [date(2022, 10, 15), first]


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Extra val till kommunfullmäktige", SpecialMatter.EXTRA_ELECTION),
        ("Motion om extraval", SpecialMatter.EXTRA_ELECTION),
        ("Folkinitiativ om Storgatan", SpecialMatter.POPULAR_INITIATIVE),
        ("Val av extra revisor", None),
    ],
)
def test_a_heading_hints_at_the_matter(title: str, matter: SpecialMatter | None) -> None:
    assert seems_special(title) is matter


def test_every_matter_has_its_own_question_and_its_own_answers() -> None:
    assert {matter: asked(matter) for matter in SpecialMatter} == {
        SpecialMatter.EXTRA_ELECTION: Asked(
            "Ska extra val till fullmäktige hållas?",
            "Extra val till fullmäktige ska hållas",
            "Extra val till fullmäktige ska inte hållas",
        ),
        SpecialMatter.POPULAR_INITIATIVE: Asked(
            "Ska folkomröstning hållas?",
            "Folkomröstning ska hållas",
            "Folkomröstning ska inte hållas",
        ),
        SpecialMatter.NONPARTISAN_COMMITTEE: Asked(
            "Ska nämnden undantas från lagen om proportionella val?",
            "Nämnden undantas från lagen om proportionella val",
            "Lagen om proportionella val gäller när nämnden väljs",
        ),
    }
    assert [(matter.label, matter.is_whole_item) for matter in SpecialMatter] == [
        ("extra val till fullmäktige", True),
        ("folkinitiativ om folkomröstning", True),
        ("ny nämnd enligt 6 kap. 2 § 2", False),
    ]


def test_where_the_law_asks_yes_or_no_there_is_nothing_to_amend() -> None:
    amended = {matter for matter in (None, *SpecialMatter) if belongs(ProposalKind.AMEND, matter)}
    exempted = {matter for matter in (None, *SpecialMatter) if belongs(ProposalKind.EXEMPT, matter)}
    assert amended == {None, SpecialMatter.NONPARTISAN_COMMITTEE}
    assert exempted == {SpecialMatter.NONPARTISAN_COMMITTEE}
    others = set(ProposalKind) - {ProposalKind.AMEND, ProposalKind.EXEMPT}
    assert all(belongs(kind, matter) for kind in others for matter in (None, *SpecialMatter))


def test_for_and_against_are_said_in_the_laws_words() -> None:
    """The board may propose no: then "bifall" to the board is a no to the referendum."""
    initiative = SpecialMatter.POPULAR_INITIATIVE
    assert [
        standard_text(kind, initiative) for kind in (ProposalKind.ADOPT, ProposalKind.REJECT)
    ] == [
        "Folkomröstning ska hållas",
        "Folkomröstning ska inte hållas",
    ]
    assert standard_text(ProposalKind.ADOPT) == "Bifall till förslaget"
    assert standard_text(ProposalKind.TABLE, initiative) == "Ärendet bordläggs"


@pytest.mark.parametrize(
    ("title", "other", "same"),
    [
        ("Val till arenanämnden", "Inrättande av en arenanämnd enligt 6 kap. 2 § 2", True),
        ("Val av ledamöter i Arenanämnden", "Arenanämndens ansvar", True),
        ("Val till kommunstyrelsen", "Kommunstyrelse utan partier", True),
        ("Val till valnämnden", "Inrättande av en arenanämnd", False),
        ("Val till en nämnd", "Inrättande av en nämnd", False),  # of no name
        ("Val av revisorer", "Inrättande av en arenanämnd", False),
    ],
)
def test_two_headings_tell_of_one_committee_when_they_name_it(
    title: str, other: str, same: bool
) -> None:
    assert names_same_committee(title, other) is same


@pytest.mark.parametrize(
    ("electors", "signatures", "wrong"),
    [
        (20_000, 2_000, None),
        (20_001, 2_000, "signatures"),
        (20_000, 1_999, "signatures"),
        (20_000, 20_001, "signatures"),
        (0, 0, "electors"),
        (None, 1, None),
        (20_000, None, None),
    ],
)
def test_too_few_signatures_are_no_popular_initiative(
    electors: int | None, signatures: int | None, wrong: str | None
) -> None:
    written = replace(INITIATIVE, electors=electors, signatures=signatures)
    assert list(faults(written)) == ([wrong] if wrong else [])


def test_only_what_ends_in_a_decision_can_need_two_thirds() -> None:
    lawful = {
        matter: {kind for kind in ItemKind if not faults(Wording("Ett", kind, special=matter))}
        for matter in SpecialMatter
    }
    prepared = {ItemKind.DECISION, ItemKind.PRIVATE_MEMBERS_MOTION, ItemKind.CITIZENS_PROPOSAL}
    assert lawful == {
        SpecialMatter.EXTRA_ELECTION: prepared,
        SpecialMatter.POPULAR_INITIATIVE: {ItemKind.DECISION},
        SpecialMatter.NONPARTISAN_COMMITTEE: prepared,
    }
    assert list(faults(Wording("Ett", special="majority"))) == ["special"]
