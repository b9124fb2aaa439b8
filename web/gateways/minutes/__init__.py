"""The minutes on paper.  The page's own words are read back, so that no word is written twice."""

from web.gateways.minutes.blocks import read_blocks
from web.gateways.minutes.frozen import for_the_public, freeze, texts_of, thaw
from web.gateways.minutes.paper import Block, Made, Paper

__all__ = [
    "Block",
    "Made",
    "Paper",
    "for_the_public",
    "freeze",
    "read_blocks",
    "texts_of",
    "thaw",
]
