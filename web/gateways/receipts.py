"""Signed receipts: that a ballot is in the box.  One whose ballot is missing proves our fault.

PROTOCOL 10.6.  Ed25519 with a key of the installation's own, whose public half anybody may read.
"""

import json
import os
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

NAME = "receipts.pem"


class Signer:
    """The key is made the first time it is needed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._key: Ed25519PrivateKey | None = None

    def receipt(self, uuid: str, tracker: str) -> str:
        signature = _written(self._own().sign(signed(uuid, tracker)))
        told = {"election": uuid, "tracker": tracker, "signature": signature}
        return json.dumps(told, separators=(",", ":"))

    @property
    def public(self) -> str:
        """The 32 bytes of the key in Base64."""
        return _written(self._own().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def _own(self) -> Ed25519PrivateKey:
        if self._key is None:
            self._key = self._read() or self._made()
        return self._key

    def _read(self) -> Ed25519PrivateKey | None:
        if not self._path.exists():
            return None
        found = load_pem_private_key(self._path.read_bytes(), password=None)
        if not isinstance(found, Ed25519PrivateKey):
            raise TypeError("The key that receipts are signed with is of another kind.")
        return found

    def _made(self) -> Ed25519PrivateKey:
        """Whoever comes first makes it; another process then reads it."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = Ed25519PrivateKey.generate()
        pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        part = self._path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(pem)
        try:
            os.link(part, self._path)
        except FileExistsError:
            return self._read() or key
        finally:
            part.unlink()
        return key


def signed(uuid: str, tracker: str) -> bytes:
    """What the signature is on."""
    return f"receipt|{uuid}|{tracker}".encode()


def _written(told: bytes) -> str:
    """Base64 without padding."""
    return b64encode(told).decode().rstrip("=")
