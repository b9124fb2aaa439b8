"""What is asked of whoever keeps the server's keys, and what is answered: public texts only.

PROTOCOL 12 and 21.  The keys themselves never come out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Wanted:
    """An election as it is to be announced.  `tellers`: the text of their part of the trustees."""

    group: str
    tellers: str
    name: str
    description: str
    question: str
    answers: tuple[str, ...]
    least: int
    most: int


@dataclass(frozen=True)
class Announced:
    """Under a new key of the server's and the one that the tellers share."""

    uuid: str
    election: str
    trustees: str
    fingerprint: str


@dataclass(frozen=True)
class Closed:
    """A board whose tally has been made, and the tellers' checked shares by owner."""

    archive: bytes
    uuid: str
    election: str
    trustees: str
    tally: str
    ballots: int
    shares: Mapping[int, str]
    minimum: int


@dataclass(frozen=True)
class Opened:
    """The archive with its result, and what the strict verifier says of it."""

    archive: bytes
    report: dict[str, Any]

    @property
    def is_accepted(self) -> bool:
        return bool(self.report["verdict"] == "accept")


class Vault(Protocol):
    def announce(self, wanted: Wanted) -> Announced:
        """A new key, and the election under it.  Raises Fault for impossible terms."""

    def open_urn(self, closed: Closed) -> Opened:
        """The server decrypts last; then all is put together and strictly verified."""

    def destroy(self, uuid: str) -> None:
        """Nobody can open a single ballot any more."""
