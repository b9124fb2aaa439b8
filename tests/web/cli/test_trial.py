"""`klubba election verify-trial` from the command line, without a database."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from tests.voting.ballot.elections import Held, board, chair, mixed
from tests.voting.ballot.trying import tried, written
from voting.ballot.words import spoken
from web.cli import main


def klubba(path: Path) -> Result:
    return CliRunner().invoke(main, ["election", "verify-trial", str(path)])


def opened(held: Held, choices: list[list[int]], folder: Path) -> Result:
    path = folder / "prov.json"
    path.write_text(written(tried(held, choices)))
    return klubba(path)


def test_a_trial_that_adds_up_says_what_was_chosen(tmp_path: Path) -> None:
    done = opened(chair(), [[0, 1, 0]], tmp_path)
    told = json.loads(done.stdout)
    assert (done.exit_code, done.stderr) == (0, "Godkänd. Valsedeln säger: Anna Öberg\n")
    asked = {"question": "Välj en", "blank": False, "chosen": ["Anna Öberg"]}
    assert (told["verdict"], told["choices"]) == ("accept", [asked])
    assert told["election"]["words"] == list(spoken([chair().election.fingerprint]))


def test_every_question_is_told(tmp_path: Path) -> None:
    assert opened(board(), [[1, 0, 1]], tmp_path).stderr == "Godkänd. Valsedeln säger: A, C\n"
    assert opened(chair(), [[1, 0, 0]], tmp_path).stderr == "Godkänd. Valsedeln säger: BLANK\n"
    done = opened(mixed(), [[1, 0, 0], [0, 9]], tmp_path)
    assert done.stderr == "Godkänd. Valsedeln säger: BLANK; 0, 9\n"
    free = {"question": "Vem som helst", "blank": False, "numbers": [0, 9]}
    assert json.loads(done.stdout)["choices"][1] == free


def test_a_trial_that_does_not_add_up_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "prov.json"
    path.write_text('{"election":"","ballot":"","chances":[]}')
    done = klubba(path)
    assert (done.exit_code, json.loads(done.stdout)["verdict"]) == (1, "reject")
    told = "Underkänd: filen visar inte vad valsedeln säger (NOT_CANONICAL).\n"
    assert done.stderr == told


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    done = klubba(tmp_path / "saknas.json")
    assert (done.exit_code, "Filen går inte att läsa" in done.stderr) == (2, True)
