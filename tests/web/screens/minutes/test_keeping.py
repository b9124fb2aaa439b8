"""What is approved is kept as a file, for good."""

import hashlib
import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from core.log import first_broken
from tests.meetings.evenings import Evening
from tests.seals import OWNER, seal_in
from tests.worlds import ANNA, BEA, BO, KLARA, PLANNED
from web.gateways.minutes.record import read_record


def test_the_file_is_kept_as_it_is_and_the_page_says_that_it_is_unsealed(evening: Evening) -> None:
    evening.hold()
    version = evening.approve()
    evening.keep()
    kept = evening.version(version)
    url = f"/meetings/{PLANNED}/minutes/versions/{version}.pdf"
    fetched = evening.clients.sign_in(KLARA).get(url, buffered=True).data
    assert hashlib.sha256(fetched).hexdigest() == kept.file == evening.last()["file"]
    assert (kept.certificate, evening.last()["certificate"]) == (None, None)
    page = evening.clients.sign_in(KLARA).get(f"/meetings/{PLANNED}/minutes/approval").text
    assert "Inget certifikat är inställt." in page


def test_it_is_kept_once(evening: Evening) -> None:
    evening.hold()
    version = evening.approve()
    evening.keep()
    first = evening.version(version).file
    evening.keep()
    assert (evening.version(version).file, evening.kinds().count("minutes.kept")) == (first, 1)


def test_sealed_with_the_certificate_of_the_municipality(evening: Evening, tmp_path: Path) -> None:
    drawer = tmp_path / "drawer"
    drawer.mkdir()
    evening.app.extensions["keeper"]._seal = seal_in(drawer)
    evening.hold()
    version = evening.approve()
    evening.keep()
    assert evening.version(version).certificate == OWNER
    path = evening.app.extensions["files"].path(evening.version(version).file)
    entries = read_record(path)
    assert first_broken(entries) is None
    assert entries[-1].kind == "meeting.closed"
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(path.read_bytes())).pages)
    assert evening.version(version).digest in "".join(words.split())


def test_before_it_is_approved_a_print_has_a_line_for_each_signature(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    evening.accept(version, BO)
    url = f"/meetings/{PLANNED}/minutes/versions/{version}.docx"
    assert evening.clients.sign_in(ANNA).get(url).status_code == 200
    assert evening.clients.sign_in(BEA).get(url).status_code == 403


@pytest.mark.parametrize("who", [BEA, 5])
def test_members_who_do_not_approve_read_the_draft_and_not_the_frozen_text(
    evening: Evening, who: int
) -> None:
    evening.hold()
    version = evening.make_ready()
    browser, base = evening.clients.sign_in(who), f"/meetings/{PLANNED}/minutes"
    pages = ["", "/approval", f"/versions/{version}"]
    assert [browser.get(base + page).status_code for page in pages] == [200, 200, 403]


def test_whoever_is_to_approve_is_told_on_the_first_page(evening: Evening) -> None:
    evening.hold()
    version = evening.make_ready()
    told = "Protokollet från 14 december 2026 väntar på att du justerar det."

    def reads() -> list[bool]:
        return [told in evening.clients.sign_in(who).get("/").text for who in (ANNA, BO, BEA)]

    assert reads() == [True, True, False]
    evening.accept(version, BO)
    assert reads() == [True, False, False]
