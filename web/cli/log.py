import click

from core import log
from core.db import Database
from web.config import Config


@click.group("log")
def log_group() -> None:
    """The meeting log."""


@log_group.command()
@click.argument("meeting_id", type=int)
def verify(meeting_id: int) -> None:
    """Is the chain of this meeting whole?  Prints its length and its last hash."""
    with Database(Config.from_environment().database).reading() as session:
        entries = log.read(session, meeting_id)
    if broken := log.first_broken(entries):
        raise click.ClickException(f"Kedjan är bruten vid post {broken.height} ({broken.kind}).")
    click.echo(f"{len(entries)} {entries[-1].hash if entries else log.GENESIS}")
