"""PROTOCOL 20: the ballot needs nothing but numbers, so that anyone can read all of it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOM = Path(__file__).parents[3] / "voting" / "ballot"
ALLOWED = {
    "base64", "collections", "contextlib", "cryptography", "dataclasses", "enum", "functools",
    "gmpy2", "hashlib", "itertools", "json", "re", "types", "typing", "unicodedata",
}  # fmt: skip


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def outside(folder: str) -> set[str]:
    found = {name for file in (ROOM / folder).rglob("*.py") for name in imported(file)}
    ours = {name for name in found if name.startswith("voting.ballot")}
    return {name.split(".")[0] for name in found - ours} - ALLOWED


def test_nothing_is_imported_but_numbers_hashes_and_one_cipher() -> None:
    assert outside("") == {"secrets"}


def test_only_those_who_make_something_need_chance() -> None:
    makers = {file.relative_to(ROOM) for file in ROOM.rglob("*.py") if "secrets" in imported(file)}
    assert makers == {Path("making/chance.py"), Path("making/examples.py")}
    assert outside("verify") == set()


def test_nothing_is_printed_and_nothing_is_logged() -> None:
    for file in ROOM.rglob("*.py"):
        called = {
            node.func.id
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert called & {"print", "open", "eval", "exec", "input"} == set()
