import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.rules.kinds import ItemKind
from agenda.rules.pasted import COLUMNS, Fault, read_rows
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


def test_a_row_without_a_number_among_numbered_ones_is_a_pause() -> None:
    assert read_rows("1\tUpprop\n\tPaus").wordings == (
        Wording("Upprop"),
        Wording("Paus", numbered=False),
    )


def test_a_title_of_figures_is_a_title() -> None:
    assert read_rows("Upprop\tformalia\n112\tmotion").wordings == (
        Wording("Upprop", ItemKind.FORMALITY),
        Wording("112", MOTION),
    )
    assert read_rows("2027\n2028").wordings == (Wording("2027"), Wording("2028"))


def test_a_number_without_a_title_is_a_fault() -> None:
    assert [(one.row, one.column) for one in read_rows("1\tUpprop\n2").faults] == [(2, "title")]


def test_empty_cells_at_the_end_of_the_rows_change_nothing() -> None:
    assert read_rows("Ny simhall\tmotion\t\nUpprop\tformalia\t").wordings == (
        Wording("Ny simhall", MOTION),
        Wording("Upprop", ItemKind.FORMALITY),
    )


@pytest.mark.parametrize("heading", ["Nr", "Nummer"])
@pytest.mark.parametrize("title", ["Ärende", "Rubrik", "Titel"])
def test_headings_go_by_more_than_one_name(heading: str, title: str) -> None:
    pasted = read_rows(f"{heading}\t{title}\n\tPaus")
    assert (pasted.columns, pasted.wordings) == (
        ("number", "title"),
        (Wording("Paus", numbered=False),),
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("", ItemKind.DECISION),
        ("Beslut", ItemKind.DECISION),
        ("Formalia", ItemKind.FORMALITY),
        ("Anmälningar", ItemKind.NOTICE),
        ("Anmälningsärenden", ItemKind.NOTICE),
    ],
)
def test_kinds_go_by_more_than_one_name(word: str, kind: ItemKind) -> None:
    assert read_rows(f"Ärende\tTyp\nNy simhall\t{word}").wordings == (Wording("Ny simhall", kind),)


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
    assert [pasted.rows[1].fault(column) for column in ("minutes_planned", "kind", "title")] == [
        "”en kvart” är inget heltal.",
        "Typen ”motin” finns inte. Menade du ”motion”?",
        "Skriv en rubrik, så som den ska stå i kungörelsen.",
    ]
    assert pasted.rows[1].fault("proposer") is None
    assert pasted.rows[1].cells["minutes_planned"] == "en kvart"
    assert pasted.wordings == (Wording("Upprop", ItemKind.FORMALITY, minutes_planned=5),)


@pytest.mark.parametrize("cell", ["²", "٣", "1e2", "-5", "100000"])
def test_minutes_are_written_in_ordinary_figures(cell: str) -> None:
    assert read_rows(f"Ärende\tMinuter\nUpprop\t{cell}").faults == (
        Fault(2, "minutes_planned", f"”{cell}” är inget heltal."),
    )


def test_far_too_many_minutes_are_a_number_all_the_same() -> None:
    assert read_rows("Ärende\tMinuter\nUpprop\t99999").faults == (
        Fault(2, "minutes_planned", "Ange minuter från 0 till 1440."),
    )


def test_a_kind_written_in_capitals_is_understood_or_nearly() -> None:
    assert read_rows("Ärende\tTyp\nUpprop\tFORMALIA").wordings == (
        Wording("Upprop", ItemKind.FORMALITY),
    )
    assert read_rows("Ärende\tTyp\nFria bussar\tMOTIN").faults == (
        Fault(2, "kind", "Typen ”MOTIN” finns inte. Menade du ”motion”?"),
    )


def test_a_kind_that_is_like_none_is_told_which_there_are() -> None:
    (fault,) = read_rows("Ärende\tTyp\nFria bussar\tqqq").faults
    assert fault.words.startswith("Typen ”qqq” finns inte. Skriv något av: beslutsärende, val, ")


def test_more_cells_than_headings_is_a_fault() -> None:
    assert read_rows("Ärende\tTyp\nUpprop\tformalia\tvad är detta").faults == (
        Fault(2, "title", "Raden har fler celler än kolumner."),
    )


def test_empty_cells_beyond_the_headings_are_no_fault() -> None:
    assert read_rows("Ärende\tTyp\nUpprop\tformalia\t\t").wordings == (
        Wording("Upprop", ItemKind.FORMALITY),
    )


def test_nothing_and_far_too_much_are_refused() -> None:
    assert read_rows(" \n\t\n").faults == (Fault(0, "rows", "Klistra in minst en rad."),)
    assert read_rows('"' + "x" * 200_000).faults == (
        Fault(0, "rows", "Raderna går inte att läsa. Kopiera dem på nytt ur kalkylbladet."),
    )
    assert read_rows("Upprop\n" * 301).faults == (
        Fault(0, "rows", "Klistra in högst 300 rader åt gången."),
    )
    assert len(read_rows("Upprop\n" * 300).wordings) == 300


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
