"""Archives that are false but whole: changed in one place, with hashes and chain made anew."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from voting.ballot import canonical
from voting.ballot.archive import Archive, Entry, read_archive, write_archive
from voting.ballot.hashing import hexadecimal
from voting.ballot.objects import Event, Kind, Owned, Setup, TallyRecord

Event_ = tuple[Kind, Sequence[bytes]]  # a kind, and what it brings without the hashes of that


def events(archive: bytes) -> list[Event_]:
    """What the archive tells, without any hash: to be changed and told again."""
    return [(entry.event.type, _bare(entry)) for entry in read_archive(archive).entries]


def told(changed: Iterable[Event_], timestamp: int) -> bytes:
    entries: list[Entry] = []
    for height, (kind, data) in enumerate(changed):
        whole = _linked(kind, data)
        payload = hexadecimal(whole[-1]) if whole else None
        parent = entries[-1].hash if entries else None
        event = Event(parent=parent, height=height, type=kind, payload=payload)
        entries.append(Entry(event, hexadecimal(canonical.dump(event)), whole))
    return write_archive(Archive(timestamp, tuple(entries)))


def forged(archive: bytes, change: Callable[[list[Event_]], Iterable[Event_]]) -> bytes:
    return told(change(events(archive)), read_archive(archive).timestamp)


def replaced(archive: bytes, kind: Kind, place: int, part: int, text: str | bytes) -> bytes:
    """The part of the event at that place among those of its kind, as another text."""

    def change(found: list[Event_]) -> list[Event_]:
        at = [height for height, (one, _data) in enumerate(found) if one == kind][place]
        data = [*found[at][1]]
        data[part] = text.encode() if isinstance(text, str) else text
        return [*found[:at], (kind, data), *found[at + 1 :]]

    return forged(archive, change)


def edited(archive: bytes, kind: Kind, place: int, part: int, edit: Callable[[Any], Any]) -> bytes:
    """The same, edited as what the JSON holds and written canonically again."""
    found = [data for one, data in events(archive) if one == kind][place][part]
    told_anew = edit(json.loads(found))
    return replaced(archive, kind, place, part, canonical.dump(told_anew))


def _bare(entry: Entry) -> list[bytes]:
    """Owner and number are kept, as JSON, after what they are about."""
    kind = entry.event.type
    if kind == "Setup":
        return [*entry.data[:3]]
    if kind in ("Shuffle", "PartialDecryption"):
        owner = canonical.parse(entry.data[1], Owned).owner
        return [entry.data[0], str(owner).encode()]
    if kind == "EncryptedTally":
        record = canonical.parse(entry.data[1], TallyRecord)
        numbers = json.dumps([record.num_tallied, record.total_weight])
        return [entry.data[0], numbers.encode()]
    return [*entry.data]


def _linked(kind: Kind, data: Sequence[bytes]) -> tuple[bytes, ...]:
    if kind == "Setup":
        return (*data, canonical.dump(Setup(*map(hexadecimal, data))).encode())
    if kind in ("Shuffle", "PartialDecryption"):
        return data[0], canonical.dump(Owned(int(data[1]), hexadecimal(data[0]))).encode()
    if kind == "EncryptedTally":
        counted, weight = json.loads(data[1])
        record = TallyRecord(counted, weight, hexadecimal(data[0]))
        return data[0], canonical.dump(record).encode()
    return tuple(data)
