"""`klubba export register`: a meeting's documents for the municipality's register."""

from pathlib import Path

import click

from core.db import Database
from core.errors import RuleBroken
from core.words import Sentence
from core.workers import Workers
from core.writer import Writer
from meetings.actions.registering import hand_out_documents
from web.cli.words import tell
from web.config import Config
from web.gateways.files import Files
from web.register import Registrar


@click.group("export")
def export_group() -> None:
    """What leaves the house for other systems."""


@export_group.command()
@click.argument("meeting", type=int)
@click.option(
    "--out",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
)
def register(meeting: int, folder: Path) -> None:
    """The received and created documents of MEETING, with an index in CSV and JSON.

    That they were handed out is noted in the meeting's log.  DIR must be empty or not there.
    """
    if folder.exists() and any(folder.iterdir()):
        raise click.ClickException(Sentence("Mappen {folder} är inte tom.", folder=folder))
    config = Config.from_environment()
    database, workers = Database(config.database), Workers()
    try:
        files = Files(config.data / "documents", workers, config.upload_limit)
        parcel = Registrar(database, files).parcel(meeting)
        writer = Writer(database, lambda _meeting, _news: None)
        told = (len(parcel.pieces), parcel.behind_doors, parcel.digest)
        writer.submit(meeting, hand_out_documents, *told, by=None)
        parcel.unpacked(folder)
    except RuleBroken as refusal:
        raise click.ClickException(refusal.words) from refusal
    finally:
        database.close()
    count, index = len(parcel.pieces), parcel.digest
    tell(
        Sentence(
            "{count} handlingar i {folder}. Index: {index}", count=count, folder=folder, index=index
        )
    )
