"""The booth's program is small, all our own, and can be made again to the byte by anyone."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.assets.booth.node import BOOTH, NODE, ROOT

BUILT = ROOT / "static/vendor/booth"
LIGHT = 24 * 1024  # bytes that a tablet fetches


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("booth")
    subprocess.run([NODE, ROOT / "assets/booth.mjs", folder], cwd=ROOT, check=True)
    return folder


def test_the_same_sources_give_the_same_bytes(again: Path) -> None:
    made = {path.name: path.read_bytes() for path in again.iterdir()}
    assert made == {path.name: path.read_bytes() for path in BUILT.iterdir()}


def test_each_file_has_its_hash_and_all_of_them_one() -> None:
    told = json.loads((BUILT / "booth.json").read_text())
    scripts = sorted(BUILT.glob("*.js"))
    files = {path.name: integrity(path.read_bytes()) for path in scripts}
    lines = "".join(f"{name} {own}\n" for name, own in files.items())
    assert told == {"hash": hashlib.sha256(lines.encode()).hexdigest(), "files": files}


def test_the_worker_is_light() -> None:
    assert len(gzip.compress((BUILT / "worker.js").read_bytes(), 9)) <= LIGHT


def test_nothing_in_it_is_anybody_elses() -> None:
    sources = [path.read_text() for path in BOOTH.rglob("*.js")]
    found = {name for text in sources for name in re.findall(r'from "([^"]+)"', text)}
    assert {name for name in found if not name.startswith(("./", "../"))} == set()


def test_what_computes_knows_no_page() -> None:
    """A page could be made to tell; and the same program runs where there is none."""
    rooms = [path for room in ("ballot", "making") for path in (BOOTH / room).rglob("*.js")]
    used = r"\b(document|window|localStorage|indexedDB|fetch|Date|Math\.random|console|eval)\b"
    assert [path.name for path in rooms if re.search(used, bare(path.read_text()))] == []


def test_nothing_newer_than_the_oldest_tablets_is_used() -> None:
    """What the builder cannot write in older words, for Safari 14."""
    newer = r"\.at\(|structuredClone|Object\.hasOwn|\.findLast|\.toSorted|randomUUID|#\w+\s*[=(;]"
    sources = [path for path in BOOTH.rglob("*.js") if re.search(newer, bare(path.read_text()))]
    assert [path.name for path in sources] == []


def bare(text: str) -> str:
    """Without its comments."""
    return re.sub(r"/\*[\s\S]*?\*/|//.*", "", text)


def integrity(data: bytes) -> str:
    return f"sha384-{base64.b64encode(hashlib.sha384(data).digest()).decode()}"
