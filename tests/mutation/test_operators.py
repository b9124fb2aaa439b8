"""The faults that are put into the rules."""

import pytest

from tests.mutation.operators import mutants


def faulty(source: str) -> list[str]:
    return [mutant.after for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("votes >= needed", ["votes > needed", "votes <= needed"]),
        ("seats // 2", ["seats * 2", "seats % 2", "3", "1"]),
        ("is_open and not late", ["is_open or not late", "not late", "is_open", "late"]),
        ("sorted(votes, reverse=True)", ["list(votes)", "sorted(votes)", "False"]),
        ("[one for one in all if one.new]", [" for one in all", " for one in all if not one.new"]),
        (
            "Answer.YES if yes else Answer.NO",
            ["Answer.YES if not yes else Answer.NO", "Answer.NO", "Answer.YES"],
        ),
    ],
)
def test_each_piece_of_a_rule_is_written_in_every_wrong_way(source: str, faults: list[str]) -> None:
    assert faulty(f"x = {source}") == faults
