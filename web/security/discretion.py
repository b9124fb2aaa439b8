"""Addresses that sign somebody in are crossed out wherever a log line is about to be written."""

import logging
import re
from typing import Any

_SECRET = re.compile(r"(/(?:links|invitations)/)[^\s/?#\"']+")


def crossed_out(text: str) -> str:
    return _SECRET.sub(r"\1…", text)


class Discreet(logging.LogRecord):
    """A record whose message, arguments included, has been through `crossed_out`."""

    def getMessage(self) -> str:  # noqa: N802 - the name that logging calls
        return crossed_out(super().getMessage())


def attach() -> None:
    """For every logger there is or will be, also those of the server."""
    before: Any = logging.getLogRecordFactory()
    if before is logging.LogRecord:
        logging.setLogRecordFactory(Discreet)
