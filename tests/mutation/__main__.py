"""Put every small fault into the rules, one at a time, and see that a test falls.

    python -m tests.mutation                         all of the rules, and the calendar
    python -m tests.mutation voting/rules/lots.py    one file

Every fault that no test finds is told, and for every file: faults, found, not found.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from tests.mutation.hunt import OPTIONS, ROOT, Hunt

ROOMS = ("voting", "meetings", "agenda", "councils")
TESTS = ("tests/core/test_calendar.py", *(f"tests/{room}/rules" for room in ROOMS))


def main(named: Sequence[str]) -> None:
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    settings.register_profile(
        "mutation",
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
    )
    settings.load_profile("mutation")
    pytest.main([*OPTIONS, *TESTS], plugins=[Hunt([Path(one) for one in named] or _rules())])


def _rules() -> list[Path]:
    found = [file for room in ROOMS for file in sorted(Path(room, "rules").rglob("*.py"))]
    return [Path("core/calendar.py"), *(file for file in found if file.stat().st_size)]


if __name__ == "__main__":
    main(sys.argv[1:])
