"""PDF that is both PDF/UA-1 and PDF/A-3a, with the record attached.  Runs in a worker."""

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import typst

from web.gateways.minutes.paper import Made, Paper

SETTING = Path(__file__).parent / "minutes.typ"


def make(paper: Paper) -> Made:
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / "minutes.typ").write_bytes(SETTING.read_bytes())
        (desk / "paper.json").write_text(json.dumps(asdict(paper), ensure_ascii=False), "utf-8")
        (desk / "record.json").write_text(json.dumps(paper.record, ensure_ascii=False), "utf-8")
        content = typst.compile(desk / "minutes.typ", pdf_standards=["ua-1", "a-3a"])
    return Made(bytes(content))
