"""Who on the list is already in the register, and who is new."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.actions.rosters.lists import Entry, Roster
from councils.actions.rosters.looks import looks_of
from councils.models import Constituency, Party, Person


class Known:
    """The people, parties and constituencies of one council, read once and added to."""

    def __init__(self, session: Session, council_id: int, roster: Roster) -> None:
        self.session, self.council_id = session, council_id
        self.added: list[str] = []
        self.changed: list[str] = []
        self._parties = self._parties_with(roster.parties)
        self._constituencies = self._constituencies_with(roster.constituencies)
        session.flush()
        letters = {party.id: party.letters for party in self._parties.values()}
        people = session.scalars(select(Person).where(Person.council_id == council_id)).all()
        self._by_key = {one.external_id: one for one in people if one.external_id}
        self._by_name = {(one.name, letters.get(one.party_id or 0)): one for one in people}

    def person(self, entry: Entry) -> Person:
        """The one in the register with what is new about her, or a new one."""
        known = self._by_key.get(entry.external_id) if entry.external_id else None
        known = known or self._by_name.get((entry.name, entry.party))
        if known is None:
            known = Person(council_id=self.council_id)
            self._update(known, entry)
            self.session.add(known)
            self.added.append(entry.name)
        elif self._update(known, entry):
            self.changed.append(entry.name)
        self.session.flush()
        self._by_name[entry.name, entry.party] = known
        return known

    def constituency(self, entry: Entry) -> int | None:
        return self._constituencies[entry.constituency].id if entry.constituency else None

    def _update(self, person: Person, entry: Entry) -> bool:
        """What the list leaves empty stays as it is.  Says whether anything was new."""
        said: dict[str, object] = {"name": entry.name}
        said["party_id"] = self._parties[entry.party].id if entry.party else None
        said |= {"email": entry.email} if entry.email else {}
        said |= {"external_id": entry.external_id} if entry.external_id else {}
        new = {field: value for field, value in said.items() if getattr(person, field) != value}
        for field, value in new.items():
            setattr(person, field, value)
        return bool(new)

    def _parties_with(self, wanted: list[str]) -> dict[str, Party]:
        here = select(Party).where(Party.council_id == self.council_id)
        parties = {party.letters: party for party in self.session.scalars(here)}
        return parties | {
            letters: self._party(letters) for letters in wanted if letters not in parties
        }

    def _party(self, letters: str) -> Party:
        looks = looks_of(letters)
        party = Party(council_id=self.council_id, letters=letters, name=looks.name)
        party.colour, party.place = looks.colour, looks.place
        self.session.add(party)
        return party

    def _constituencies_with(self, wanted: list[str]) -> dict[str, Constituency]:
        here = select(Constituency).where(Constituency.council_id == self.council_id)
        places = {place.name: place for place in self.session.scalars(here)}
        new = {
            name: Constituency(council_id=self.council_id, name=name)
            for name in wanted
            if name not in places
        }
        self.session.add_all(new.values())
        return places | new
