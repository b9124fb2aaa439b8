"""A ballot that was opened instead of cast, to see that a device encrypts what its voter chose.

The voter decides only when the ballot exists, so a program that lies is found as often as it is
tried.  Such a ballot is never in the urn.  PROTOCOL 18.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.ballots import check_contents, read_ballot, tracker
from voting.ballot.election import Election, read_election
from voting.ballot.embedding import embed, extract
from voting.ballot.group import Group
from voting.ballot.keys import Key
from voting.ballot.objects import Answer, Ciphertext, Mixnet, MixnetAnswer, Question
from voting.ballot.reasons import Code, Fault, demand


@dataclass(frozen=True)
class Trial:
    """What the device gives out: `chances` opens each choice of each question."""

    election: str
    ballot: str
    chances: tuple[tuple[mpz, ...], ...]


@dataclass(frozen=True)
class Opened:
    """`choices`: for each question 0 or 1 for each answer, blank first, or a ballot's numbers."""

    election: Election
    tracker: str
    choices: tuple[tuple[int, ...], ...]


def open_trial(text: bytes | str) -> Opened:
    """Raises a Fault where the ballot is not valid, or the chances are not those of the ballot."""
    try:
        trial = canonical.parse(text, Trial)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"the trial: {error}") from None
    election, ballot = read_election(trial.election), read_ballot(trial.ballot)
    check_contents(election, ballot)
    _demand(len(trial.chances) == len(election.questions), "not the chance of each question")
    parts = zip(election.questions, ballot.answers, trial.chances, strict=True)
    choices = tuple(_opened(election.key, *part) for part in parts)
    return Opened(election, tracker(trial.ballot), choices)


def _opened(
    key: Key, question: Question, answer: Answer, chances: Sequence[mpz]
) -> tuple[int, ...]:
    shown = (answer.choices,) if isinstance(answer, MixnetAnswer) else answer.choices
    _demand(len(chances) == len(shown), "not the chance of each choice")
    contents = [_content(key, *pair) for pair in zip(shown, chances, strict=True)]
    if isinstance(question, Mixnet):
        return _numbers(key.group, contents[0], len(question.value.answers))
    return tuple(_mark(key.group, content) for content in contents)


def _content(key: Key, shown: Ciphertext, chance: mpz) -> mpz:
    _demand(key.group.generate(chance) == shown.alpha, "the chance is not that of the ballot")
    mask = key.group.power(key.y, chance)  # a table would cost more than it saves
    return shown.beta * key.group.inverse(mask) % key.group.p


def _mark(group: Group, content: mpz) -> int:
    _demand(content in (mpz(1), group.g), "a choice is neither 0 nor 1")
    return int(content != 1)


def _numbers(group: Group, content: mpz, count: int) -> tuple[int, ...]:
    numbers = extract(content, count)
    _demand(embed(group, numbers) == content, "a free ballot holds more than its numbers")
    return numbers


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.BALLOT_PROOF, text)
