"""A small Flask application that draws the components, without the rest of Klubba."""

from functools import partial
from pathlib import Path
from types import SimpleNamespace

from flask import Flask, render_template_string
from flask_babel import Babel

from meetings.rules.hemicycle import seated

ROOT = Path(__file__).parents[2]
PARTIES = [
    ("V", "Vänsterpartiet", "#AF1E1E", "#FFFFFF", 5),
    ("S", "Socialdemokraterna", "#E8112D", "#FFFFFF", 19),
    ("MP", "Miljöpartiet", "#83CF39", "#14121A", 3),
    ("C", "Centerpartiet", "#009933", "#14121A", 6),
    ("L", "Liberalerna", "#006AB3", "#FFFFFF", 3),
    ("KD", "Kristdemokraterna", "#000077", "#FFFFFF", 4),
    ("M", "Moderaterna", "#52BDEC", "#14121A", 12),
    ("SD", "Sverigedemokraterna", "#DDDD00", "#14121A", 9),
]
LETTERS = [letters for letters, *_, seats in PARTIES for _ in range(seats)]
VOTES = "jjjjjjjjjjjjjjjjj.jjjjjjjjjjajjjjannnnnnnnnnnanannnannnnnnnnn"
NAMES = [
    "Anna Berg",
    "Birgitta Sandberg",
    "Karl Öst",
    "Lars-Göran Wallinder",
    "Eva Ek",
    "Maria Åkesson",
    "Bo Ås",
]


PAGES = {
    "gallery": ROOT / "templates/components/gallery.html",
    "voting": ROOT / "tests/assets/pages/voting.html",
    "chair": ROOT / "tests/assets/pages/chair.html",
}


def create(rehearsal: bool = False, locale: str = "sv") -> Flask:
    app = Flask("klubba", root_path=str(ROOT), template_folder="templates", static_folder="static")
    Babel(
        app,
        locale_selector=lambda: locale,
        default_translation_directories=str(ROOT / "translations"),
    )
    app.context_processor(lambda: common(rehearsal, locale))
    app.add_url_rule("/party.css", "party_css", lambda: (party_css(), {"Content-Type": "text/css"}))
    for name, path in PAGES.items():
        view = partial(render_template_string, path.read_text(), **council())
        app.add_url_rule(f"/{name}", name, view)
    return app


def common(rehearsal: bool, locale: str) -> dict[str, object]:
    return {
        "rehearsal": rehearsal,
        "locale": locale,
        "council_name": "Lindmarka kommunfullmäktige",
        "help_phone": "010-555 01 00",
        "accessibility_url": "#redogorelse",
        "party_styles": "/party.css",
    }


def party_css() -> str:
    return "".join(
        f".party-{letters}{{--party:{colour};--party-ink:{ink}}}"
        for letters, _, colour, ink, _ in PARTIES
    )


def council() -> dict[str, object]:
    return {
        "parties": [(letters, name) for letters, name, *_ in PARTIES],
        "points": seated(LETTERS),
        "letters": LETTERS,
        "presence": _presence(),
        "vote": VOTES,
        "queue": _queue(),
        "seats": _seats(),
    }


def _presence() -> str:
    return "".join("." if seat == 17 else "r" if seat % 3 == 1 else "h" for seat in range(61))


def _queue() -> list[SimpleNamespace]:
    rows = [
        ("Christina Qvist", "L", "rejoinder"),
        ("Per Forsman", "S", "speech"),
        ("Nils Kvist", "C", "speech"),
    ]
    return [
        SimpleNamespace(
            order=place, name=name, letters=letters, kind=kind, end="" if place == 0 else "Salen"
        )
        for place, (name, letters, kind) in enumerate(rows)
    ]


def _seats() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            name=NAMES[seat % 7],
            letters=letters,
            presence=_presence()[seat],
            line="l" if seat == 11 else "w" if seat == 40 else "o",
            help="1" if seat == 15 else ".",
            hand=".",
            floor=seat == 3,
        )
        for seat, letters in enumerate(LETTERS)
    ]


def draw(source: str, **values: object) -> str:
    """One snippet of template, as it would look on a page."""
    app = create()
    with app.test_request_context("/"):
        return render_template_string(source, **values)
