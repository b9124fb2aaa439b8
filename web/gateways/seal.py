"""The seal of the municipality on an approved PDF: PAdES, with a certificate of its own.

Runs in a worker.  The file stays PDF/A-3 and PDF/UA: the signature has no picture, and lies outside
the page.  The passphrase is read here from its file and goes nowhere else.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

FIELD = "Justering"
NO_PICTURE = InvisSigSettings(set_print_flag=True, box_out_of_bounds=True)


@dataclass(frozen=True)
class Seal:
    """Where the certificate lies with its key (PKCS#12), and the file that holds its passphrase."""

    path: Path
    passphrase: Path | None = None


class Paper(IncrementalPdfFileWriter):
    """The file with the seal added at its end.  What it says of itself, as PDF/A, is not touched:
    pyHanko would write that anew, and lose a part of it."""

    def _update_meta(self) -> None:
        return


@dataclass(frozen=True)
class Sealed:
    """`certificate`: who sealed it, in words."""

    content: bytes
    certificate: str


def of(path: str | None, passphrase: str | None) -> Seal | None:
    """As the configuration names it."""
    return Seal(Path(path), Path(passphrase) if passphrase else None) if path else None


def put_on(content: bytes, seal: Seal, reason: str) -> Sealed:
    """`reason`: what the seal says, for whoever opens its properties."""
    signer = SimpleSigner.load_pkcs12_data(
        seal.path.read_bytes(), other_certs=[], passphrase=_passphrase(seal)
    )
    meaning = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", reason=reason, subfilter=SigSeedSubFilter.PADES
    )
    place = SigFieldSpec(FIELD, on_page=0, invis_sig_settings=NO_PICTURE)
    out = BytesIO()
    sign_pdf(Paper(BytesIO(content)), meaning, signer=signer, new_field_spec=place, output=out)
    return Sealed(out.getvalue(), owner(seal))


def owner(seal: Seal) -> str:
    """Whose certificate it is.  ValueError: it cannot be opened."""
    _key, certificate, _others = pkcs12.load_key_and_certificates(
        seal.path.read_bytes(), _passphrase(seal)
    )
    if certificate is None:
        raise ValueError("Filen innehåller inget certifikat.")
    names = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else certificate.subject.rfc4514_string()


def _passphrase(seal: Seal) -> bytes | None:
    return seal.passphrase.read_bytes().strip() if seal.passphrase else None
