"""Is this a question that may be put now?  The chair chooses the words, never the law."""

from dataclasses import replace

from core.errors import BadInput, MovedOn, RuleBroken
from core.words import Sentence
from voting.actions import ground
from voting.models import VoteKind
from voting.queries.course import Course
from voting.queries.questions import Question, by_law, delay_majority, is_put_off, next_in
from voting.rules.majority import Required

LONGEST = 5_000  # characters in a question of the chair's own, and in what each answer means
PUT_OFF = {
    VoteKind.REFER_BACK: Sentence("återremiss"),
    VoteKind.TABLE: Sentence("bordläggning"),
}


def the_question(course: Course, asked: Question | None) -> Question:
    """What the chair asks, or what comes next by itself when she asks nothing of her own."""
    ground.may_be_asked(course)
    expected = next_in(course)
    question = asked or expected
    if question is None:
        raise BadInput("Skriv den fråga som ska ställas.", "question")
    if asked is not None:
        _words(asked)
    _turn(course, question, expected)
    _order(course, question)
    _open_division(course, question)
    _majority(course, question)
    _as_the_law_says(course, question)
    return question


def doubts(course: Course, question: Question) -> list[Sentence]:
    """Lawful, but only if the chair knows something that the records do not."""
    if question.is_counted and by_law(course, question.key) is None:
        return [
            Sentence(
                "Två tredjedelar gäller bara extra val, folkinitiativ och undantag från lagen om "
                "proportionella val (5 kap. 10, 37 och 58 §§)."
            )
        ]
    if not question.kind.is_formal or question.majority is delay_majority(course):
        return []
    return [
        Sentence(
            "En tredjedel räcker för {what}. Enkel majoritet krävs bara om en minoritet redan har "
            "skjutit upp ärendet (5 kap. 50 §).",
            what=PUT_OFF[question.kind],
        )
    ]


def _words(question: Question) -> None:
    said = {
        "question": question.text,
        "yes_means": question.yes_means,
        "no_means": question.no_means,
    }
    for field, words in said.items():
        if not words.strip():
            raise BadInput("Skriv frågan, vad ja betyder och vad nej betyder.", field)
        if len(words) > LONGEST:
            raise BadInput("Texten är för lång. Högst 5 000 tecken får plats.", field)
    if question.yes_means.strip() == question.no_means.strip():
        raise BadInput("Ja och nej får inte betyda samma sak.", "no_means")


def _turn(course: Course, question: Question, expected: Question | None) -> None:
    """ORDER-2, ORDER-6: formal first, then the pairs, additions last.  A vote in doubt is held anew
    before the next question (ORDER-7).  Without proposals the chair words a question freely.
    """
    is_free = not course.proposals and question.key[1:] == (None, None)
    if is_free and (question.kind.is_formal or not course.is_yes_or_no):
        return
    if expected is not None and question.key == expected.key:
        return
    if question.key == course.repeatable:
        return
    if expected is not None:
        raise MovedOn("En annan fråga ska ställas nu: {question}", question=expected.text)
    if is_put_off(course):
        raise MovedOn("Ärendet är redan uppskjutet.")
    raise MovedOn("Alla yrkanden är prövade.")


def _order(course: Course, question: Question) -> None:
    is_material = question.kind in (VoteKind.MAIN, VoteKind.COUNTER)
    if is_material and course.needs_order:
        raise RuleBroken("Propositionsordningen ska godkännas först.")


def _open_division(course: Course, question: Question) -> None:
    if course.is_secret and not (question.kind.is_formal or question.kind is VoteKind.PUT):
        raise RuleBroken(
            "I val och anställningar hålls omröstningen med slutna sedlar (5 kap. 54 §)."
        )


def _majority(course: Course, question: Question) -> None:
    wanted = question.majority
    if not question.kind.is_formal:
        if wanted is Required.ONE_THIRD:
            raise RuleBroken("En tredjedel gäller bara återremiss och bordläggning (5 kap. 50 §).")
        return
    if wanted not in (Required.SIMPLE, Required.ONE_THIRD):
        raise RuleBroken("Återremiss och bordläggning kräver en tredjedel eller enkel majoritet.")
    if wanted is Required.ONE_THIRD and delay_majority(course) is Required.SIMPLE:
        if course.is_election:
            raise RuleBroken("I val krävs enkel majoritet (5 kap. 50 §).")
        raise RuleBroken(
            "En minoritet har redan skjutit upp ärendet. Nu krävs enkel majoritet (5 kap. 50 §)."
        )


def _as_the_law_says(course: Course, question: Question) -> None:
    """Turned round, yes and no would give the share to the wrong side (KL 5:10, 5:37, 5:58)."""
    lawful = by_law(course, question.key)
    if lawful is None or replace(question, text=lawful.text) == lawful:
        return
    raise RuleBroken("Här bestämmer lagen vad ja och nej betyder och hur många som krävs.")
