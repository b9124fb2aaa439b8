"""The same meeting is the same, however it is handed in."""

import pickle
import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from tests.web.packages.builder import Draft, csv_of, errors, package_of, warnings, zip_of
from web.packages.columns import LAYOUTS, Layout
from web.packages.kinds import Role
from web.packages.read import read, read_members
from web.packages.sources import Upload
from web.packages.words import ITEM_KINDS, QUESTION_KINDS, ROLES

EXPECTED = package_of(Draft().read())


def test_our_own_package_has_nothing_to_remark_on() -> None:
    assert Draft().read().findings == ()


def test_a_folder_a_zip_a_workbook_and_uploaded_files_give_the_same_meeting(tmp_path: Path) -> None:
    draft = Draft()
    forms: list[Path | Upload] = [
        draft.folder(tmp_path / "meeting"),
        {"meeting.zip": zip_of(draft.files())},
        {"inside.zip": zip_of({f"autumn/{name}": data for name, data in draft.files().items()})},
        {"meeting.xlsx": draft.workbook()},
        draft.files(delimiter=";", line_end="\r\n"),
    ]
    assert [package_of(read(form)) for form in forms] == [EXPECTED] * 5


def test_a_workbook_is_known_by_what_is_in_it_not_by_its_name() -> None:
    assert package_of(read({"members.csv": Draft().workbook()})) == EXPECTED


def test_file_names_in_swedish_in_any_case_and_with_decomposed_letters_are_found() -> None:
    files = Draft().files()
    renamed = {
        unicodedata.normalize("NFD", layout.swedish).upper() + ".CSV": files[f"{layout.name}.csv"]
        for layout in LAYOUTS
    }
    assert package_of(read(renamed)) == EXPECTED


