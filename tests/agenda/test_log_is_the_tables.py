"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

import tempfile
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from agenda.actions.accountable import list_accountable
from agenda.actions.carrying import carry_over
from agenda.actions.covers import mask_document, uncover_document, withhold_document
from agenda.actions.documents import (
    attach_document,
    move_document,
    remove_document,
    rename_document,
    restore_document,
)
from agenda.actions.entries import row
from agenda.actions.items import (
    add_item,
    add_items,
    change_item,
    move_item,
    remove_item,
    restore_item,
)
from agenda.actions.proposals import make_proposal, withdraw_proposal
from agenda.facts import AgendaRow
from agenda.models import Cover, Document, Item, ItemKind, Proposal, ProposalKind
from agenda.queries.accountable import accountable_in
from agenda.queries.items import standing
from agenda.rules.audit import AuditMatter
from agenda.rules.special import SpecialMatter
from agenda.rules.wording import Wording
from core import clock, log
from core.actor import Actor
from core.db import Database
from core.errors import RuleBroken
from core.writer import Action, Writer
from meetings.models import Handling, Meeting
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PLANNED, SIV, new_world

ANYBODY = st.sampled_from([KLARA, KLARA, KLARA, ANNA, BO, SIV, DAN])
ANY_ITEM = st.integers(1, 16)  # 1–6 belong to the other meeting, 7–12 are there from the start
ANY_NUMBER = st.integers(1, 4)
PLACES = st.integers(0, 20)
TITLES = st.sampled_from(["Budget", "Åtgärder i Ö", " ", "x" * 301])
KINDS = st.sampled_from(ItemKind)


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


