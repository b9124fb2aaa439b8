"""What the rules and the acts say can be said in another language, whatever is filled in."""

import ast
from collections.abc import Iterator
from string import Formatter

import pytest

from tests.architecture.test_guards import ROOMS, ROOT
from tests.translations.catalogue import TOLD

FIELDS = {"field"}  # told beside the words, not in them
MADE = (ast.JoinedStr, ast.BinOp)  # put together where no catalogue can follow
KEPT = {  # what an error is given that was made a `Sentence` elsewhere
    "agenda/actions/entries.py": {"words"},
    "agenda/actions/raising.py": {"why"},
    "councils/actions/procedures.py": {"error.faults.get(first, error.words)"},
    "councils/actions/statements.py": {"words"},
    "meetings/actions/approval/choosing.py": {"why"},
    "meetings/actions/asking.py": {"why_not(now)"},
    "meetings/actions/distance.py": {
        "fault.text",
        "found.question",
        "found.refusal",
        "refusal.text",
    },
    "meetings/actions/floor/ordering.py": {"FloorRefusal.NO_SPEECH.text"},
    "meetings/actions/floor/requests.py": {"refusal.text"},
    "meetings/actions/items.py": {"now.shortage"},
    "meetings/actions/leave.py": {"refusal"},
    "meetings/actions/roll/answers.py": {"refusal.text"},
    "meetings/actions/roll/arrivals.py": {"COSTS_THE_DAY", "refusal.text"},
    "meetings/actions/roll/corrections.py": {"WARNING"},
    "meetings/actions/roll/recusals.py": {"SeatRefusal.RECUSED.text"},
    "meetings/actions/roll/substitutes.py": {
        "ORDER_STOPS if stops else NOBODY_FREE",
        "refusal.text",
    },
    "meetings/actions/seating.py": {"refusal.text"},
    "voting/actions/elections/digital/counting.py": {"no"},
    "voting/actions/elections/digital/opening.py": {"few"},
    "voting/actions/elections/nominating.py": {"fault"},
    "voting/actions/elections/planning.py": {"no.text"},
    "voting/actions/ground.py": {"why_not(now)"},
    "voting/actions/grounds_for_gavel.py": {"COUNCIL_FIRST"},
    "voting/actions/order.py": {"COUNCIL_FIRST"},
    "voting/actions/paper/another_day.py": {"why"},
    "voting/actions/paper/entering.py": {"why"},
    "voting/actions/paper/rulings.py": {"why"},
    "voting/actions/statements.py": {"refusal.text", "why_not(now)"},
    "voting/actions/tellers/ceremonies.py": {"why", "why.text"},
    "voting/actions/tellers/choosing.py": {"why"},
    "voting/actions/votes/endings.py": {"way.no_choice", "way.not_even", "way.the_other"},
    "voting/actions/votes/ballots.py": {"_why_not(session, meeting_id, by.person_id)"},
    "voting/queries/elections/digital.py": {"no"},
    "voting/routes/elections/casting.py": {"AGAIN"},
    "web/auth/browser.py": {"words"},
    "web/auth/passwords.py": {"fault"},
    "web/gateways/files.py": {"found.refusal"},
}
READY = {"str", "format", "join", "capitalize", "lower"}


def sentences(tree: ast.AST) -> Iterator[ast.Call]:
    """Every error that is raised with words, and every sentence that is kept for later."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _name(call.func) in TOLD and call.args:
            yield call


def faults(source: str) -> list[int]:
    """The lines of sentences that cannot be translated, or that lack a part."""
    return [call.lineno for call in sentences(ast.parse(source)) if _is_made(call) or _lacks(call)]


def variable(source: str) -> set[str]:
    """What errors are given that is not written where they are raised."""
    errors = [call for call in sentences(ast.parse(source)) if _name(call.func) != "Sentence"]
    words = [call.args[0] for call in errors]
    return {ast.unparse(one) for one in words if not isinstance(one, (ast.Constant, *MADE))}


def _is_made(call: ast.Call) -> bool:
    words = call.args[0]
    return isinstance(words, MADE) or (isinstance(words, ast.Call) and _name(words.func) in READY)


def _lacks(call: ast.Call) -> bool:
    """A constant sentence may wait for its parts, an error may not."""
    words, given = call.args[0], {one.arg for one in call.keywords} - FIELDS
    if not isinstance(words, ast.Constant) or None in given:
        return False
    wanted = {name for _text, name, _spec, _how in Formatter().parse(str(words.value)) if name}
    return wanted != given and not (_name(call.func) == "Sentence" and not given)


def _name(called: ast.expr) -> str:
    return getattr(called, "id", getattr(called, "attr", ""))


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_is_put_together_before_it_is_said(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    found = {str(file.relative_to(ROOT)): faults(file.read_text()) for file in files}
    assert {file: lines for file, lines in found.items() if lines} == {}


def test_what_an_error_is_given_was_made_a_sentence() -> None:
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
    found = {file.relative_to(ROOT).as_posix(): variable(file.read_text()) for file in files}
    assert {file: words for file, words in found.items() if words} == KEPT


@pytest.mark.parametrize(
    "line",
    [
        'RuleBroken(f"{name} tjänstgör redan.")',
        'BadInput("Skriv högst " + str(most) + " tecken.", "text")',
        'NotFound("Plats %s finns inte." % seat)',
        'MovedOn("{name} har gått.".format(name=name))',
        "NotAllowed(str(error))",
        'RuleBroken("{name} tjänstgör redan.")',
        'RuleBroken("{name} tjänstgör redan.", person=name)',
        'errors.BadInput(f"Skriv högst {most} tecken.", "text")',
        'Sentence("{name} och {other}", name=name)',
    ],
)
def test_the_guard_bites(line: str) -> None:
    assert faults(f"raise {line}") == [1]


@pytest.mark.parametrize(
    "line",
    [
        "MovedOn()",
        'RuleBroken("{name} tjänstgör redan.", name=name)',
        'BadInput("Skriv högst {most} tecken.", "text", most=most)',
        'BadInput("Skriv högst {most} tecken.", field="text", most=most)',
        "RuleBroken(refusal.text)",
        'Sentence("Ska {who} lämna sammanträdet?")',
    ],
)
def test_the_guard_lets_a_sentence_through(line: str) -> None:
    assert faults(f"raise {line}") == []
