"""Encrypts a choice and proves that it is one that the question allows.  PROTOCOL 5.7."""

from collections.abc import Sequence

from gmpy2 import mpz

from voting.ballot import statements
from voting.ballot.embedding import embed
from voting.ballot.keys import Key
from voting.ballot.making import chance, proofs
from voting.ballot.making.proofs import Branch
from voting.ballot.objects import (
    Answer,
    Ciphertext,
    Homomorphic,
    HomomorphicAnswer,
    Mixnet,
    MixnetAnswer,
    Proof,
    Question,
)
from voting.ballot.questions import slots

Choice = Sequence[int]


class NotAllowedError(ValueError):
    """A choice that the question does not allow; says nothing of the choice."""


def make_answer(key: Key, by: str, question: Question, choice: Choice) -> Answer:
    """`by` is S0.  A choice is 0 or 1 for each answer, blank first, or a free ballot's numbers.

    Raises NotAllowedError.
    """
    if isinstance(question, Mixnet):
        return _free(key, by, question, choice)
    if not is_allowed(question, choice):
        raise NotAllowedError("the question does not allow this choice")
    return _marked(key, by, question, choice)


def is_allowed(question: Homomorphic, choice: Choice) -> bool:
    """As many marks as the question says; or, where it may be, blank and nothing else."""
    if len(choice) != slots(question) or not set(choice) <= {0, 1}:
        return False
    blank, marks = (choice[0], choice[1:]) if question.blank else (0, choice)
    if blank:
        return sum(marks) == 0
    return question.min <= sum(marks) <= question.max


def _marked(key: Key, by: str, question: Homomorphic, choice: Choice) -> HomomorphicAnswer:
    slots_ = [Branch(chance.exponent(key.group), mpz(mark)) for mark in choice]
    choices = tuple(_encrypted(key, slot) for slot in slots_)
    individual = tuple(
        _between(key, statements.slot(by, shown), slot, 0, 1)
        for slot, shown in zip(slots_, choices, strict=True)
    )
    bound = statements.choices(by, choices)
    if question.blank:
        blank, total = slots_[0], _sum(key, slots_[1:])
        allowed = [_less(total, count) for count in range(question.min, question.max + 1)]
        overall = statements.overall(bound)
        return HomomorphicAnswer(
            choices=choices,
            individual_proofs=individual,
            overall_proof=proofs.one_is_nothing(key, overall, [_less(blank, 1), *allowed]),
            blank_proof=proofs.one_is_nothing(key, statements.blank(bound), [blank, total]),
        )
    statement = statements.slot(bound, key.product(choices))
    return HomomorphicAnswer(
        choices=choices,
        individual_proofs=individual,
        overall_proof=_between(key, statement, _sum(key, slots_), question.min, question.max),
    )


def _free(key: Key, by: str, question: Mixnet, choice: Choice) -> MixnetAnswer:
    if len(choice) != len(question.value.answers):
        raise NotAllowedError("a free ballot has one number for each place")
    try:
        element = embed(key.group, choice)
    except ValueError:
        raise NotAllowedError("a number of a free ballot is not from 0 to 255") from None
    r = chance.exponent(key.group)
    shown = Ciphertext(key.group.generate(r), key.power(r) * element % key.group.p)
    return MixnetAnswer(shown, proofs.know(key.group, statements.free(by, key.y, shown), r))


def _between(key: Key, statement: str, slot: Branch, least: int, most: int) -> tuple[Proof, ...]:
    branches = [_less(slot, count) for count in range(least, most + 1)]
    return proofs.one_is_nothing(key, statement, branches)


def _encrypted(key: Key, slot: Branch) -> Ciphertext:
    beta = key.power(slot.chance) * key.group.generate(slot.content) % key.group.p
    return Ciphertext(key.group.generate(slot.chance), beta)


def _sum(key: Key, slots_: Sequence[Branch]) -> Branch:
    chances = sum((slot.chance for slot in slots_), mpz(0))
    return Branch(chances % key.group.q, sum((slot.content for slot in slots_), mpz(0)))


def _less(slot: Branch, count: int) -> Branch:
    return Branch(slot.chance, slot.content - mpz(count))
