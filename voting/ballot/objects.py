"""Every object of an election, with its fields in the order in which they are written.

PROTOCOL 5 and 6.  Numbers of the group and exponents are `mpz`; `int` is a small whole number.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from gmpy2 import mpz

Base58 = str
Hash = str


# --- What everything is made of


@dataclass(frozen=True)
class Proof:
    challenge: mpz
    response: mpz


@dataclass(frozen=True)
class Ciphertext:
    alpha: mpz
    beta: mpz


# --- The keys


@dataclass(frozen=True)
class PublicKey:
    pok: Proof
    public_key: mpz
    name: str | None = None


@dataclass(frozen=True)
class SignedMessage:
    message: str
    signature: Proof


@dataclass(frozen=True)
class Certificate:
    """The message of a certificate: what verifies the teller's signature, what encrypts to her."""

    verification: mpz
    encryption: mpz


@dataclass(frozen=True)
class Coefficients:
    """g to the power of each coefficient of a teller's polynomial."""

    coefexps: tuple[mpz, ...]


@dataclass(frozen=True)
class Threshold:
    threshold: int
    certs: tuple[SignedMessage, ...]
    coefexps: tuple[SignedMessage, ...]
    verification_keys: tuple[PublicKey, ...]


class Single(NamedTuple):
    kind: Literal["Single"]
    key: PublicKey


class Pedersen(NamedTuple):
    kind: Literal["Pedersen"]
    group: Threshold


Trustees = tuple[Single | Pedersen, ...]


# --- The election


@dataclass(frozen=True, kw_only=True)
class Homomorphic:
    """Only the sum of each answer is ever decrypted."""

    answers: tuple[str, ...]
    blank: bool = False
    min: int
    max: int
    question: str


@dataclass(frozen=True)
class Free:
    answers: tuple[str, ...]
    question: str


@dataclass(frozen=True)
class Mixnet:
    """Each answer is decrypted, after shuffling; one number for each of `answers`."""

    type: Literal["NonHomomorphic"]
    value: Free


Question = Homomorphic | Mixnet


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is voted on; every ballot is bound to the hash of exactly this text."""

    version: int
    description: str
    name: str
    group: str
    public_key: mpz
    questions: tuple[Question, ...]
    uuid: Base58
    administrator: str | None = None
    credential_authority: str | None = None


# --- The ballot


@dataclass(frozen=True, kw_only=True)
class HomomorphicAnswer:
    choices: tuple[Ciphertext, ...]
    individual_proofs: tuple[tuple[Proof, ...], ...]
    overall_proof: tuple[Proof, ...]
    blank_proof: tuple[Proof, ...] | None = None


@dataclass(frozen=True)
class MixnetAnswer:
    choices: Ciphertext
    proof: Proof


Answer = HomomorphicAnswer | MixnetAnswer


@dataclass(frozen=True)
class Signature:
    hash: str
    proof: Proof


@dataclass(frozen=True)
class UnsignedBallot:
    election_uuid: Base58
    election_hash: str
    credential: mpz
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Ballot(UnsignedBallot):
    signature: Signature


# --- The count

EncryptedTally = tuple[tuple[Ciphertext, ...], ...]


@dataclass(frozen=True)
class TallyRecord:
    num_tallied: int
    total_weight: int
    encrypted_tally: Hash


class Commitments(NamedTuple):
    t1: mpz
    t2: mpz
    t3: mpz
    t4: tuple[mpz, mpz]
    chain: tuple[mpz, ...]


class Responses(NamedTuple):
    s1: mpz
    s2: mpz
    s3: mpz
    s4: mpz
    chain: tuple[mpz, ...]
    permuted: tuple[mpz, ...]


class ShuffleProof(NamedTuple):
    commitments: Commitments
    responses: Responses
    permutation: tuple[mpz, ...]
    chain: tuple[mpz, ...]


@dataclass(frozen=True)
class Shuffle:
    ciphertexts: tuple[tuple[Ciphertext, ...], ...]
    proofs: tuple[ShuffleProof, ...]


@dataclass(frozen=True)
class PartialDecryption:
    decryption_factors: tuple[tuple[mpz, ...], ...]
    decryption_proofs: tuple[tuple[Proof, ...], ...]


@dataclass(frozen=True)
class Owned:
    """Whose shuffle or partial decryption the payload is; owners count from 1."""

    owner: int
    payload: Hash


Row = tuple[int, ...] | tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Result:
    """For each question the count of each answer, or the numbers of each ballot, shuffled."""

    result: tuple[Row, ...]


# --- The archive


@dataclass(frozen=True)
class Header:
    version: int
    timestamp: str


@dataclass(frozen=True)
class Setup:
    election: Hash
    trustees: Hash
    credentials: Hash


Kind = Literal[
    "Setup",
    "Ballot",
    "EndBallots",
    "EncryptedTally",
    "Shuffle",
    "EndShuffles",
    "PartialDecryption",
    "Result",
]


@dataclass(frozen=True, kw_only=True)
class Event:
    parent: Hash | None = None
    height: int
    type: Kind
    payload: Hash | None = None


# --- The ceremony in which tellers make their common key


@dataclass(frozen=True)
class Envelope:
    """An encrypted message from one teller to one other, or to herself."""

    alpha: mpz
    beta: mpz
    data: str


@dataclass(frozen=True)
class Polynomial:
    """What a teller publishes: hers to herself, a secret for each seat, and the coefficients."""

    polynomial: str
    secrets: tuple[str, ...]
    coefexps: SignedMessage


@dataclass(frozen=True)
class Dealt:
    """What the server routes to a teller: her own polynomial and what each seat has for her."""

    polynomial: str
    secrets: tuple[str, ...]
    coefexps: tuple[SignedMessage, ...]


@dataclass(frozen=True)
class Output:
    private_key: str
    public_key: PublicKey
