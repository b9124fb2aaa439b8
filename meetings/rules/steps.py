"""The steps of one item: from presentation to decision, by the kind of item.

Kommunallagen 5 kap. 53 § (VOTE-1, ORDER-1–6): debate, proposals, questions, decision.  Elections
name candidates in the place of proposals.  An interpellation or question is debated and closed
(5:59–64), information and notices are presented and closed.  Steps that are not needed are left
out; before the decision one can always go back one step.
"""

from collections.abc import Mapping
from enum import StrEnum

from agenda.rules.kinds import ItemKind
from core.words import Sentence


class ItemStep(StrEnum):
    """`label` is the word on screen."""

    PRESENTATION = "presentation"
    DEBATE = "debate"
    PROPOSALS = "proposals"
    ORDER = "order"
    ACCLAMATION = "acclamation"
    DIVISION = "division"
    DECISION = "decision"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def in_text(self) -> Sentence:
        """The same word in a sentence."""
        return _IN_TEXT[self]


def path(kind: ItemKind) -> tuple[ItemStep, ...]:
    """The steps of an item of this kind in their order, the closing last."""
    return _PATHS.get(kind, _DECIDED)


def needs_decision(kind: ItemKind) -> bool:
    """Whether the item may only be closed by way of a decision."""
    return kind not in _PATHS and kind is not ItemKind.FORMALITY


def first_step(kind: ItemKind) -> ItemStep:
    """Where an item of this kind begins when it is opened."""
    return path(kind)[0]


def forward(kind: ItemKind, step: ItemStep) -> tuple[ItemStep, ...]:
    """The steps that may come next, the usual one first."""
    _check(kind, step)
    steps = set(path(kind))
    if needs_decision(kind) and step is not ItemStep.DECISION:
        steps.discard(ItemStep.CLOSED)
    return tuple(ahead for ahead in _FORWARD[step] if ahead in steps)


def back(kind: ItemKind, step: ItemStep) -> ItemStep | None:
    """One step back; None at the beginning and once the decision is made."""
    steps = path(kind)
    _check(kind, step)
    place = steps.index(step)
    is_done = step in (ItemStep.DECISION, ItemStep.CLOSED)
    return None if is_done or place == 0 else steps[place - 1]


def transitions(kind: ItemKind, step: ItemStep) -> frozenset[ItemStep]:
    """Every step that can be reached from this one in one move."""
    behind = back(kind, step)
    return frozenset(forward(kind, step)) | (frozenset() if behind is None else {behind})


def _check(kind: ItemKind, step: ItemStep) -> None:
    if step not in path(kind):
        raise ValueError(
            f"Steget {step.label.lower()} finns inte i ett ärende av typen {kind.label}."
        )


_LABELS = {
    ItemStep.PRESENTATION: "Föredragning",
    ItemStep.DEBATE: "Debatt",
    ItemStep.PROPOSALS: "Yrkanden",
    ItemStep.ORDER: "Ordning",
    ItemStep.ACCLAMATION: "Acklamation",
    ItemStep.DIVISION: "Votering",
    ItemStep.DECISION: "Beslut",
    ItemStep.CLOSED: "Avslutat",
}
_IN_TEXT = {
    ItemStep.PRESENTATION: Sentence("föredragning"),
    ItemStep.DEBATE: Sentence("debatt"),
    ItemStep.PROPOSALS: Sentence("yrkanden"),
    ItemStep.ORDER: Sentence("ordning"),
    ItemStep.ACCLAMATION: Sentence("acklamation"),
    ItemStep.DIVISION: Sentence("votering"),
    ItemStep.DECISION: Sentence("beslut"),
    ItemStep.CLOSED: Sentence("avslutat"),
}
_DECIDED = tuple(ItemStep)
_DEBATED = (ItemStep.DEBATE, ItemStep.CLOSED)
_TOLD = (ItemStep.PRESENTATION, ItemStep.CLOSED)
_PATHS: Mapping[ItemKind, tuple[ItemStep, ...]] = {
    ItemKind.INTERPELLATION: _DEBATED,
    ItemKind.QUESTION: _DEBATED,
    ItemKind.INFORMATION: _TOLD,
    ItemKind.NOTICE: _TOLD,
}
_FORWARD: Mapping[ItemStep, tuple[ItemStep, ...]] = {
    ItemStep.PRESENTATION: (
        ItemStep.DEBATE,
        ItemStep.PROPOSALS,
        ItemStep.ACCLAMATION,
        ItemStep.CLOSED,
    ),
    ItemStep.DEBATE: (ItemStep.PROPOSALS, ItemStep.ACCLAMATION, ItemStep.CLOSED),
    ItemStep.PROPOSALS: (ItemStep.ORDER, ItemStep.ACCLAMATION),
    ItemStep.ORDER: (ItemStep.ACCLAMATION,),
    ItemStep.ACCLAMATION: (ItemStep.DECISION, ItemStep.DIVISION),
    ItemStep.DIVISION: (ItemStep.DECISION, ItemStep.ACCLAMATION),
    ItemStep.DECISION: (ItemStep.CLOSED,),
    ItemStep.CLOSED: (),
}
