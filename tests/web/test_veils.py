"""What is hidden is covered in what a page says, and its markup is left alone."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from meetings.rules.personal_data import places
from web.security.veils import covered_html, covered_json

NAME = "Karin Holm"


def test_words_titles_and_descriptions_are_covered() -> None:
    page = (
        f'<title>{NAME}</title><meta name="description" content="Brev från {NAME}">'
        f'<p title="{NAME}" data-words="Till {NAME}" id="karin">{NAME} &amp; {NAME}</p>'
    )
    assert covered_html(page, [NAME]) == (
        '<title>████</title><meta name="description" content="Brev från ████">'
        '<p title="████" data-words="Till ████" id="karin">████ &amp; ████</p>'
    )


def test_a_word_that_is_also_markup_hides_no_markup() -> None:
    page = '<main class="main" id="main"><p>main gata</p></main>'
    assert covered_html(page, ["main"]) == '<main class="main" id="main"><p>████ gata</p></main>'


def test_signs_that_are_written_otherwise_in_a_page_are_found() -> None:
    assert covered_html("<p>Holm &amp; Son</p>", ["Holm & Son"]) == "<p>████</p>"
    assert covered_html("<p>&lt;x y&gt;</p>", ["<x y>"]) == "<p>████</p>"


def test_in_open_data_each_value_is_covered_and_no_name_of_a_field() -> None:
    told = {"Karin": [NAME, {"html": f"<p>{NAME}</p>"}, 3, None], "ö": "Åsa Öst"}
    covered = json.loads(covered_json(json.dumps(told), [NAME, "Åsa Öst"]))
    assert covered == {"Karin": ["████", {"html": "<p>████</p>"}, 3, None], "ö": "████"}


@given(st.text(max_size=60))
def test_nothing_hidden_changes_nothing(page: str) -> None:
    assert covered_html(page, []) == page


@given(st.from_regex(r"[a-zåäö]{3,9}", fullmatch=True), st.text("<>/ab \"'&;", max_size=30))
def test_no_piece_is_left_in_the_words_of_any_page(piece: str, around: str) -> None:
    page = f"<p>{piece}</p>{escape(around)} {piece} <i>{piece}</i>"
    words = re.sub("<[^>]*>", " ", covered_html(page, [piece]))
    assert places(words, piece) == []
