import os
import shutil
import sys
from pathlib import Path

import click

from core.words import Sentence
from web.config import Config
from web.demo.exercises import Mood
from web.upgrade import upgrade


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=5000, show_default=True)
@click.option(
    "--exercise", type=click.Choice([mood.value for mood in Mood]), default=Mood.EVENING.value
)
@click.option("--data", default="demo-data", show_default=True, help="Made anew each time.")
def demo(host: str, port: int, exercise: str, data: str) -> None:
    """A council of 61 that rehearses by itself, in a database of its own."""
    folder = Path(data)
    if folder.exists() and not (folder / "rehearsal").exists():
        refusal = Sentence(
            "{folder} är ingen övningsmapp. Välj en annan med --data.", folder=folder
        )
        raise click.ClickException(refusal)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "rehearsal").touch()
    os.environ["KLUBBA_DATABASE"] = f"sqlite:///{folder}/klubba.db"
    os.environ["KLUBBA_DATA"] = str(folder)
    os.environ["KLUBBA_REHEARSAL"] = "yes"
    os.environ["KLUBBA_ADDRESS"] = f"http://{host}:{port}"
    upgrade(Config.from_environment())
    command = [sys.executable, "-m", "web.demo.serve", host, str(port), exercise]
    os.execv(sys.executable, command)  # noqa: S606 - cooperative from its first line
