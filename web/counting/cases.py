"""A file of cases: each is read, carried out and written on its own; a bad one stops no other."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.words import Sentence
from web.counting import majority, proportional
from web.counting.fields import Plain, about, read
from web.counting.rules import RULES

Answer = Callable[[Plain], Plain]
SHAPE = '{"cases": [{"id": …, "input": {…}}]}'
BAD_INPUT, UNKNOWN_RULE = {"error": "BAD_INPUT"}, {"error": "UNKNOWN_RULE"}


class BadFileError(ValueError):
    """Cannot be read, or is not of the right shape.  `str` of it says so in plain words."""


class UnknownRuleError(ValueError):
    """The rule book has no rule of that name."""


@dataclass(frozen=True)
class Result:
    """`fault` says what was wrong, for whoever is to mend the file."""

    case: Plain
    name: str
    output: Plain
    fault: str | None = None

    def as_plain(self) -> Plain:
        told: Plain = {key: self.case[key] for key in ("id", "rule") if key in self.case}
        return told | {"output": self.output}

    @property
    def differs(self) -> bool:
        return "expected" in self.case and self.output != self.case["expected"]


def count_proportional(case: Plain) -> Plain:
    return proportional.count(read(proportional.Proportional, case.get("input")))


def count_majority(case: Plain) -> Plain:
    return majority.count(read(majority.Majority, case.get("input")))


def rule(case: Plain) -> Plain:
    name = case.get("rule")
    if not isinstance(name, str) or name not in RULES:
        raise UnknownRuleError(Sentence("rule: regeln {name} finns inte", name=repr(name)))
    asked = RULES[name]
    given = read(asked.given, case.get("input"))
    with about(given.concerns):
        return asked.answer(given)


def load(path: Path) -> Any:
    """As JSON with whole numbers only: a count with a decimal point is no count."""
    try:
        text = path.read_text(encoding="utf-8")
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except OSError as error:
        raise BadFileError(f"{path}: {error.strerror}") from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise BadFileError(Sentence("{path} är inte JSON i UTF-8.", path=path)) from None


def cases_in(found: object, *, may_be_list: bool) -> list[Plain] | None:
    """The cases of the file; None when it is one input by itself, which only a count may be."""
    if isinstance(found, dict) and "cases" not in found and not may_be_list:
        return None
    cases = found.get("cases") if isinstance(found, dict) else found if may_be_list else None
    if not isinstance(cases, list) or not all(isinstance(case, dict) for case in cases):
        raise BadFileError(Sentence("Filen ska innehålla {shape}.", shape=SHAPE))
    return cases


def carry_out(answer: Answer, cases: list[Plain]) -> Iterator[Result]:
    for number, case in enumerate(cases, start=1):
        name = str(case["id"]) if "id" in case else Sentence("fall {number}", number=number)
        try:
            yield Result(case, name, answer(case))
        except UnknownRuleError as error:
            yield Result(case, name, UNKNOWN_RULE, error.args[0])
        except ValueError as error:
            yield Result(case, name, BAD_INPUT, error.args[0])


def _no_number(word: str) -> float:
    raise ValueError(word)
