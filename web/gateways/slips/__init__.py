"""Ballot papers to print, all alike (lag 2022:629, 5–8 §§)."""

from web.gateways.slips.pdf import Ordered, make

__all__ = ["Ordered", "make"]
