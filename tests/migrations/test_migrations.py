"""The schema in the models and the schema in the migrations are the same, up and down."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import DatabaseError

from core.db import Base, Database
from tests.databases import ADDRESS, KINDS, fresh
from tests.worlds import new_world

ROOT = Path(__file__).parents[2]
ROOMS = ["core", "councils", "agenda", "meetings", "voting", "stage", "web"]


@pytest.fixture(params=KINDS)
def alembic(request: pytest.FixtureRequest, tmp_path: Path) -> Config:
    alembic = Config(toml_file=ROOT / "pyproject.toml")
    alembic.attributes["url"] = fresh(request.param, tmp_path)
    if request.param == "postgresql":
        alembic.attributes["url"] = bare(alembic.attributes["url"])
    return alembic


def bare(url: str) -> str:
    """A PostgreSQL database without a single table."""
    own = make_url(url).set(database="klubba_migrated")
    engine = create_engine(str(ADDRESS), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS klubba_migrated WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE klubba_migrated"))
    engine.dispose()
    return own.render_as_string(hide_password=False)


@pytest.fixture
def database(alembic: Config) -> Iterator[Database]:
    database = Database(alembic.attributes["url"])
    yield database
    database.close()


@pytest.mark.xdist_group("migrations")
class TestMigrations:
    def test_they_build_every_table_of_the_house(self, alembic: Config, database: Database) -> None:
        for room in ROOMS:
            for module in pkgutil.walk_packages([str(ROOT / room)], f"{room}."):
                importlib.import_module(module.name)
        command.upgrade(alembic, "head")
        with database.writer_engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []

    def test_down_leaves_no_trace(self, alembic: Config, database: Database) -> None:
        command.upgrade(alembic, "head")
        command.downgrade(alembic, "base")
        assert inspect(database.writer_engine).get_table_names() == ["alembic_version"]

    def test_a_whole_council_goes_down_one_step_and_up_again(
        self, alembic: Config, database: Database
    ) -> None:
        command.upgrade(alembic, "head")
        new_world(database)
        if len(list(ScriptDirectory.from_config(alembic).walk_revisions())) > 1:
            command.downgrade(alembic, "-1")
            command.upgrade(alembic, "head")
        with database.reading() as session:
            assert session.scalar(text("SELECT COUNT(*) FROM meeting_seats")) == 21

    @pytest.mark.parametrize(
        "verb", ["UPDATE log_entries SET kind = 'x'", "DELETE FROM log_entries"]
    )
    def test_the_log_is_never_rewritten(
        self, alembic: Config, database: Database, verb: str
    ) -> None:
        command.upgrade(alembic, "head")
        fact = "INSERT INTO log_entries VALUES (1, 1, 1, 'said', '', NULL, NULL, '{}', '', '')"
        with database.writing() as session, session.begin():
            session.execute(text(fact))
        with (
            database.writing() as session,
            pytest.raises(DatabaseError, match="append-only"),
            session.begin(),
        ):
            session.execute(text(verb))

    def test_there_is_one_head_and_it_is_written_down(self, alembic: Config) -> None:
        heads = ScriptDirectory.from_config(alembic).get_heads()
        assert heads == [(ROOT / "migrations/HEAD").read_text().strip()]
