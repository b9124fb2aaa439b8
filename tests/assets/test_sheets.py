"""What the browser fetches is small, whole and of one make."""

import gzip
import json
import re
import tomllib

import pytest

from tests.assets.showcase import ROOT

VENDOR = ROOT / "static/vendor"
LIMITS = {
    "klubba.css": 8.0,
    "desk.css": 2.5,
    "ballots.css": 1.5,
    "hall.css": 2.5,
    "public.css": 2.0,
    "print.css": 1.0,
    "live.js": 25.0,
    "public.js": 8.0,
    "icons.svg": 3.0,
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_page_stays_light(name: str) -> None:
    size = len(gzip.compress((VENDOR / name).read_bytes(), 9))
    assert size <= LIMITS[name] * 1024


def test_the_letters_weigh_no_more_than_forty_kilobytes() -> None:
    assert (VENDOR / "atkinson-latin.woff2").stat().st_size <= 40 * 1024


def test_every_foreign_piece_brings_its_licence() -> None:
    given = re.findall(r"^===== (\S+) \S+ =====$", (VENDOR / "licences.txt").read_text(), re.M)
    wanted = set(json.loads((ROOT / "package.json").read_text())["dependencies"])
    assert wanted - set(given) == set()


def test_every_package_is_pinned_exactly() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    versions = {**package["dependencies"], **package["devDependencies"]}.values()
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in re.sub(r'"url": "[^"]*"', "", (ROOT / "package-lock.json").read_text())


def test_a_changed_source_makes_the_installation_build_again() -> None:
    keys = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["uv"]["cache-keys"]
    watched = {path for key in keys for path in ROOT.glob(key["file"])}
    sources = {
        path
        for folder in ("assets", "static/js")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".mjs", ".js", ".css", ".json", ".py"}
    }
    assert sources - watched == set()


def test_every_sign_on_a_page_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'<symbol id="([a-z0-9-]+)"', (VENDOR / "icons.svg").read_text()))
    named = {
        name
        for path in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r'icon\("([a-z0-9-]+)"', path.read_text())
    }
    assert named - drawn == set()


def test_every_class_with_a_state_has_a_style() -> None:
    """A modifier that no sheet knows is a misspelling."""
    css = "".join(path.read_text() for path in (ROOT / "assets/css").rglob("*.css"))
    used = {
        name
        for path in (ROOT / "templates").rglob("*.html")
        for value in re.findall(r'class="([^"{]*)"', path.read_text())
        for name in value.split()
        if "--" in name
    }
    assert {name for name in used if f".{name}" not in css} == set()
