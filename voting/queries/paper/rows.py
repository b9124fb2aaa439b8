"""What has been written in an election on paper, row by row."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from voting.models import (
    ElectionLot,
    PaperChoice,
    PaperElection,
    PaperEntry,
    PaperRuling,
    PaperTick,
)
from voting.rules.lists import Ignored
from voting.rules.paper.rulings import Ground, Ruled, Ruling
from voting.rules.paper.sheet import Choice, Figures

UNOPENED, SORTED = "unopened", "sorted"
SLIPS = "slips"  # the only figure of those that are counted unopened


def paper_of(session: Session, election_id: int) -> PaperElection | None:
    """None until anything has been noted of it."""
    return session.get(PaperElection, election_id)


def ticks(session: Session, election_id: int) -> dict[int, PaperTick]:
    """By seat."""
    found = select(PaperTick).where(PaperTick.election_id == election_id)
    return {tick.seat: tick for tick in session.scalars(found)}


def choices(session: Session, election_id: int) -> tuple[Choice, ...]:
    found = select(PaperChoice).where(PaperChoice.election_id == election_id)
    rows = session.scalars(found.order_by(PaperChoice.number))
    return tuple(Choice(row.number, row.designation, tuple(row.names)) for row in rows)


def entries(session: Session, election_id: int, attempt: int) -> dict[str, dict[int, Figures]]:
    """By stage and teller, in the order in which they first wrote."""
    found = select(PaperEntry).where(
        PaperEntry.election_id == election_id, PaperEntry.attempt == attempt
    )
    told: dict[str, dict[int, Figures]] = {UNOPENED: {}, SORTED: {}}
    for entry in session.scalars(found.order_by(PaperEntry.id)):
        told[entry.stage][entry.teller_id] = entry.figures
    return told


def rulings(session: Session, election_id: int, attempt: int) -> dict[int, PaperRuling]:
    """The latest on each slip."""
    found = select(PaperRuling).where(
        PaperRuling.election_id == election_id, PaperRuling.attempt == attempt
    )
    return {row.slip: row for row in session.scalars(found.order_by(PaperRuling.id))}


def as_ruled(row: PaperRuling) -> Ruled:
    return Ruled(
        Ruling(row.ruling),
        Ground(row.ground) if row.ground else None,
        row.designation,
        tuple(row.names),
        tuple((name, Ignored(reason)) for name, reason in row.ruled_out),
    )


def lots(session: Session, election_id: int) -> Sequence[ElectionLot]:
    """Those that hold, in the order in which they were drawn."""
    found = select(ElectionLot).where(
        ElectionLot.election_id == election_id, ElectionLot.void_at.is_(None)
    )
    return list(session.scalars(found.order_by(ElectionLot.id)))
