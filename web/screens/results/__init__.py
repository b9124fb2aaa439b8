"""The permanent page of a vote (SCREENS 3.14)."""

from web.screens.results.page import blueprint

__all__ = ["blueprint"]
