"""Names are put forward: by a member, by the chair or the office, or as the valberedning wrote.

Kommunallagen 5 kap. 53–54 §§, lag (2022:629) 7–8 §§ (LPV-4, MAJ-3).  Nominations close when the
election begins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from core import clock, log
from core.actor import Actor
from core.errors import BadInput, MovedOn, NotAllowed, NotFound
from meetings.queries.people import named
from voting.facts import ElectionNominated, Nominated, NominationWithdrawn
from voting.models import Election, Nomination
from voting.policy import may_nominate, may_speak_for
from voting.queries.elections.standing import election_in, next_place, nominated
from voting.rules.elections import names


@dataclass(frozen=True)
class Told:
    """`written`: one name to a line.  In a proportional election they are one list, in order.

    `body`: who nominates, where it is not the one who hands in ("valberedningen").
    """

    written: str
    designation: str | None = None
    body: str | None = None
    person_id: int | None = None


def nominate(session: Session, meeting_id: int, election_id: int, told: Told, *, by: Actor) -> int:
    """Every line a name of its own; in a proportional election one list (LPV 7–8)."""
    if not may_nominate(session, meeting_id, by):
        raise NotAllowed("Bara den som tjänstgör, ordföranden eller sekreteraren nominerar.")
    election = _open_for_names(session, meeting_id, election_id)
    entries = _entries(election, told)
    before = [one.text for one in nominated(session, election.id)]
    if (fault := names.fault(entries, before, election.places)) is not None:
        raise BadInput(fault, "names")
    person = named(session, meeting_id, told.person_id).id if told.person_id else None
    first = next_place(session, election.id)
    rows = [_row(election, place, entry, told, by) for place, entry in enumerate(entries, first)]
    if len(rows) == 1 and not election.is_proportional:
        rows[0].person_id = person
    session.add_all(rows)
    session.flush()
    nominator = told.body or named(session, meeting_id, by.person_id).name
    log.append(session, announced(election, rows, nominator), by=by)
    return rows[-1].id


def withdraw_nomination(
    session: Session, meeting_id: int, election_id: int, nomination_id: int, *, by: Actor
) -> None:
    """By whoever put the name forward, or by the chair or the office."""
    election = _open_for_names(session, meeting_id, election_id)
    found = session.get(Nomination, nomination_id)
    if found is None or found.election_id != election.id:
        raise NotFound("Det finns ingen sådan nominering i valet.")
    if not may_speak_for(session, meeting_id, by, found.by_person_id or 0):
        raise NotAllowed("Bara den som har nominerat tar tillbaka nomineringen.")
    if found.withdrawn_at is not None:
        return
    found.withdrawn_at = clock.now()
    told = NominationWithdrawn(election.id, election.item_id, found.id, found.text)
    log.append(session, told, by=by)


def announced(election: Election, rows: Sequence[Nomination], nominator: str) -> ElectionNominated:
    told = tuple(
        Nominated(row.id, row.place, row.text, tuple(row.names), row.designation, row.person_id)
        for row in rows
    )
    return ElectionNominated(election.id, election.item_id, election.title, told, nominator)


def _open_for_names(session: Session, meeting_id: int, election_id: int) -> Election:
    election = election_in(session, meeting_id, election_id)
    if not election.is_draft:
        raise MovedOn("Nomineringen är avslutad: valet har börjat.")
    return election


def _entries(election: Election, told: Told) -> list[names.Entry]:
    written, designation = names.lines(told.written), names.tidy(told.designation or "") or None
    if len(written) > names.MOST:
        raise BadInput("Skriv högst {most} namn.", "names", most=names.MOST)
    if election.is_proportional:
        return [names.Entry(written, designation, is_list=True)]
    return [names.Entry((name,), designation, is_list=False) for name in written]


def _row(election: Election, place: int, entry: names.Entry, told: Told, by: Actor) -> Nomination:
    row = Nomination(election_id=election.id, place=place, text=entry.text)
    row.names, row.designation, row.by_words = list(entry.names), entry.designation, told.body
    row.by_person_id = by.person_id
    return row
