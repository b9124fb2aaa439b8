"""The board: events are only ever added to its end.  Bytes in, bytes out.  PROTOCOL 6 and 11."""

from collections.abc import Iterable
from typing import NamedTuple

from voting.ballot import canonical
from voting.ballot.archive import (
    EVENT,
    Entry,
    Record,
    read_archive,
    read_records,
    read_timestamp,
    write_entry,
    write_first,
)
from voting.ballot.hashing import hexadecimal
from voting.ballot.objects import EncryptedTally, Event, Kind, Owned, Setup, TallyRecord
from voting.ballot.order import check_next


class Head(NamedTuple):
    """Of the last event."""

    height: int
    hash: str


class _Addition(NamedTuple):
    """An event and the data that stand before it; its payload is the last of them."""

    kind: Kind
    data: tuple[str, ...]


def set_up(timestamp: int, election: str, trustees: str, register: str) -> bytes:
    """A new board; the time stands in every record and is seconds since 1970."""
    data = [election.encode(), trustees.encode(), register.encode()]
    setup = canonical.dump(Setup(*map(hexadecimal, data)))
    event = Event(height=0, type="Setup", payload=hexadecimal(setup))
    entry = Entry(event, _hash(event), (*data, setup.encode()))
    return write_first(timestamp) + write_entry(entry, timestamp)


def seal(board: bytes, ballots: Iterable[str]) -> bytes:
    """Closes the urn: all ballots in the order of their hashes, which tells nothing of when.

    Then nobody adds another one.
    """
    cast = [_Addition("Ballot", (ballot,)) for ballot in sorted(ballots, key=hexadecimal)]
    return _added(board, *cast, _Addition("EndBallots", ()))


def add_ballot(board: bytes, ballot: str) -> bytes:
    """To a board that is not sealed; the urn of a meeting is sealed in one go."""
    return _added(board, _Addition("Ballot", (ballot,)))


def add_tally(board: bytes, tally: str, ballots: int) -> bytes:
    """With the number of ballots that it is made of."""
    record = canonical.dump(TallyRecord(ballots, ballots, hexadecimal(tally)))
    return _added(board, _Addition("EncryptedTally", (tally, record)))


def add_shuffle(board: bytes, owner: int, shuffle: str) -> bytes:
    owned = canonical.dump(Owned(owner, hexadecimal(shuffle)))
    return _added(board, _Addition("Shuffle", (shuffle, owned)))


def end_shuffles(board: bytes) -> bytes:
    return _added(board, _Addition("EndShuffles", ()))


def add_partial(board: bytes, owner: int, partial: str) -> bytes:
    owned = canonical.dump(Owned(owner, hexadecimal(partial)))
    return _added(board, _Addition("PartialDecryption", (partial, owned)))


def add_result(board: bytes, result: str) -> bytes:
    return _added(board, _Addition("Result", (result,)))


def read_tally(board: bytes) -> tuple[EncryptedTally, int]:
    """What was added with `add_tally`, from a board whose last event that is."""
    tally, record, _event = list(read_records(board, read_timestamp(board)))[-3:]
    return (
        canonical.parse(tally.body, EncryptedTally),
        canonical.parse(record.body, TallyRecord).num_tallied,
    )


def ballots(board: bytes) -> list[str]:
    """On it, in its order.  Raises the Fault of a board that is not whole."""
    entries = read_archive(board).entries
    return [one.data[0].decode() for one in entries if one.event.type == "Ballot"]


def head(board: bytes) -> Head:
    """Whoever has seen it can tell whether anything that came before was changed."""
    last = _last(board)
    return Head(canonical.parse(last.body, Event).height, last.name[:64])


def _added(board: bytes, *additions: _Addition) -> bytes:
    """Raises EVENT_ORDER or SHUFFLE_MISSING where such an event can never stand."""
    timestamp, last = read_timestamp(board), _last(board)
    event, parent = canonical.parse(last.body, Event), last.name[:64]
    written = [board]
    for kind, data in additions:
        check_next(event.type, kind, mixed=kind in ("Shuffle", "EndShuffles"))
        payload = hexadecimal(data[-1]) if data else None
        event = Event(parent=parent, height=event.height + 1, type=kind, payload=payload)
        parent = _hash(event)
        entry = Entry(event, parent, tuple(text.encode() for text in data))
        written.append(write_entry(entry, timestamp))
    return b"".join(written)


def _hash(event: Event) -> str:
    return hexadecimal(canonical.dump(event))


def _last(board: bytes) -> Record:
    *_before, last = read_records(board, read_timestamp(board))
    if not last.name.endswith(EVENT):
        raise ValueError("the board does not end with an event")
    return last
