"""An interpellation or a question is not debated before the council has given it leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from meetings.rules.leave import NOT_YET, REFUSED, needs_leave, why_no_debate

ASKED = [ItemKind.INTERPELLATION, ItemKind.QUESTION]


@pytest.mark.parametrize("kind", ASKED)
def test_the_council_first_says_whether_it_may_be_put(kind: ItemKind) -> None:
    assert why_no_debate(kind, None) == NOT_YET
    assert why_no_debate(kind, False) == REFUSED
    assert why_no_debate(kind, True) is None


@given(st.sampled_from(ItemKind), st.sampled_from([None, True, False]))
def test_everything_else_is_debated_without_leave(kind: ItemKind, leave: bool | None) -> None:
    if kind not in ASKED:
        assert not needs_leave(kind)
        assert why_no_debate(kind, leave) is None
