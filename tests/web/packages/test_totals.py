"""Announced totals against counted rows, and what each of them decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.packages.builder import Draft, package_of
from web.packages.kinds import Casting, Majority, QuestionKind
from web.packages.schema import QuestionRow, Totals
from web.packages.summary import summary
from web.packages.totals import checked_votes, outcome

COUNTS = st.integers(0, 149)


def _question(majority: Majority, casting: Casting | None = None) -> QuestionRow:
    return QuestionRow(
        item=1,
        question=1,
        kind=QuestionKind.MAIN,
        yes_means="ja",
        no_means="nej",
        declared=Totals(0, 0, 0, 0),
        majority=majority,
        casting_vote=casting,
    )


@pytest.mark.parametrize(
    ("majority", "totals", "casting", "expected"),
    [
        ("simple", (17, 14, 0, 0), None, "yes"),
        ("simple", (14, 17, 0, 0), None, "no"),
        ("simple", (15, 15, 0, 1), None, "tie"),
        ("simple", (15, 15, 0, 1), "no", "no by casting vote"),
        ("simple", (15, 15, 0, 1), "yes", "yes by casting vote"),
        ("simple", (16, 15, 0, 0), "no", "yes"),
        ("one third", (40, 20, 1, 0), None, "yes"),
        ("one third", (40, 21, 0, 0), None, "no by minority"),
        ("one third", (30, 31, 0, 0), None, "no"),
        ("one third", (43, 37, 0, 1), None, "no by minority"),
        ("one third", (24, 15, 0, 2), None, "no by minority"),
        ("two thirds", (38, 19, 0, 4), None, "yes"),
        ("two thirds", (37, 20, 0, 4), None, "no"),
        ("two thirds against", (19, 38, 0, 4), None, "no"),
        ("two thirds against", (20, 37, 0, 4), None, "yes"),
        ("all", (21, 0, 0, 0), None, "yes"),
        ("all", (20, 0, 1, 0), None, "no"),
        ("one third", (0, 0, 0, 21), None, "yes"),
    ],
)
def test_the_outcome_follows_the_majority_that_the_question_needed(
    majority: str, totals: tuple[int, int, int, int], casting: str | None, expected: str
) -> None:
    """KL 5:50, 5:55–56."""
    question = _question(Majority(majority), Casting(casting) if casting else None)
    assert outcome(question, Totals(*totals)) == expected


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_third_of_those_present_is_always_enough_to_refer_back(
    yes: int, no: int, abstain: int, absent: int
) -> None:
    """KL 5:50: the base is those present, not the seats; a majority needs no minority right."""
    found = outcome(_question(Majority.ONE_THIRD), Totals(yes, no, abstain, absent))
    present = yes + no + abstain
    if no > yes:
        assert found == "no"
    elif no and 3 * no >= present:
        assert found == "no by minority"
    else:
        assert found == ("tie" if yes == no and yes else "yes")


@given(COUNTS, COUNTS, st.sampled_from(Casting))
def test_a_casting_vote_decides_an_even_vote_and_nothing_else(
    yes: int, no: int, casting: Casting
) -> None:
    """KL 5:56."""
    found = outcome(_question(Majority.SIMPLE, casting), Totals(yes, no, 0, 0))
    more = "yes" if yes > no else "no"
    assert found == (f"{casting} by casting vote" if yes == no else more)


def test_a_list_that_counts_otherwise_is_flagged_and_imported() -> None:
    draft = Draft().put("votes", 3, "choice", "abstain")
    package = package_of(draft.read())
    first, second = checked_votes(package)
    assert (first.matches, second.matches) == (False, True)
    assert first.differs == {"yes": (11, 10), "abstain": (0, 1)}
    assert first.counted == Totals(10, 10, 1, 0)
    assert (first.outcome, first.outcome_by_declared) == ("tie", "yes")
    assert first.flag == (
        "Ärende 2, fråga 1: utropat ja 11, nej 10, avstår 0, frånvarande 0; "
        "röstlistan ger ja 10, nej 10, avstår 1, frånvarande 0."
    )
    assert second.flag == ""


def test_a_wrong_list_that_is_the_one_before_is_said_to_be_so() -> None:
    draft = Draft().put("questions", 3, "yes", "12").put("questions", 3, "no", "9")
    package = package_of(draft.put("questions", 3, "list", "7").read())
    first, second = checked_votes(package)
    assert (first.same_choices, second.same_choices) == (False, True)
    assert second.flag.endswith("troligen är fel lista utskriven.")
    result = summary(package, name="höst")
    assert (result["flagged_lists"], result["exit_code"]) == ([7], 2)


def test_a_flagged_vote_without_a_printed_list_is_named_by_item_and_question() -> None:
    result = summary(package_of(Draft().put("questions", 2, "yes", "9").read()), name="höst")
    assert (result["flagged_lists"], result["exit_code"]) == (["2:1"], 2)


def test_the_summary_tells_what_a_correct_import_arrives_at() -> None:
    draft = Draft().put("votes", 3, "name", "Wilma Äng").put("votes", 22, "choice", "absent")
    draft.put("questions", 2, "no", "9").put("questions", 2, "absent", "1")
    draft.put("attendance", 3, "left", "18:20").put("attendance", 4, "mode", "distans")
    draft.add("attendance", "2", "Wilma Äng", "A", "18:21", "", "remote", "Bengt Dahl", "osäker")
    result = summary(package_of(draft.read()), name="höst")
    votes = result.pop("votes")
    assert result == {
        "meeting": "höst",
        "seats": 21,
        "quorum": 11,
        "members": {"seated": 21, "substitutes": 3, "others": 1},
        "agenda_rows": 4,
        "attendance": {
            "rows": 22,
            "seats_with_more_than_one_interval": 1,
            "uncertain_rows": 1,
            "remote_members": 1,
        },
        "speeches": {"count": 2, "replies": 1},
        "flagged_lists": [],
        "exit_code": 0,
    }
    figures = {"yes": 11, "no": 9, "abstain": 0, "absent": 1}
    assert votes[0] == {
        "item": 2,
        "question": 1,
        "kind": "main",
        "counted": figures,
        "declared": figures,
        "matches": True,
        "differs": {},
        "same_choices_as_previous_list": False,
        "present": 20,
        "majority": "simple",
        "outcome": "yes",
        "outcome_by_declared": "yes",
        "votes_by_substitutes": 1,
    }


def test_votes_from_printed_lists_tell_list_paragraph_and_unexplained_voters() -> None:
    draft = Draft().put("questions", 3, "list", "5").put("attendance", 3, "left", "18:50")
    result = summary(package_of(draft.read()), name="höst")
    printed = [(vote.get("paragraph"), vote.get("list")) for vote in result["votes"]]
    assert printed == [(None, None), (13, 5)]
    assert result["attendance"]["votes_without_matching_presence"] == 1
