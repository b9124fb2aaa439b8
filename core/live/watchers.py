"""Who is looking on, by socket.  A right is asked for on every `watch`, never remembered."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.actor import Onlooker


@dataclass(frozen=True)
class Watch:
    meeting_id: int
    onlooker: Onlooker
    person_id: int | None
    sign_in: str | None

    @property
    def room(self) -> str:
        return room(self.meeting_id, self.onlooker)


def room(meeting_id: int, onlooker: Onlooker) -> str:
    return f"meeting:{meeting_id}:{onlooker.room}"


class Watchers:
    def __init__(self) -> None:
        self._by_socket: dict[str, Watch] = {}

    def add(self, sid: str, watch: Watch) -> None:
        self._by_socket[sid] = watch

    def remove(self, sid: str) -> Watch | None:
        return self._by_socket.pop(sid, None)

    def watch_of(self, sid: str) -> Watch | None:
        return self._by_socket.get(sid)

    def of(self, meeting_id: int) -> list[tuple[str, Watch]]:
        """Whoever looks on at one meeting, by socket."""
        return [each for each in self._by_socket.items() if each[1].meeting_id == meeting_id]

    def meetings(self) -> set[int]:
        return {watch.meeting_id for watch in self._by_socket.values()}

    def onlookers(self, meeting_id: int) -> set[Onlooker]:
        return {
            watch.onlooker for watch in self._by_socket.values() if watch.meeting_id == meeting_id
        }

    def is_here(self, meeting_id: int, person_id: int) -> bool:
        return any(
            (watch.meeting_id, watch.person_id) == (meeting_id, person_id)
            for watch in self._by_socket.values()
        )

    def sockets_of(self, sign_in: str) -> Iterator[str]:
        yield from [sid for sid, watch in self._by_socket.items() if watch.sign_in == sign_in]
