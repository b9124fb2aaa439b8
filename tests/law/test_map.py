"""The map from paragraph to function tells the truth."""

import ast
import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from tests.law.vectors import VECTORS

ROOT = Path(__file__).parents[2]
MAP = (ROOT / "docs" / "law" / "map.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in MAP.splitlines()
    if line.startswith("| ") and not line.startswith("| regel")
]
BUILT = [row for row in ROWS if row[3] != "kommer"]
RULE_FILES = sorted(ROOT.glob("*/rules/*.py"))
ID = re.compile(r"^(?:\| |- \*\*)([A-Z]+-\d+)\b", re.MULTILINE)
CITES = re.compile(r"\d kap\.|KL \d+:\d+|\bLPV \d|HELG|[Ll]ag \(\d{4}:\d+\)")


def test_every_rule_of_the_rule_book_has_one_row() -> None:
    book = VECTORS.parent / "RULES.md"
    if not book.exists():
        pytest.skip("needs ../shared/law/RULES.md beside the repository")
    named = set(ID.findall(book.read_text(encoding="utf-8")))
    mapped = Counter(row[0] for row in ROWS if row[0] != "–")
    assert mapped == Counter(named)


def test_every_function_on_the_map_is_there() -> None:
    missing = []
    for row in BUILT:
        module, name = row[3].rsplit(".", 1)
        if not hasattr(import_module(module), name):
            missing.append(row[3])
    assert missing == []


def test_every_proof_on_the_map_names_what_it_proves() -> None:
    unproven = [
        (row[3], row[4])
        for row in BUILT
        if row[3].rsplit(".", 1)[1] not in (ROOT / row[4]).read_text(encoding="utf-8")
    ]
    assert unproven == []


def test_what_is_not_built_claims_no_proof() -> None:
    assert [row[0] for row in ROWS if row[3] == "kommer" and row[4] != "–"] == []


def test_what_is_not_built_says_why() -> None:
    assert [row[0] for row in ROWS if row[3] == "kommer" and row[5] == "–"] == []


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_rule_opens_with_its_paragraph(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    opening = ast.get_docstring(tree) or ""
    assert bool(CITES.search(opening)) == bool(tree.body)
