"""No field of any object can be another value, text, order or number of fields."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.ballot.elections import board
from tests.voting.ballot.forging import events, replaced
from voting.ballot.objects import Kind
from voting.ballot.reasons import Code
from voting.ballot.verify.walk import verify

Path = tuple[Any, ...]
PLACE = "\u2603"
NUMBERS = ['"0{0}"', '"+{0}"', '"-{0}"', '" {0}"', '"{0}_0"', '"0x{0}"', "{0}", '"0"', '"{0}.0"']
OBJECTS: list[tuple[Kind, int]] = [
    ("Setup", 0),
    ("Setup", 1),
    ("Setup", 2),
    ("Ballot", 0),
    ("EncryptedTally", 0),
    ("PartialDecryption", 0),
    ("Result", 0),
]


def paths(found: Any, at: Path = ()) -> Iterator[Path]:
    """To every value in what a JSON text holds."""
    parts = found.items() if isinstance(found, dict) else enumerate(found)
    for name, part in parts:
        yield (*at, name)
        if isinstance(part, dict | list):
            yield from paths(part, (*at, name))


def with_other(found: Any, path: Path, other: str) -> str:
    """The whole text, with another text in that place."""
    copied = json.loads(json.dumps(found))
    owner = copied
    for name in path[:-1]:
        owner = owner[name]
    owner[path[-1]] = PLACE
    return text_of(copied).replace(f'"{PLACE}"', other)


def others(found: Any, path: Path) -> list[str]:
    """What may be tried in that place."""
    for name in path:
        found = found[name]
    own = text_of(found)
    tried = [f" {own}", f"[{own}]", "null", '""', "{}", *_others(found, own)]
    return [other for other in tried if other != own]


def _others(found: Any, own: str) -> list[str]:
    if isinstance(found, dict):
        turned, fewer = dict(reversed(found.items())), dict(list(found.items())[1:])
        name, first = next(iter(found.items()))
        doubled = f"{{{text_of(name)}:{text_of(first)},{own[1:]}"
        return [text_of(turned), text_of(fewer), doubled, own[:-1] + ',"extra":"1"}']
    if isinstance(found, list):
        return [text_of(found[:-1]), text_of(found[::-1]), text_of([*found, *found[:1]])]
    if isinstance(found, str):
        escaped = f'"\\u{ord(found[0]):04x}{own[2:]}'
        numbers = [one.format(found) for one in NUMBERS] if found.isdecimal() else []
        return [escaped, text_of(found + "x"), text_of("9" + found[1:]), *numbers]
    return [str(int(found) + 1), f'"{found}"', f"{own}.0", "true", "-1"]


def text_of(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def first(kind: Kind, part: int) -> Any:
    return json.loads(next(data for one, data in events(board().archive) if one == kind)[part])


@settings(max_examples=100)
@given(st.sampled_from(OBJECTS), st.data())
def test_whatever_is_changed_is_noticed(target: tuple[Kind, int], drawn: st.DataObject) -> None:
    kind, part = target
    found = first(kind, part)
    path = drawn.draw(st.sampled_from(list(paths(found))))
    other = drawn.draw(st.sampled_from(others(found, path)))
    report = verify(replaced(board().archive, kind, 0, part, with_other(found, path, other)))
    assert not report.accepted
    assert Code.MALFORMED not in {reason.code for reason in report.reasons}


def test_a_register_in_another_order_is_the_same_register() -> None:
    """Nothing is bound to its order; our own archives have it sorted (HOUSE_ORDER)."""
    turned = text_of(first("Setup", 2)[::-1])
    assert verify(replaced(board().archive, "Setup", 0, 2, turned)).accepted


def test_an_unsigned_name_may_stand_by_a_key() -> None:
    """As in the public format; our own archives have none (HOUSE_TRUSTEES)."""
    trustees = first("Setup", 1)
    trustees[0][1]["name"] = "Servern"
    assert verify(replaced(board().archive, "Setup", 0, 1, text_of(trustees))).accepted
