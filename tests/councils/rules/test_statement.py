from dataclasses import replace
from datetime import date

import pytest

from councils.rules.statement import Shortcoming, Statement, missing

TODAY = date(2026, 11, 25)
WHOLE = Statement(
    body="Lillköpings kommun",
    service="Klubba",
    conformance="partial",
    shortcomings=(Shortcoming("Texten i sändningen kan vara fel.", "Den skapas automatiskt."),),
    assessed_on="2026-10-01",
    method="Självskattning och ett test med fem ledamöter.",
    report_to="kansliet@lillkoping.example",
    supervisor="https://www.digg.se/tdosanmalan",
    updated_on="2026-11-20",
)


def test_a_whole_statement_may_be_published() -> None:
    assert missing(WHOLE, TODAY) == {}


@pytest.mark.parametrize(
    "part", ["body", "service", "conformance", "assessed_on", "method", "report_to", "supervisor"]
)
def test_each_part_must_be_there(part: str) -> None:
    assert set(missing(replace(WHOLE, **{part: " "}), TODAY)) == {part}


def test_every_shortcoming_needs_a_reason() -> None:
    without = replace(WHOLE, shortcomings=(Shortcoming("Texten kan vara fel.", " "),))
    assert set(missing(without, TODAY)) == {"shortcomings"}


def test_what_does_not_conform_says_where() -> None:
    assert set(missing(replace(WHOLE, shortcomings=()), TODAY)) == {"shortcomings"}


def test_what_has_shortcomings_does_not_conform_fully() -> None:
    assert set(missing(replace(WHOLE, conformance="full"), TODAY)) == {"shortcomings"}
    assert missing(replace(WHOLE, conformance="full", shortcomings=()), TODAY) == {}


def test_no_assessment_lies_in_the_future() -> None:
    tomorrow = replace(WHOLE, assessed_on="2026-11-26", updated_on="2026-11-25")
    assert set(missing(tomorrow, TODAY)) == {"assessed_on"}
