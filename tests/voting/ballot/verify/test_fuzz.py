"""Whatever somebody drops on the page, the verifier answers with a code and never falls over."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import anyone, board
from tests.voting.ballot.forging import Event_, events, told
from voting.ballot.archive import Record, read_archive, read_records, write_first, write_record
from voting.ballot.reasons import Code
from voting.ballot.verify import reading
from voting.ballot.verify.walk import verify

TIME = read_archive(board().archive).timestamp
RECORDS = list(read_records(board().archive, TIME))
EVENTS = events(board().archive)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
bodies = st.binary(max_size=40) | json_values.map(lambda one: json.dumps(one).encode())


def written(records: list[Record]) -> bytes:
    return write_first(TIME) + b"".join(write_record(one, TIME) for one in records)


def answered(archive: bytes) -> None:
    """It is rejected with reasons, unless it is the archive itself or its beginning."""
    report = verify(archive)
    codes = {reason.code for reason in report.reasons}
    assert report.accepted or codes
    assert Code.MALFORMED not in codes
    assert not report.accepted or board().archive.startswith(archive)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(RECORDS), max_size=12))
def test_records_in_any_order_and_number(records: list[Record]) -> None:
    answered(written(records))


@settings(max_examples=40)
@given(st.integers(0, len(RECORDS)), st.sampled_from([".data.json", ".event.json"]), bodies)
def test_a_record_of_anything_put_in_between(at: int, ending: str, body: bytes) -> None:
    answered(written([*RECORDS[:at], Record("0" * 64 + ending, body), *RECORDS[at:]]))


@settings(max_examples=40)
@given(st.sampled_from(EVENTS), st.data())
def test_anything_in_the_place_of_any_object(event: Event_, drawn: st.DataObject) -> None:
    """With hashes and chain made anew, so that it is read."""
    kind, data = event
    at = EVENTS.index(event)
    parts = [*data]
    if not parts:
        return
    parts[0] = drawn.draw(bodies)
    answered(told([*EVENTS[:at], (kind, parts), *EVENTS[at + 1 :]], TIME))


@settings(max_examples=40)
@given(st.integers(0, len(board().archive)), st.integers(0, 3000), st.binary(max_size=600))
def test_any_piece_replaced_by_any_bytes(at: int, length: int, put: bytes) -> None:
    answered(board().archive[:at] + put + board().archive[at + length :])


@settings(max_examples=40)
@given(st.integers(0, len(anyone().archive) - 1), st.integers(0, 7))
def test_any_bit_flipped(at: int, bit: int) -> None:
    flipped = bytearray(anyone().archive)
    flipped[at] ^= 1 << bit
    assert not verify(bytes(flipped)).accepted


def test_what_breaks_the_reader_in_another_way_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(archive: bytes) -> None:
        raise MemoryError(archive)

    monkeypatch.setattr(reading, "read_archive", broken)
    (reason,) = verify(b"anything").reasons
    assert (reason.code, reason.text) == (
        Code.MALFORMED,
        "the file cannot be read as an archive",
    )
