import click

from core.db import Database
from web.checks import busy, problems
from web.config import Config


@click.command()
@click.option("--idle", is_flag=True, help="Only ask whether a restart would disturb a vote.")
def check(idle: bool) -> None:
    """Is everything set up as it must be?  Names what is wrong; ends with 1 if anything is."""
    config = Config.from_environment()
    wrong = busy(Database(config.database)) if idle else problems(config)
    if wrong:
        raise click.ClickException("\n".join(wrong))
    click.echo("Ingen votering pågår." if idle else "Allt är i ordning.")
