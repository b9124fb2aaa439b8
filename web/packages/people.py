"""Finding people across the tables: by name and party, or by name alone."""

from collections import defaultdict
from dataclasses import dataclass, field

from web.packages.schema import Person
from web.packages.tables import Row, Table
from web.packages.words import ROLES


@dataclass
class People:
    """Everybody in `members`, also those whose row has a fault in another column."""

    known: set[Person] = field(default_factory=set)
    holders: dict[int, Person] = field(default_factory=dict)
    _by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    _without_party: set[str] = field(default_factory=set)
    _table: Table | None = None

    @property
    def is_blank(self) -> bool:
        """The members could not be read: nothing can be said against a name."""
        return self._table is None

    @classmethod
    def of(cls, table: Table) -> "People":
        people = cls(_table=table)
        for row in table.whole_rows:
            people._add(row, table)
        return people

    def find(self, name: str, party: str) -> Person | None:
        person = Person(name, party)
        return person if person in self.known else None

    def called(self, name: str, seat: int | None = None) -> Person | None:
        """By name alone: of several, the holder of the seat, else one of the holder's party."""
        namesakes = self._by_name.get(name, [])
        holder = None if seat is None else self.holders.get(seat)
        if holder in namesakes:
            return holder
        party = holder.party if holder else ""
        return next((one for one in namesakes if one.party == party), next(iter(namesakes), None))

    def parties(self, name: str) -> list[str]:
        """Under which parties somebody of that name stands."""
        return sorted({person.party for person in self._by_name.get(name, [])})

    def may_be(self, name: str, *more: str) -> bool:
        """The name stands in a row that is itself faulty, which is complained of already there."""
        stray = self._table is not None and self._table.strays(name, *more)
        return name in self._without_party or stray

    def _add(self, row: Row, table: Table) -> None:
        person = Person(table.text(row, "name"), table.text(row, "party"))
        if not person.name:
            return
        self.known.add(person)
        self._by_name[person.name].append(person)
        if not person.party and not _may_lack_party(table.text(row, "role")):
            self._without_party.add(person.name)


def _may_lack_party(role: str) -> bool:
    word = ROLES.find(role)
    return word is not None and word.may_lack_party
