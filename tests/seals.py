"""A certificate made for a test: a drawer with the key, and a note with the passphrase."""

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from web.gateways.seal import Seal

PASSPHRASE = b"sommar i parken"
OWNER = "Lillköpings kommun"
NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, OWNER)])


def seal_in(drawer: Path) -> Seal:
    """Valid since yesterday; the certificate alone lies in `seal.der`."""
    key = ec.generate_private_key(ec.SECP256R1())
    begins = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    made = (
        x509.CertificateBuilder(NAME, NAME, key.public_key(), x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + datetime.timedelta(days=365))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_signs(), critical=True)
        .sign(key, hashes.SHA256())
    )
    kept = pkcs12.serialize_key_and_certificates(
        b"klubba", key, made, None, BestAvailableEncryption(PASSPHRASE)
    )
    (drawer / "seal.p12").write_bytes(kept)
    (drawer / "passphrase").write_bytes(PASSPHRASE + b"\n")
    (drawer / "seal.der").write_bytes(made.public_bytes(Encoding.DER))
    return Seal(drawer / "seal.p12", drawer / "passphrase")


def _signs() -> x509.KeyUsage:
    uses = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "crl_sign"), False
    )
    signs = {"digital_signature": True, "content_commitment": True, "key_cert_sign": True}
    return x509.KeyUsage(**uses, **signs, encipher_only=False, decipher_only=False)
