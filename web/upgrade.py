"""The tables as this release wants them: before anybody is let in."""

from pathlib import Path

from alembic import command
from alembic.config import Config as Alembic

from core import log
from core.db import Database
from web.config import Config

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def upgrade(config: Config) -> None:
    """To the newest tables; and the register has its head, without which nothing can be written."""
    config.data.mkdir(parents=True, exist_ok=True)
    alembic = Alembic()
    alembic.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    alembic.attributes["url"] = config.database
    command.upgrade(alembic, "head")
    database = Database(config.database)
    with database.writing() as session, session.begin():
        if session.get(log.Head, log.REGISTER) is None:
            log.begin(session, log.REGISTER)
    database.close()
