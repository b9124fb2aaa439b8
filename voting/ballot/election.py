"""The election: what is voted on, under which key, and the hash that binds every ballot to it."""

import re
from dataclasses import dataclass

from voting.ballot import canonical
from voting.ballot.embedding import MOST_NUMBERS
from voting.ballot.group import GROUPS, RFC_3526_2048, Group
from voting.ballot.hashing import base64_of
from voting.ballot.keys import Key
from voting.ballot.objects import Homomorphic, Mixnet, Question, Terms
from voting.ballot.reasons import Code, Fault, demand

UUID = re.compile(r"[1-9A-HJ-NP-Za-km-z]{14,64}", re.ASCII)


@dataclass(frozen=True, eq=False)
class Election:
    text: str
    terms: Terms
    key: Key

    @property
    def group(self) -> Group:
        return self.key.group

    @property
    def fingerprint(self) -> str:
        """φ: SHA-256 of the exact text, in Base64 without padding."""
        return base64_of(self.text)

    @property
    def uuid(self) -> str:
        return self.terms.uuid

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.terms.questions

    @property
    def mixed(self) -> list[int]:
        """The places, from 0, of the questions whose answers are shuffled."""
        return [place for place, one in enumerate(self.questions) if isinstance(one, Mixnet)]


def read_election(text: bytes | str) -> Election:
    """Raises NOT_CANONICAL, GROUP_UNKNOWN or ELECTION_SHAPE."""
    try:
        terms = canonical.parse(text, Terms)
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"the election: {error}") from None
    if terms.group not in GROUPS:
        raise Fault(Code.GROUP_UNKNOWN, "elections are held in one of two groups")
    _check_shape(terms)
    written = text.decode() if isinstance(text, bytes) else text
    return Election(written, terms, Key(GROUPS[terms.group], terms.public_key))


def _check_shape(terms: Terms) -> None:
    _demand(terms.version == 1, "the version is not 1")
    _demand(bool(UUID.fullmatch(terms.uuid)), "the uuid is not 14 or more characters of Base58")
    _demand(bool(terms.questions), "there is no question")
    for question in terms.questions:
        if isinstance(question, Homomorphic):
            most = len(question.answers)
            _demand(most >= 1, "a question has no answers")
            _demand(question.min <= question.max <= most, "not min ≤ max ≤ answers in a question")
        else:
            most = len(question.value.answers)
            _demand(1 <= most <= MOST_NUMBERS, f"a free ballot has 1 to {MOST_NUMBERS} numbers")
            allowed = terms.group == RFC_3526_2048.name
            _demand(allowed, "a free ballot needs the other group")


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.ELECTION_SHAPE, text)
