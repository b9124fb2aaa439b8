"""The steps of an item by its kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from meetings.rules.steps import (
    ItemStep,
    back,
    first_step,
    forward,
    needs_decision,
    path,
    transitions,
)

kinds = st.sampled_from(ItemKind)
DECISION, CLOSED = ItemStep.DECISION, ItemStep.CLOSED


@st.composite
def places(draw: st.DrawFn) -> tuple[ItemKind, ItemStep]:
    kind = draw(kinds)
    return kind, draw(st.sampled_from(path(kind)))


def test_a_matter_goes_from_presentation_to_decision() -> None:
    assert [step.label for step in path(ItemKind.DECISION)] == [
        "Föredragning",
        "Debatt",
        "Yrkanden",
        "Ordning",
        "Acklamation",
        "Votering",
        "Beslut",
        "Avslutat",
    ]


@pytest.mark.parametrize("kind", [ItemKind.INFORMATION, ItemKind.NOTICE])
def test_information_and_notices_are_presented_and_closed(kind: ItemKind) -> None:
    assert first_step(kind) is ItemStep.PRESENTATION
    assert forward(kind, ItemStep.PRESENTATION) == (CLOSED,)


@pytest.mark.parametrize("kind", [ItemKind.INTERPELLATION, ItemKind.QUESTION])
def test_an_interpellation_is_debated_and_closed(kind: ItemKind) -> None:
    assert first_step(kind) is ItemStep.DEBATE
    assert forward(kind, ItemStep.DEBATE) == (CLOSED,)
    assert back(kind, ItemStep.DEBATE) is None


def test_matters_elections_employment_motions_and_citizens_proposals_need_a_decision() -> None:
    """KL 5:53; the others decide nothing that can be appealed."""
    assert [needs_decision(kind) for kind in ItemKind] == [True] * 5 + [False] * 5


def test_the_steps_that_may_come_next_in_a_matter_with_the_usual_one_first() -> None:
    assert {step: forward(ItemKind.DECISION, step) for step in ItemStep} == {
        ItemStep.PRESENTATION: (ItemStep.DEBATE, ItemStep.PROPOSALS, ItemStep.ACCLAMATION),
        ItemStep.DEBATE: (ItemStep.PROPOSALS, ItemStep.ACCLAMATION),
        ItemStep.PROPOSALS: (ItemStep.ORDER, ItemStep.ACCLAMATION),
        ItemStep.ORDER: (ItemStep.ACCLAMATION,),
        ItemStep.ACCLAMATION: (DECISION, ItemStep.DIVISION),
        ItemStep.DIVISION: (DECISION, ItemStep.ACCLAMATION),
        DECISION: (CLOSED,),
        CLOSED: (),
    }


def test_every_step_has_its_word_in_a_sentence() -> None:
    assert [step.in_text for step in ItemStep] == [step.label.lower() for step in ItemStep]


@given(kinds)
def test_an_item_that_needs_a_decision_is_closed_by_the_decision_alone(kind: ItemKind) -> None:
    closers = {step for step in path(kind) if CLOSED in forward(kind, step)}
    if needs_decision(kind):
        assert closers == {DECISION}
    else:
        assert first_step(kind) in closers


@given(places())
def test_one_can_always_go_back_one_step_before_the_decision(
    at: tuple[ItemKind, ItemStep],
) -> None:
    kind, step = at
    steps = path(kind)
    is_over = step in (DECISION, CLOSED)
    expected = None if is_over or step is steps[0] else steps[steps.index(step) - 1]
    assert back(kind, step) is expected
    assert transitions(kind, step) == {*forward(kind, step)} | ({expected} - {None})


@given(kinds)
def test_every_step_can_be_reached_and_every_item_can_be_closed(kind: ItemKind) -> None:
    reached = {first_step(kind)}
    while (more := reached | {to for step in reached for to in transitions(kind, step)}) != reached:
        reached = more
    assert reached == {*path(kind)}
    assert transitions(kind, CLOSED) == frozenset()


def test_after_a_preparatory_division_the_next_question_is_put() -> None:
    assert forward(ItemKind.DECISION, ItemStep.DIVISION) == (DECISION, ItemStep.ACCLAMATION)


def test_a_formality_may_be_closed_without_a_decision() -> None:
    assert CLOSED in forward(ItemKind.FORMALITY, ItemStep.PRESENTATION)


def test_a_step_that_the_kind_lacks_is_refused() -> None:
    for ask in (forward, back):
        with pytest.raises(ValueError, match="Steget votering finns inte i ett ärende av typen"):
            ask(ItemKind.QUESTION, ItemStep.DIVISION)
