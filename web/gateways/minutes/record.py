"""The meeting's log as a file that stands alone: anyone can verify the chain with it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from core.log import HASHED, Entry

FORMAT = "klubba-record-1"


def record(meeting_id: int, entries: Iterable[Entry]) -> dict[str, Any]:
    rows = [{name: getattr(entry, name) for name in (*HASHED, "seq", "hash")} for entry in entries]
    head = rows[-1]["hash"] if rows else None
    return {"format": FORMAT, "meeting_id": meeting_id, "head": head, "entries": rows}


def read_record(path: Path) -> list[Entry]:
    """The entries of a record, ready for `core.log.first_broken`.  ValueError: not a record."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise ValueError(told["format"])
        return [Entry(**row) for row in told["entries"]]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("Filen är ingen mötespost från Klubba.") from error
