"""Counting and deciding from a file, without a database, so that anyone can check a result.

The shapes of input and output are those of the rule book's section 9: `klubba count` and
`klubba rules`.  Here is only reading and writing; what is counted is counted in the rooms' rules.
"""
