"""PROTOCOL 14.4 and 14.5: what somebody has seen before, and what Klubba promises."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.voting.ballot.elections import anyone, chair
from tests.voting.ballot.forging import Event_, edited, forged, replaced
from voting.ballot.archive import read_archive
from voting.ballot.ballots import tracker
from voting.ballot.making.ballots import make_ballot
from voting.ballot.reasons import Code
from voting.ballot.verify.asked import Asked, HeadSeen
from voting.ballot.verify.walk import verify

HOUSE = Asked(house_rules=True, minimum=3)


def codes(archive: bytes, asked: Asked) -> list[Code]:
    return [reason.code for reason in verify(archive, asked).reasons]


def cut(archive: bytes, events: int) -> bytes:
    return forged(archive, lambda found: found[:events])


@pytest.mark.parametrize("events", [1, 6, 11])
def test_every_earlier_copy_is_continued(events: int) -> None:
    assert codes(chair().archive, Asked(previous=cut(chair().archive, events))) == []


def test_another_past_is_not_continued() -> None:
    for other in (anyone().archive, b"", b"x", chair().archive[:-1]):
        found = codes(chair().archive, Asked(previous=other))
        assert found == [Code.PREVIOUS_NOT_PREFIX]


def test_what_stood_on_the_wall_stands_in_the_file() -> None:
    entries = read_archive(chair().archive).entries
    for height in (0, 5, 10):
        seen = HeadSeen(height, entries[height].hash[:8])
        assert codes(chair().archive, Asked(head=seen)) == []
    for false in (HeadSeen(5, entries[6].hash[:8]), HeadSeen(11, "")):
        assert codes(chair().archive, Asked(head=false)) == [Code.HEAD_DIFFERS]


def test_a_voter_finds_her_own_ballot_and_misses_one_that_is_not_there() -> None:
    held = chair()
    assert codes(held.archive, Asked(trackers=tuple(map(tracker, held.ballots)))) == []
    missing = tracker(make_ballot(held.election, held.voters[0], [[0, 1, 0]]))
    assert codes(held.archive, Asked(trackers=(missing,))) == [Code.TRACKER_MISSING]


def voted_twice() -> bytes:
    """Still open: the first voter has put another ballot in."""
    held = chair()
    again = make_ballot(held.election, held.voters[0], [[0, 0, 1]]).encode()

    def change(found: list[Event_]) -> list[Event_]:
        return [*found[:5], ("Ballot", [again])]

    return forged(held.archive, change)


def test_a_second_ballot_counts_instead_of_the_first_where_that_is_allowed() -> None:
    report = verify(voted_twice())
    assert report.accepted
    plain = report.as_plain("")
    assert plain["counts"] == {"credentials": 4, "ballots": 5, "replaced": 1, "tallied": None}
    text = "1 ballot was replaced by a later one"
    assert plain["notices"] == [{"code": "REVOTES", "text": text}]
    assert codes(voted_twice(), Asked(forbid_revotes=True)) == [Code.REVOTE_FORBIDDEN]
    assert Code.HOUSE_REVOTE in codes(voted_twice(), HOUSE)


def test_our_own_archives_follow_the_rules_of_the_house() -> None:
    assert codes(chair().archive, HOUSE) == []
    assert codes(anyone().archive, HOUSE) == []


def test_an_urn_with_few_ballots_is_not_opened() -> None:
    assert codes(chair().archive, Asked(house_rules=True, minimum=5)) == [Code.HOUSE_MINIMUM]
    assert codes(cut(chair().archive, 7), Asked(house_rules=True, minimum=5)) == []


def test_ballots_and_register_stand_in_an_order_that_tells_nothing() -> None:
    def change(found: list[Event_]) -> list[Event_]:
        return [found[0], found[2], found[1], *found[3:]]

    turned = edited(chair().archive, "Setup", 0, 2, lambda found: found[::-1])
    for false in (forged(chair().archive, change), turned):
        assert codes(false, HOUSE) == [Code.HOUSE_ORDER]


def named(found: Any) -> Any:
    found[0][1]["name"] = "Servern"
    return found


def test_nobody_has_a_name_by_the_key() -> None:
    false = edited(chair().archive, "Setup", 0, 1, named)
    assert codes(false, HOUSE) == [Code.HOUSE_TRUSTEES]


@pytest.mark.parametrize(
    "change",
    [
        lambda terms: terms | {"name": "A\u030angstro\u0308m"},
        lambda terms: terms | {"description": "rad\nbrytning"},
        lambda terms: terms | {"name": "osynligt\u200btecken"},
        lambda terms: terms | {"administrator": "Eva"},
        lambda terms: terms | {"credential_authority": "Eva"},
    ],
)
def test_no_text_can_be_read_in_two_ways(change: Callable[[Any], Any]) -> None:
    """Tried before anybody has voted, since every ballot is bound to the texts."""
    terms = change(json.loads(read_archive(chair().archive).entries[0].data[0]))
    ordered = json.dumps(terms, ensure_ascii=False, separators=(",", ":"))
    false = replaced(cut(chair().archive, 1), "Setup", 0, 0, ordered)
    assert codes(false, HOUSE) == [Code.HOUSE_TEXT]


def test_a_broken_archive_is_told_of_before_anything_that_was_asked() -> None:
    false = replaced(chair().archive, "Result", 0, 0, '{"result":[[2,1,1]]}')
    assert codes(false, Asked(house_rules=True, trackers=("x",))) == [Code.RESULT]
