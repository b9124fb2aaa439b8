"""The architecture is a test, and the test is tested: every contract is broken on purpose."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ["web", "stage", "voting", "meetings", "agenda", "councils", "core", "pyproject.toml"]


def lint(house: Path) -> str:
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [tool, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    ).stdout


def test_every_contract_is_kept() -> None:
    assert ", 0 broken." in lint(ROOT)


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("agenda/models/items.py", "import voting.queries", "The rooms stand in a row"),
        ("meetings/actions/minutes.py", "import voting.facts", "The rooms stand in a row"),
        ("voting/queries/new.py", "import voting.actions", "Inside a package"),
        ("voting/live.py", "import voting.actions", "Inside a package"),
        ("voting/helpers.py", "", "Inside a package"),
        ("web/config.py", "import web.app", "Inside the front door"),
        ("web/misc.py", "", "Inside the front door"),
        ("core/clock.py", "import core.writer", "No circles"),
        ("voting/actions/new.py", "import flask", "Flask stays at the door"),
        ("voting/queries/new.py", "import flask_login", "Flask stays at the door"),
        ("meetings/policy.py", "import core.access", "Only the door opens the door"),
        ("web/screens/panels.py", "import voting.actions", "Only routes hand in acts"),
        ("web/screens/panels.py", "import core.writer", "Only routes hand in acts"),
        ("voting/rules/majority.py", "import sqlalchemy", "The law and the ballot are pure"),
        ("voting/rules/majority.py", "import random", "The law and the ballot are pure"),
        ("meetings/rules/quorum.py", "import core.db", "The law and the ballot are pure"),
        ("voting/ballot/group.py", "import socket", "The law and the ballot are pure"),
        (
            "voting/ballot/verify/walk.py",
            "import voting.ballot.making.ballots",
            "The verifier makes no ballots",
        ),
    ],
)
def test_every_contract_bites(tmp_path: Path, file: str, line: str, contract: str) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    for name in HOUSE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    (broken := tmp_path / file).parent.mkdir(exist_ok=True)
    (broken.parent / "__init__.py").touch()
    with broken.open("a") as source:
        source.write(f"\n{line}\n")
    assert f"{contract} BROKEN" in lint(tmp_path)
