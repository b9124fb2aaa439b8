"""The tally: what the last ballot of each credential amounts to, still encrypted.  PROTOCOL 5.8."""

from collections.abc import Sequence

from voting.ballot.election import Election
from voting.ballot.keys import Key
from voting.ballot.objects import (
    Answer,
    Ballot,
    Ciphertext,
    EncryptedTally,
    Homomorphic,
    HomomorphicAnswer,
    MixnetAnswer,
    Question,
)
from voting.ballot.questions import slots


def counted(ballots: Sequence[Ballot]) -> list[Ballot]:
    """The last ballot of each credential; ballots in the order of the board."""
    return list({ballot.credential: ballot for ballot in ballots}.values())


def tally(election: Election, ballots: Sequence[Ballot]) -> EncryptedTally:
    """Of ballots already checked, one of each credential."""
    return tuple(
        _of_question(election.key, question, [ballot.answers[place] for ballot in ballots])
        for place, question in enumerate(election.questions)
    )


def _of_question(key: Key, question: Question, answers: Sequence[Answer]) -> tuple[Ciphertext, ...]:
    free = [one.choices for one in answers if isinstance(one, MixnetAnswer)]
    marks = [one.choices for one in answers if isinstance(one, HomomorphicAnswer)]
    if isinstance(question, Homomorphic):
        return tuple(
            key.product(choices[slot] for choices in marks) for slot in range(slots(question))
        )
    # Sorted, so that their order tells nothing about who cast which ballot.
    return tuple(sorted(free, key=lambda one: (one.alpha, one.beta)))


def free_rows(election: Election, encrypted: EncryptedTally) -> EncryptedTally:
    """What is to be shuffled: one row for each free question."""
    return tuple(encrypted[place] for place in election.mixed)


def with_free_rows(
    election: Election, encrypted: EncryptedTally, rows: EncryptedTally
) -> EncryptedTally:
    """What is to be decrypted, after a shuffle."""
    shuffled = dict(zip(election.mixed, rows, strict=True))
    return tuple(shuffled.get(place, row) for place, row in enumerate(encrypted))
