"""Where the public halves of credentials wait until the electoral roll is frozen: in memory alone.

PROTOCOL 9.2–4 (SB-1).  A database remembers more than its rows: a write-ahead log keeps the order
of what was written, and PostgreSQL which transaction made each row.  Either would tell which member
brought which credential.  Here there is no member, no time and no order.  A restart empties it, and
the devices come again by themselves (`mark` tells them).
"""

import secrets
from dataclasses import dataclass


@dataclass(frozen=True)
class Welcome:
    """`is_new`: it was not here already.  `is_first`: nothing was, of that election."""

    is_new: bool
    is_first: bool


class Lobby:
    """`mark`: another one after each restart."""

    def __init__(self) -> None:
        self.mark = secrets.token_hex(4)
        self._here: dict[str, set[str]] = {}

    def let_in(self, uuid: str, public: str) -> Welcome:
        is_first = uuid not in self._here
        here = self._here.setdefault(uuid, set())
        is_new = public not in here
        here.add(public)
        return Welcome(is_new, is_first)

    def turn_away(self, uuid: str, public: str, welcome: Welcome) -> None:
        """What was let in was not taken up; then all is as it was."""
        if welcome.is_first:
            self.forget(uuid)
        elif welcome.is_new:
            self._here.get(uuid, set()).discard(public)

    def credentials(self, uuid: str) -> tuple[str, ...]:
        """Sorted."""
        return tuple(sorted(self._here.get(uuid, ())))

    def forget(self, uuid: str) -> None:
        self._here.pop(uuid, None)
