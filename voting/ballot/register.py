"""The register: who may vote, as public credentials without names.  PROTOCOL 5.4 and 9."""

from gmpy2 import mpz

from voting.ballot import canonical
from voting.ballot.canonical import NUMBER
from voting.ballot.group import Group
from voting.ballot.reasons import Code, Fault, demand

Register = frozenset[mpz]


def read_register(group: Group, text: bytes | str) -> Register:
    """Raises NOT_CANONICAL, or CREDENTIAL_REGISTER for the first credential that may not stand."""
    try:
        written = canonical.parse(text, tuple[str, ...])
    except canonical.NotCanonicalError as error:
        raise Fault(Code.NOT_CANONICAL, f"the register: {error}") from None
    seen: set[mpz] = set()
    for place, credential in enumerate(written, start=1):
        found = read_credential(group, credential, f"credential {place}")
        _demand(found not in seen, f"credential {place} stands twice in the register")
        seen.add(found)
    return frozenset(seen)


def read_credential(group: Group, text: str, called: str = "the credential") -> mpz:
    """One public credential, from a device that registers."""
    _demand(bool(NUMBER.fullmatch(text)), f"{called} is not a plain number")
    credential = mpz(text)
    _demand(group.contains(credential), f"{called} is not an element of the group")
    _demand(credential != 1, f"anyone can sign for {called}")
    return credential


def write_register(credentials: list[mpz]) -> str:
    """Sorted as texts, so that the order tells nothing."""
    return canonical.dump(tuple(sorted(map(str, credentials))))


def _demand(holds: bool, text: str) -> None:
    demand(holds, Code.CREDENTIAL_REGISTER, text)
