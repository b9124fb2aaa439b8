"""Programs that are there at once: one process has read the whole product, the rest are its forks.

Reading it takes longer than most walks through a page.  A start from nothing is what
`tests/contracts` prove; here the same modules run as `python -m` would run them.
"""

import atexit
import json
import os
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


class Child:
    """As much of a `subprocess.Popen` as is needed of a server."""

    def __init__(self, mother: "Nursery", pid: int) -> None:
        self._mother, self.pid = mother, pid
        self._code: int | None = None

    def poll(self) -> int | None:
        if self._code is None:
            self._code = self._mother.ask(poll=self.pid)
        return self._code

    def wait(self, seconds: float) -> int:
        end = time.monotonic() + seconds
        while (code := self.poll()) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"Process {self.pid} is still there.")
            time.sleep(0.02)
        return code

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


class Nursery:
    """Asked on its standard input, a line at a time; dies when nobody can ask any more."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.nursery"]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        atexit.register(self.close)

    def run(self, module: str, *words: str, environ: dict[str, str]) -> Child:
        """As `python -m module words`."""
        return Child(self, self.ask(module=module, words=words, environ=environ))

    def ask(self, **what: Any) -> Any:
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None
        assert answers is not None
        print(json.dumps(what), file=asked, flush=True)
        return json.loads(answers.readline())

    def close(self) -> None:
        self._process.communicate()


@cache
def nursery() -> Nursery:
    """One for each process that tests run in, made when first needed."""
    return Nursery()


if __name__ == "__main__":
    import gc
    import runpy

    from gevent import monkey, reinit

    monkey.patch_all()
    import web.server  # noqa: F401 - this is what takes its time

    gc.freeze()  # a child that looks for rubbish need not copy what it has in common with others

    fork, look = monkey.get_original("os", "fork"), monkey.get_original("os", "waitpid")
    alive: set[int] = set()

    def bear(module: str, words: list[str], environ: dict[str, str]) -> int:
        if (pid := fork()) != 0:
            alive.add(pid)
            return int(pid)
        reinit()
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.dup2(2, 1)
        os.environ.clear()
        os.environ.update(environ)
        sys.argv = [module, *words]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        sys.exit()

    def code(pid: int) -> int | None:
        """None while it runs."""
        gone, status = look(pid, os.WNOHANG)
        if not gone:
            return None
        alive.discard(pid)
        return int(os.waitstatus_to_exitcode(status))

    while line := sys.stdin.readline():
        wanted = json.loads(line)
        answer = code(wanted["poll"]) if "poll" in wanted else bear(**wanted)
        print(json.dumps(answer), flush=True)
    for left in alive:
        os.kill(left, signal.SIGKILL)
