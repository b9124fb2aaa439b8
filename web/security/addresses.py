"""A number in an address is a number that a database can hold; any other is nobody's."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

HIGHEST = 2**31 - 1


class Number(IntegerConverter):
    def __init__(self, rules: Map, *args: Any, **limits: Any) -> None:
        limits.setdefault("max", HIGHEST)
        super().__init__(rules, *args, **limits)


def attach(app: Flask) -> None:
    app.url_map.converters["int"] = Number
