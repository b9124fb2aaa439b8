"""Whatever is tried, allowed or not, folding the log gives the tables, and the chain holds."""

from random import Random

from hypothesis.stateful import invariant
from sqlalchemy.orm import Session

from agenda import facts
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
from agenda.actions.items import (
    add_item,
    add_items,
    change_item,
    move_item,
    remove_item,
    restore_item,
)
from agenda.actions.preparation import mark_read, unmark, write_note
from agenda.actions.proposals import make_proposal, withdraw_proposal
from agenda.models import ItemKind, ProposalKind
from agenda.rules.audit import AuditMatter
from agenda.rules.special import SpecialMatter
from agenda.rules.wording import Wording
from core import clock, log
from core.writer import Action
from meetings.models import Handling, Meeting
from tests.agenda import folding
from tests.agenda.folding import Agenda
from tests.machines import House, act, kinds_in, not_come_by, often
from tests.worlds import ANNA, BO, DAN, KLARA, OPEN, PIA, PLANNED, SIV

ANYBODY = (KLARA,) * 6 + (ANNA, BO, SIV, DAN)
SPEAKERS = (ANNA, BO, 4, SIV, KLARA, PIA, DAN)
ANY_ITEM = range(3, 16)  # 1–6 belong to the other meeting, 7–12 are there from the start
ANY_NUMBER = range(1, 5)
PLACES = range(21)
TITLES = ("Budget", "Åtgärder i Ö", "Ny skola", " ", "x" * 301)
KINDS = tuple(ItemKind)
YES_OR_NO = (True, False)
HOUSES, ACTS = 14, 100


def some_titles(chance: Random) -> list[str]:
    return chance.choices(TITLES, k=chance.randrange(4))


def some_people(chance: Random) -> list[int]:
    return chance.sample([BO, SIV, DAN], chance.randrange(4))


class Office(House):
    """The agenda of a meeting that is planned, convened or going on; another may be over."""

    head = PLANNED

    def begin(self, chance: Random) -> None:
        with self.arranged() as session:
            if chance.choice(YES_OR_NO):
                session.get_one(Meeting, OPEN).closed_at = clock.now()
            if chance.choice(YES_OR_NO):
                session.get_one(Meeting, PLANNED).convened_at = clock.now()
            if chance.choice(YES_OR_NO):
                handling = Handling(meeting_id=PLANNED, item_id=9, paragraph=1, step="debate")
                handling.opened_at = clock.now()
                session.add(handling)
        self.at_first: Agenda = self.told()

    def fold(self, entries: list[log.Entry]) -> Agenda:
        return folding.fold(self.at_first, entries)

    def tables(self, session: Session) -> Agenda:
        return folding.tables(session, PLANNED)


class Items(Office):
    """Added, carried over, changed, moved, removed and put back."""

    @act(by=ANYBODY, title=TITLES, kind=KINDS, place=(None, *PLACES), numbered=YES_OR_NO)
    def add(self, by: int, title: str, kind: ItemKind, place: int | None, numbered: bool) -> None:
        self.attempt(add_item, Wording(title, kind, numbered=numbered), place, by=by)

    @act(by=ANYBODY, number=(3, 40, 50))
    def add_with_a_number_from_elsewhere(self, by: int, number: int) -> None:
        self.attempt(add_item, Wording("Ur ett paket", number=number), by=by)

    @act(by=ANYBODY, titles=some_titles)
    def add_rows(self, by: int, titles: list[str]) -> None:
        self.attempt(add_items, tuple(Wording(title) for title in titles), by=by)

    @act(by=ANYBODY, item=range(1, 9))
    def carry(self, by: int, item: int) -> None:
        self.attempt(carry_over, item, by=by)

    @act(by=ANYBODY, item=ANY_ITEM, title=TITLES, kind=KINDS, numbered=YES_OR_NO)
    def change(self, by: int, item: int, title: str, kind: ItemKind, numbered: bool) -> None:
        told = {"title": title, "kind": kind, "numbered": numbered, "minutes_planned": len(title)}
        self.attempt(change_item, item, told, by=by)

    @act(by=ANYBODY, item=ANY_ITEM, special=(None, *SpecialMatter))
    def say_who_decides(self, by: int, item: int, special: SpecialMatter | None) -> None:
        told = {"special": special, "first_meeting": "2026-10-19", "electors": 20, "signatures": 2}
        self.attempt(change_item, item, told, by=by)

    @act(2, by=ANYBODY, item=(9, 10), matter=(None, *AuditMatter), people=some_people)
    def list_accountable(
        self, by: int, item: int, matter: AuditMatter | None, people: list[int]
    ) -> None:
        self.attempt(list_accountable, item, matter, people, by=by)

    @act(by=ANYBODY, item=ANY_ITEM, place=PLACES)
    def move(self, by: int, item: int, place: int) -> None:
        self.attempt(move_item, item, place, by=by)

    @act(by=ANYBODY, item=ANY_ITEM)
    def remove(self, by: int, item: int) -> None:
        self.attempt(remove_item, item, by=by)

    @act(by=ANYBODY, item=ANY_ITEM)
    def restore(self, by: int, item: int) -> None:
        self.attempt(restore_item, item, by=by)

    @invariant()
    def only_the_office_writes_the_agenda(self) -> None:
        told = {one.actor_id for one in self.entries() if one.kind.startswith("agenda.")}
        assert told <= {KLARA}

    @invariant()
    def no_two_items_share_a_number_or_a_place(self) -> None:
        standing = self.eye.execute(
            "SELECT number, position FROM agenda_items "
            "WHERE meeting_id = ? AND removed_at IS NULL ORDER BY position, id",
            (PLANNED,),
        ).fetchall()
        given = [number for number, _ in standing if number is not None]
        places = [place for _, place in standing]
        assert (len(set(given)), sorted(set(places))) == (len(given), places)
        assert all(number > 0 for number in given)


