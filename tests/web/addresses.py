"""Every address that the application answers to, filled in with numbers of the small world."""

from collections.abc import Iterator

from flask import Flask

from tests.worlds import BO, OPEN

ACTING = {"POST", "PUT", "PATCH", "DELETE"}
NUMBERS = {"meeting_id": OPEN, "council_id": 1, "person_id": BO, "audience": "member"}


def to_look_at(app: Flask, **numbers: object) -> list[str]:
    return [address for address, methods in _all(app, numbers) if "GET" in methods]


def to_act_on(app: Flask) -> list[tuple[str, str]]:
    """Method and address of everything that may change something."""
    found = _all(app, {})
    return [(method, address) for address, methods in found for method in methods & ACTING]


def _all(app: Flask, numbers: dict[str, object]) -> Iterator[tuple[str, set[str]]]:
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        values = {name: (NUMBERS | numbers).get(name, 1) for name in rule.arguments}
        yield (
            adapter.build(rule.endpoint, values, method=_any(rule.methods)),
            set(rule.methods or ()),
        )


def _any(methods: set[str] | None) -> str:
    return sorted(methods or {"GET"})[0]
