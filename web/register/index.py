"""The list of what is in the parcel, for people (CSV, opened by Excel) and for machines (JSON)."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from web.register.pieces import Piece

FORMAT = "klubba-register-1"
HEADER = (
    "Nummer",
    "In/ut",
    "Datum",
    "Sort",
    "Titel",
    "Från",
    "Ärende",
    "Ärendenummer",
    "Filnamn",
    "SHA-256",
    "Anmärkning",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # else Excel takes UTF-8 for something older


def as_csv(pieces: Sequence[Piece]) -> bytes:
    """With semicolons, as Swedish Excel expects them."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    for piece in pieces:
        writer.writerow(_safe(cell) for cell in _cells(piece))
    return (BOM + page.getvalue()).encode()


def as_json(meeting: dict[str, Any], made_at: str, pieces: Sequence[Piece]) -> bytes:
    """`meeting`: its number, council, title and date."""
    told = {
        "format": FORMAT,
        "made_at": made_at,
        "meeting": meeting,
        "documents": [_told(piece) for piece in pieces],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _cells(piece: Piece) -> tuple[str, ...]:
    return (
        str(piece.number),
        piece.direction,
        piece.day.isoformat(),
        piece.sort,
        piece.title,
        piece.sender,
        piece.place,
        piece.case_number,
        piece.filename,
        piece.sha256,
        piece.all_remarks,
    )


def _told(piece: Piece) -> dict[str, Any]:
    return {
        "number": piece.number,
        "direction": "received" if piece.direction == "Inkommen" else "created",
        "date": piece.day.isoformat(),
        "sort": piece.sort,
        "title": piece.title,
        "from": piece.sender,
        "item": piece.place,
        "case_number": piece.case_number,
        "file": piece.filename,
        "sha256": piece.sha256,
        "closed_doors": piece.behind_doors,
        "remark": piece.all_remarks,
    }


def _safe(text: str) -> str:
    """A spreadsheet must not take a title for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
