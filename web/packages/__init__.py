"""Reading and checking import packages: one meeting as a folder of tables.  Values in, values out.

`read` gives the whole meeting, `read_members` only the council that a clerk sets up.
"""
