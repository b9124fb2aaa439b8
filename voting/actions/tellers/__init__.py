"""Tellers are chosen, and make the key that opens a digital urn.

Lag (2022:629) 4 § (LPV-3), SB-3.  Of the key nothing goes to the log; screens follow a pulse.
"""