class Writing(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.database = Database(f"sqlite:///{self.directory.name}/t.db")
        self.writer = Writer(self.database, lambda _meeting_id, _news: None)
        new_world(self.database)
        self.at_first = self.tables()

    @initialize(convened=st.booleans(), handled=st.booleans(), over=st.booleans())
    def begin(self, convened: bool, handled: bool, over: bool) -> None:
        with self.database.writing() as session, session.begin():
            if over:
                session.get_one(Meeting, OPEN).closed_at = clock.now()
            if convened:
                session.get_one(Meeting, PLANNED).convened_at = clock.now()
            if handled:
                handling = Handling(meeting_id=PLANNED, item_id=9, paragraph=1, step="debate")
                handling.opened_at = clock.now()
                session.add(handling)

    def attempt(self, action: Action, *args: object, by: int) -> None:
        """Refused or not: the invariant tells whether log and tables still agree."""
        try:
            self.writer.submit(PLANNED, action, *args, by=Actor(by))
        except RuleBroken:
            return

    @rule(by=ANYBODY, title=TITLES, kind=KINDS, place=st.none() | PLACES, numbered=st.booleans())
    def add(self, by: int, title: str, kind: ItemKind, place: int | None, numbered: bool) -> None:
        self.attempt(add_item, Wording(title, kind, numbered=numbered), place, by=by)

    @rule(by=ANYBODY, number=st.sampled_from([3, 40, 50]))
    def add_with_a_number_from_elsewhere(self, by: int, number: int) -> None:
        self.attempt(add_item, Wording("Ur ett paket", number=number), by=by)

    @rule(by=ANYBODY, titles=st.lists(TITLES, max_size=3))
    def add_rows(self, by: int, titles: list[str]) -> None:
        self.attempt(add_items, tuple(Wording(title) for title in titles), by=by)

    @rule(by=ANYBODY, item=st.integers(1, 8))
    def carry(self, by: int, item: int) -> None:
        self.attempt(carry_over, item, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, title=TITLES, kind=KINDS, numbered=st.booleans())
    def change(self, by: int, item: int, title: str, kind: ItemKind, numbered: bool) -> None:
        told = {"title": title, "kind": kind, "numbered": numbered, "minutes_planned": len(title)}
        self.attempt(change_item, item, told, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, special=st.none() | st.sampled_from(SpecialMatter))
    def say_who_decides(self, by: int, item: int, special: SpecialMatter | None) -> None:
        told = {"special": special, "first_meeting": "2026-10-19", "electors": 20, "signatures": 2}
        self.attempt(change_item, item, told, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, place=PLACES)
    def move(self, by: int, item: int, place: int) -> None:
        self.attempt(move_item, item, place, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM)
    def remove(self, by: int, item: int) -> None:
        self.attempt(remove_item, item, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM)
    def restore(self, by: int, item: int) -> None:
        self.attempt(restore_item, item, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, sha256=st.sampled_from(["aa", "bb", "cc"]))
    def attach(self, by: int, item: int, sha256: str) -> None:
        self.attempt(attach_document, item, "Underlag", sha256, 10, 2, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, document=ANY_NUMBER, back=st.booleans())
    def detach(self, by: int, item: int, document: int, back: bool) -> None:
        self.attempt(restore_document if back else remove_document, item, document, by=by)

    @rule(by=ANYBODY, item=st.integers(9, 10), sha256=st.sampled_from(["aa", "bb", "cc"]))
    def attach_to_the_same_few(self, by: int, item: int, sha256: str) -> None:
        self.attempt(attach_document, item, "Underlag", sha256, 10, 2, by=by)

    @rule(by=ANYBODY, item=st.integers(9, 10), document=ANY_NUMBER, title=TITLES)
    def rename(self, by: int, item: int, document: int, title: str) -> None:
        self.attempt(rename_document, item, document, title, by=by)

    @rule(by=ANYBODY, item=st.integers(9, 10), document=ANY_NUMBER, place=PLACES)
    def put_in_order(self, by: int, item: int, document: int, place: int) -> None:
        self.attempt(move_document, item, document, place, by=by)

    @rule(by=ANYBODY, document=ANY_NUMBER, lifted=st.booleans())
    def withhold(self, by: int, document: int, lifted: bool) -> None:
        self.attempt(uncover_document if lifted else withhold_document, document, by=by)

    @rule(by=ANYBODY, document=ANY_NUMBER, sha256=st.sampled_from(["aa", "dd"]))
    def mask(self, by: int, document: int, sha256: str) -> None:
        self.attempt(mask_document, document, sha256, 9, 1, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, kind=st.sampled_from(ProposalKind), text=TITLES)
    def propose(self, by: int, item: int, kind: ProposalKind, text: str) -> None:
        self.attempt(make_proposal, item, kind, text, by=by)

    @rule(by=ANYBODY, item=ANY_ITEM, person=st.sampled_from([BO, SIV, DAN]))
    def propose_for(self, by: int, item: int, person: int) -> None:
        self.attempt(make_proposal, item, ProposalKind.ADOPT, "", person, by=by)

    @rule(by=ANYBODY, proposal=ANY_NUMBER, all_agree=st.booleans())
    def withdraw(self, by: int, proposal: int, all_agree: bool) -> None:
        self.attempt(withdraw_proposal, proposal, all_agree, by=by)

    @rule(
        by=ANYBODY,
        item=st.integers(9, 10),
        matter=st.none() | st.sampled_from(AuditMatter),
        people=st.lists(st.sampled_from([BO, SIV, DAN]), unique=True),
    )
    def list_accountable(
        self, by: int, item: int, matter: AuditMatter | None, people: list[int]
    ) -> None:
        self.attempt(list_accountable, item, matter, people, by=by)

    @invariant()
    def the_log_is_the_tables(self) -> None:
        with self.database.reading() as session:
            entries = log.read(session, PLANNED)
        assert log.verify(entries)
        assert fold(self.at_first, entries) == self.tables()

    @invariant()
    def no_two_items_share_a_number_or_a_place(self) -> None:
        with self.database.reading() as session:
            items = standing(session, PLANNED)
        given = [item.number for item in items if item.number is not None]
        places = [item.position for item in items]
        assert (len(set(given)), sorted(set(places))) == (len(given), places)
        assert all(number > 0 for number in given)

    def tables(self) -> Agenda:
        with self.database.reading() as session:
            items = standing(session, PLANNED)
            return Agenda(
                [item.id for item in items],
                [item.number for item in items],
                {item.id: row(item) for item in self._items(session)},
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
                    item.id: (item.audit, [each.id for each in accountable_in(session, item.id)])
                    for item in self._items(session)
                    if item.audit
                },
            )

    def _items(self, session: Any) -> list[Item]:
        return list(session.scalars(select(Item).where(Item.meeting_id == PLANNED)))

    def teardown(self) -> None:
        self.database.close()
        self.directory.cleanup()


def _shelves(session: Session) -> dict[int, list[int]]:
    """The documents of each item, in their order."""
    shelves: dict[int, list[int]] = {}
    standing = select(Document).where(Document.removed_at.is_(None))
    for one in session.scalars(standing.order_by(Document.position, Document.id)):
        shelves.setdefault(one.item_id, []).append(one.id)
    return shelves


def fold(at_first: Agenda, entries: list[log.Entry]) -> Agenda:
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


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
