"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

import pytest

from tests.machines import kinds_in, not_come_by, often
from tests.voting.machine.elections import Elections
from tests.voting.machine.endings import Endings
from tests.voting.machine.papers import Papers
from tests.voting.machine.people import People
from tests.voting.machine.refusals import Refusals
from tests.voting.machine.statements import Statements
from tests.voting.machine.tellers import Tellers
from voting import facts

HOUSES = 24
ON_BALLOTS = {  # followed from end to end in `tests.voting.elections`
    facts.ElectionOpened.kind,
    facts.ElectionClosed.kind,
    facts.ElectionCounted.kind,
}


class Voting(Endings, Elections, Refusals, Statements, Papers, Tellers, People):
    """A council of five that decides, with all that can happen to it meanwhile."""


TestVoting = pytest.mark.slow(Voting.TestCase)
TestVoting.settings = often(runs=5, steps=20)


def test_long_evenings_of_all_sorts_come_by_every_fact() -> None:
    assert (
        not_come_by(kinds_in(facts) - ON_BALLOTS, (Voting() for _ in range(HOUSES)), acts=70)
        == set()
    )
