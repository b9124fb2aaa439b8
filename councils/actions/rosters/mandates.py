"""Who holds which seat, and who stands where among the substitutes, from a day on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from councils.actions.rosters.lists import Entry
from councils.models import Mandate, Person


class Places:
    """The mandates of one council that have not ended.

    `placed` got a place anew, `vacated` held one and hold none now.  `holds_from_start`: a council
    that is new has had these members all along.
    """

    def __init__(
        self, session: Session, council_id: int, day: str, *, holds_from_start: bool
    ) -> None:
        self.session, self.council_id, self.day = session, council_id, day
        self.placed: list[str] = []
        self.vacated: list[str] = []
        self._since = None if holds_from_start else day
        held = select(Mandate).where(Mandate.council_id == council_id, Mandate.until.is_(None))
        self._left = {_place(mandate): mandate for mandate in session.scalars(held)}
        self._given: set[int] = set()

    def give(self, person: Person, entry: Entry, constituency_id: int | None) -> None:
        """The same place as before goes on; another one begins on the day of the list."""
        self._given.add(person.id)
        same = self._left.pop((person.id, entry.seat, constituency_id), None)
        if same is not None:
            same.calling_order = entry.calling_order
            return
        mandate = Mandate(council_id=self.council_id, person_id=person.id, seat=entry.seat)
        mandate.calling_order, mandate.constituency_id = entry.calling_order, constituency_id
        mandate.since = self._since
        self.session.add(mandate)
        self.placed.append(person.name)

    def vacate_the_rest(self) -> None:
        for mandate in self._left.values():
            mandate.until = self.day
            if mandate.person_id not in self._given:
                self.vacated.append(self.session.get_one(Person, mandate.person_id).name)
        self.session.flush()


def _place(mandate: Mandate) -> tuple[int, int | None, int | None]:
    return mandate.person_id, mandate.seat, mandate.constituency_id
