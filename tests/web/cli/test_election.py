"""`klubba election …` from the command line, without a database."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.voting.ballot.elections import chair
from voting.ballot.archive import read_archive
from voting.ballot.ballots import tracker
from web.cli import main


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "val.bel"
    path.write_bytes(chair().archive)
    return path


def klubba(*words: object) -> Result:
    return CliRunner().invoke(main, ["election", *map(str, words)])


def test_an_archive_that_holds_ends_with_0_and_a_line_for_people(archive: Path) -> None:
    done = klubba("verify", archive)
    assert (done.exit_code, json.loads(done.stdout)["verdict"]) == (0, "accept")
    assert done.stderr == "Godkänd: 4 valsedlar, och resultatet stämmer.\n"


def test_the_report_can_stand_alone(archive: Path) -> None:
    done = klubba("verify", archive, "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout)["result"] == {"result": [[1, 2, 1]]}


def test_an_archive_that_does_not_hold_ends_with_1_and_the_reason(archive: Path) -> None:
    archive.write_bytes(chair().archive[:-1])
    done = klubba("verify", archive)
    (reason,) = json.loads(done.stdout)["reasons"]
    assert (done.exit_code, reason["code"]) == (1, "CONTAINER_BYTES")
    assert done.stderr.startswith("Underkänd: Filen är avklippt")


def test_the_same_file_gives_the_same_bytes_wherever_it_lies(archive: Path) -> None:
    copy = archive.with_name("annan.bel")
    copy.write_bytes(chair().archive)
    assert klubba("verify", archive).stdout == klubba("verify", copy).stdout


def test_what_somebody_has_seen_can_be_asked_for(archive: Path) -> None:
    head = read_archive(chair().archive).head
    mine = tracker(chair().ballots[2])
    asked = ["--head", f"10:{head.hash[:8]}", "--tracker", mine, "--previous", archive]
    assert klubba("verify", archive, *asked, "--forbid-revotes").exit_code == 0
    done = klubba(
        "verify", archive, "--tracker", "saknas", "--head", "10:00000000", "--house-rules"
    )
    codes = [reason["code"] for reason in json.loads(done.stdout)["reasons"]]
    assert (done.exit_code, codes) == (1, ["HEAD_DIFFERS", "TRACKER_MISSING", "HOUSE_MINIMUM"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["verify", "finns-inte.bel"], "Filen går inte att läsa: finns-inte.bel"),
        (["verify", "."], "Filen går inte att läsa: ."),
        (["verify", __file__, "--previous", "nej.bel"], "Filen går inte att läsa: nej.bel"),
        (["verify", __file__, "--head", "tio"], "Skriv huvudet så här"),
        (["verify"], "Missing argument"),
        (["simulate", "--out", "nej/nej.bel", "--voters", "0"], "Filen går inte att skriva"),
        (["simulate", "--out", "x.bel", "--trustees", "3-of-2"], "så här: 2-of-3"),
        (["simulate", "--out", "x.bel", "--trustees", "0-of-2"], "så här: 2-of-3"),
        (["simulate", "--out", "x.bel", "--places", "9"], "fler än det finns kandidater"),
        (
            ["simulate", "--out", "x.bel", "--method", "mixnet", "--trustees", "1-of-1",
             "--no-server-key"],
            "Fria valsedlar ska blandas av två",
        ),
    ],
)  # fmt: skip
def test_wrong_use_ends_with_2(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = klubba(*words)
    assert (done.exit_code, told in done.stderr) == (2, True)
    assert not Path("x.bel").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["--candidates", 3, "--trustees", "1-of-1", "--places", 2],
        ["--method", "lists", "--candidates", 2, "--trustees", "1-of-2"],
        ["--method", "mixnet", "--candidates", 300, "--trustees", "1-of-1"],
        ["--method", "free-list", "--places", 2, "--candidates", 9, "--trustees", "1-of-1"],
        ["--method", "free-text", "--trustees", "1-of-1"],
    ],
)
def test_a_whole_election_is_made_and_holds(words: list[object], tmp_path: Path) -> None:
    path = tmp_path / "val.bel"
    made = klubba("simulate", "--voters", 2, *words, "--out", path)
    assert (made.exit_code, json.loads(made.stdout)["state"]) == (0, "Result")
    assert klubba("verify", path).stdout == made.stdout


def test_every_voter_is_in_the_result(tmp_path: Path) -> None:
    path = tmp_path / "val.bel"
    made = klubba(
        "simulate", "--voters", 5, "--candidates", 2, "--trustees", "1-of-1", "--out", path
    )
    told = json.loads(made.stdout)
    assert (sum(told["result"]["result"][0]), told["counts"]["ballots"]) == (5, 5)
