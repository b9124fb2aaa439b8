"""The strict verifier: a file in, a report out.  PROTOCOL 14.

It makes nothing, calls no other program and knows no meeting; anyone can run it.
"""