class _Unflagged(ZipInfo):
    """An entry as some programs write it: the name in UTF-8, and nothing that says so."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode(), 0


def test_names_in_a_zip_that_does_not_say_utf8_are_found() -> None:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for layout in LAYOUTS:
            content = Draft().files()[f"{layout.name}.csv"]
            archive.writestr(_Unflagged(f"{layout.swedish}.csv"), content)
    assert package_of(read({"mötet.zip": data.getvalue()})) == EXPECTED


def test_swedish_and_english_headings_and_words_may_be_mixed() -> None:
    draft = Draft()
    for layout in LAYOUTS:
        _translate(draft, layout)
    assert package_of(draft.read()) == EXPECTED


def _translate(draft: Draft, layout: Layout) -> None:
    """Every other heading into Swedish, and all words that are in a list."""
    words = {
        english.value: swedish
        for vocabulary in (ROLES, ITEM_KINDS, QUESTION_KINDS)
        for english, swedish in vocabulary.swedish.items()
    }
    rows = draft.tables[layout.name]
    columns = list(rows[0])
    for place, column in enumerate(columns):
        if place % 2 == 0:
            rows[0][place] = f"  {layout.columns[column].upper().replace(' ', '_')} "
        if column in ("role", "kind") and layout.name != "speeches":
            for row in rows[1:]:
                row[place] = words[row[place]].capitalize()


def test_columns_may_stand_in_any_order() -> None:
    draft = Draft()
    draft.tables = {
        name: [list(reversed(row)) for row in rows] for name, rows in draft.tables.items()
    }
    assert package_of(draft.read()) == EXPECTED


def test_cells_are_trimmed_and_composed_and_empty_rows_are_skipped() -> None:
    draft = Draft().put("members", 22, "name", "  Vera A\u030aberg ")
    draft.tables["members"].insert(5, ["", " ", "", "", ""])
    draft.tables["members"].insert(9, [])
    assert package_of(draft.read()) == EXPECTED


def test_a_table_in_both_languages_stops_the_import() -> None:
    files = Draft().files()
    reading = read(files | {"ledamöter.csv": files["members.csv"]})
    assert errors(reading) == [("members.csv", 1, "", "repeated_file", "members.csv")]
    assert reading.package is None


def test_other_files_are_passed_over_and_only_tables_are_mentioned() -> None:
    extra = {"expected.json": b"{}", "readme.txt": b"", "budget.csv": b"a;b\n"}
    reading = read(Draft().files() | extra)
    assert package_of(reading) == EXPECTED
    assert warnings(reading) == [("budget.csv", 1, "", "unknown_file", "budget.csv")]


@pytest.mark.parametrize("missing", ["meeting", "members", "agenda"])
def test_a_package_without_a_required_file_is_refused(missing: str) -> None:
    draft = Draft().without(missing)
    assert errors(draft.read())[0] == (f"{missing}.csv", 1, "", "file_missing", "")


@pytest.mark.parametrize(("missing", "left"), [("votes", "questions"), ("questions", "votes")])
def test_questions_and_votes_go_together(missing: str, left: str) -> None:
    draft = Draft().without(missing)
    assert errors(draft.read()) == [(f"{missing}.csv", 1, "", "file_missing", "")]
    assert package_of(draft.without(left).read()).questions == ()


def test_a_missing_file_is_named_in_the_language_of_the_others() -> None:
    files = Draft().without("agenda").files()
    swedish = {f"{one.swedish}.csv": files.get(f"{one.name}.csv", b"") for one in LAYOUTS}
    del swedish["dagordning.csv"]
    assert errors(read(swedish)) == [("dagordning.csv", 1, "", "file_missing", "")]


def test_a_folder_that_is_not_there_is_said_so_plainly(tmp_path: Path) -> None:
    (finding,) = read(tmp_path / "mötet").findings
    assert (finding.code, finding.message) == (
        "not_a_package",
        "Det finns ingen mapp eller fil som heter ”mötet”.",
    )


UNREADABLE = Path("/proc/self/mem")  # a file that even the superuser cannot read from the start


@pytest.mark.skipif(not UNREADABLE.exists(), reason="needs a file that nobody can read")
def test_a_file_that_may_not_be_opened_is_said_so_plainly(tmp_path: Path) -> None:
    folder = Draft().folder(tmp_path / "mötet")
    (folder / "votes.csv").unlink()
    (folder / "votes.csv").symlink_to(UNREADABLE)
    (finding,) = read(folder).findings
    assert (finding.code, finding.message) == (
        "not_a_package",
        "”mötet” går inte att läsa. Kontrollera att du har rätt att öppna filerna.",
    )


def test_a_reading_can_be_made_in_another_process() -> None:
    """Imports are read outside the hub: values in, values out."""
    draft = Draft().put("members", 23, "order", "")
    assert pickle.loads(pickle.dumps(draft.read())) == draft.read()  # noqa: S301


def test_an_empty_folder_lacks_the_three_required_files(tmp_path: Path) -> None:
    found = [(one.file, one.code) for one in read(tmp_path).findings]
    assert found == [
        ("möte.csv", "file_missing"),
        ("ledamöter.csv", "file_missing"),
        ("dagordning.csv", "file_missing"),
    ]


def test_a_council_is_set_up_from_meeting_and_members_alone() -> None:
    reading = read_members(Draft().without("agenda").files())
    assert reading.findings == ()
    assert reading.package is not None
    assert (reading.package.meeting, reading.package.seats) == (EXPECTED.meeting, 21)
    assert reading.package.members == EXPECTED.members


def test_a_council_is_set_up_from_the_members_alone_when_the_seats_are_given() -> None:
    files = {"members.csv": Draft().files()["members.csv"]}
    reading = read_members(files, seats=21)
    assert reading.package is not None
    assert (reading.package.meeting, reading.package.seats) == (None, 21)
    assert reading.package.members == EXPECTED.members
    assert [one.code for one in read_members(files).findings] == ["file_missing"]
    too_few = read_members(files, seats=19)
    assert [(one.line, one.code) for one in too_few.findings] == [
        (21, "out_of_range"),
        (22, "out_of_range"),
    ]


def test_faults_in_other_tables_do_not_hinder_setting_up_a_council() -> None:
    files = Draft().put("agenda", 2, "kind", "upprop").files()
    assert read_members(files).findings == ()


def test_the_members_come_out_as_they_stand() -> None:
    rows = csv_of(
        [
            ["namn", "parti", "plats", "roll", "även", "e-post", "id", "valkrets"],
            ["Alva Berg", "A", "1", "Ordförande", "gruppledare | Justerare", "a@b.se", "7", "Norr"],
        ],
        ";",
    )
    reading = read_members({"ledamöter.csv": rows.encode()}, seats=1)
    assert reading.package is not None
    (alva,) = reading.package.members
    assert (alva.role, alva.also, alva.email, alva.id, alva.constituency, alva.line) == (
        Role.CHAIR,
        ("group leader", "reviser"),
        "a@b.se",
        "7",
        "Norr",
        2,
    )
