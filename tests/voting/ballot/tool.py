"""The independent program: belenios-tool 2.0, from Debian.

In the gate it must be there; on a newcomer's machine the tests that need it are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("belenios-tool")


class Tool:
    """Runs it in a folder of its own; its election is the only .bel file there."""

    def __init__(self, folder: Path) -> None:
        if PROGRAM is None:
            assert not os.environ.get("CI"), "The gate asks belenios-tool too."
            pytest.skip("belenios-tool saknas: apt-get install belenios-tool")
        self.folder = folder

    def __call__(self, *words: str, told: str = "") -> str:
        """What it prints; raises CalledProcessError when it refuses."""
        done = subprocess.run(
            [str(PROGRAM), *words],
            cwd=self.folder,
            input=told,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def accepts(self, archive: bytes) -> bool:
        path = self.folder / "one.bel"
        path.write_bytes(archive)
        try:
            self("election", "verify", "--dir", ".")
        except subprocess.CalledProcessError:
            return False
        finally:
            path.unlink()
        return True

    def write(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text)
        return name

    def read(self, name: str) -> str:
        return (self.folder / name).read_text()

    def election(self, verb: str, *words: str) -> list[str]:
        """The lines that a command about the election in the folder prints."""
        return self("election", verb, "--dir", ".", *words).splitlines()

    def add(self, kind: str, *lines: str) -> None:
        told = "".join(f"{line}\n" for line in lines)
        self("archive", "add-event", "--dir", ".", f"--type={kind}", told=told)
