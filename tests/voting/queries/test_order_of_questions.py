"""Whatever is proposed and however the council answers, the questions come as the law says."""

from hypothesis import given
from hypothesis import strategies as st

from agenda.models import Item
from agenda.rules.kinds import ItemKind
from agenda.rules.proposals import Group, ProposalKind
from voting.models import VoteKind
from voting.queries.course import Course, Live
from voting.queries.questions import Question, delay_majority, is_put_off, next_in
from voting.rules.majority import Choice, Required

RANKS = {
    VoteKind.REFER_BACK: 0,
    VoteKind.TABLE: 0,
    VoteKind.COUNTER: 1,
    VoteKind.MAIN: 2,
    VoteKind.ADDITION: 3,
}
KINDS = st.lists(st.sampled_from(ProposalKind), max_size=7)
SAID = st.sampled_from([Choice.YES, Choice.NO])


def item(kind: ItemKind = ItemKind.DECISION) -> Course:
    return Course(Item(id=1, kind=kind.value), [], True)


def proposed(kinds: list[ProposalKind]) -> Course:
    course = item()
    course.proposals = [
        Live(number, kind, f"Förslag {number}", f"Ledamot {number}", False)
        for number, kind in enumerate(kinds, start=1)
    ]
    return course


def hold(course: Course, said: list[Choice]) -> list[tuple[Question, Choice]]:
    """Every question that is put, with its answer."""
    held: list[tuple[Question, Choice]] = []
    for answer in said:
        question = next_in(course)
        if question is None:
            return held
        course.answer(*question.key, answer)
        held.append((question, answer))
    raise AssertionError("the questions never come to an end")


@given(KINDS, st.lists(SAID, min_size=20, max_size=20))
def test_formal_first_then_pairs_then_the_main_question_and_additions_last(
    kinds: list[ProposalKind], said: list[Choice]
) -> None:
    ranks = [RANKS[question.kind] for question, _ in hold(proposed(kinds), said)]
    assert ranks == sorted(ranks)


@given(KINDS, st.lists(SAID, min_size=20, max_size=20))
def test_when_the_item_is_put_off_nothing_more_is_put(
    kinds: list[ProposalKind], said: list[Choice]
) -> None:
    held = hold(proposed(kinds), said)
    put_off = [n for n, (asked, no) in enumerate(held, 1) if asked.kind.is_formal and no == "no"]
    assert put_off in ([], [len(held)])


@given(KINDS, st.lists(SAID, min_size=20, max_size=20))
def test_n_proposals_need_at_most_one_division_fewer_and_each_addition_one(
    kinds: list[ProposalKind], said: list[Choice]
) -> None:
    course = proposed(kinds)
    held = [question for question, _ in hold(course, said)]
    groups = [proposal.group for proposal in course.proposals]
    is_over = is_put_off(course)
    material = [one for one in held if one.kind in (VoteKind.MAIN, VoteKind.COUNTER)]
    additions = [one for one in held if one.kind is VoteKind.ADDITION]
    many = groups.count(Group.MATERIAL)
    assert len(material) == (0 if is_over or not many else max(1, many - 1))
    assert len(additions) == (0 if is_over else groups.count(Group.ADDITION))


@given(KINDS, st.lists(SAID, min_size=20, max_size=20), st.integers(1, 7))
def test_what_was_found_carried_stands_in_the_main_question_as_yes(
    kinds: list[ProposalKind], said: list[Choice], found: int
) -> None:
    course = proposed(kinds)
    first = next((one.id for one in course.material if one.id == found), None)
    course.found_id = found
    main = [one for one, _ in hold(course, said) if one.kind is VoteKind.MAIN]
    strongest = first or (course.material[0].id if course.material else None)
    assert [one.yes_proposal_id for one in main] in ([], [strongest])


@given(KINDS, st.lists(SAID, min_size=20, max_size=20))
def test_no_question_is_put_twice_and_yes_never_means_the_same_as_no(
    kinds: list[ProposalKind], said: list[Choice]
) -> None:
    held = [question for question, _ in hold(proposed(kinds), said)]
    assert len({question.key for question in held}) == len(held)
    assert all(question.yes_means != question.no_means for question in held)


@given(st.sampled_from(ItemKind), st.booleans())
def test_a_third_is_enough_once_and_never_in_elections(kind: ItemKind, used: bool) -> None:
    course = item(kind)
    course.is_minority_right_used = used
    is_simple = used or kind is ItemKind.ELECTION
    assert (delay_majority(course) is Required.SIMPLE) == is_simple
