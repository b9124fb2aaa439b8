"""Anyone's browser gives the report that `klubba election verify` gives, and nothing leaves it."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from tests.assets.booth.node import Bot
from tests.voting.ballot.elections import Held, anyone, board, chair, report
from tests.voting.ballot.forging import forged

ALSO = ("verifier", "notices")  # what only the command tells


def asked(bot: Bot, archive: bytes) -> Any:
    return bot("vem som helst", "verify", board=base64.b64encode(archive).decode())


@pytest.mark.parametrize("made", [chair, board, anyone])
def test_a_whole_election_is_told_as_by_the_command(bot: Bot, made: Callable[[], Held]) -> None:
    archive = made().archive
    wanted = report(archive).as_plain("?")
    assert asked(bot, archive) == plain({key: wanted[key] for key in wanted if key not in ALSO})


def test_an_election_that_is_not_over_is_right_so_far(bot: Bot) -> None:
    open_still = forged(chair().archive, lambda found: found[:3])
    found = asked(bot, open_still)
    assert (found["verdict"], found["state"], found["result"]) == ("accept", "Ballot", None)
    counts = {"credentials": 4, "ballots": 2, "replaced": 0, "tallied": None}
    assert found["counts"] == counts


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (b"", "CONTAINER_HEADER"),
        (b"PK\x03\x04" * 300, "CONTAINER_HEADER"),
        (chair().archive[:-1], "CONTAINER_BYTES"),
        (chair().archive + b"\0" * 1024, "CONTAINER_BYTES"),
        (chair().archive.replace(b"Anna", b"Bnna"), "HASH_MISMATCH"),
    ],
)
def test_what_is_not_right_is_rejected_with_the_reason(bot: Bot, archive: bytes, code: str) -> None:
    found = asked(bot, archive)
    assert [reason["code"] for reason in found["reasons"]] == [code]
    assert found["reasons"][0]["code"] == report(archive).reasons[0].code


def plain(value: Any) -> Any:
    """As JSON has it: a tuple is an array."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value
