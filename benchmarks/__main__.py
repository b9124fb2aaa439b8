"""`make bench`: every benchmark, written to build/bench/ and to a table in docs/benchmarks.md."""

import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import ballots, booth, burst, crowd, snapshot
from benchmarks.rows import Row, table, write

BENCHMARKS: dict[str, Callable[[], list[Row]]] = {
    "burst": burst.rows,
    "crowd": crowd.rows,
    "snapshot": snapshot.rows,
    "ballots": ballots.rows,
    "booth": booth.rows,
}
PAGE = Path("docs/benchmarks.md")


def main(names: list[str]) -> None:
    told = []
    for name in names or BENCHMARKS:
        rows = BENCHMARKS[name]()
        write(name, rows)
        told.append(f"## {name}\n\n{BENCHMARKS[name].__globals__['__doc__'].strip()}\n\n")
        told.append(table(rows) + "\n")
        print(table(rows), flush=True)
    if not names:
        PAGE.write_text(HEAD.format(machine=machine()) + "".join(told), encoding="utf-8")


def machine() -> str:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}, "
        f"load before the end {load}"
    )


HEAD = """# Benchmarks

Written by `make bench`. Ratios are ours / peer, both in the same run; medians of the rounds.
For times a ratio under 1 is quicker, for rates a ratio over 1. Compare rows, not machines.

The peers do the same batching, the same commit and the same broadcast, and nothing else: no
sign-in, no policy, no limits, no cross-site check.  What a request and an act cost in Python is
told in [decision 7](decisions/0007-one-reading-one-answer.md).

Machine: {machine}.

"""

if __name__ == "__main__":
    main(sys.argv[1:])
