"""Small documents, good and bad."""

import io

from pypdf import PdfWriter


def pdf(pages: int = 2, *, title: str = "Tjänsteutlåtande", width: float = 595) -> bytes:
    """`title` makes two documents differ."""
    return _written(_writer(pages, title, width))


def locked_pdf(*, user: str = "hemligt") -> bytes:
    writer = _writer(1, "Låst", 595)
    writer.encrypt(user, owner_password="ägaren", algorithm="AES-256")
    return _written(writer)


def broken_pdf() -> bytes:
    return pdf()[:200]


def _writer(pages: int, title: str, width: float) -> PdfWriter:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=width, height=842)
    writer.add_metadata({"/Title": title})
    return writer


def _written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
