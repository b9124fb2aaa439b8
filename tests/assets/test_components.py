"""Every component draws, in both languages, and says what it was given."""

import re

import pytest

from tests.assets.showcase import ROOT, create, draw

COMPONENTS = ROOT / "templates/components"
MACRO = re.compile(r"{% macro ([a-z_]+)\(")


@pytest.mark.parametrize("locale", ["sv", "en"])
def test_the_gallery_draws(locale: str) -> None:
    page = create(locale=locale).test_client().get("/gallery")
    assert page.status_code == 200
    assert f'<html lang="{locale}"' in page.text


def test_the_gallery_shows_every_component() -> None:
    sources = {path.name: path.read_text() for path in COMPONENTS.glob("*.html")}
    for elsewhere in ("live.html", "posted.html"):  # nothing to look at: what acts carry with them
        del sources[elsewhere]
    defined = {name for source in sources.values() for name in MACRO.findall(source)}
    used = {
        name
        for name in defined
        for source in sources.values()
        if re.search(rf"{{{{ ?{name}\(|call {name}\(|}}{{{{ {name}\(", source)
    }
    assert defined - used == set()


def test_a_rehearsal_says_so_on_every_page() -> None:
    page = create(rehearsal=True).test_client().get("/gallery").text
    assert page.count("ÖVNING") == 2  # the band and the title of the window


def shown(file: str, call: str, **values: object) -> str:
    name = call.split("(", maxsplit=1)[0]
    return draw(f'{{% from "components/{file}.html" import {name} %}}{{{{ {call} }}}}', **values)


def test_a_button_that_cannot_be_used_says_why() -> None:
    html = shown("buttons", 'button("Replik", why="Ingen talar.")')
    assert html == (
        '<button class="btn" type="button" aria-disabled="true" data-why="Ingen talar.">'
        '<span>Replik</span><span class="sr">Ingen talar.</span></button>'
    )


def test_an_act_names_the_state_it_was_drawn_for() -> None:
    html = shown(
        "buttons",
        'act("/meetings/1/floor", "Ge ordet", method="PUT", expected={"speaker": 7}, '
        'data_status="receipt", name="to", value=3)',
    )
    assert html == (
        '<form class="act" action="/meetings/1/floor" method="post" data-act'
        ' data-method="PUT" data-status="receipt">'
        '<input type="hidden" name="speaker" value="7">'
        '<button class="btn" type="submit" name="to" value="3"><span>Ge ordet</span>'
        "</button></form>"
    )


def test_a_name_cannot_smuggle_markup_into_a_page() -> None:
    html = shown(
        "people",
        'person(name, "S")',
        name='<b onclick="x">',
    )
    assert html == (
        '<span class="person"><span class="name">&lt;b onclick=&#34;x&#34;&gt;</span> '
        '<span class="party party-S">S</span></span>'
    )


def test_the_three_figures_stand_in_fixed_order() -> None:
    html = shown("results", "figures(31, 24, 5)")
    assert re.findall(r"</svg>(\w+)</dt><dd>(\d+)", html) == [
        ("Ja", "31"),
        ("Nej", "24"),
        ("Avstår", "5"),
    ]


def test_the_parts_of_the_bar_fill_it() -> None:
    html = shown("results", "stacked_bar(31, 24, 5, 1)")
    shares = [
        float(share)
        for share in re.findall(r'<rect class="\w+" x="[\d.]+%" width="([\d.]+)%"', html)
    ]
    assert shares == [50.82, 39.34, 8.2, 1.64]


def test_a_vote_that_nobody_cast_still_draws_a_bar() -> None:
    html = shown("results", "stacked_bar(0, 0, 0)")
    assert re.findall("<rect", html) == []


def test_every_seat_says_what_the_tracks_say() -> None:
    html = shown(
        "results",
        'seat_map(points, ["V", "S", "Öp"], presence="hr.", vote="jn.", floor=1, mode="vote")',
        points=[{"x": 0, "y": 0, "size": 9}] * 3,
    )
    seats = re.findall(
        r'class="seat (\S+)" data-seat="(\d)" .*? data-presence="(.)" '
        r'data-vote="(.)"( data-floor)?',
        html,
    )
    assert seats == [
        ("party-V", "0", "h", "j", ""),
        ("party-S", "1", "r", "n", " data-floor"),
        ("party-Öp", "2", ".", ".", ""),
    ]


def test_a_fault_in_a_field_is_tied_to_the_field() -> None:
    html = shown("forms", 'field("mail", "E-post", error="Skriv en adress.")')
    assert re.findall(r'id="mail-error".*?<span>(.*?)</span>', html) == ["Skriv en adress."]
    assert re.findall(r'aria-describedby="(.*?)" aria-invalid="(.*?)"', html) == [
        ("mail-error", "true")
    ]


def test_zero_is_a_value_and_nothing_is_none() -> None:
    call = 'field("minutes", "Minuter", value=value)'
    assert 'value="0"' in shown("forms", call, value=0)
    assert "value=" not in shown("forms", call, value=None)
