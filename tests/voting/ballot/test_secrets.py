"""What must not be seen is not seen: in no repr, no error and no archive."""

import traceback
from collections.abc import Callable

import pytest
from gmpy2 import mpz

from tests.voting.ballot.elections import Held, anyone, chair, shared
from voting.ballot.group import BELENIOS_2048
from voting.ballot.making.answers import NotAllowedError
from voting.ballot.making.ballots import make_ballot
from voting.ballot.making.channel import Correspondent, NotReadableError
from voting.ballot.making.credentials import derive
from voting.ballot.making.tellers import Given, Kept, Share, Teller, new_key

LONG = mpz("98765432109876543210")


@pytest.mark.parametrize("made", [chair, anyone])
def test_no_private_number_stands_in_the_archive(made: Callable[[], Held]) -> None:
    held = made()
    secrets = [*map(str, held.hands.private), *map(str, shared(held.election.group).shares)]
    for voter in held.voters:
        secrets += [voter.text, str(voter.private)]
    assert [one for one in secrets if one.encode() in held.archive] == []


def test_nothing_private_shows_itself() -> None:
    held = chair()
    teller, key = Teller(Correspondent.new(BELENIOS_2048)), new_key(BELENIOS_2048)
    seen = repr([teller, key, held.hands, shared(BELENIOS_2048), *held.voters])
    seen += repr([Given(LONG), Kept((LONG,)), Share(LONG)])
    secrets = [teller.own.seed, str(key.private), str(LONG), *map(str, held.hands.private)]
    secrets += [voter.text for voter in held.voters]
    secrets += [str(voter.private) for voter in held.voters]
    assert [one for one in secrets if one in seen] == []


def test_errors_tell_neither_choice_nor_credential_nor_message() -> None:
    held = chair()
    sender = Correspondent.new(BELENIOS_2048)
    sent = sender.send(sender.certificate.encryption, Given(LONG))
    for act in (
        lambda: make_ballot(held.election, held.voters[0], [[7777, 0, 0]]),
        lambda: make_ballot(anyone().election, anyone().voters[0], [[7777, 0]]),
        lambda: derive(BELENIOS_2048, held.election.uuid, held.voters[0].text[:-1] + "7777"),
        lambda: sender.receive(sender.certificate.verification, sent, Share),
    ):
        with pytest.raises((NotAllowedError, NotReadableError, ValueError)) as refused:
            act()
        told = "".join(traceback.format_exception_only(refused.value))
        assert ("7777" in told, str(LONG) in told, held.voters[0].text in told) == (False,) * 3
        assert refused.value.__suppress_context__ or refused.value.__context__ is None
