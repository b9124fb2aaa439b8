import os
import sys

import click

from web.checks import problems
from web.config import Config
from web.upgrade import upgrade


@click.command()
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
