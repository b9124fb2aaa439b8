"""What happens in a replayed meeting, in its order: FORMAT section 6.

Items as on the agenda; within an item its speeches by their order, then its questions as they
stand in the file.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from web.packages.schema import AgendaRow, Package, QuestionRow, SpeechRow, VoteRow

UNKNOWN_SPEECH = timedelta(minutes=2)  # where a package does not say how long it was
ONE_VOTE = timedelta(seconds=30)  # from the opening of a vote to the gavel
AT_ONCE = timedelta()


@dataclass(frozen=True)
class ItemOpens:
    """`place`: where the item stands on the agenda, from 0."""

    place: int
    item: AgendaRow


@dataclass(frozen=True)
class ItemCloses:
    place: int
    item: AgendaRow
    is_voted_on: bool


@dataclass(frozen=True)
class Said:
    place: int
    speech: SpeechRow


@dataclass(frozen=True)
class Asked:
    """A question put to a vote, with the answer of every seat."""

    place: int
    question: QuestionRow
    answers: tuple[VoteRow, ...]


Step = ItemOpens | Said | Asked | ItemCloses


def script(package: Package) -> list[Step]:
    """Everything from the first item to the last.

    Where the minutes have §§, what has neither number nor § (a pause) is no item of business.
    """
    speeches: dict[int, list[SpeechRow]] = defaultdict(list)
    for speech in sorted(package.speeches, key=lambda one: one.order):
        speeches[speech.item].append(speech)
    answers: dict[tuple[int, int], list[VoteRow]] = defaultdict(list)
    for vote in package.votes:
        answers[vote.key].append(vote)
    questions: dict[int, list[Asked]] = defaultdict(list)
    places = {row.number: place for place, row in enumerate(package.agenda)}
    for question in package.questions:
        asked = Asked(places[question.item], question, tuple(answers[question.key]))
        questions[question.item].append(asked)
    has_paragraphs = any(row.paragraph for row in package.agenda)
    return [
        step
        for place, item in enumerate(package.agenda)
        if item.number is not None or item.paragraph or not has_paragraphs
        for step in _item(place, item, speeches, questions)
    ]


def fixed(step: Step) -> datetime | None:
    """The clock time that the package gives; None where only the order is known."""
    if isinstance(step, Asked):
        return step.question.time
    return step.speech.start if isinstance(step, Said) else None


def length(step: Step) -> timedelta:
    if isinstance(step, Asked):
        return ONE_VOTE
    if not isinstance(step, Said):
        return AT_ONCE
    seconds = step.speech.seconds
    return UNKNOWN_SPEECH if seconds is None else timedelta(seconds=seconds)


def _item(
    place: int,
    item: AgendaRow,
    speeches: dict[int, list[SpeechRow]],
    questions: dict[int, list[Asked]],
) -> Iterator[Step]:
    """Business without a number has neither speeches nor questions in the other tables."""
    said = [] if item.number is None else speeches[item.number]
    asked = [] if item.number is None else questions[item.number]
    yield ItemOpens(place, item)
    yield from (Said(place, speech) for speech in said)
    yield from asked
    yield ItemCloses(place, item, bool(asked))
