"""More than two proposals: which are put against each other, and which question comes next.

Kommunallagen 5 kap. 53, 55–56 §§ (ORDER-4–6).  The one found carried is the main question; the
rest compete to be the opposing question, the weakest first; the main question comes last.  The
result can depend on the order: it is the chair's, approved by the council, and never changed here.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from voting.rules.majority import Choice, Ground, Tally, outcome

P = TypeVar("P", bound=Hashable)


class Stage(StrEnum):
    PREPARATORY = "preparatory"
    MAIN = "main"


class OrderStatus(StrEnum):
    DECIDED = "DECIDED"
    DIVISION_NEEDED = "DIVISION_NEEDED"
    AWAIT_CASTING_VOTE = "AWAIT_CASTING_VOTE"


class By(StrEnum):
    DIVISION = "DIVISION"
    CASTING_VOTE = "CASTING_VOTE"
    ACCLAMATION = "ACCLAMATION"


@dataclass(frozen=True)
class Answer(Generic[P]):
    """How the council answered one question: by a division, or by acclamation."""

    yes: P
    no: P
    tally: Tally | None = None
    casting: Choice | None = None
    acclaimed: Choice | None = None

    def __post_init__(self) -> None:
        if (self.tally is None) == (self.acclaimed is None):
            raise ValueError("Ange antingen röstetal eller acklamation.")
        if Choice.ABSTAIN in (self.acclaimed, self.casting):
            raise ValueError("Svaret är ja eller nej.")


@dataclass(frozen=True)
class Pair(Generic[P]):
    """A question: ja for `yes`, nej for `no`."""

    stage: Stage
    yes: P
    no: P


@dataclass(frozen=True)
class LogRow(Generic[P]):
    pair: Pair[P]
    tally: Tally | None
    by: By
    result: Choice


@dataclass(frozen=True)
class OrderResult(Generic[P]):
    """`next` is the question to put now, or the even one that waits for the casting vote."""

    status: OrderStatus
    winner: P | None
    log: tuple[LogRow[P], ...]
    next: Pair[P] | None
    max_divisions: int


def order_of_questions(order: Sequence[P], answers: Iterable[Answer[P]] = ()) -> OrderResult[P]:
    """How far the questions have come.  `order`: as the chair found them, strongest first.

    Answers for pairs that never meet are ignored.  ORDER-6, KL 5:53.
    """
    _check_order(order)
    given = _by_pair(answers, order)
    most = len(order) - 1
    champion = order[-1]
    log: list[LogRow[P]] = []
    for place in range(most - 1, -1, -1):  # from the weakest challenger to the main question
        stage = Stage.MAIN if place == 0 else Stage.PREPARATORY
        pair = Pair(stage, order[place], champion)
        answer = given.get((pair.yes, pair.no))
        row = None if answer is None else _row(pair, answer)
        if row is None:
            status = OrderStatus.AWAIT_CASTING_VOTE if answer else OrderStatus.DIVISION_NEEDED
            return OrderResult(status, None, tuple(log), pair, most)
        log.append(row)
        champion = pair.yes if row.result is Choice.YES else pair.no
    return OrderResult(OrderStatus.DECIDED, champion, tuple(log), None, most)


def _check_order(order: Sequence[P]) -> None:
    if not order:
        raise ValueError("Det finns inget förslag att pröva.")
    if len(set(order)) < len(order):
        raise ValueError("Samma förslag finns två gånger.")


def _by_pair(answers: Iterable[Answer[P]], order: Sequence[P]) -> Mapping[tuple[P, P], Answer[P]]:
    given: dict[tuple[P, P], Answer[P]] = {}
    for answer in answers:
        pair = (answer.yes, answer.no)
        if answer.yes == answer.no or not {*pair} <= {*order}:
            raise ValueError("Frågan gäller ett förslag som inte finns.")
        if pair in given or pair[::-1] in given:
            raise ValueError("Samma fråga är besvarad två gånger.")
        given[pair] = answer
    return given


def _row(pair: Pair[P], answer: Answer[P]) -> LogRow[P] | None:
    """None for an even vote without a casting vote."""
    if answer.tally is None:
        return None if answer.acclaimed is None else _acclaimed(pair, answer.acclaimed)
    found = outcome(answer.tally, casting=answer.casting)
    if found.result is None:
        return None
    by = By.CASTING_VOTE if found.by is Ground.CASTING_VOTE else By.DIVISION
    return LogRow(pair, answer.tally, by, found.result)


def _acclaimed(pair: Pair[P], result: Choice) -> LogRow[P]:
    return LogRow(pair, None, By.ACCLAMATION, result)
