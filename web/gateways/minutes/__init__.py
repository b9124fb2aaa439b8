"""The minutes on paper.  The page's own words are read back, so that no word is written twice."""

from web.gateways.minutes.blocks import read_blocks
from web.gateways.minutes.paper import Block, Made, Paper

__all__ = ["Block", "Made", "Paper", "read_blocks"]
