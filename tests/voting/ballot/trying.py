"""Ballots that were made to be opened, with the chance that opens them."""

from collections.abc import Sequence

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import Held
from voting.ballot import canonical
from voting.ballot.making import answers, chance
from voting.ballot.making.ballots import make_ballot
from voting.ballot.trials import Trial


def tried(held: Held, choices: Sequence[Sequence[int]]) -> Trial:
    """The first voter's; what the maker draws for its proofs is drawn elsewhere."""
    drawn: list[mpz] = []

    def remembered(group: object) -> mpz:
        drawn.append(chance.exponent(held.election.group))
        return drawn[-1]

    class Remembering:
        exponent = staticmethod(remembered)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "chance", Remembering)
        ballot = make_ballot(held.election, held.voters[0], choices)
    rows, left = [], iter(drawn)
    for choice, question in zip(choices, held.election.questions, strict=True):
        count = 1 if hasattr(question, "value") else len(choice)
        rows.append(tuple(next(left) for _slot in range(count)))
    return Trial(held.election.text, ballot, tuple(rows))


def written(trial: Trial) -> str:
    return canonical.dump(trial)
