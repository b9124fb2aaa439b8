from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.approval import approved_on, why_not_chosen

DAYS = st.dates().map(lambda day: day.isoformat())


def test_so_many_different_members_without_the_chair() -> None:
    said = [why_not_chosen(people, 1, 2) for people in ([2, 3], [2], [2, 2], [1, 2], [2, 3, 4])]
    assert said == [
        None,
        "Antalet justerare ska vara 2.",
        "Samma ledamot är vald två gånger.",
        "Ordföranden justerar ändå. Välj en annan ledamot.",
        "Antalet justerare ska vara 2.",
    ]


@given(st.lists(DAYS, min_size=1))
def test_approved_on_the_day_of_the_last_answer(days: list[str]) -> None:
    assert approved_on(days) == max(days)


@given(st.lists(DAYS))
def test_not_while_anybody_is_left(days: list[str]) -> None:
    assert approved_on([*days, None]) is None
    assert approved_on([]) is None
