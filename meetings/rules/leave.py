"""May it be put at all?  Interpellations and questions need the council's leave first.

Kommunallagen 5 kap. 59–64 §§ (INT-1, QUE-1): the council decides by simple majority and without
debate whether an interpellation or a question may be put.  A leave once given holds at the meeting
where the answer comes.
"""

from agenda.rules.kinds import ItemKind
from core.words import Sentence

ASKED = (ItemKind.INTERPELLATION, ItemKind.QUESTION)
NOT_YET = Sentence("Fullmäktige ska först säga om den får ställas. Innan dess är det ingen debatt.")
REFUSED = Sentence("Fullmäktige har sagt att den inte får ställas.")


def needs_leave(kind: ItemKind) -> bool:
    return kind in ASKED


def why_no_debate(kind: ItemKind, leave: bool | None) -> Sentence | None:
    """`leave`: what the council has said, None as long as it has not been asked."""
    if not needs_leave(kind) or leave:
        return None
    return NOT_YET if leave is None else REFUSED
