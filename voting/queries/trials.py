"""What a ballot that was opened as a trial says, for people and machines.  PROTOCOL 18.2."""

from collections.abc import Sequence
from typing import Any

from core.words import Sentence
from voting.ballot.objects import Homomorphic, Question
from voting.ballot.reasons import Fault
from voting.ballot.trials import Opened
from voting.ballot.words import spoken


def as_plain(opened: Opened) -> dict[str, Any]:
    election = opened.election
    asked = zip(election.questions, opened.choices, strict=True)
    return {
        "verdict": "accept",
        "election": {
            "uuid": election.uuid,
            "name": election.terms.name,
            "fingerprint": election.fingerprint,
            "words": spoken([election.fingerprint]),
        },
        "tracker": opened.tracker,
        "choices": [_readable(question, choice) for question, choice in asked],
    }


def refused(fault: Fault) -> dict[str, Any]:
    return {"verdict": "reject", "reasons": [{"code": fault.code, "text": fault.text}]}


def in_words(found: Opened | Fault) -> Sentence:
    if isinstance(found, Fault):
        return Sentence(
            "Underkänd: filen visar inte vad valsedeln säger ({code}).", code=found.code
        )
    asked = zip(found.election.questions, found.choices, strict=True)
    said = "; ".join(_said(question, choice) for question, choice in asked)
    return Sentence("Godkänd. Valsedeln säger: {said}", said=said)


def _readable(question: Question, choice: Sequence[int]) -> dict[str, Any]:
    if not isinstance(question, Homomorphic):
        return {"question": question.value.question, "blank": not any(choice), "numbers": choice}
    blank, chosen = _marked(question, choice)
    return {"question": question.question, "blank": blank, "chosen": chosen}


def _said(question: Question, choice: Sequence[int]) -> str:
    if not isinstance(question, Homomorphic):
        return ", ".join(map(str, choice)) if any(choice) else "BLANK"
    blank, chosen = _marked(question, choice)
    return "BLANK" if blank else ", ".join(chosen)


def _marked(question: Homomorphic, choice: Sequence[int]) -> tuple[bool, list[str]]:
    blank, marks = (choice[0], choice[1:]) if question.blank else (0, choice)
    marked = zip(question.answers, marks, strict=True)
    return bool(blank), [answer for answer, mark in marked if mark]
