"""The draft minutes: a fold over the log, with the clerk's own words in marked places.

Kommunallagen 5 kap. 65–68 §§ (MIN-1): who served and which items; for each item the proposals, the
order in which they were put, divisions with every name, decisions and reservations.
"""

from meetings.queries.minutes.fold import fold
from meetings.queries.minutes.parts import Line, Minutes, Part, Section, Service
from meetings.queries.minutes.texts import draft, text_at

__all__ = ["Line", "Minutes", "Part", "Section", "Service", "draft", "fold", "text_at"]
