"""Where the worked cases lie, and how a test reads them.  They stay outside the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).parents[2].parent / "shared" / "law" / "vectors"


def load(name: str) -> dict[str, Any]:
    path = VECTORS / name
    if not path.exists():
        pytest.skip(f"needs ../shared/law/vectors/{name} beside the repository")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
