"""The roll, read once for everything that is drawn from one snapshot."""

from sqlalchemy.orm import Session

from meetings.queries.roll import SeatRow, roll


def rolled(session: Session, meeting_id: int) -> list[SeatRow]:
    """Only for drawing: a snapshot does not change while it is read."""
    where = ("rolled", meeting_id)
    found: list[SeatRow] | None = session.info.get(where)
    if found is None:
        found = session.info[where] = roll(session, meeting_id)
    return found
