"""WHAT: the items of a meeting, their documents and the proposals on them."""

from agenda.models.documents import Cover, Document
from agenda.models.items import Accountable, Item, ItemKind
from agenda.models.preparation import PrivateNote, Reading
from agenda.models.proposals import Proposal, ProposalKind

__all__ = [
    "Accountable",
    "Cover",
    "Document",
    "Item",
    "ItemKind",
    "PrivateNote",
    "Proposal",
    "ProposalKind",
    "Reading",
]
