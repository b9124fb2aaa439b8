"""Which tests come by the place of a fault, and whether one of them falls."""

import ast
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.child import Planted, falls
from tests.mutation.code import changed_function, is_same
from tests.mutation.operators import Mutant, mutants

ROOT = Path(__file__).parents[2]
OPTIONS = ["-q", "-s", "--tb=no", "--noconftest", "-p", "no:cacheprovider", "-c", os.devnull]
OPTIONS += [f"--rootdir={ROOT}", "--import-mode=importlib"]


class Hunt:
    """A plugin to pytest: the tests are collected once, and run again for every fault."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = files
        self.visitors: dict[tuple[str, int], list[pytest.Item]] = defaultdict(list)
        self.seconds: dict[pytest.Item, float] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            begun = time.process_time()
            for place in _visited(item):
                self.visitors[place].append(item)
            self.seconds[item] = time.process_time() - begun
        print(f"# {len(session.items)} tests", flush=True)
        for room, files in groupby(self.files, key=lambda file: file.parts[0]):
            _tell(room, [self._try_file(file) for file in files])
        return True

    def _try_file(self, file: Path) -> Counter[str]:
        module = _module(file)
        source = file.read_text()
        plain = compile(source, str(ROOT / file), "exec")
        count = Counter[str]()
        for mutant in mutants(source):
            code = _compiled(mutant, ROOT / file)
            if code is None or is_same(code, plain):
                continue
            is_found = self._is_found(file, module, plain, code)
            count["found" if is_found else "left"] += 1
            if not is_found:
                print(f"{file}:{mutant}", flush=True)
        _tell(str(file), [count])
        return count

    def _is_found(self, file: Path, module: ModuleType, plain: CodeType, code: CodeType) -> bool:
        changed = changed_function(plain, code)
        function = changed and dict(_functions(module)).get(changed.co_firstlineno)
        if changed and function:
            return self._falls_within(file, function, changed)
        planted = Planted(module.__name__, code, ROOT / file)
        mine, others = self._tests_of(file, module.__name__)
        return self._falls_anew(planted, mine) or self._falls_anew(planted, others)

    def _falls_within(self, file: Path, function: FunctionType, changed: CodeType) -> bool:
        """A fault in a function is put into it; the file's own tests first, then the quick ones."""
        own = f"test_{file.name}"
        items = sorted(
            self.visitors[str(ROOT / file), changed.co_firstlineno],
            key=lambda item: (item.path.name != own, self.seconds[item]),
        )

        def run() -> int:
            function.__code__ = changed
            return int(any(_has_failed(item) for item in items))

        return falls(run, 3 + 2 * sum(self.seconds[item] for item in items))

    def _falls_anew(self, planted: Planted, tests: Sequence[Path]) -> bool:
        """A fault in a table or a default takes another reading of all that stands on it."""

        def run() -> int:
            planted.plant()
            return int(pytest.main([*OPTIONS, "-x", *map(str, tests)]))

        taken = sum(each for item, each in self.seconds.items() if item.path in tests)
        return bool(tests) and falls(run, 5 + 2 * taken)

    def _tests_of(self, file: Path, name: str) -> tuple[list[Path], list[Path]]:
        """The file's own tests; and those that import it, straight or by way of others."""
        own = ROOT / "tests" / file.parent / f"test_{file.name}"
        reaching = [
            one for one in sorted({item.path for item in self.seconds}) if name in _reach(one)
        ]
        return [one for one in reaching if one == own], [one for one in reaching if one != own]


def _tell(name: str, counts: Sequence[Counter[str]]) -> None:
    found, left = (sum(count[key] for count in counts) for key in ("found", "left"))
    print(f"# {name}: {found + left} faults, {found} found, {left} left", flush=True)


def _visited(item: pytest.Item) -> set[tuple[str, int]]:
    """The functions that a test calls: file and first line."""
    seen: set[tuple[str, int]] = set()

    def note(frame: FrameType, _event: str, _argument: object) -> None:
        seen.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    sys.settrace(note)
    failed = _has_failed(item)
    sys.settrace(None)
    if failed:
        sys.exit(f"{item.nodeid} falls without any fault.")
    return seen


def _has_failed(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _module(file: Path) -> ModuleType:
    name = ".".join(file.with_suffix("").parts).removesuffix(".__init__")
    __import__(name)
    return sys.modules[name]


def _compiled(mutant: Mutant, path: Path) -> CodeType | None:
    try:
        return compile(mutant.tree, str(path), "exec")
    except (SyntaxError, ValueError):
        return None


def _functions(module: ModuleType) -> Iterator[tuple[int, FunctionType]]:
    """By first line: the module's functions and the methods of its classes."""
    for value in vars(module).values():
        for one in vars(value).values() if isinstance(value, type) else [value]:
            function = getattr(one, "fget", None) or getattr(one, "__func__", one)
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                yield function.__code__.co_firstlineno, function


@cache
def _reach(path: Path) -> frozenset[str]:
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    files = {name: file for name in found if (file := _file(name))}
    return frozenset(files).union(*map(_reach, files.values()))


def _file(name: str) -> Path | None:
    base = ROOT.joinpath(*name.split("."))
    files = (base.with_suffix(".py"), base / "__init__.py")
    return next((file for file in files if file.exists()), None)
