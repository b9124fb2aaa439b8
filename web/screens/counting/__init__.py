"""Räkna ett val: paper ballots typed in, and the count shown so that anyone can follow it.

Nothing is stored.  The page asks the same counting as `klubba count`, so the file and the page
always agree.
"""

from web.screens.counting.page import blueprint

__all__ = ["blueprint"]
