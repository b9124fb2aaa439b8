"""PROTOCOL 24: one thing at a time."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from voting.rules.paper.states import Next, Stand, next_in

DRAFT = Stand("draft")
READY = Stand("draft", tellers=2)
CLOSED = replace(READY, state="closed")
COUNTED = replace(CLOSED, unopened=True, is_right=True, sorted=True)


def test_two_tellers_before_the_urn_is_shown() -> None:
    said = [next_in(each) for each in (DRAFT, replace(DRAFT, tellers=1), READY)]
    said.append(next_in(replace(READY, is_urn_shown=True)))
    assert said == [Next.TELLERS, Next.TELLERS, Next.EMPTY_URN, Next.OPEN]


def test_slips_are_counted_unopened_then_sorted_then_ruled_on_then_drawn() -> None:
    steps = [
        CLOSED,
        replace(CLOSED, unopened=True),
        replace(CLOSED, unopened=True, is_right=True),
        replace(COUNTED, unruled=1, needs_lot=True),
        replace(COUNTED, needs_lot=True),
        COUNTED,
        replace(COUNTED, state="counted"),
        replace(COUNTED, state="counted", is_enveloped=True),
    ]
    assert [next_in(each) for each in steps] == [
        Next.UNOPENED,
        Next.ANNUL,
        Next.SORTED,
        Next.RULINGS,
        Next.LOT,
        Next.DECLARE,
        Next.ENVELOPE,
        Next.DONE,
    ]


def test_a_sealed_urn_is_not_counted_before_the_seal_is_looked_at() -> None:
    assert next_in(replace(CLOSED, is_under_seal=True)) is Next.UNSEAL


def test_what_was_abandoned_waits_for_nothing() -> None:
    assert next_in(replace(COUNTED, state="abandoned")) is Next.DONE


@given(st.builds(Stand, state=st.just("closed")))
def test_nothing_is_declared_before_two_agree_on_a_right_number(stand: Stand) -> None:
    if next_in(stand) is Next.DECLARE:
        assert (stand.unopened, stand.is_right, stand.sorted) == (True, True, True)
        assert (stand.unruled, stand.needs_lot, stand.is_under_seal) == (0, False, False)
