from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from agenda.rules.pasted import COLUMNS, MOST_ROWS, Fault, read_rows
from agenda.rules.wording import Wording

HEADINGS = "Nr\tÄrende\tTyp\tFörslagsställare\tDiarienummer\tMinuter\n"
MOTION = ItemKind.PRIVATE_MEMBERS_MOTION


def test_rows_with_headings_are_read_by_their_names() -> None:
    pasted = read_rows(
        HEADINGS
        + "1\tUpprop\tFormalia\t\t\t5\r\n"
        + "2\tMotion om fria bussar\tMotion\tBo Bok (V)\tKS 2026/12\t20\r\n"
        + "\tPaus\tformalia\t\t\t15\r\n"
    )
    assert pasted.faults == ()
    assert pasted.wordings == (
        Wording("Upprop", ItemKind.FORMALITY, minutes_planned=5),
        Wording(
            "Motion om fria bussar",
            MOTION,
            proposer="Bo Bok (V)",
            case_number="KS 2026/12",
            minutes_planned=20,
        ),
        Wording("Paus", ItemKind.FORMALITY, numbered=False, minutes_planned=15),
    )


def test_headings_may_stand_in_any_order_and_some_may_be_unknown() -> None:
    pasted = read_rows("Ansvarig\tTid\tRubrik\nKlara\t10\tUpprop")
    assert pasted.wordings == (Wording("Upprop", minutes_planned=10),)


def test_without_headings_the_columns_stand_in_their_order() -> None:
    assert read_rows("3\tNy simhall\tBeslut").wordings == (Wording("Ny simhall"),)
    assert read_rows("Ny simhall\tmotion\tBo Bok (V)").wordings == (
        Wording("Ny simhall", MOTION, proposer="Bo Bok (V)"),
    )


def test_a_list_of_titles_is_an_agenda() -> None:
    assert read_rows("Upprop\n\n  \nNy simhall\n").wordings == (
        Wording("Upprop"),
        Wording("Ny simhall"),
    )


def test_a_cell_with_a_line_break_stays_one_cell() -> None:
    pasted = read_rows(HEADINGS + '1\t"Ny simhall\ni Östra ""parken"""\tbeslut\t\t\t')
    assert pasted.wordings == (Wording('Ny simhall i Östra "parken"'),)


def test_letters_are_composed() -> None:
    assert read_rows("A\u030angaren O\u0308rn").wordings == (Wording("Ångaren Örn"),)


def test_every_fault_is_told_by_row_and_nothing_of_that_row_is_taken() -> None:
    pasted = read_rows(
        HEADINGS
        + "1\tUpprop\tformalia\t\t\t5\n"
        + "x\t\tmotin\t\t\ten kvart\n"
        + "3\tBudget\tbeslut\t\t\t1441\n"
    )
    assert pasted.faults == (
        Fault(3, "number", "”x” är inget heltal."),
        Fault(3, "kind", "Typen ”motin” finns inte. Menade du ”motion”?"),
        Fault(3, "minutes_planned", "”en kvart” är inget heltal."),
        Fault(3, "title", "Skriv en rubrik, så som den ska stå i kungörelsen."),
        Fault(4, "minutes_planned", "Ange minuter från 0 till 1440."),
    )
    assert pasted.rows[1].fault("kind") == "Typen ”motin” finns inte. Menade du ”motion”?"
    assert pasted.rows[1].cells["minutes_planned"] == "en kvart"
    assert pasted.wordings == (Wording("Upprop", ItemKind.FORMALITY, minutes_planned=5),)


def test_more_cells_than_headings_is_a_fault() -> None:
    assert read_rows("Ärende\tTyp\nUpprop\tformalia\tvad är detta").faults == (
        Fault(2, "title", "Raden har fler celler än kolumner."),
    )


def test_nothing_and_far_too_much_are_refused() -> None:
    assert read_rows(" \n\t\n").faults == (Fault(0, "rows", "Klistra in minst en rad."),)
    assert read_rows('"' + "x" * 200_000).faults == (
        Fault(0, "rows", "Raderna går inte att läsa. Kopiera dem på nytt ur kalkylbladet."),
    )
    assert read_rows("Upprop\n" * (MOST_ROWS + 1)).faults == (
        Fault(0, "rows", f"Klistra in högst {MOST_ROWS} rader åt gången."),
    )


@given(st.text(max_size=300))
def test_whatever_is_pasted_it_is_read_or_refused(text: str) -> None:
    pasted = read_rows(text)
    good = [row for row in pasted.rows if not row.faults]
    assert len(pasted.wordings) == len(good)
    assert bool(pasted.faults) or len(pasted.wordings) == len(pasted.rows)


WORDS = st.text("abcåäöÅÄÖ 123.,()", min_size=1, max_size=20).map(lambda text: f"Om {text}".strip())


@given(st.lists(st.tuples(WORDS, st.sampled_from(ItemKind), st.integers(0, 600)), min_size=1))
def test_what_a_spreadsheet_holds_comes_back(rows: list[tuple[str, ItemKind, int]]) -> None:
    lines = [
        f"{place}\t{title}\t{kind.label}\t\t\t{minutes}"
        for place, (title, kind, minutes) in enumerate(rows, start=1)
    ]
    expected = [
        Wording(" ".join(title.split()), kind, minutes_planned=minutes)
        for title, kind, minutes in rows
    ]
    assert list(read_rows(HEADINGS + "\n".join(lines)).wordings) == expected


def test_the_columns_are_named_as_clerks_name_them() -> None:
    assert list(COLUMNS.values()) == [
        "nr",
        "ärende",
        "typ",
        "förslagsställare",
        "diarienummer",
        "minuter",
        "förslag till beslut",
        "beredning",
    ]
