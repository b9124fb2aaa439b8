"""Machinery for what signs a person in: signatures, digests, hashes and ciphers.

Knows no people and no tables.  Every key is derived from the one secret of the installation.
"""
