"""A ballot as it arrives: what can be told at once, before a worker looks at the proofs.

PROTOCOL 10.4: size, canonical form, election, credential.  About a millisecond.
"""

from functools import lru_cache

from voting.ballot import canonical
from voting.ballot.ballots import check_election, read_ballot
from voting.ballot.election import Election, read_election
from voting.ballot.objects import Ballot, Homomorphic
from voting.ballot.questions import slots
from voting.ballot.reasons import Code, Fault, demand

KEPT = 4
FRAME, SLOT = 6_000, 6_000  # characters: at least twice what a ballot and each of its slots take


def read_arriving(election: str, register: str, text: bytes) -> Ballot:
    """Raises MALFORMED for one too large, NOT_CANONICAL, BALLOT_ELECTION or BALLOT_CREDENTIAL."""
    known = _election(election)
    demand(len(text) <= largest(known), Code.MALFORMED, "the ballot is too large")
    ballot = read_ballot(text)
    check_election(known, ballot)
    if str(ballot.credential) not in _register(register):
        raise Fault(Code.BALLOT_CREDENTIAL, "its credential is not in the register")
    return ballot


def largest(election: Election) -> int:
    """Characters, twice what is expected."""
    marks = [slots(one) if isinstance(one, Homomorphic) else 1 for one in election.questions]
    return FRAME + SLOT * sum(marks)


@lru_cache(KEPT)
def _election(text: str) -> Election:
    return read_election(text)


@lru_cache(KEPT)
def _register(text: str) -> frozenset[str]:
    return frozenset(canonical.parse(text, tuple[str, ...]))
