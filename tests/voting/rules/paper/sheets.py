"""Elections of different kinds, to count in tests."""

from councils.rules.procedure import MajorityBallotRule
from voting.rules.paper.sheet import Choice, Sheet

ONE_PLACE = Sheet(1, False, (Choice(1, "", ("Bo",)), Choice(2, "", ("Eva",))))
TWO_PLACES = Sheet(2, False, tuple(Choice(n, "", (name,)) for n, name in enumerate("abc", 1)))
AT_MOST_TWO = Sheet(2, False, TWO_PLACES.choices, MajorityBallotRule.AT_MOST)
LISTS = Sheet(
    3,
    True,
    (Choice(1, "Lista A", ("a1", "a2", "a3")), Choice(2, "Lista B", ("b1", "b2", "b3"))),
)
