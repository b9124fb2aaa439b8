"""A sentence is Swedish wherever it goes, and does not forget how it was put together."""

import copy
import json
import pickle

from core.errors import BadInput, MovedOn, NeedsConfirmation
from core.words import Sentence, in_a_row

WAITING = Sentence("{who} väntar på {names}.", who=Sentence("du"), names=["Anna", "Bo", "Siv"])


def test_it_is_a_swedish_text_like_any_other() -> None:
    assert WAITING == "du väntar på Anna, Bo och Siv."
    assert json.dumps({"why": WAITING}, ensure_ascii=False) == f'{{"why": "{WAITING}"}}'


def test_a_copy_and_one_from_another_process_can_still_be_translated() -> None:
    odd = Sentence("”{cell}” är inget heltal.", cell="{12}")
    for again in (copy.deepcopy(odd), pickle.loads(pickle.dumps(odd))):  # noqa: S301 - our own
        assert (again, again.template, again.parts) == (odd, odd.template, {"cell": "{12}"})


def test_several_become_a_paragraph() -> None:
    told = in_a_row([WAITING, Sentence("Listan är tom.")])
    assert told == f"{WAITING} Listan är tom."
    assert list(told.parts.values()) == [WAITING, "Listan är tom."]
    assert in_a_row([]) == ""


def test_an_error_is_its_swedish_sentence() -> None:
    error = BadInput("Skriv högst {most} tecken.", "title", most=300)
    assert (str(error), error.field) == ("Skriv högst 300 tecken.", "title")
    assert (error.words.template, error.words.parts) == (
        "Skriv högst {most} tecken.",
        {"most": 300},
    )


def test_a_sentence_that_waits_for_its_parts_gets_them_when_it_is_raised() -> None:
    lawful = Sentence("Ska {who} lämna sammanträdet?")
    assert str(NeedsConfirmation(lawful, who="Bo")) == "Ska Bo lämna sammanträdet?"
    assert str(MovedOn()) == "Mötet har gått vidare. Se knappen igen."
