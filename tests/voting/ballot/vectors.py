"""The published vectors, which are not in the repository: archives, verdicts, small facts."""

import json
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).parents[4] / "shared" / "ballots" / "vectors"
needs_vectors = pytest.mark.skipif(
    not VECTORS.is_dir(), reason="needs ../shared/ballots/vectors beside the repository"
)


def read(name: str) -> Any:
    return json.loads((VECTORS / name).read_text()) if VECTORS.is_dir() else {}


def manifest() -> list[dict[str, Any]]:
    """Every archive with the verdict that it must get."""
    found = []
    for folder in ("", "strict/"):
        found += [row | {"file": folder + row["file"]} for row in read(f"{folder}manifest.json")]
    return found
