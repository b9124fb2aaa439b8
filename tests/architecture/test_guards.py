"""Whole-house guards: things nobody may forget."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from core.access import access_table, require_access_everywhere
from core.actor import Audience, Onlooker
from core.log import Fact
from tests.worlds import OPEN

ROOT = Path(__file__).parents[2]
ROOMS = ["core", "councils", "agenda", "meetings", "voting", "stage", "web"]
TRANSLATORS = {"_", "gettext", "ngettext", "pgettext"}
ON_THE_WIRE = {
    "minutes.edited",
    "desk.document",
    "desk.line",
    "desk.pairing",
    "acclamation.level",
    "ceremony",
    "vote.reminded",
    "election.moved",
    "urn",
}


def kinds() -> set[str]:
    for room in ROOMS:
        for module in pkgutil.walk_packages([str(ROOT / room)], f"{room}."):
            importlib.import_module(module.name)
    return {fact.kind for fact in Fact.__subclasses__() if fact.__module__.split(".")[0] in ROOMS}


def test_the_app_does_not_start_with_a_silent_endpoint(app: Flask) -> None:
    app.view_functions["leak"] = lambda: "everything"
    with pytest.raises(RuntimeError, match="leak"):
        require_access_everywhere(app)


def test_nobody_changes_who_may_knock_unseen(app: Flask) -> None:
    table = "".join(f"{name},{access}\n" for name, access in sorted(access_table(app).items()))
    assert table == (ROOT / "tests/architecture/access.csv").read_text()


def test_every_template_parses(app: Flask) -> None:
    for template in app.jinja_env.list_templates(["html"]):
        app.jinja_env.get_template(template)


def test_no_word_is_put_in_the_language_of_whoever_came_first(app: Flask) -> None:
    """What stands outside a macro in an imported file is worked out once for all readers."""
    pages = {path: path.read_text() for path in (ROOT / "templates").rglob("*.html")}
    read = {name: app.jinja_env.parse(page) for name, page in pages.items()}
    imported = {
        found.template.value
        for tree in read.values()
        for found in tree.find_all((nodes.FromImport, nodes.Import))
        if isinstance(found.template, nodes.Const) and not found.with_context
    }
    for name in imported:
        for line in read[ROOT / "templates" / name].body:
            called = line.find_all(nodes.Call) if isinstance(line, nodes.Assign) else ()
            words = [one for one in called if getattr(one.node, "name", "") in TRANSLATORS]
            assert words == [], name


def test_every_fact_has_its_words_in_the_minutes() -> None:
    worded = {path.stem for path in (ROOT / "templates/minutes").glob("*.*.html")}
    assert worded == kinds()


def test_every_fact_has_a_line_in_the_documentation() -> None:
    page = (ROOT / "docs/facts.md").read_text()
    assert set(re.findall(r"^\| `([a-z_.]+)`", page, re.MULTILINE)) == kinds()


def test_every_piece_of_screen_follows_what_exists(app: Flask) -> None:
    wire, known = app.extensions["live"], kinds() | ON_THE_WIRE
    drawing = wire.drawing
    for piece in (*drawing.panels, *drawing.tracks, *drawing.personals, *wire.followers):
        assert piece.follows - known == set()


@pytest.mark.parametrize("audience", Audience)
def test_every_panel_is_a_section_with_its_own_name(app: Flask, audience: Audience) -> None:
    for name, html in app.extensions["live"].view(OPEN, Onlooker(audience))["panels"].items():
        assert html.lstrip().startswith(f'<section id="{name}"')


def test_no_page_carries_style_or_script_of_its_own() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        page = path.read_text()
        assert re.findall(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", page) == [], path
