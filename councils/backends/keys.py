"""One secret in the configuration, one key per purpose: none of them tells anything of another."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derived(secret: str, purpose: str) -> bytes:
    """32 bytes for one purpose."""
    kdf = HKDF(SHA256(), length=32, salt=b"klubba", info=purpose.encode())
    return kdf.derive(secret.encode())
