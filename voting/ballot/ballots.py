"""One ballot: for this election, by somebody in the register, signed, and nothing but valid."""

from voting.ballot import canonical, proofs, statements
from voting.ballot.election import Election
from voting.ballot.hashing import base64_of
from voting.ballot.objects import Ballot, UnsignedBallot
from voting.ballot.questions import check_answer
from voting.ballot.reasons import Code, Fault, demand
from voting.ballot.register import Register


def read_ballot(text: bytes | str) -> Ballot:
    """Its shape alone; raises NOT_CANONICAL."""
    try:
        return canonical.parse(text, Ballot)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"the ballot: {error}") from None


def check_ballot(election: Election, register: Register, ballot: Ballot) -> None:
    """Raises the first of BALLOT_ELECTION, _CREDENTIAL, _SIGNATURE and _PROOF that applies.

    The cheapest checks come first; the proofs take 30 to 55 ms.
    """
    check_standing(election, register, ballot)
    check_contents(election, ballot)


def check_standing(election: Election, register: Register, ballot: Ballot) -> None:
    """Is it for this election, by somebody who may vote in it?"""
    check_election(election, ballot)
    listed = ballot.credential in register
    demand(listed, Code.BALLOT_CREDENTIAL, "its credential is not in the register")


def check_contents(election: Election, ballot: Ballot) -> None:
    """All but the register; the dear part."""
    check_election(election, ballot)
    check_signature(election, ballot)
    demand(
        len(ballot.answers) == len(election.questions),
        Code.BALLOT_PROOF,
        "not one answer to each question",
    )
    by = statements.voter(election.fingerprint, ballot.credential)
    for question, answer in zip(election.questions, ballot.answers, strict=True):
        check_answer(election.key, by, question, answer)


def check_election(election: Election, ballot: Ballot) -> None:
    this = ballot.election_uuid == election.uuid
    same = ballot.election_hash == election.fingerprint
    demand(this and same, Code.BALLOT_ELECTION, "it was made for another election")


def check_signature(election: Election, ballot: Ballot) -> None:
    hashed, signature = unsigned_hash(ballot), ballot.signature
    holds = signature.hash == hashed and proofs.knows(
        election.group, statements.ballot(hashed), ballot.credential, signature.proof
    )
    demand(holds, Code.BALLOT_SIGNATURE, "the signature does not hold")


def unsigned_hash(ballot: UnsignedBallot) -> str:
    """What the signature is on: the hash of the text without it."""
    unsigned = UnsignedBallot(
        ballot.election_uuid, ballot.election_hash, ballot.credential, ballot.answers
    )
    return base64_of(canonical.dump(unsigned))


def tracker(text: bytes | str) -> str:
    """The voter's smart ballot tracker."""
    return base64_of(text)
