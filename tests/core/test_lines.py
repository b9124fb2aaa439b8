"""When is a line lost?  Never for our own restart, never for a reload of the page."""

from collections.abc import Callable

import pytest

from core.errors import NotStored, RuleBroken
from core.live.lines import AGAIN, GRACE, QUIET, Lines

BO, EVA = (1, 3), (1, 6)


class Evening:
    def __init__(self, expected: tuple[tuple[int, int], ...] = ()) -> None:
        self.time, self.told = 0.0, []  # type: ignore[var-annotated]
        self.trouble: list[Exception] = []
        self.lines = Lines(
            lose=self._telling("lost"),
            regain=self._telling("back"),
            expected=lambda: expected,
            now=lambda: self.time,
        )
        self.wait(QUIET)

    def _telling(self, word: str) -> Callable[[int, int], None]:
        def tell(meeting: int, person: int) -> None:
            if self.trouble:
                raise self.trouble.pop()
            self.told.append((word, person))

        return tell

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.time += 0.1
            self.lines.tick()


def test_one_who_goes_is_lost_after_a_while_and_back_at_once() -> None:
    evening = Evening()
    evening.lines.changed(*BO, here=True)
    evening.lines.tick()
    evening.lines.changed(*BO, here=False)
    evening.wait(GRACE - 0.2)
    assert evening.told == [("back", 3)]
    evening.wait(0.4)
    assert evening.told == [("back", 3), ("lost", 3)]
    evening.lines.changed(*BO, here=True)
    evening.lines.tick()
    assert evening.told[2:] == [("back", 3)]


def test_a_reload_is_not_noticed() -> None:
    evening = Evening()
    evening.lines.changed(*BO, here=True)
    evening.wait(1)
    evening.lines.changed(*BO, here=False)
    evening.wait(GRACE - 1)
    evening.lines.changed(*BO, here=True)
    evening.wait(60)
    assert evening.told == [("back", 3)]


def test_nobody_is_judged_right_after_our_own_start() -> None:
    evening = Evening.__new__(Evening)
    evening.time, evening.told, evening.trouble = 0.0, [], []
    evening.lines = Lines(
        lose=evening._telling("lost"), regain=evening._telling("back"), now=lambda: evening.time
    )
    evening.lines.changed(*BO, here=True)
    evening.lines.changed(*BO, here=False)
    evening.wait(QUIET - 0.2)
    assert evening.told == []
    evening.wait(0.4)
    assert evening.told == [("lost", 3)]


def test_those_who_do_not_come_back_after_a_restart_are_missed() -> None:
    evening = Evening(expected=(BO, EVA))
    evening.wait(0.2)
    assert evening.told == [("lost", 3), ("lost", 6)]


@pytest.mark.parametrize("here", [True, False])
def test_what_could_not_be_stored_is_told_again(here: bool) -> None:
    evening = Evening()
    evening.trouble = [NotStored("Det gick inte.")]
    evening.lines.changed(*BO, here=here)
    evening.wait(GRACE + 0.2)
    evening.wait(AGAIN + 0.2)
    assert evening.told == [("back" if here else "lost", 3)]


def test_a_meeting_that_does_not_mind_is_not_asked_again() -> None:
    evening = Evening()
    evening.trouble = [RuleBroken("Sammanträdet är avslutat.")]
    evening.lines.changed(*BO, here=True)
    evening.wait(60)
    assert evening.told == []


def test_nobody_is_missed_in_a_rehearsal() -> None:
    told: list[tuple[int, int]] = []
    now = iter([0.0, *[20.0] * 20])
    lines = Lines(
        lose=lambda *who: told.append(who),
        regain=lambda *_who: None,
        expected=lambda: [(1, 3)],
        now=lambda: next(now),
    )
    lines.expect_nobody()
    lines.tick()
    assert told == []
