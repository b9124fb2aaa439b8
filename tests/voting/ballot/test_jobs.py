"""PROTOCOL 21: the same work in another process, in texts."""

import pickle

import pytest

from core.workers import Workers
from tests.voting.ballot.elections import anyone, board, chair, texts
from voting.ballot import jobs
from voting.ballot.reasons import Code, Fault
from voting.ballot.verify.asked import Asked


def test_an_election_is_counted_in_texts_alone() -> None:
    held = anyone()
    election, trustees = held.election.text, held.hands.trustees
    encrypted = jobs.compute_tally(election, held.ballots)
    assert encrypted == texts(held.archive, "EncryptedTally")[0]
    for _mixer in range(2):
        encrypted = jobs.check_shuffle(election, encrypted, jobs.shuffle(election, encrypted))
    partials = {}
    for owner, partial in zip((1, 2, 3), texts(held.archive, "PartialDecryption"), strict=True):
        with pytest.raises(Fault, match="DECRYPTION_PROOF"):  # of another shuffle
            jobs.check_partial(election, trustees, encrypted, owner, partial)
    for place, shuffle in enumerate(texts(held.archive, "Shuffle")):
        before = encrypted if place else texts(held.archive, "EncryptedTally")[0]
        encrypted = jobs.check_shuffle(election, before, shuffle)
    for owner, partial in zip((1, 2, 3), texts(held.archive, "PartialDecryption"), strict=True):
        jobs.check_partial(election, trustees, encrypted, owner, partial)
        partials[owner] = partial
    counted = jobs.combine(election, trustees, encrypted, partials, 3)
    assert counted == texts(held.archive, "Result")[0]


def test_an_owner_that_nobody_is_is_refused() -> None:
    held = chair()
    tally, partial = (
        texts(held.archive, kind)[0] for kind in ("EncryptedTally", "PartialDecryption")
    )
    for owner in (0, 5):
        with pytest.raises(Fault, match="DECRYPTION_OWNER"):
            jobs.check_partial(held.election.text, held.hands.trustees, tally, owner, partial)


def test_what_does_not_hold_comes_whole_out_of_another_process() -> None:
    fault = pickle.loads(pickle.dumps(Fault(Code.BALLOT_PROOF, "why")))  # noqa: S301
    assert (fault.code, fault.text, str(fault)) == (Code.BALLOT_PROOF, "why", "BALLOT_PROOF: why")


def test_a_ballot_and_an_archive_are_checked_in_another_process() -> None:
    held, workers = chair(), Workers(1)
    try:
        workers.run(jobs.check_ballot, held.election.text, held.ballots[0])
        with pytest.raises(Fault) as refused:
            workers.run(jobs.check_ballot, held.election.text, board().ballots[0])
        assert refused.value.code == Code.BALLOT_ELECTION
        with pytest.raises(Fault, match="NOT_CANONICAL"):
            workers.run(jobs.check_ballot, held.election.text, "{}")
        asked = Asked(house_rules=True, minimum=4)
        report = workers.run(jobs.verify_archive, held.archive, "1", asked)
        assert report["result"] == {"result": ((1, 2, 1),)}
    finally:
        workers.close()
