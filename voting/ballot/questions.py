"""Is an answer to a question a valid one?  Nobody learns which.  PROTOCOL 5.7."""

from voting.ballot import proofs, statements
from voting.ballot.keys import Key
from voting.ballot.objects import (
    Answer,
    Ciphertext,
    Homomorphic,
    HomomorphicAnswer,
    Mixnet,
    MixnetAnswer,
    Proof,
    Question,
)
from voting.ballot.reasons import Code, Fault, demand


def check_answer(key: Key, by: str, question: Question, answer: Answer) -> None:
    """Raises BALLOT_PROOF unless the answer, made by `by` (S0), is one that the question allows."""
    if isinstance(question, Homomorphic) and isinstance(answer, HomomorphicAnswer):
        _check_marks(key, by, question, answer)
    elif isinstance(question, Mixnet) and isinstance(answer, MixnetAnswer):
        _check_free(key, by, answer)
    else:
        raise _fault("an answer is of another kind than its question")


def slots(question: Homomorphic) -> int:
    """How many ciphertexts an answer has: one for each candidate, before them one for blank."""
    return len(question.answers) + question.blank


def _check_marks(key: Key, by: str, question: Homomorphic, answer: HomomorphicAnswer) -> None:
    wanted = slots(question)
    _demand(len(answer.choices) == wanted, f"an answer does not have {wanted} choices")
    _demand(len(answer.individual_proofs) == wanted, "not one proof for each choice")
    _demand(key.holds(answer.choices), "a choice is not made of elements of the group")
    for choice, proof in zip(answer.choices, answer.individual_proofs, strict=True):
        _demand(
            _is_between(key, statements.slot(by, choice), choice, 0, 1, proof),
            "the proof that a choice is 0 or 1 does not hold",
        )
    bound = statements.choices(by, answer.choices)
    if question.blank:
        _check_with_blank(key, bound, question, answer)
    else:
        _check_without_blank(key, bound, question, answer)


def _check_without_blank(
    key: Key, bound: str, question: Homomorphic, answer: HomomorphicAnswer
) -> None:
    _demand(answer.blank_proof is None, "a proof about blank where none can be chosen")
    total = key.product(answer.choices)
    statement = statements.slot(bound, total)
    _demand(
        _is_between(key, statement, total, question.min, question.max, answer.overall_proof),
        "the proof that the number of marks is allowed does not hold",
    )


def _check_with_blank(
    key: Key, bound: str, question: Homomorphic, answer: HomomorphicAnswer
) -> None:
    if answer.blank_proof is None:
        raise _fault("the proof about blank is missing")
    blank, total = answer.choices[0], key.product(answer.choices[1:])
    _demand(
        proofs.one_is_nothing(key, statements.blank(bound), [blank, total], answer.blank_proof),
        "the proof that a blank vote has no mark does not hold",
    )
    allowed = [key.lowered(total, count) for count in range(question.min, question.max + 1)]
    branches = [key.lowered(blank, 1), *allowed]
    _demand(
        proofs.one_is_nothing(key, statements.overall(bound), branches, answer.overall_proof),
        "the proof that the number of marks is allowed does not hold",
    )


def _is_between(
    key: Key, statement: str, choice: Ciphertext, least: int, most: int, proof: tuple[Proof, ...]
) -> bool:
    branches = [key.lowered(choice, count) for count in range(least, most + 1)]
    return proofs.one_is_nothing(key, statement, branches, proof)


def _check_free(key: Key, by: str, answer: MixnetAnswer) -> None:
    _demand(key.holds([answer.choices]), "a choice is not made of elements of the group")
    statement = statements.free(by, key.y, answer.choices)
    _demand(
        proofs.knows(key.group, statement, answer.choices.alpha, answer.proof),
        "the proof that the voter made the choice does not hold",
    )


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.BALLOT_PROOF, text)


def _fault(text: str) -> Fault:
    return Fault(Code.BALLOT_PROOF, text)
