"""Makes a whole ballot and signs it with the credential.  PROTOCOL 5.7."""

from collections.abc import Sequence

from voting.ballot import canonical, statements
from voting.ballot.ballots import unsigned_hash
from voting.ballot.election import Election
from voting.ballot.making import proofs
from voting.ballot.making.answers import Choice, make_answer
from voting.ballot.making.credentials import Credential
from voting.ballot.objects import Answer, Ballot, Signature, UnsignedBallot


def make_ballot(election: Election, credential: Credential, choices: Sequence[Choice]) -> str:
    """One choice for each question; raises NotAllowedError for one that may not be made."""
    by = statements.voter(election.fingerprint, credential.public)
    answers = tuple(
        make_answer(election.key, by, question, choice)
        for question, choice in zip(election.questions, choices, strict=True)
    )
    return canonical.dump(sign(election, credential, answers))


def sign(election: Election, credential: Credential, answers: tuple[Answer, ...]) -> Ballot:
    bound = (election.uuid, election.fingerprint, credential.public, answers)
    hashed = unsigned_hash(UnsignedBallot(*bound))
    proof = proofs.know(election.group, statements.ballot(hashed), credential.private)
    return Ballot(*bound, Signature(hashed, proof))
