"""Ballot papers as PDF: several on each A4, one side, cut along the ticks in the margin.

Nothing on a paper differs but what the voter chooses: no number, no code, no mark.  Runs in a
worker.
"""

import json
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import typst

from voting.rules.paper.slips import Print

SETTING = Path(__file__).parent / "slips.typ"


@dataclass(frozen=True)
class Ordered:
    """`copies` of each slip, in the order of the print.  `designation` is the word on the form."""

    told: Print
    copies: tuple[int, ...]
    designation: str
    language: str = "sv"


def make(ordered: Ordered) -> BytesIO:
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / "slips.typ").write_bytes(SETTING.read_bytes())
        (desk / "slips.json").write_text(json.dumps(_plain(ordered), ensure_ascii=False), "utf-8")
        content = typst.compile(desk / "slips.typ", pdf_standards=["ua-1", "a-3a"])
    return BytesIO(bytes(content))


def _plain(ordered: Ordered) -> dict[str, Any]:
    told = ordered.told
    slips = [
        {
            "designation": slip.designation,
            "names": slip.names,
            "lines": slip.lines,
            "copies": copies,
        }
        for slip, copies in zip(told.slips, ordered.copies, strict=True)
    ]
    return {
        "title": told.title,
        "is_numbered": told.is_numbered,
        "format": told.format.value,
        "longest": told.longest,
        "designation": ordered.designation,
        "language": ordered.language,
        "slips": slips,
    }
