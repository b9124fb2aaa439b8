"""What `hand_out_documents` gives the municipality's register (TF 2, OSL 5:1, DOCS-2)."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date
from typing import Any

from agenda.models import Cover, Item
from councils.models import Role, RoleHeld
from meetings.models import RemoteRequest
from tests.agenda.papers import attach, stored
from tests.meetings.evenings import NOTICES, POOL, Evening
from tests.worlds import BO, DAN, KLARA, PIA, PLANNED
from voting.models import Statement

MOTION, SCHOOL = 10, 11  # items of the planned meeting
PAGE = f"/meetings/{PLANNED}/register"


def fetched(evening: Evening, person: int = KLARA) -> zipfile.ZipFile:
    url = f"/meetings/{PLANNED}/register-exports"
    answer = evening.clients.sign_in(person).post(url, buffered=True)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.data))


def listed(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    page = archive.read("index.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(page), delimiter=";"))


def sorts(archive: zipfile.ZipFile) -> list[str]:
    return [row["Sort"] for row in listed(archive)]


def row_of(archive: zipfile.ZipFile, sort: str) -> dict[str, str]:
    return next(row for row in listed(archive) if row["Sort"] == sort)


def put_down(evening: Evening, *rows: Any) -> None:
    with evening.database.writing() as session, session.begin():
        session.add_all(rows)


def ask_for_distance(evening: Evening) -> None:
    asked = RemoteRequest(meeting_id=PLANNED, person_id=BO, reason="Bruten fot", late=False)
    asked.asked_at, asked.asked_by = "2026-12-10T09:00:00.000+00:00", BO
    put_down(evening, asked)


def reserve(evening: Evening) -> None:
    words = "Bussarna behövs."
    one = Statement(meeting_id=PLANNED, item_id=NOTICES, person_id=BO, kind="reservation")
    one.text, one.at = words, "2026-12-14T18:00:00.000+00:00"
    put_down(evening, one)


def test_a_whole_meeting_is_one_parcel_with_its_list(evening: Evening) -> None:
    attach(evening.clients, PLANNED, MOTION, "Motionens underlag")
    evening.change(Item, MOTION, proposer="Bo Bok (V)", draft="Bussarna blir fria.")
    ask_for_distance(evening)
    evening.hold()
    reserve(evening)
    evening.approve()
    evening.keep()
    archive = fetched(evening)
    assert archive.testzip() is None
    assert sorted(sorts(archive)) == sorted(
        [
            "Kungörelse",
            "Kallelse",
            "Motion",
            "Handling",
            "Interpellation",
            "Begäran om distans",
            "Reservation",
            "Protokoll",
            "Sammanträdets logg",
        ]
    )
    for row in listed(archive):
        content = archive.read(f"handlingar/{row['Filnamn']}")
        assert hashlib.sha256(content).hexdigest() == row["SHA-256"], row
    motion = row_of(archive, "Motion")
    assert (motion["In/ut"], motion["Från"]) == ("Inkommen", "Bo Bok (V)")
    assert b"Bussarna blir fria." in archive.read(f"handlingar/{motion['Filnamn']}")
    asked = row_of(archive, "Begäran om distans")
    assert (asked["Datum"], asked["Från"]) == ("2026-12-10", "Bo Bok (V)")
    assert "fot" not in archive.read("index.csv").decode() + archive.read("index.json").decode()
    assert b"Bruten fot" in archive.read(f"handlingar/{asked['Filnamn']}")
    log = json.loads(archive.read(f"handlingar/{row_of(archive, 'Sammanträdets logg')['Filnamn']}"))
    assert log["format"] == "klubba-record-1"


def test_the_list_is_in_the_order_of_the_days_and_names_each_file_once(evening: Evening) -> None:
    ask_for_distance(evening)
    archive = fetched(evening)
    rows = listed(archive)
    assert [int(row["Nummer"]) for row in rows] == list(range(1, len(rows) + 1))
    assert [row["Datum"] for row in rows] == sorted(row["Datum"] for row in rows)
    told = json.loads(archive.read("index.json"))["documents"]
    names = ["index.csv", "index.json", *(f"handlingar/{one['file']}" for one in told)]
    assert archive.namelist() == names
    assert len(set(names)) == len(names)


def test_a_draft_of_the_minutes_and_an_unfinished_log_are_no_documents_yet(
    evening: Evening,
) -> None:
    """TF 2 kap. 10 §."""
    evening.begin()
    assert {"Protokoll", "Sammanträdets logg"} & set(sorts(fetched(evening))) == set()


def test_what_belongs_behind_closed_doors_is_marked(evening: Evening) -> None:
    attach(evening.clients, PLANNED, POOL, "Hemlig bilaga")
    evening.change(Item, POOL, closed_doors=True)
    archive = fetched(evening)
    assert row_of(archive, "Handling")["Anmärkning"].startswith("Stängda dörrar.")
    assert row_of(archive, "Motion")["Anmärkning"] == ""
    assert evening.last()["behind_doors"] == 1


def test_a_document_that_was_taken_away_has_come_in_all_the_same(evening: Evening) -> None:
    document = attach(evening.clients, PLANNED, POOL, "Fel bilaga")
    url = f"/agenda/{POOL}/documents/{document}"
    assert evening.delete(KLARA, url) == 200
    assert row_of(fetched(evening), "Handling")["Anmärkning"].startswith("Borttagen från ärendet")


def test_a_masked_copy_has_been_made_and_the_original_has_come_in(evening: Evening) -> None:
    document = attach(evening.clients, PLANNED, POOL, "Bilaga")
    cover = Cover(document_id=document, copy=stored(evening.app, b"%PDF- maskad"), size=12, pages=1)
    cover.at, cover.by = "2026-12-15T09:00:00.000+00:00", KLARA
    put_down(evening, cover)
    archive = fetched(evening)
    assert row_of(archive, "Handling")["Anmärkning"] == "Innehåller personuppgifter."
    copy = row_of(archive, "Maskerad kopia")
    assert (copy["In/ut"], copy["Datum"], copy["Titel"]) == ("Upprättad", "2026-12-15", "Bilaga")
    assert archive.read(f"handlingar/{copy['Filnamn']}") == b"%PDF- maskad"


def test_a_matter_that_was_carried_over_is_registered_where_it_was_raised(
    evening: Evening,
) -> None:
    evening.change(Item, 4, added_at="2026-09-28T10:00:00.000+00:00")
    evening.change(Item, MOTION, carried_from=4)
    motion = row_of(fetched(evening), "Motion")
    assert motion["Datum"] == "2026-09-28"
    assert motion["Anmärkning"] == "Väckt till sammanträdet 2026-12-14; registrerad då."


def test_that_it_was_handed_out_stands_in_the_log_and_on_the_page(evening: Evening) -> None:
    archive = fetched(evening)
    assert evening.kinds()[-1] == "documents.handed_out"
    digest = hashlib.sha256(archive.read("index.json")).hexdigest()
    rows = len(listed(archive))
    assert evening.last() == {"documents": rows, "behind_doors": 0, "digest": digest}
    shown = evening.clients.sign_in(KLARA).get(PAGE).text
    assert "Hämtat tidigare" in shown
    assert f"Hämta {rows} handlingar (ZIP)" in shown


def test_fetching_and_masking_leave_the_text_that_waits_to_be_approved_alone(
    evening: Evening,
) -> None:
    document = attach(evening.clients, PLANNED, POOL)
    evening.hold()
    version = evening.make_ready()
    fetched(evening)
    assert evening.act(KLARA, "POST", f"/documents/{document}/cover").status_code == 200
    assert evening.accept(version, BO) == 200


def test_fetching_twice_is_told_twice(evening: Evening) -> None:
    fetched(evening)
    fetched(evening)
    assert evening.kinds().count("documents.handed_out") == 2


def test_only_the_office_of_the_council_fetches_it(evening: Evening) -> None:
    put_down(evening, RoleHeld(council_id=2, person_id=DAN, role=Role.CLERK))
    before = evening.kinds()
    for person in (BO, PIA, DAN):
        browser = evening.clients.sign_in(person)
        statuses = [
            browser.get(PAGE).status_code,
            browser.post(f"/meetings/{PLANNED}/register-exports").status_code,
        ]
        assert statuses == [403, 403], person
    assert evening.kinds() == before


def test_the_day_of_a_document_is_the_day_in_sweden(evening: Evening) -> None:
    late = RemoteRequest(meeting_id=PLANNED, person_id=BO, reason="Resa", late=False)
    late.asked_at, late.asked_by = "2026-12-09T23:30:00.000+00:00", BO
    put_down(evening, late)
    asked = row_of(fetched(evening), "Begäran om distans")
    assert date.fromisoformat(asked["Datum"]) == date(2026, 12, 10)
