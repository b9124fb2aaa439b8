import click

from core import log
from core.db import Database
from core.errors import RuleBroken
from core.words import Sentence
from core.writer import Writer
from councils.actions.beginnings import begin as begin_council
from councils.actions.councils import Described
from councils.backends import invitations
from councils.rules.size import Body
from web.cli.words import tell
from web.config import Config
from web.upgrade import upgrade


@click.command()
@click.argument("council")
@click.option("--seats", type=int, required=True, help="How many seats: an odd number (KL 5:5).")
@click.option("--clerk", required=True, help="The name of the clerk.")
@click.option("--email", required=True, help="The clerk's e-mail address.")
@click.option("--region", is_flag=True, help="A region, not a municipality.")
def begin(council: str, seats: int, clerk: str, email: str, region: bool) -> None:
    """The first council and its clerk.  Prints the address where the clerk chooses a password."""
    config = Config.from_environment()
    upgrade(config)
    database = Database(config.database)
    body = Body.REGION if region else Body.MUNICIPALITY
    writer = Writer(database, lambda _meeting, _news: None)
    told = (Described(council, body, seats), clerk, email)
    try:
        made = writer.submit(log.REGISTER, begin_council, *told, by=None).made or 0
    except RuleBroken as error:
        raise click.ClickException(error.words) from error
    finally:
        database.close()
    address = invitations.address(config.secret, made, None)
    tell(Sentence("{clerk} väljer lösenord här, inom en vecka:", clerk=clerk))
    click.echo(f"{config.address}/invitations/{address}")
