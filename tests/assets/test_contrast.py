"""Every pair of colours that meet on a page can be read (WCAG 1.4.3, 1.4.11)."""

import re

import pytest

from tests.assets.showcase import PARTIES, ROOT

PARTS = ROOT / "assets/css/parts"
TEXT, EDGE = 4.5, 3.0
ON_EITHER_GROUND = ["ink", "ink-2", "plum", "yes", "no", "abstain"]
SOFT = ["plum", "yes", "no", "abstain", "warn"]
PAIRS = [
    *((ink, ground, TEXT) for ink in ON_EITHER_GROUND for ground in ("bg", "surface")),
    *((tone, f"{tone}-soft", TEXT) for tone in SOFT),
    *(("ink", f"{tone}-soft", TEXT) for tone in [*SOFT, "brass"]),
    *(("on-vote", tone, TEXT) for tone in ("yes", "no", "abstain")),
    *(("ink-2", ground, TEXT) for ground in ("surface-2", "brass-soft", "plum-soft")),
    *(("on-plum", ground, TEXT) for ground in ("plum", "plum-2")),
    *(("edge", ground, EDGE) for ground in ("bg", "surface")),
    *(("brass", ground, EDGE) for ground in ("bg", "surface", "brass-soft")),
    *(("seat-voted", ground, EDGE) for ground in ("bg", "surface")),
    ("on-seat-voted", "seat-voted", TEXT),
    ("on-seat", "seat-yes", TEXT),
    ("on-seat", "seat-no", TEXT),
    ("on-seat-abstain", "seat-abstain", TEXT),
    ("focus", "focus-ring", EDGE),
]


def tokens(*sheets: str) -> dict[str, str]:
    """The colours of a theme; a later sheet has the last word."""
    found: dict[str, str] = {}
    for sheet in sheets:
        css = re.sub(r"@media.*", "", (PARTS / sheet).read_text(), flags=re.DOTALL)
        found |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-F]{6})", css))
    return found


THEMES = {"light": tokens("tokens.css"), "hall": tokens("tokens.css", "tokens-hall.css")}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_is_written_can_be_read(theme: str, ink: str, ground: str, least: float) -> None:
    colours = THEMES[theme]
    assert ratio(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize(("party", "colour", "ink"), [(p[0], p[2], p[3]) for p in PARTIES])
def test_the_letters_of_a_party_can_be_read_on_its_colour(
    party: str, colour: str, ink: str
) -> None:
    assert ratio(colour, ink) >= TEXT, party


def test_the_focus_is_seen_on_every_ground() -> None:
    for colours in THEMES.values():
        grounds = [colours[name] for name in ("bg", "surface", "plum", "yes", "no", "brass-soft")]
        for ground in grounds:
            rings = [ratio(colours[ring], ground) for ring in ("focus", "focus-ring")]
            assert max(rings) >= EDGE


def test_a_wish_for_contrast_names_its_theme() -> None:
    """One rule for both themes once put dark ink on the dark wall."""
    sheets = [path.read_text() for path in PARTS.glob("*.css")]
    wishes = [
        block
        for css in sheets
        for block in re.findall(r"contrast: more\) \{\n(.*?)\n\}", css, re.S)
    ]
    selectors = [line.split("{")[0].strip() for wish in wishes for line in wish.splitlines()]
    assert sorted(selectors) == [':root:not([data-theme="hall"])', ':root[data-theme="hall"]']


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
