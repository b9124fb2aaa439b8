"""The hands of everybody in the meeting: all they do goes through the writer, each at its time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from core.actor import Actor
from core.errors import RuleBroken
from core.writer import Act, Action, Writer

Refused = Callable[[RuleBroken], None]


class MeetingClock:
    """`moment` is how far the replay has come; `shows` is the time of the act being carried out."""

    def __init__(self, moment: datetime) -> None:
        self.moment = self.shows = moment

    def __call__(self) -> datetime:
        return self.shows

    def go_to(self, moment: datetime) -> None:
        """Never back."""
        self.moment = max(self.moment, moment)


@dataclass(frozen=True)
class Timed:
    """An action that is carried out at its own moment, however late it is handed in."""

    clock: MeetingClock
    moment: datetime
    action: Action

    def __call__(self, session: Session, meeting_id: int, *args: Any, by: Actor | None) -> object:
        self.clock.shows = self.moment
        return self.action(session, meeting_id, *args, by=by)


class Hands:
    def __init__(self, writer: Writer, clock: MeetingClock, meeting: int) -> None:
        self.writer, self.clock, self.meeting = writer, clock, meeting
        self._waiting: list[tuple[Act, Refused | None]] = []

    def act(self, action: Action, *args: Any, by: int | None) -> int:
        """Now.  The number of what was made, 0 where nothing was.  `by`: whose hand it is."""
        act = self._act(action, args, by)
        self._waiting.append((act, _nobody_minds))
        self.flush()
        if act.error is not None:
            raise act.error
        return act.receipt.made or 0 if act.receipt else 0

    def soon(
        self, action: Action, *args: Any, by: int | None, refused: Refused | None = None
    ) -> None:
        """Together with what follows, in one commit.  `refused` hears of a broken rule."""
        self._waiting.append((self._act(action, args, by), refused))

    def flush(self) -> None:
        """Everything that waits is carried out."""
        waiting, self._waiting = self._waiting, []
        self.writer.submit_all([act for act, _ in waiting])
        for act, refused in waiting:
            if isinstance(act.error, RuleBroken) and refused is not None:
                refused(act.error)
            elif act.error is not None and refused is not _nobody_minds:
                raise act.error

    def _act(self, action: Action, args: tuple[Any, ...], by: int | None) -> Act:
        actor = None if by is None else Actor(by)
        timed = Timed(self.clock, self.clock.moment, action)
        return Act(self.meeting, timed, args, actor, key=None)


def _nobody_minds(_refusal: RuleBroken) -> None:
    """Whoever asked for the act is told by herself."""
