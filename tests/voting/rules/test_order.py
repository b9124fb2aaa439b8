"""KL 5:53: three proposals and more, one question at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voting.rules.majority import Choice, Tally
from voting.rules.order import (
    Answer,
    By,
    LogRow,
    OrderResult,
    OrderStatus,
    Pair,
    Stage,
    order_of_questions,
)

YES, NO = Choice.YES, Choice.NO


def test_a_single_proposal_needs_no_division() -> None:
    assert order_of_questions(["A"]) == OrderResult(OrderStatus.DECIDED, "A", (), None, 0)


def test_the_weakest_two_meet_first_and_the_main_question_comes_last() -> None:
    first = order_of_questions(["A", "B", "C"])
    preparatory = Pair(Stage.PREPARATORY, "B", "C")
    assert first == OrderResult(OrderStatus.DIVISION_NEEDED, None, (), preparatory, 2)
    second = order_of_questions(["A", "B", "C"], [Answer("B", "C", acclaimed=NO)])
    assert second.next == Pair(Stage.MAIN, "A", "C")
    assert second.log == (LogRow(Pair(Stage.PREPARATORY, "B", "C"), None, By.ACCLAMATION, NO),)


def test_an_even_preparatory_division_waits_and_may_choose_another_winner() -> None:
    order = ["KS", "A", "B"]
    waits = order_of_questions(order, [Answer("A", "B", Tally(20, 20, 21))])
    assert waits.status is OrderStatus.AWAIT_CASTING_VOTE
    assert waits.next == Pair(Stage.PREPARATORY, "A", "B")
    cast = order_of_questions(order, [Answer("A", "B", Tally(20, 20, 21), casting=NO)])
    assert cast.next == Pair(Stage.MAIN, "KS", "B")


def test_four_proposals_are_decided_in_three_divisions() -> None:
    """ORDER-6: the first even and decided by the chair, the last lost by the main question."""
    even, clear, last = Tally(25, 25, 11), Tally(40, 15, 6), Tally(29, 31, 1)
    found = order_of_questions(
        ["KS", "A", "B", "C"],
        [
            Answer("B", "C", even, casting=NO),
            Answer("A", "C", clear),
            Answer("KS", "A", last, casting=YES),
        ],
    )
    log = (
        LogRow(Pair(Stage.PREPARATORY, "B", "C"), even, By.CASTING_VOTE, NO),
        LogRow(Pair(Stage.PREPARATORY, "A", "C"), clear, By.DIVISION, YES),
        LogRow(Pair(Stage.MAIN, "KS", "A"), last, By.DIVISION, NO),
    )
    assert found == OrderResult(OrderStatus.DECIDED, "A", log, None, 3)


def test_the_result_can_depend_on_the_chairs_order() -> None:
    """A beats B, B beats C, C beats A: whoever comes in last wins."""
    answers = [
        Answer("A", "B", Tally(40, 21)),
        Answer("B", "C", Tally(40, 21)),
        Answer("C", "A", Tally(40, 21)),
    ]
    flipped = [Answer(one.no, one.yes, Tally(21, 40)) for one in answers]
    winners = set()
    for order in (["A", "B", "C"], ["B", "C", "A"], ["C", "A", "B"]):
        usable = [one for one in answers + flipped if order.index(one.yes) < order.index(one.no)]
        winners.add(order_of_questions(order, usable).winner)
    assert winners == {"A", "B", "C"}


@st.composite
def debates(draw: st.DrawFn) -> tuple[list[int], dict[tuple[int, int], Choice]]:
    order = draw(st.permutations(range(draw(st.integers(1, 7)))))
    pairs = [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]]
    results = {pair: draw(st.sampled_from([YES, NO])) for pair in pairs}
    return list(order), results


@given(debates())
def test_one_division_fewer_than_the_proposals_always_decides(
    debate: tuple[list[int], dict[tuple[int, int], Choice]],
) -> None:
    order, results = debate
    answers: list[Answer[int]] = []
    while (found := order_of_questions(order, answers)).next is not None:
        pair = found.next
        answers.append(Answer(pair.yes, pair.no, acclaimed=results[pair.yes, pair.no]))
    champion = order[-1]
    for challenger in reversed(order[:-1]):
        champion = challenger if results[challenger, champion] is YES else champion
    assert found.winner == champion
    assert len(answers) == found.max_divisions == len(order) - 1
    everything = [Answer(yes, no, acclaimed=one) for (yes, no), one in results.items()]
    assert order_of_questions(order, everything) == found


@pytest.mark.parametrize(
    ("order", "answers", "message"),
    [
        ([], [], "inget förslag"),
        (["A", "A"], [], "två gånger"),
        (["A", "B"], [("A", "C")], "inte finns"),
        (["A", "B"], [("A", "A")], "inte finns"),
        (["A", "B"], [("A", "B"), ("A", "B")], "två gånger"),
        (["A", "B"], [("A", "B"), ("B", "A")], "två gånger"),
    ],
)
def test_proposals_and_answers_that_do_not_fit_are_refused(
    order: list[str], answers: list[tuple[str, str]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        order_of_questions(order, [Answer(yes, no, Tally(2, 1)) for yes, no in answers])


def test_an_answer_is_either_counted_or_acclaimed() -> None:
    for tally, acclaimed in ((None, None), (Tally(2, 1), YES)):
        with pytest.raises(ValueError, match="antingen röstetal eller acklamation"):
            Answer("A", "B", tally, acclaimed=acclaimed)
    with pytest.raises(ValueError, match="ja eller nej"):
        Answer("A", "B", acclaimed=Choice.ABSTAIN)
    with pytest.raises(ValueError, match="ja eller nej"):
        Answer("A", "B", Tally(2, 2), casting=Choice.ABSTAIN)
