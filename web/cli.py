"""`klubba …` - the same house, from the command line."""

import os
import sys

import click

from core import log
from core.db import Database
from web.checks import busy, problems
from web.config import Config
from web.upgrade import upgrade


@click.group()
def main() -> None:
    """Klubba runs the meetings of Swedish fullmäktige."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5000, show_default=True)
def serve(host: str, port: int) -> None:
    """Serve the meetings, after bringing the tables up to date.  Stops on Ctrl-C or SIGTERM."""
    config = Config.from_environment()
    if wrong := problems(config):
        raise click.ClickException("\n".join(wrong))
    upgrade(config)
    command = [sys.executable, "-m", "web.serve", host, str(port)]
    os.execv(sys.executable, command)  # noqa: S606 - cooperative from its first line


@main.command()
@click.option("--idle", is_flag=True, help="Only ask whether a restart would disturb a vote.")
def check(idle: bool) -> None:
    """Is everything set up as it must be?  Names what is wrong; ends with 1 if anything is."""
    config = Config.from_environment()
    wrong = busy(Database(config.database)) if idle else problems(config)
    if wrong:
        raise click.ClickException("\n".join(wrong))
    click.echo("Ingen votering pågår." if idle else "Allt är i ordning.")


@main.group("log")
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
