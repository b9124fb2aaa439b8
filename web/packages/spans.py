"""Many numbers in few words: 1–4, 7, 9."""

from collections.abc import Iterable
from itertools import groupby


def spans(numbers: Iterable[int]) -> str:
    """Three or more in a row are joined."""
    ranked = list(enumerate(sorted(set(numbers))))
    runs = groupby(ranked, key=lambda pair: pair[1] - pair[0])
    return ", ".join(_run([number for _, number in run]) for _, run in runs)


def _run(numbers: list[int]) -> str:
    if len(numbers) > 2:  # noqa: PLR2004
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))
