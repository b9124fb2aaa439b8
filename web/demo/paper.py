"""A short document to read in the rehearsal, set by the same machinery as the minutes."""

from web.gateways.minutes import Block, Paper

BODY = (
    "Ärendet har beretts av kommunstyrelsen. Underlaget är påhittat och finns bara för övning.",
    "Förslaget bedöms ha små följder för klimatet och inga för barns rättigheter.",
    "Kostnaden ryms i investeringsplanen. Driften kostar cirka 11 miljoner kronor om året.",
)


def paper(title: str, draft: str) -> Paper:
    blocks = [
        Block("heading", title, level=1),
        Block("heading", "Förslag till beslut", level=2),
        Block("paragraph", draft),
        Block("heading", "Ärendet", level=2),
        *(Block("paragraph", each) for each in BODY * 4),
        Block("heading", "Bedömning", level=2),
        *(Block("paragraph", each) for each in BODY * 6),
    ]
    return Paper(title, "", tuple(blocks))
