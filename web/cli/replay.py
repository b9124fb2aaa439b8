"""`klubba import` and `klubba replay`: real meetings from packages of tables."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from core import log
from core.db import Database
from core.errors import RuleBroken
from core.writer import Writer
from web.config import Config
from web.packages.desk import Reading
from web.packages.findings import Finding
from web.packages.read import read
from web.packages.schema import Package
from web.replay.importing import import_meeting
from web.replay.replaying import replay
from web.replay.telling import findings_told, import_told, replay_told
from web.replay.temporary import empty_database
from web.upgrade import upgrade

BAD_INPUT = 1
where = click.argument("package", metavar="DIR", type=click.Path(path_type=Path))
as_json = click.option("--json", "as_json", is_flag=True, help="Machine-readable.")


@click.command("import")
@where
@as_json
@click.option("--database", metavar="URL", help="Instead of KLUBBA_DATABASE.")
def import_command(package: Path, as_json: bool, database: str | None) -> None:
    """Write a council, its people and a meeting with its agenda, from a package.

    DIR is a folder, a .zip or an .xlsx workbook.  With an error in it nothing is written.
    """
    reading, meant = _read(package, as_json)
    with _opened(database or Config.from_environment().database) as house:
        writer = Writer(house, lambda _meeting, _news: None)
        try:
            made = writer.submit(log.REGISTER, import_meeting, meant, by=None).made
        except RuleBroken as refusal:
            _refuse(package, str(refusal), as_json)
    if as_json:
        click.echo(_findings_json(reading.findings))
    else:
        click.echo(import_told(meant, made or 0, reading.warnings))


@click.command("replay")
@where
@as_json
@click.option("--database", metavar="URL", help="An empty one; else one that is thrown away.")
def replay_command(package: Path, as_json: bool, database: str | None) -> None:
    """Hold the meeting of a package again, through the same acts that the screens use.

    Ends with 0 if all votes are as announced, 2 if any is not, 1 on bad input.
    """
    _, meant = _read(package, as_json)
    try:
        with _opened(database) if database else empty_database() as house:
            told = replay(meant, house, _name(package))
    except RuleBroken as refusal:
        _refuse(package, str(refusal), as_json)
    click.echo(json.dumps(told, ensure_ascii=False, indent=1) if as_json else replay_told(told))
    raise SystemExit(told["exit_code"])


def _read(package: Path, as_json: bool) -> tuple[Reading[Package], Package]:
    """Every finding is listed before anything is written."""
    reading = read(package)
    if reading.package is None:
        told = _findings_json(reading.findings) if as_json else findings_told(reading.findings)
        click.echo(told)
        if not as_json:
            click.echo(f"{len(reading.errors)} fel. Inget är inläst.")
        raise SystemExit(BAD_INPUT)
    return reading, reading.package


def _refuse(package: Path, words: str, as_json: bool) -> NoReturn:
    finding = Finding(package.name, 1, "", "refused", "", words)
    click.echo(_findings_json([finding]) if as_json else words)
    raise SystemExit(BAD_INPUT)


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    upgrade(replace(Config.from_environment(), database=url))
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


def _name(package: Path) -> str:
    whole = package.resolve()
    return whole.name if whole.is_dir() else whole.stem


def _findings_json(findings: tuple[Finding, ...] | list[Finding]) -> str:
    return json.dumps([one.as_json() for one in findings], ensure_ascii=False, indent=1)
