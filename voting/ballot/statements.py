"""What each proof is hashed with, so that it proves nothing anywhere else (PROTOCOL 5)."""

from collections.abc import Iterable

from gmpy2 import mpz

from voting.ballot.objects import Ciphertext


def knowledge(group: str, public_key: mpz) -> str:
    return f"pok|{group}|{public_key}|"


def message(text: str) -> str:
    return f"sigmsg|{text}|"


def ballot(hashed: str) -> str:
    return f"sig|{hashed}|"


def voter(fingerprint: str, credential: mpz) -> str:
    """S0: everything in a ballot is bound to one election and one credential."""
    return f"{fingerprint}|{credential}"


def written(ciphertexts: Iterable[Ciphertext]) -> str:
    return ",".join(f"{one.alpha},{one.beta}" for one in ciphertexts)


def slot(by: str, ciphertext: Ciphertext) -> str:
    """An interval proof: the choice in one slot, or in all of them together."""
    return f"prove|{by}|{written([ciphertext])}|"


def choices(by: str, ciphertexts: Iterable[Ciphertext]) -> str:
    return f"{by}|{written(ciphertexts)}"


def blank(by: str) -> str:
    return f"bproof0|{by}|"


def overall(by: str) -> str:
    return f"bproof1|{by}|"


def free(by: str, y: mpz, ciphertext: Ciphertext) -> str:
    return f"raweg|{by}|{y},{written([ciphertext])}|"


def decryption(fingerprint: str, public_key: mpz) -> str:
    return f"decrypt|{fingerprint}|{public_key}|"
