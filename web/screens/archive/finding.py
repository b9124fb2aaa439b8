"""Searching what a council has handled: items, decisions, and who spoke.

Letters that are not English are left open to the database, which may not know small from capital
there, and are compared here: "öppna" finds "Öppna".
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from agenda.models import Item
from councils.models import Party, Person
from meetings.models import Meeting, Speech
from meetings.queries import masks
from meetings.rules.personal_data import hide
from voting.models import Decision

LONGEST, MOST_WORDS = 100, 6
MOST = 50  # items shown
READ = 400  # items read, at most, before letters are compared
ESCAPE = "\\"


@dataclass
class Hit:
    """An item where everything asked for was found, somewhere in it."""

    item: Item
    decisions: list[str] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)

    def holds(self, words: Iterable[str], hidden: Iterable[str]) -> bool:
        """What is hidden from the public is not found by searching for it either."""
        own = [self.item.title, self.item.case_number or "", *self.decisions, *self.speakers]
        text = _folded(hide(" ".join(own), hidden))
        return all(word in text for word in words)


@dataclass(frozen=True)
class Found:
    """Items by meeting, the newest meeting first.  `is_cut`: there were more."""

    by_meeting: dict[int, list[Hit]]
    count: int
    is_cut: bool


def find(session: Session, council_id: int, asked: str, year: str | None = None) -> Found:
    """Five questions, whatever is found."""
    words = _words(asked)
    if not words:
        return Found({}, 0, False)
    items = _candidates(session, council_id, words, year)
    hits = {item.id: Hit(item) for item in items}
    _add_decisions(session, hits)
    _add_speakers(session, hits)
    hidden = masks.hidden(session, {item.meeting_id for item in items})
    found = [hit for hit in hits.values() if hit.holds(words, hidden[hit.item.meeting_id])]
    shown: dict[int, list[Hit]] = defaultdict(list)
    for hit in found[:MOST]:
        shown[hit.item.meeting_id].append(hit)
    return Found(dict(shown), min(len(found), MOST), len(found) > MOST or len(items) == READ)


def _words(asked: str) -> list[str]:
    return [_folded(word) for word in asked[:LONGEST].split()][:MOST_WORDS]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _candidates(
    session: Session, council_id: int, words: list[str], year: str | None
) -> list[Item]:
    """Newest meeting first.  What a closed item's speakers said is not searched."""
    wanted = (
        select(Item)
        .join(Meeting, Meeting.id == Item.meeting_id)
        .where(
            Meeting.council_id == council_id,
            Meeting.convened_at.is_not(None),
            Item.removed_at.is_(None),
            *(_somewhere(word) for word in words),
        )
        .order_by(Meeting.date.desc(), Meeting.id.desc(), Item.position)
        .limit(READ)
    )
    if year:
        wanted = wanted.where(Meeting.date.startswith(f"{year}-"))
    return list(session.scalars(wanted))


def _somewhere(word: str) -> ColumnElement[bool]:
    like = _pattern(word)
    decided = select(Decision.id).where(
        Decision.item_id == Item.id,
        Decision.undone_at.is_(None),
        Decision.text.ilike(like, escape=ESCAPE),
    )
    spoke = (
        select(Speech.id)
        .join(Person, Person.id == Speech.person_id)
        .where(Speech.item_id == Item.id, Person.name.ilike(like, escape=ESCAPE))
    )
    return or_(
        Item.title.ilike(like, escape=ESCAPE),
        Item.case_number.ilike(like, escape=ESCAPE),
        decided.exists(),
        and_(Item.closed_doors.is_(False), spoke.exists()),
    )


def _pattern(word: str) -> str:
    """Any one letter in the place of å, and the signs of the pattern as they are."""
    signs = [
        f"{ESCAPE}{sign}" if sign in "%_\\" else sign if sign.isascii() else "_" for sign in word
    ]
    return f"%{''.join(signs)}%"


def _add_decisions(session: Session, hits: dict[int, Hit]) -> None:
    made = select(Decision.item_id, Decision.text).where(
        Decision.item_id.in_(hits), Decision.undone_at.is_(None)
    )
    for item_id, text in session.execute(made.order_by(Decision.id)):
        hits[item_id].decisions.append(text)


def _add_speakers(session: Session, hits: dict[int, Hit]) -> None:
    """Each once, in the order they first spoke."""
    spoke = (
        select(Speech.item_id, Person.name, Party.letters)
        .join(Person, Person.id == Speech.person_id)
        .join(Item, Item.id == Speech.item_id)
        .outerjoin(Party, Party.id == Person.party_id)
        .where(Speech.item_id.in_(hits), Item.closed_doors.is_(False))
        .order_by(Speech.id)
    )
    for item_id, name, letters in session.execute(spoke):
        who = f"{name} ({letters})" if letters else name
        if who not in hits[item_id].speakers:
            hits[item_id].speakers.append(who)
