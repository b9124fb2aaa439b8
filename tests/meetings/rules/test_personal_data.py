"""What in a text may be personal, and that what is hidden is gone.  GDPR-1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.personal_data import HIDDEN, Personal, find, hide, is_identity_number, places

DIGITS = "0123456789"


def check_digit(nine: str) -> str:
    """Luhn, counted another way than the rule does."""
    total = sum(sum(map(int, str(int(d) * (1 + (n + 1) % 2)))) for n, d in enumerate(nine))
    return str((10 - total % 10) % 10)


@pytest.mark.parametrize(
    "text",
    ["19811218-9876", "811218-9876", "8112189876", "198112189876", "811218+9876", "811278-9873"],
)
def test_identity_numbers_in_every_way_they_are_written(text: str) -> None:
    assert is_identity_number(text)
    found = find(f"Sökanden, {text}, yttrar sig.")
    assert [(one.text, one.kind) for one in found] == [(text, Personal.IDENTITY_NUMBER)]


@pytest.mark.parametrize(
    "text", ["811218-9877", "811318-9876", "810230-9878", "212000-1355", "2026-12-14", "KS 2026/1"]
)
def test_what_only_looks_like_one_is_left(text: str) -> None:
    """A wrong last digit, months and days that do not exist, a municipality's own number."""
    assert [one for one in find(text) if one.kind is Personal.IDENTITY_NUMBER] == []


@given(
    st.integers(0, 99),
    st.integers(1, 12),
    st.integers(1, 28),
    st.text(DIGITS, min_size=3, max_size=3),
)
def test_any_day_with_the_right_last_digit_is_found_and_a_wrong_one_is_not(
    year: int, month: int, day: int, three: str
) -> None:
    nine = f"{year:02}{month:02}{day:02}{three}"
    right = check_digit(nine)
    assert is_identity_number(nine + right)
    assert not is_identity_number(nine + str((int(right) + 1) % 10))


@pytest.mark.parametrize(
    ("day", "exists"),
    [
        ("000229", True),
        ("19000229", False),
        ("20000229", True),
        ("19960229", True),
        ("19980229", False),
        ("811260", False),
        ("811261", True),
        ("811291", True),
        ("811292", False),
    ],
)
def test_a_number_is_of_a_day_that_exists(day: str, exists: bool) -> None:
    """Sixty is added to the day in a coordination number."""
    nine = f"{day[-6:]}123"
    assert is_identity_number(f"{day}123{check_digit(nine)}") is exists


def test_a_number_has_ten_figures_or_twelve() -> None:
    right = "8112189876"
    found = [is_identity_number(before + right) for before in ("", "1", "19", "119")]
    assert found == [True, False, True, False]


def test_several_pieces_are_told_in_the_order_of_the_text() -> None:
    text = "Bor på Storgatan 12, ring 070-123 45 67 eller skriv till karin@example.se, 811218-9876."
    assert [one.kind for one in find(text)] == [
        Personal.ADDRESS,
        Personal.PHONE,
        Personal.MAIL,
        Personal.IDENTITY_NUMBER,
    ]


def test_the_whole_of_a_name_goes_before_a_part_of_it() -> None:
    text = "Karin Holm kom. Karin gick."
    assert hide(text, ["karin", "Karin Holm"]) == f"{HIDDEN} kom. {HIDDEN} gick."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("karin.holm@example.se", Personal.MAIL),
        ("070-123 45 67", Personal.PHONE),
        ("+46 70 123 45 67", Personal.PHONE),
        ("08-123 456 78", Personal.PHONE),
        ("0480-450 000", Personal.PHONE),
        ("Storgatan 12", Personal.ADDRESS),
        ("Norra Kungsvägen 3 B", Personal.ADDRESS),
        ("Storgatan 12, 123 45 Lillköping", Personal.ADDRESS),
        ("123 45 Lillköping", Personal.ADDRESS),
    ],
)
def test_ways_to_reach_somebody(text: str, kind: Personal) -> None:
    assert [(one.text, one.kind) for one in find(f"Skriv till {text}.")] == [(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "13 ja, 7 nej, 1 avstår, 0 frånvarande.",
        "Diarienummer: KS 2026/100",
        "Sammanträde 14 december 2026, klockan 18.00–21.40.",
        "anslå 1 250 000 kronor ur investeringsbudgeten",
        "enligt 5 kap. 69 § kommunallagen (2017:725)",
        "kontrollsumma " + "0123456789abcdef" * 4,
    ],
)
def test_the_usual_words_of_minutes_propose_nothing(text: str) -> None:
    assert find(text) == []


def test_each_piece_is_hidden_in_every_place_and_never_inside_a_longer_word() -> None:
    text = "Holm och Karin Holm. Holmen ligger kvar. KARIN  HOLM."
    assert hide(text, ["Karin Holm"]) == f"Holm och {HIDDEN}. Holmen ligger kvar. {HIDDEN}."
    assert hide(text, ["Holm", "Karin Holm"]) == (
        f"{HIDDEN} och {HIDDEN}. Holmen ligger kvar. {HIDDEN}."
    )
    assert places(text, "Karin Holm") == [(9, 19), (41, 52)]


@given(
    st.text(max_size=30), st.text(max_size=30), st.from_regex(r"[a-zåäö0-9]{2,12}", fullmatch=True)
)
def test_what_is_hidden_is_gone(before: str, after: str, piece: str) -> None:
    hidden = hide(f"{before} {piece} {after}", [piece])
    assert places(hidden, piece) == []
    assert hide(hidden, [piece]) == hidden


@given(st.text(max_size=60))
def test_nothing_to_hide_changes_nothing(text: str) -> None:
    assert hide(text, []) == text


@given(st.text(max_size=80))
def test_what_is_proposed_stands_in_the_text(text: str) -> None:
    assert [one for one in find(text) if one.text not in text] == []
