"""People who are named in a table must be found among the members."""

from web.packages.cells import Cells
from web.packages.people import People
from web.packages.schema import Person


def demand_name(cells: Cells, column: str, people: People, seat: int | None) -> Person | None:
    """Somebody who is named without party; the seat tells namesakes apart."""
    name = cells.text(column)
    person = people.called(name, seat)
    if person is None and not people.is_blank and not people.may_be(name):
        cells.fault(column, "unknown_person", _unknown(name))
    return person


def demand_person(cells: Cells, column: str, people: People) -> Person:
    """Somebody who is named with party, which is empty outside the parties."""
    person = Person(cells.needed(column), cells.text("party"))
    if person.name and not _is_possible(people, person):
        parties = people.parties(person.name)
        message = _otherwise(person, parties) if parties else _unknown(called(person))
        cells.fault(column, "unknown_person", message)
    return person


def called(person: Person) -> str:
    return f"{person.name} ({person.party})" if person.party else person.name


def _is_possible(people: People, person: Person) -> bool:
    return people.is_blank or person in people.known or people.may_be(*filter(None, person))


def _otherwise(person: Person, parties: list[str]) -> str:
    known = " eller ".join(party or "utan parti" for party in parties)
    return f"{person.name} står bland ledamöterna som {known}. Skriv samma parti här."


def _unknown(name: str) -> str:
    return (
        f"{name} finns inte bland ledamöterna. Skriv namnet och partiet på samma sätt "
        "som där, eller lägg till personen."
    )
