"""Rows of a result: what was measured, ours and the peer's in the same run, and the ratio."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path("build/bench")


@dataclass(frozen=True)
class Row:
    """`ratio` = ours / peer: under 1 is quicker for times, over 1 for rates.  `runs`: rounds."""

    name: str
    unit: str
    ours: float
    peer: float | None
    peer_name: str
    ratio: float | None
    runs: int


def row(name: str, unit: str, ours: Sequence[float], peer: Sequence[float], peer_name: str) -> Row:
    """Medians of the rounds; the first round warmed everything up and was thrown away."""
    mine = statistics.median(ours)
    theirs = statistics.median(peer) if peer else None
    ratio = round(mine / theirs, 2) if theirs else None
    return Row(name, unit, round(mine, 2), theirs and round(theirs, 2), peer_name, ratio, len(ours))


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def write(name: str, rows: Sequence[Row]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = json.dumps([asdict(each) for each in rows], indent=1, ensure_ascii=False)
    (FOLDER / f"{name}.json").write_text(told + "\n", encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    lines = [
        "| what | unit | ours | peer | peer is | ratio | rounds |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.name} | {r.unit} | {r.ours} | {r.peer if r.peer is not None else '–'} "
        f"| {r.peer_name} | {r.ratio if r.ratio is not None else '–'} | {r.runs} |"
        for r in rows
    ]
    return "\n".join(lines) + "\n"
