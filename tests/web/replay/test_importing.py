"""A package is written into the house in one act, or not at all."""

from typing import Any

import pytest
from sqlalchemy import func, select

from agenda.models import Item
from core import log
from core.db import Base, Database
from core.errors import BadInput, RuleBroken
from core.writer import Writer
from councils.models import Council, Mandate, Party, Person, RoleHeld
from meetings.models import Meeting
from tests.web.packages.builder import NAMES, Draft, package_of
from web.packages.schema import Package
from web.replay.importing import OFFICE, import_meeting


def package(draft: Draft | None = None) -> Package:
    return package_of((draft or Draft()).read())


def take_in(database: Database, package: Package) -> int:
    writer = Writer(database, lambda _meeting, _news: None)
    made = writer.submit(log.REGISTER, import_meeting, package, by=None).made
    assert made is not None
    return made


def rows(database: Database, *columns: Any) -> list[tuple[Any, ...]]:
    with database.reading() as session:
        return [tuple(row) for row in session.execute(select(*columns).order_by(columns[0]))]


def counts(database: Database) -> dict[str, int]:
    """How many rows there are in every table."""
    with database.reading() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
        }


def kinds(database: Database, meeting_id: int) -> list[str]:
    with database.reading() as session:
        entries = log.read(session, meeting_id)
    assert log.first_broken(entries) is None
    return [entry.kind for entry in entries]


def test_council_people_meeting_and_agenda_come_from_one_act(database: Database) -> None:
    meeting = take_in(database, package())
    assert rows(database, Council.name, Council.seats) == [("Exempels kommunfullmäktige", 21)]
    assert sorted(rows(database, Party.letters)) == [("A",), ("B",)]
    seated = select(Person.name, Mandate.seat).join(Mandate).where(Mandate.seat.is_not(None))
    with database.reading() as session:
        held = [tuple(row) for row in session.execute(seated.order_by(Mandate.seat))]
        substitutes = session.scalars(
            select(Person.name)
            .join(Mandate)
            .where(Mandate.seat.is_(None))
            .order_by(Person.party_id, Mandate.calling_order)
        ).all()
    assert held == [(name, seat) for seat, name in enumerate(NAMES, start=1)]
    assert substitutes == ["Wilma Äng", "Yngve Öst", "Zara Alm"]
    assert sorted(rows(database, RoleHeld.role)) == [("chair",), ("clerk",)]
    assert rows(database, Meeting.title, Meeting.date, Meeting.starts, Meeting.convened_at) == [
        ("Kommunfullmäktige", "2026-10-05", "18:00", None)
    ]
    assert rows(database, Item.position, Item.number, Item.paragraph, Item.title, Item.kind) == [
        (1, 1, 11, "Upprop", "formality"),
        (2, 2, 12, "Taxa för vatten", "decision"),
        (3, None, None, "Ordningsfråga", "formality"),
        (4, 3, 13, "Motion om parken", "private_members_motion"),
    ]
    assert kinds(database, log.REGISTER) == ["register.council_founded", "register.people_imported"]
    assert kinds(database, meeting) == ["agenda.items_added"]


def test_whose_motion_it_is_is_known_when_it_is_one_persons(database: Database) -> None:
    take_in(database, package())
    ids = {name: number for number, name in rows(database, Person.id, Person.name)}
    assert rows(database, Item.position, Item.proposer, Item.proposer_id) == [
        (1, None, None),
        (2, "kommunstyrelsen", None),
        (3, None, None),
        (4, "Vera Åberg (B)", ids["Vera Åberg"]),
    ]


def test_a_meeting_the_same_day_is_refused_and_nothing_is_written(database: Database) -> None:
    take_in(database, package())
    before = counts(database)
    with pytest.raises(
        RuleBroken,
        match=r"Exempels kommunfullmäktige har redan ett sammanträde den 2026-10-05\. Inget är",
    ):
        take_in(database, package())
    assert counts(database) == before


def test_the_next_meeting_writes_nobody_twice(database: Database) -> None:
    take_in(database, package())
    before = counts(database)
    take_in(database, package(Draft().put("meeting", 3, "value", "2026-11-09")))
    after = counts(database)
    new = {table: after[table] - before[table] for table in after if after[table] != before[table]}
    assert new == {"meetings": 1, "agenda_items": 4, "log_heads": 1, "log_entries": 1}


def test_a_new_holder_has_the_seat_from_the_day_of_the_meeting(database: Database) -> None:
    take_in(database, package())
    later = Draft().put("meeting", 3, "value", "2026-11-09").put("members", 6, "name", "Ny Nygård")
    for table in ("votes", "attendance"):
        for line, row in enumerate(later.tables[table], start=1):
            if NAMES[4] in row:
                later.put(table, line, "name", "Ny Nygård")
    take_in(database, package(later))
    held = select(Person.name, Mandate.since, Mandate.until).join(Mandate).where(Mandate.seat == 5)
    with database.reading() as session:
        assert [tuple(row) for row in session.execute(held.order_by(Mandate.id))] == [
            ("Ebba Gran", None, "2026-11-09"),
            ("Ny Nygård", "2026-11-09", None),
        ]


def test_the_registers_own_key_knows_somebody_who_has_changed_her_name(database: Database) -> None:
    take_in(database, package(Draft().put("members", 23, "id", "p-23")))
    later = Draft().put("meeting", 3, "value", "2026-11-09").put("members", 23, "id", "p-23")
    take_in(database, package(later.put("members", 23, "name", "Wilma Ängström")))
    with database.reading() as session:
        named = session.scalars(select(Person.name).where(Person.external_id == "p-23")).all()
    assert named == ["Wilma Ängström"]


def test_a_council_of_another_size_is_refused(database: Database) -> None:
    take_in(database, package())
    before = counts(database)
    larger = Draft().put("meeting", 4, "value", "23").put("meeting", 3, "value", "2026-11-09")
    larger.without("votes", "questions")
    with pytest.raises(RuleBroken, match="har 21 platser i registret men 23 i paketet"):
        take_in(database, package(larger))
    assert counts(database) == before


def test_an_agenda_that_cannot_be_printed_leaves_no_council_behind(database: Database) -> None:
    before = counts(database)
    with pytest.raises(BadInput, match="Dagordningen, rad 3: Texten är för lång"):
        take_in(database, package(Draft().put("agenda", 3, "title", "x" * 301)))
    assert counts(database) == before


def test_without_a_clerk_in_the_package_the_office_can_still_prepare(database: Database) -> None:
    take_in(database, package(Draft().drop_line("members", 26)))
    with database.reading() as session:
        clerk = session.scalars(
            select(Person.name).join(RoleHeld).where(RoleHeld.role == "clerk")
        ).all()
        assert clerk == [OFFICE]