class Papers(Office):
    """The documents of each item, in their order."""

    @act(by=ANYBODY, item=ANY_ITEM, sha256=("aa", "bb", "cc"))
    def attach(self, by: int, item: int, sha256: str) -> None:
        self.attempt(attach_document, item, "Underlag", sha256, 10, 2, by=by)

    @act(4, by=ANYBODY, item=(9, 10), document=ANY_NUMBER, back=YES_OR_NO)
    def detach(self, by: int, item: int, document: int, back: bool) -> None:
        self.attempt(restore_document if back else remove_document, item, document, by=by)

    @act(3, by=ANYBODY, item=(9, 10), sha256=("aa", "bb", "cc"))
    def attach_to_the_same_few(self, by: int, item: int, sha256: str) -> None:
        self.attempt(attach_document, item, "Underlag", sha256, 10, 2, by=by)

    @act(2, by=ANYBODY, item=(9, 10), document=ANY_NUMBER, title=TITLES)
    def rename(self, by: int, item: int, document: int, title: str) -> None:
        self.attempt(rename_document, item, document, title, by=by)

    @act(4, by=ANYBODY, item=(9, 10), document=ANY_NUMBER, place=range(4))
    def put_in_order(self, by: int, item: int, document: int, place: int) -> None:
        self.attempt(move_document, item, document, place, by=by)

    @act(3, by=ANYBODY, document=ANY_NUMBER, lifted=YES_OR_NO)
    def withhold(self, by: int, document: int, lifted: bool) -> None:
        self.attempt(uncover_document if lifted else withhold_document, document, by=by)

    @act(3, by=ANYBODY, document=ANY_NUMBER, sha256=("aa", "dd"))
    def mask(self, by: int, document: int, sha256: str) -> None:
        self.attempt(mask_document, document, sha256, 9, 1, by=by)


class Proposals(Office):
    """Made by oneself, or written down by whoever leads; taken back."""

    @act(2, by=SPEAKERS, item=range(8, 13), kind=ProposalKind, text=TITLES)
    def propose(self, by: int, item: int, kind: ProposalKind, text: str) -> None:
        self.attempt(make_proposal, item, kind, text, by=by)

    @act(by=SPEAKERS, item=range(8, 13), person=(BO, SIV, DAN))
    def propose_for(self, by: int, item: int, person: int) -> None:
        self.attempt(make_proposal, item, ProposalKind.ADOPT, "", person, by=by)

    @act(5, by=SPEAKERS, proposal=ANY_NUMBER, all_agree=YES_OR_NO)
    def withdraw(self, by: int, proposal: int, all_agree: bool) -> None:
        self.attempt(withdraw_proposal, proposal, all_agree, by=by)


class Notes(Office):
    """What one has read, and what one has written down for oneself."""

    @act(by=SPEAKERS, item=ANY_ITEM, act=(mark_read, unmark))
    def mark(self, by: int, item: int, act: Action) -> None:
        """For oneself: nobody is told, and the log neither."""
        self.attempt(act, PLANNED, item, by=by, head=log.REGISTER)

    @act(by=SPEAKERS, item=ANY_ITEM, text=("", "Fråga om taket"))
    def note_down(self, by: int, item: int, text: str) -> None:
        self.attempt(write_note, PLANNED, item, text, by=by, head=log.REGISTER)


class Writing(Items, Papers, Proposals, Notes):
    """All of it at once."""


TestWriting = Writing.TestCase
TestWriting.settings = often(runs=6, steps=20)


def test_long_days_at_the_office_come_by_every_fact() -> None:
    houses = (Writing() for _ in range(HOUSES))
    assert not_come_by(kinds_in(facts), houses, acts=ACTS) == set()
