"""PROTOCOL 24.2: as they sit, the chair last."""

from voting.rules.paper.calling import Voter, called


def test_the_chair_puts_her_slip_in_last() -> None:
    voters = [Voter(3, 30, "C", "V"), Voter(1, 10, "A", "M"), Voter(2, 20, "B", None)]
    assert [each.seat for each in called(voters, 10)] == [2, 3, 1]
    assert [each.seat for each in called(voters, None)] == [1, 2, 3]
