"""`klubba election export`: the published file of an election, exactly as anybody may fetch it."""

import json
from pathlib import Path

import click
from sqlalchemy.orm import Session

from core.db import Database
from core.words import Sentence
from voting.models import Board, DigitalElection, Election
from voting.queries.elections.boards import archive_of
from voting.rules.elections.states import ElectionState
from web.config import Config

PUBLISHED = (ElectionState.CLOSED, ElectionState.COUNTED)


@click.command("export")
@click.argument("election", type=int)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Instead of <uuid>.bel.")
def export_archive(election: int, output: Path | None) -> None:
    """The archive (.bel) of ELECTION, by its number, when its box has been closed.

    Prints the file, its SHA-256, and the height and hash of its last event as JSON.
    """
    database = Database(Config.from_environment().database)
    try:
        with database.reading() as session:
            uuid, archive, told = _read(session, election)
    finally:
        database.close()
    path = output or Path(f"{uuid}.bel")
    path.write_bytes(archive)
    click.echo(json.dumps({"file": str(path), **told}, ensure_ascii=False))


def _read(session: Session, number: int) -> tuple[str, bytes, dict[str, object]]:
    election, digital = session.get(Election, number), session.get(DigitalElection, number)
    if election is None or digital is None or election.state not in PUBLISHED:
        raise click.ClickException(Sentence("Det finns inget digitalt val som är stängt där."))
    kept = session.get_one(Board, number)
    head = {"height": kept.height, "hash": kept.head}
    return (
        digital.uuid,
        archive_of(session, number),
        {"sha256": kept.sha256, **head} | {"state": election.state},
    )
