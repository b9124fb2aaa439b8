from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from web.packages.kinds import ItemKind, QuestionKind, SpeechKind
from web.packages.schema import AgendaRow, Pause, Person, QuestionRow, SpeechRow, Totals
from web.replay.pace import SHORTEST, Break, Timed, timed
from web.replay.script import Asked, ItemCloses, ItemOpens, Said, Step, fixed, length

OPENED = datetime(2026, 10, 5, 18, tzinfo=UTC)
ALVA = Person("Alva Berg", "A")
NOBODY = Totals(0, 0, 0, 0)


def at(minutes: float) -> datetime:
    return OPENED + timedelta(minutes=minutes)


def item(place: int, *inside: Step) -> list[Step]:
    row = AgendaRow(place + 1, f"Ärende {place + 1}", ItemKind.DECISION)
    return [ItemOpens(place, row), *inside, ItemCloses(place, row, is_voted_on=False)]


def said(place: int, seconds: int, start: datetime | None = None) -> Said:
    return Said(place, SpeechRow(place + 1, 1, ALVA, SpeechKind.SPEECH, seconds, start))


def asked(place: int, time: datetime | None) -> Asked:
    words = ("bifall", "avslag")
    return Asked(place, QuestionRow(place + 1, 1, QuestionKind.MAIN, *words, NOBODY, time=time), ())


def starts(day: list[Timed], kind: type) -> list[float]:
    """In minutes from the opening."""
    found = [one.start - OPENED for one in day if isinstance(one.what, kind)]
    return [each.total_seconds() / 60 for each in found]


def test_a_vote_is_held_at_its_time_and_spare_time_goes_before_items_and_vote() -> None:
    steps = [*item(0, said(0, 120)), *item(1, said(1, 120), asked(1, at(34))), *item(2)]
    day = timed(steps, OPENED, at(44.5), [])
    assert starts(day, ItemOpens) == [10, 22, 44.5]
    assert starts(day, Said) == [10, 22]
    assert starts(day, Asked) == [34]


def test_speeches_that_do_not_fit_are_shortened_but_not_below_half() -> None:
    day = timed(item(0, said(0, 600), asked(0, at(8))), OPENED, None, [])
    (speech,) = [one for one in day if isinstance(one.what, Said)]
    assert speech.end - speech.start == timedelta(minutes=8)
    assert starts(day, Asked) == [8]
    day = timed(item(0, said(0, 600), asked(0, at(2))), OPENED, None, [])
    (speech,) = [one for one in day if isinstance(one.what, Said)]
    assert speech.end - speech.start == timedelta(minutes=5)
    assert starts(day, Asked) == [5]


def test_a_speech_with_a_clock_time_begins_then() -> None:
    day = timed(item(0, said(0, 60), said(0, 60, at(7))), OPENED, None, [])
    assert starts(day, Said) == [3, 7]


def test_without_any_clock_time_everything_follows_on_the_opening() -> None:
    day = timed(item(0, said(0, 60), asked(0, None)), OPENED, None, [])
    assert starts(day, Asked) == [1]


def test_a_pause_is_kept_and_the_speech_that_does_not_fit_before_it_comes_after() -> None:
    steps = item(0, said(0, 240, at(0)), said(0, 120), asked(0, at(30)))
    day = timed(steps, OPENED, None, [Pause(at(5), at(20))])
    assert [(one.start, one.end) for one in day if isinstance(one.what, Break)] == [(at(5), at(20))]
    assert starts(day, Said) == [0, 20]
    assert starts(day, Asked) == [30]


def test_a_pause_waits_for_a_speech_whose_time_is_known_and_for_the_vote_of_that_minute() -> None:
    steps = item(0, said(0, 600, at(0)), asked(0, at(12)))
    day = timed(steps, OPENED, None, [Pause(at(5), at(11)), Pause(at(12), at(20))])
    assert starts(day, Break) == [10, 12.5]
    assert starts(day, Asked) == [12]


minutes = st.integers(0, 300).map(at)
speeches = st.builds(said, st.just(0), st.integers(0, 900), st.none() | minutes)
votes = st.builds(asked, st.just(0), st.none() | minutes)


@given(
    st.lists(st.lists(speeches | votes, max_size=6), max_size=5),
    st.none() | minutes,
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=3),
)
def test_nothing_begins_before_what_came_before_it_has_ended(
    items: list[list[Step]], closed: datetime | None, breaks: list[tuple[int, int]]
) -> None:
    steps = [step for place, inside in enumerate(items) for step in item(place, *inside)]
    pauses = [Pause(at(start), at(start + lasts)) for start, lasts in breaks]
    day = timed(steps, OPENED, closed, pauses)
    assert [one.what for one in day if not isinstance(one.what, Break)] == steps
    assert all(one.start <= one.end for one in day)
    assert all(one.end <= other.start for one, other in pairwise(day))
    for one in day:
        if isinstance(one.what, Break):
            continue
        assert one.start >= (fixed(one.what) or OPENED)
        assert one.end - one.start >= SHORTEST * length(one.what)
        assert one.end - one.start <= length(one.what)
