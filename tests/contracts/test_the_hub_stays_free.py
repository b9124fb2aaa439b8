"""Neither a locked database nor heavy work holds the hub; and if something does, it is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.wires import ROOT
from tests.databases import fresh

pytestmark = pytest.mark.slow


def said(module: str, *args: str) -> str:
    command = [sys.executable, "-m", f"tests.contracts.{module}", *args]
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=90
    ).stdout


def test_a_locked_database_holds_up_nobody_else(tmp_path: Path) -> None:
    assert said("locked", str(tmp_path)) == "waited=True free=True drawn=True seq=1\n"


def test_heavy_work_holds_up_nobody_else() -> None:
    assert said("heavy") == "counted True\n"


def test_listening_for_other_processes_holds_up_nobody(tmp_path: Path) -> None:
    assert said("listening", fresh("postgresql", tmp_path)) == "ticks=True heard=[(1, 7)]\n"


def test_whoever_holds_the_hub_is_named() -> None:
    assert said("held") == "True True\n"
