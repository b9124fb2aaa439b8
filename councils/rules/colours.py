"""Can letters be read on a party's colour?

Lag (2018:1937) 4 § by way of WCAG 2.2, 1.4.3 (ACC-1): at least 4.5 to 1.
"""

import re

BLACK, WHITE = "#14121A", "#FFFFFF"
LEAST = 4.5
_COLOUR = re.compile(r"#[0-9A-F]{6}")
_DARK = 0.04045  # below this the curve of sRGB is a straight line


def tidy_colour(text: str) -> str | None:
    """#RRGGBB in capitals, or None where it is no colour."""
    colour = text.strip().upper()
    colour = colour if colour.startswith("#") else f"#{colour}"
    return colour if _COLOUR.fullmatch(colour) else None


def ink_on(colour: str) -> str | None:
    """Black or white, whichever is read best; None where neither can be read."""
    best = max((BLACK, WHITE), key=lambda ink: contrast(ink, colour))
    return best if contrast(best, colour) >= LEAST else None


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= _DARK else float(((share + 0.055) / 1.055) ** 2.4)
