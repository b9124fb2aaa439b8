"""What the verifier says, in words."""

from tests.voting.ballot.elections import chair, report
from tests.voting.ballot.forging import forged
from voting.ballot.reasons import Code
from voting.ballot.verify.walk import verify
from voting.queries.verdicts import WHY, in_words


def test_every_reason_has_its_words() -> None:
    assert list(WHY) == list(Code)
    assert len(set(WHY.values())) == len(Code)


def test_a_verdict_is_one_sentence() -> None:
    opened = forged(chair().archive, lambda found: found[:6])
    assert in_words(report(chair().archive)) == "Godkänd: 4 valsedlar, och resultatet stämmer."
    assert in_words(verify(opened)) == "Godkänd så långt: 4 valsedlar, inte räknade än."
    told = "Underkänd: Filen är inte ett arkiv från en sluten omröstning."
    assert in_words(verify(b"")) == told
