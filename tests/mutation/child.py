"""A process of its own for every fault, so that none lives longer than its tests."""

import os
import resource
import sys
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

ROOMS = {"core", "councils", "agenda", "meetings", "voting"}
MOST_MEMORY = 4 << 30  # bytes; a list without end is found too


def falls(run: Callable[[], int], seconds: float) -> bool:
    """Does `run` answer anything but 0, break, or go on for longer than its processor time?"""
    child = os.fork()
    if child == 0:
        os._exit(_quietly(run, seconds))
    return os.waitpid(child, 0)[1] != 0


def _quietly(run: Callable[[], int], seconds: float) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    try:
        return run()
    except BaseException:  # noqa: BLE001 - whatever a fault leads to, it is found
        return 1


class Planted(MetaPathFinder, Loader):
    """Hands out the faulty module in the place of the right one."""

    def __init__(self, name: str, code: CodeType, path: Path) -> None:
        self.name, self.code, self.path = name, code, path

    def plant(self) -> None:
        """Every module of the rooms, and every test, is read anew."""
        for name in list(sys.modules):
            if name.split(".")[0] in ROOMS or name.split(".")[-1].startswith("test_"):
                del sys.modules[name]
        sys.meta_path.insert(0, self)

    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        return spec_from_file_location(fullname, self.path, loader=self)

    def is_package(self, _fullname: str) -> bool:
        return self.path.name == "__init__.py"

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # noqa: S102 - the fault is to be run
