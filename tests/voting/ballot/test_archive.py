"""PROTOCOL 6: a file in which nothing can be hidden and nothing can be changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import TIME, anyone, chair
from voting.ballot import board
from voting.ballot.archive import BLOCK, read_archive, write_archive, write_first
from voting.ballot.reasons import Code, Fault

SMALL = board.add_tally(board.seal(board.set_up(TIME, "{}", "[]", "[]"), ["1", "2"]), "[]", 2)


def fault(archive: bytes) -> Code | None:
    try:
        read_archive(archive)
    except Fault as found:
        return found.code
    return None


def ends(archive: bytes) -> set[int]:
    """Where an event ends: an archive may stop there, and is then still open."""
    found, at = set(), len(write_first(TIME))
    for entry in read_archive(archive).entries:
        at += sum(BLOCK + len(data) + -len(data) % BLOCK for data in entry.data)
        at += 2 * BLOCK  # an event fits in one block after its header
        found.add(at)
    return found


@pytest.mark.parametrize("archive", [SMALL, chair().archive, anyone().archive])
def test_what_is_read_and_written_again_is_the_same_file(archive: bytes) -> None:
    assert write_archive(read_archive(archive)) == archive


def test_an_archive_cut_at_any_byte_is_refused_unless_an_event_ends_there() -> None:
    closed = board.seal(board.set_up(TIME, "{}", "[]", "[]"), [])
    cuts = {cut for cut in range(len(closed) + 1) if fault(closed[:cut]) is None}
    assert cuts == ends(closed)
    assert max(cuts) == len(closed)


def test_a_longer_one_is_cut_in_the_same_way() -> None:
    cuts = {cut for cut in range(0, len(SMALL) + 1, BLOCK) if fault(SMALL[:cut]) is None}
    assert cuts == ends(SMALL)


@settings(max_examples=150)
@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_no_byte_can_be_another(at: int, flipped: int) -> None:
    changed = bytearray(SMALL)
    changed[at] ^= flipped
    assert fault(bytes(changed)) is not None


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (b"", Code.CONTAINER_HEADER),
        (b"\0" * 2048, Code.CONTAINER_HEADER),
        (SMALL[: BLOCK + 10], Code.CONTAINER_HEADER),
        (SMALL.replace(b'"version":1', b'"version":2'), Code.CONTAINER_HEADER),
        (SMALL.replace(b'"1700000000"', b'"1700000001"', 1), Code.CONTAINER_HEADER),
        (SMALL.replace(b'"1700000000"', b'"017000000x"', 1), Code.CONTAINER_HEADER),
        (write_first(TIME), Code.CHAIN),
        (SMALL + bytes(1024), Code.CONTAINER_BYTES),
        (SMALL + b"\n", Code.CONTAINER_BYTES),
        (b"\n" + SMALL, Code.CONTAINER_HEADER),
        (SMALL + SMALL[2 * BLOCK :], Code.CHAIN),
        (SMALL.replace(b"0000644", b"0000755"), Code.CONTAINER_HEADER),
        (SMALL.replace(b"EndBallots", b"EndBallotz"), Code.HASH_MISMATCH),
    ],
)
def test_what_is_wrong_is_told_by_its_code(archive: bytes, code: Code) -> None:
    assert fault(archive) == code


def test_a_record_that_no_event_refers_to_is_refused() -> None:
    """Something could be hidden in it."""
    first, election = len(write_first(TIME)), 2 * BLOCK
    twice = SMALL[: first + election] + SMALL[first:]
    assert fault(twice) == Code.CONTAINER_BYTES


def test_a_time_that_does_not_fit_is_refused() -> None:
    for time in (-1, 8**11):
        with pytest.raises(ValueError, match="does not fit"):
            board.set_up(time, "{}", "[]", "[]")


@settings(max_examples=60)
@given(st.binary(max_size=3000))
def test_any_bytes_are_refused_by_a_code(found: bytes) -> None:
    assert fault(found) == Code.CONTAINER_HEADER
    assert fault(SMALL + found) == (Code.CONTAINER_BYTES if found else None)
