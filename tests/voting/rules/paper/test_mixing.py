"""PROTOCOL 16.7: nobody at a distance can be made out."""

import pytest

from voting.rules.paper.mixing import why_not


@pytest.mark.parametrize(("remote", "minimum"), [(10, 10), (5, 5), (5, 1), (61, 10)])
def test_so_many_may_be_printed_and_mixed(remote: int, minimum: int) -> None:
    assert why_not(remote, minimum, is_adopted=True) is None


@pytest.mark.parametrize(("remote", "minimum"), [(9, 10), (4, 1), (1, 10), (0, 10)])
def test_fewer_may_not(remote: int, minimum: int) -> None:
    assert str(why_not(remote, minimum, is_adopted=True)).startswith(f"Bara {remote} deltar")


def test_a_council_that_has_not_adopted_it_may_not() -> None:
    said = "Fullmäktige har inte antagit utskrift och blandning (5 kap. 72 §)."
    assert why_not(61, 10, is_adopted=False) == said
