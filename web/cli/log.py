from pathlib import Path

import click

from core import log
from core.db import Database
from core.log import Entry
from core.words import Sentence
from web.config import Config
from web.gateways.minutes.record import read_record


@click.group("log")
def log_group() -> None:
    """The meeting log."""


@log_group.command()
@click.argument("meeting")
def verify(meeting: str) -> None:
    """Is the chain whole?  MEETING is a meeting's number, or a record or minutes as a file.

    Prints how many entries there are and the last hash; else names the first broken one.
    """
    entries = _stored(int(meeting)) if meeting.isdecimal() else _in_file(Path(meeting))
    if not entries:
        raise click.ClickException(Sentence("Det finns ingen logg för det sammanträdet."))
    if broken := log.first_broken(entries):
        where = {"height": broken.height, "kind": broken.kind}
        raise click.ClickException(
            Sentence("Kedjan är bruten vid post {height} ({kind}).", **where)
        )
    click.echo(f"{len(entries)} {entries[-1].hash}")


def _stored(meeting_id: int) -> list[Entry]:
    database = Database(Config.from_environment().database)
    try:
        with database.reading() as session:
            return log.read(session, meeting_id)
    finally:
        database.close()


def _in_file(path: Path) -> list[Entry]:
    try:
        return read_record(path)
    except OSError as error:
        raise click.ClickException(
            Sentence("Filen går inte att läsa: {path}", path=path)
        ) from error
    except ValueError as error:
        raise click.ClickException(str(error)) from error
