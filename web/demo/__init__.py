"""A rehearsal: simulated members in a council of 61, so that a chair can practise alone.

`found` makes the council in a database of its own, `exercises` the meetings that can be practised,
`members` and `leader` are those who act when nobody does.  They press the same buttons as people.
"""
