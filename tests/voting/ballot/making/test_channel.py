"""PROTOCOL 5.5: what tellers send each other through a server that may not read it."""

from dataclasses import dataclass

import pytest
from gmpy2 import mpz
from hypothesis import given, settings
from hypothesis import strategies as st

from voting.ballot import canonical
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.channel import Correspondent, NotReadableError
from voting.ballot.objects import Envelope


@dataclass(frozen=True)
class Note:
    words: str


ANNA, BO, EVA = (Correspondent.new(BELENIOS_2048) for _teller in range(3))
SENT = ANNA.send(BO.certificate.encryption, Note("hemligt"))
SENDER = ANNA.certificate.verification


def test_the_receiver_reads_what_was_sent() -> None:
    assert BO.receive(SENDER, SENT, Note) == Note("hemligt")


def test_the_server_does_not_see_it() -> None:
    assert "hemligt" not in SENT
    assert b"hemligt" not in bytes.fromhex(canonical.parse(SENT, Envelope).data)


@settings(max_examples=20)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through(words: str) -> None:
    sent = ANNA.send(BO.certificate.encryption, Note(words))
    assert BO.receive(SENDER, sent, Note) == Note(words)


def test_nobody_else_can_read_it_and_it_is_from_nobody_else() -> None:
    with pytest.raises(NotReadableError):
        EVA.receive(SENDER, SENT, Note)
    with pytest.raises(NotReadableError, match="not signed by the teller"):
        BO.receive(EVA.certificate.verification, SENT, Note)


def test_a_message_to_somebody_else_cannot_be_passed_on() -> None:
    """Bo opens what Anna sent him and encrypts her signed words to Eva."""
    to_bo = canonical.parse(SENT, Envelope)
    opened = BO._decrypt(to_bo)
    passed_on = canonical.dump(BO._encrypted(EVA.certificate.encryption, opened))
    with pytest.raises(NotReadableError, match="meant for another one"):
        EVA.receive(SENDER, passed_on, Note)


@pytest.mark.parametrize(
    "changed",
    [
        {"alpha": mpz(2)},
        {"beta": mpz(0)},
        {"beta": mpz(1)},
        {"data": "ZZ"},
        {"data": "abc"},
        {"data": ""},
        {"data": "00" * 40},
        {"data": "00" * 70_000},
    ],
)
def test_a_damaged_message_is_refused(changed: dict[str, object]) -> None:
    envelope = canonical.parse(SENT, Envelope)
    damaged = Envelope(**(vars(envelope) | changed))
    with pytest.raises(NotReadableError):
        BO.receive(SENDER, canonical.dump(damaged), Note)


def test_another_kind_of_message_is_refused() -> None:
    with pytest.raises(NotReadableError):
        BO.receive(SENDER, SENT, Envelope)
    with pytest.raises(NotReadableError):
        BO.receive(SENDER, "{}", Note)
