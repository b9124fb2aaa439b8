"""The meeting's log as a file that stands alone: anyone can verify the chain with it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pypdfium2

from core.log import HASHED, Entry

FORMAT = "klubba-record-1"
NAME = "record.json"  # as attached to the minutes
SIGN = b"%PDF-"
NONE = "Filen är ingen mötespost från Klubba."


def record(meeting_id: int, entries: Iterable[Entry]) -> dict[str, Any]:
    rows = [{name: getattr(entry, name) for name in (*HASHED, "seq", "hash")} for entry in entries]
    head = rows[-1]["hash"] if rows else None
    return {"format": FORMAT, "meeting_id": meeting_id, "head": head, "entries": rows}


def read_record(path: Path) -> list[Entry]:
    """The entries of a record, or of the one attached to minutes in PDF, ready for
    `core.log.first_broken`.  ValueError: neither."""
    content = path.read_bytes()
    try:
        told = json.loads(_attached(content) if content.startswith(SIGN) else content)
        if told["format"] != FORMAT:
            raise ValueError(NONE)
        return [Entry(**row) for row in told["entries"]]
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(NONE) from error


def _attached(content: bytes) -> bytes:
    try:
        paper = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ValueError(NONE) from error
    with paper:
        found = (paper.get_attachment(n) for n in range(paper.count_attachments()))
        for each in found:
            if each.get_name() == NAME:
                return bytes(each.get_data())
    raise ValueError(NONE)
