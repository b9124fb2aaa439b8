"""What one holder of the key contributes to opening the urn.  PROTOCOL 5.10."""

from gmpy2 import mpz

from voting.ballot import canonical, statements
from voting.ballot.election import Election
from voting.ballot.making import proofs
from voting.ballot.objects import EncryptedTally, PartialDecryption


def decrypt(election: Election, encrypted: EncryptedTally, private: mpz) -> str:
    """A factor for each ciphertext, and the proof that it was made with the holder's key."""
    group = election.group
    statement = statements.decryption(election.fingerprint, group.generate(private))
    exponent = private % group.q
    partial = PartialDecryption(
        tuple(tuple(group.power(one.alpha, exponent) for one in row) for row in encrypted),
        tuple(
            tuple(proofs.same_exponent(group, statement, one.alpha, exponent) for one in row)
            for row in encrypted
        ),
    )
    return canonical.dump(partial)
