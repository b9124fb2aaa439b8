"""Every open question of the rule book has its answer in code, and the page of the law tells it."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from councils.rules.codec import about
from councils.rules.open_questions import QUESTIONS
from councils.rules.procedure import Procedure
from tests.law.vectors import VECTORS

README = (Path(__file__).parents[2] / "docs" / "law" / "README.md").read_text(encoding="utf-8")


def test_all_of_them_are_there_in_order() -> None:
    assert [one.id for one in QUESTIONS] == [f"U{number}" for number in range(1, 23)]


def test_the_rule_book_asks_nothing_more() -> None:
    book = VECTORS.parent / "RULES.md"
    if not book.exists():
        pytest.skip("needs ../shared/law/RULES.md beside the repository")
    asked = re.findall(r"^\| (U\d+) \|", book.read_text(encoding="utf-8"), re.MULTILINE)
    assert asked == [one.id for one in QUESTIONS]


def test_what_carries_each_is_there() -> None:
    missing = []
    for one in QUESTIONS:
        module, name = one.carried_by.rsplit(".", 1)
        if not hasattr(import_module(module), name):
            missing.append(one.id)
    assert missing == []


def test_each_can_be_changed_by_a_setting_or_says_why_not() -> None:
    known = set(about(Procedure))
    unknown = {name for one in QUESTIONS for name in one.settings} - known
    silent = [one.id for one in QUESTIONS if bool(one.settings) == bool(one.why_fixed)]
    assert (unknown, silent) == (set(), [])


def test_the_page_of_the_law_tells_the_same() -> None:
    told = re.findall(r"^\| (U\d+) \| (.+?) \| (.+?) \| `(.+?)` \|", README, re.MULTILINE)
    ours = [(one.id, str(one.question), str(one.answer), one.carried_by) for one in QUESTIONS]
    assert told == ours
