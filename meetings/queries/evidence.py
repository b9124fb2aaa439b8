"""Evidence of who was here, from where and by which line, out of the log alone (REM-9).

Kommunallagen 13 kap. 1, 8–9 §§: whoever appeals may ask whether the right people took part and
could follow.  Each line carries its number in the chained log, so that it can be checked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.log import Entry
from meetings import facts

KINDS = frozenset(
    fact.kind
    for fact in (
        facts.MemberArrived,
        facts.MemberAbsent,
        facts.MemberLeft,
        facts.MemberMoved,
        facts.MemberIdentified,
        facts.MemberRecused,
        facts.RecusalEnded,
        facts.LineLost,
        facts.LineBack,
        facts.MemberAttested,
        facts.RemoteAnswered,
    )
)


@dataclass(frozen=True)
class Noted:
    """One line of the log about one person; `by`: who noted it, None for the wire itself."""

    height: int
    at: str
    kind: str
    fact: dict[str, Any]
    by: int | None


@dataclass
class Evidence:
    """One person's whole evening.  `away`: seconds without a line, in all."""

    person_id: int
    name: str
    party: str | None = None
    noted: list[Noted] = field(default_factory=list)

    @property
    def away(self) -> int:
        return sum(one.fact.get("away_seconds", 0) for one in self.noted)

    @property
    def checks(self) -> int:
        """How often somebody confirmed who it was."""
        return sum(one.kind == facts.MemberIdentified.kind for one in self.noted)


def evidence(session: Session, meeting_id: int, person_id: int | None = None) -> list[Evidence]:
    """Everybody, or one person, in the order in which they are first named; one statement."""
    told = select(Entry).where(Entry.meeting_id == meeting_id, Entry.kind.in_(KINDS))
    found = fold(session.scalars(told.order_by(Entry.height)))
    return [one for one in found if person_id in (None, one.person_id)]


def fold(entries: Iterable[Entry]) -> list[Evidence]:
    found: dict[int, Evidence] = {}
    for entry in entries:
        fact = entry.payload
        one = found.setdefault(fact["person_id"], Evidence(fact["person_id"], fact["name"]))
        one.party = one.party or fact.get("party")
        one.noted.append(Noted(entry.height, entry.at, entry.kind, fact, entry.actor_id))
    return list(found.values())
