"""An archive: the sealed chain of events as one file, read strictly and written byte for byte.

PROTOCOL 6.  Nothing may stand before, between or after the records, so what is read here and
written again is the same file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from voting.ballot import canonical
from voting.ballot.hashing import hexadecimal
from voting.ballot.objects import Event, Header, Owned, Setup, TallyRecord
from voting.ballot.reasons import Code, Fault, demand

BLOCK = 512
FIRST = "BELENIOS"
DATA, EVENT = ".data.json", ".event.json"
NAME = re.compile(r"[0-9a-f]{64}(\.data\.json|\.event\.json)", re.ASCII)
TIMESTAMP = re.compile(r"0|[1-9][0-9]{0,9}", re.ASCII)
LATEST = 8**11 - 1
Part = TypeVar("Part", Event, Setup, TallyRecord, Owned)
EMPTY = frozenset({"EndBallots", "EndShuffles"})  # events without a payload


class Record(NamedTuple):
    name: str
    body: bytes


@dataclass(frozen=True)
class Entry:
    """An event with its hash and the data that stand before it."""

    event: Event
    hash: str
    data: tuple[bytes, ...]


@dataclass(frozen=True)
class Archive:
    timestamp: int
    entries: tuple[Entry, ...]

    @property
    def head(self) -> Entry:
        return self.entries[-1]


def read_archive(archive: bytes) -> Archive:
    """Checks 1 to 5 of PROTOCOL 14.

    Raises the first of CONTAINER_HEADER, CONTAINER_BYTES, HASH_MISMATCH, CHAIN, NOT_CANONICAL.
    """
    timestamp = read_timestamp(archive)
    records = list(read_records(archive, timestamp))
    for name, body in records:
        demand(name[:64] == hexadecimal(body), Code.HASH_MISMATCH, f"{name[:8]} is another text")
    entries = tuple(_chained(records))
    demand(bool(entries), Code.CHAIN, "there is no event")
    rebuilt = Archive(timestamp, entries)
    same = write_archive(rebuilt) == archive
    demand(same, Code.CONTAINER_BYTES, "there is more in the file than its chain of events")
    return rebuilt


def write_archive(archive: Archive) -> bytes:
    entries = (write_entry(entry, archive.timestamp) for entry in archive.entries)
    return b"".join([write_first(archive.timestamp), *entries])


def write_first(timestamp: int) -> bytes:
    """The record that every archive begins with; seconds since 1970, at most 33 bits."""
    if not 0 <= timestamp <= LATEST:
        raise ValueError("the time does not fit in an archive")
    header = canonical.dump(Header(1, str(timestamp))).encode()
    return write_record(Record(FIRST, header), timestamp)


def write_entry(entry: Entry, timestamp: int) -> bytes:
    """The records of one event: its data in order, then itself."""
    body = canonical.dump(entry.event).encode()
    records = [Record(hexadecimal(data) + DATA, data) for data in entry.data]
    records.append(Record(hexadecimal(body) + EVENT, body))
    return b"".join(write_record(record, timestamp) for record in records)


def write_record(record: Record, timestamp: int) -> bytes:
    size = len(record.body)
    return b"".join([_header(record.name, size, timestamp), record.body, bytes(-size % BLOCK)])


def read_timestamp(archive: bytes) -> int:
    """The one time of all records; raises CONTAINER_HEADER unless the file begins as it shall."""
    size = _size(archive[:BLOCK])
    try:
        header = canonical.parse(archive[BLOCK : BLOCK + size], Header)
    except canonical.NotCanonicalError:
        raise Fault(Code.CONTAINER_HEADER, "the file is not an archive of an election") from None
    known = header.version == 1 and bool(TIMESTAMP.fullmatch(header.timestamp))
    demand(known, Code.CONTAINER_HEADER, "the archive is of another version")
    timestamp = int(header.timestamp)
    begun = timestamp <= LATEST and archive.startswith(write_first(timestamp))
    demand(begun, Code.CONTAINER_HEADER, "the first record is not as it shall be")
    return timestamp


def read_records(archive: bytes, timestamp: int) -> Iterator[Record]:
    """All records after the first; raises CONTAINER_BYTES."""
    at = len(write_first(timestamp))
    while at < len(archive):
        header = archive[at : at + BLOCK]
        name = header[:100].rstrip(b"\0").decode("ascii", "replace")
        body = archive[at + BLOCK : at + BLOCK + _size(header)]
        demand(bool(NAME.fullmatch(name)), Code.CONTAINER_BYTES, f"no record begins at byte {at}")
        record = Record(name, body)
        written = write_record(record, timestamp)
        whole = archive[at : at + len(written)] == written
        demand(whole, Code.CONTAINER_BYTES, f"the record at byte {at} is not as it shall be")
        yield record
        at += len(written)


def _header(name: str, size: int, timestamp: int) -> bytes:
    block = bytearray(BLOCK)
    block[0 : len(name)] = name.encode("ascii")
    for at, field in (
        (100, b"0000644"),
        (108, b"0000000"),
        (116, b"0000000"),
        (124, b"%011o" % size),
        (136, b"%011o" % timestamp),
        (148, b" " * 8),
        (156, b"0"),
    ):
        block[at : at + len(field)] = field
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def _size(header: bytes) -> int:
    """Of the body; 0 where no size stands, which no record agrees with."""
    digits = header[124:135]
    return int(digits, 8) if re.fullmatch(rb"[0-7]{11}", digits) else 0


def _chained(records: list[Record]) -> Iterator[Entry]:
    stored = {name[:64]: body for name, body in records if name.endswith(DATA)}
    parent: str | None = None
    events = (record for record in records if record.name.endswith(EVENT))
    for height, (name, body) in enumerate(events):
        event = _read(body, Event)
        follows = event.height == height and event.parent == parent
        demand(follows, Code.CHAIN, f"event {height} does not follow the one before it")
        parent = name[:64]
        yield Entry(event, parent, tuple(_data_of(event, stored)))


def _data_of(event: Event, stored: dict[str, bytes]) -> Iterator[bytes]:
    """The data of an event in the order in which they stand before it."""
    if (event.payload is None) != (event.type in EMPTY):
        raise Fault(Code.CHAIN, f"event {event.height} has a payload too many or too few")
    if event.payload is None:
        return
    payload = _found(stored, event.payload)
    if event.type == "Setup":
        setup = _read(payload, Setup)
        yield from (_found(stored, one) for one in (setup.election, setup.trustees))
        yield _found(stored, setup.credentials)
    elif event.type == "EncryptedTally":
        yield _found(stored, _read(payload, TallyRecord).encrypted_tally)
    elif event.type in ("Shuffle", "PartialDecryption"):
        yield _found(stored, _read(payload, Owned).payload)
    yield payload


def _found(stored: dict[str, bytes], hashed: str) -> bytes:
    if hashed not in stored:
        raise Fault(Code.CHAIN, "something that an event refers to is missing")
    return stored[hashed]


def _read(body: bytes, shape: type[Part]) -> Part:
    try:
        return canonical.parse(body, shape)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"{shape.__name__}: {error}") from None
