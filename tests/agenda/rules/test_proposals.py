"""KL 5:53, 5:57: how proposals become questions."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.proposals import (
    Group,
    ProposalKind,
    PutRefusal,
    Question,
    council_may_overrule,
    group_of,
    may_change,
    questions,
    standard_text,
)


@dataclass(frozen=True)
class Proposal:
    number: int
    kind: ProposalKind


def made(*kinds: ProposalKind) -> list[Proposal]:
    return [Proposal(number, kind) for number, kind in enumerate(kinds, start=1)]


def test_formal_proposals_come_first_each_by_itself_and_additions_last() -> None:
    adopt, addition, back, amend, table, second = made(
        ProposalKind.ADOPT,
        ProposalKind.ADD,
        ProposalKind.REFER_BACK,
        ProposalKind.AMEND,
        ProposalKind.TABLE,
        ProposalKind.ADD,
    )
    assert questions([adopt, addition, back, amend, table, second]) == [
        Question(Group.FORMAL, (back,)),
        Question(Group.FORMAL, (table,)),
        Question(Group.MATERIAL, (adopt, amend)),
        Question(Group.ADDITION, (addition,)),
        Question(Group.ADDITION, (second,)),
    ]


@given(st.lists(st.sampled_from(ProposalKind)))
def test_every_proposal_is_put_once_and_never_a_formal_one_against_a_material(
    kinds: list[ProposalKind],
) -> None:
    proposals = made(*kinds)
    put = questions(proposals)
    assert sorted(one.number for question in put for one in question.proposals) == [
        one.number for one in proposals
    ]
    groups = [list(Group).index(question.group) for question in put]
    assert groups == sorted(groups)
    for question in put:
        assert {group_of(one.kind) for one in question.proposals} == {question.group}
        assert len(question.proposals) == 1 or question.group is Group.MATERIAL


def test_the_words_on_screen_are_those_of_the_meeting() -> None:
    assert [kind.label for kind in ProposalKind] == [
        "bifall",
        "avslag",
        "ändring",
        "tillägg",
        "undantag från proportionellt val",
        "bordläggning",
        "återremiss",
    ]


def test_after_the_debate_a_proposal_is_changed_only_if_all_allow_it() -> None:
    assert may_change(debate_closed=False)
    assert not may_change(debate_closed=True)
    assert may_change(debate_closed=True, all_agree=True)


def test_the_council_can_put_what_the_chair_holds_unlawful_but_no_new_matter() -> None:
    assert {one for one in PutRefusal if council_may_overrule(one)} == {PutRefusal.UNLAWFUL}


def test_who_asks_for_a_referral_back_sets_the_reasons() -> None:
    """So does whoever amends or adds; the others ask for what everybody knows."""
    wordless = [kind for kind in ProposalKind if standard_text(kind) is None]
    assert wordless == [ProposalKind.AMEND, ProposalKind.ADD, ProposalKind.REFER_BACK]
    assert standard_text(ProposalKind.TABLE) == "Ärendet bordläggs"
