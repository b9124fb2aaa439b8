"""The minutes for a word processor.  Runs in a worker."""

from io import BytesIO

from docx import Document
from docx.document import Document as Page
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from web.gateways.minutes.paper import Block, Made, Paper


def make(paper: Paper) -> Made:
    page = Document()
    page.core_properties.title = f"{paper.title} {paper.date}".strip()
    page.core_properties.language = "sv-SE"
    page.styles["Normal"].font.name, page.styles["Normal"].font.size = "Georgia", Pt(11)
    for block in paper.blocks:
        _set(page, block)
    out = BytesIO()
    page.save(out)
    return Made(out.getvalue())


def _set(page: Page, block: Block) -> None:
    if block.kind == "heading":
        page.add_heading(block.text, block.level)
    elif block.kind in ("list", "numbered"):
        style = "List Bullet" if block.kind == "list" else "List Number"
        for item in block.items:
            page.add_paragraph(item, style)
    elif block.kind == "table":
        _table(page, block)
    else:
        page.add_paragraph(block.text)


def _table(page: Page, block: Block) -> None:
    page.add_paragraph(block.text, "Caption")
    table = page.add_table(0, len(block.rows[0]), "Table Grid")
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - no public name for it
