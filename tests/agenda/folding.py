"""An agenda twice: folded from the log alone, and read from the tables.  They must be equal."""

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.actions.entries import row
from agenda.facts import AgendaRow
from agenda.models import Cover, Document, Item, Proposal
from agenda.queries.accountable import accountable_in
from agenda.queries.items import standing
from core.log import Entry


@dataclass
class Agenda:
    """What the log must be able to tell: the order with its numbers, and everything written."""

    order: list[int] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    rows: dict[int, AgendaRow] = field(default_factory=dict)
    documents: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    shelves: dict[int, list[int]] = field(default_factory=dict)
    covers: dict[int, str | None] = field(default_factory=dict)
    proposals: dict[int, tuple[int, str, str, str]] = field(default_factory=dict)
    aside: dict[int, tuple[str, list[int]]] = field(default_factory=dict)


def tables(session: Session, meeting_id: int) -> Agenda:
    items = standing(session, meeting_id)
    ever = select(Item).where(Item.meeting_id == meeting_id)
    return Agenda(
        [item.id for item in items],
        [item.number for item in items],
        {one.id: row(one) for one in session.scalars(ever)},
        {
            one.id: (one.item_id, one.title, one.sha256)
            for one in session.scalars(select(Document))
            if one.removed_at is None
        },
        _shelves(session),
        {one.document_id: one.copy for one in session.scalars(select(Cover))},
        {
            one.id: (one.item_id, one.kind, one.text, one.proposer)
            for one in session.scalars(select(Proposal))
            if one.withdrawn_at is None
        },
        {
            one.id: (one.audit, [each.id for each in accountable_in(session, one.id)])
            for one in session.scalars(ever)
            if one.audit
        },
    )


def _shelves(session: Session) -> dict[int, list[int]]:
    """The documents of each item, in their order."""
    shelves: dict[int, list[int]] = {}
    standing = select(Document).where(Document.removed_at.is_(None))
    for one in session.scalars(standing.order_by(Document.position, Document.id)):
        shelves.setdefault(one.item_id, []).append(one.id)
    return shelves


def fold(at_first: Agenda, entries: list[Entry]) -> Agenda:
    names = ("documents", "shelves", "covers", "proposals", "aside")
    empty: dict[str, Any] = {name: {} for name in names}
    now = replace(at_first, rows=dict(at_first.rows), **empty)
    for entry in entries:
        told = entry.payload
        _shelve(now, entry.kind, told)
        if "numbers" in told:
            now.order, now.numbers = told["order"], told["numbers"]
        match entry.kind:
            case "agenda.item_added" | "agenda.item_changed":
                now.rows[told["item_id"]] = AgendaRow(**told["row"])
            case "agenda.items_added":
                now.rows |= {each["item_id"]: AgendaRow(**each) for each in told["rows"]}
            case "proposal.made":
                what = (told["item_id"], told["proposal_kind"], told["text"], told["proposer"])
                now.proposals[told["proposal_id"]] = what
            case "agenda.accountable_listed":
                now.aside.pop(told["item_id"], None)
                if told["matter"]:
                    people = [each["person_id"] for each in told["people"]]
                    now.aside[told["item_id"]] = (told["matter"], people)
            case "proposal.withdrawn":
                del now.proposals[told["proposal_id"]]
    return now


def _shelve(now: Agenda, kind: str, told: dict[str, Any]) -> None:
    """What a document is called, on which item it lies and in which order."""
    match kind:
        case "document.attached":
            about = (told["item_id"], told["title"], told["sha256"])
            now.documents[told["document_id"]] = about
            now.shelves[told["item_id"]] = told["order"]
        case "document.renamed":
            item, before, file = now.documents[told["document_id"]]
            assert before == told["before"]
            now.documents[told["document_id"]] = (item, told["title"], file)
        case "document.ordered":
            assert sorted(now.shelves[told["item_id"]]) == sorted(told["order"])
            now.shelves[told["item_id"]] = told["order"]
        case "document.withheld" | "document.masked":
            now.covers[told["document_id"]] = told.get("sha256")
        case "document.uncovered":
            del now.covers[told["document_id"]]
        case "document.removed":
            del now.documents[told["document_id"]]
            left = [one for one in now.shelves.pop(told["item_id"]) if one != told["document_id"]]
            now.shelves |= {told["item_id"]: left} if left else {}
