import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from core.log import first_broken
from tests.meetings.minutes.facts import evening, sealed
from web.gateways.minutes import Block, Paper, docx, pdf, read_blocks
from web.gateways.minutes.record import read_record, record

HTML = """<h1>Protokoll</h1><p>Fullmäktige  beslutar
att bygga.</p><ul><li>Ja &amp; amen</li></ul>
<table><caption>Votering 1, S</caption><thead><tr><th>Plats</th><th>Svar</th></tr></thead>
<tbody><tr><td>1</td><td>Ja</td></tr></tbody></table><h2>§ 1 Slut</h2>"""
BLOCKS = (
    Block("heading", "Protokoll", level=1),
    Block("paragraph", "Fullmäktige beslutar att bygga."),
    Block("list", items=("Ja & amen",)),
    Block("table", "Votering 1, S", rows=(("Plats", "Svar"), ("1", "Ja"))),
    Block("heading", "§ 1 Slut", level=2),
)


@pytest.fixture
def paper() -> Paper:
    return Paper("Protokoll", "2026-12-14", BLOCKS, record(1, sealed(evening())))


def test_the_words_of_the_page_are_read_back_whole() -> None:
    assert tuple(read_blocks(HTML)) == BLOCKS


def test_the_pdf_is_tagged_for_readers_and_for_the_archive(paper: Paper) -> None:
    made = PdfReader(BytesIO(pdf.make(paper).content))
    root = made.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_the_record_lies_in_the_pdf_and_its_chain_is_whole(paper: Paper, tmp_path: Path) -> None:
    attached = PdfReader(BytesIO(pdf.make(paper).content)).attachments["record.json"][0]
    (tmp_path / "record.json").write_bytes(attached)
    entries = read_record(tmp_path / "record.json")
    assert first_broken(entries) is None
    assert entries[-1].hash == paper.record["head"]


def test_a_changed_word_in_the_record_is_found(paper: Paper, tmp_path: Path) -> None:
    told = json.loads(json.dumps(paper.record))
    told["entries"][13]["payload"]["text"] = "bifall"
    (tmp_path / "record.json").write_text(json.dumps(told))
    broken = first_broken(read_record(tmp_path / "record.json"))
    assert broken is not None
    assert (broken.height, broken.kind) == (14, "proposal.made")


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[1]")
    with pytest.raises(ValueError, match="ingen mötespost"):
        read_record(tmp_path / "x.json")


def test_the_word_file_holds_the_same_words(paper: Paper) -> None:
    made = Document(BytesIO(docx.make(paper).content))
    assert [each.text for each in made.paragraphs if each.text] == [
        "Protokoll",
        "Fullmäktige beslutar att bygga.",
        "Ja & amen",
        "Votering 1, S",
        "§ 1 Slut",
    ]
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [
        ["Plats", "Svar"],
        ["1", "Ja"],
    ]
