"""What the application lends to elections: keys, receipts, workers, the lobby, the booth's hash."""

from collections.abc import Callable
from typing import Any, Protocol

from flask import current_app

from core.workers import Workers
from voting.backends.lobby import Lobby
from voting.ballot.keeping import Vault


class Signer(Protocol):
    public: str

    def receipt(self, uuid: str, tracker: str) -> str:
        """That the ballot is in the box, signed by the installation."""


def vault() -> Vault:
    found: Vault = current_app.extensions["vault"]
    return found


def signer() -> Signer:
    found: Signer = current_app.extensions["signer"]
    return found


def workers() -> Workers:
    found: Workers = current_app.extensions["workers"]
    return found


def lobby() -> Lobby:
    found: Lobby = current_app.extensions["lobby"]
    return found


def booth() -> str:
    """The hash of the program that members' devices run."""
    program: Callable[[], dict[str, Any]] = current_app.extensions["booth"]
    return str(program()["hash"])
