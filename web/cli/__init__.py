"""`klubba …` - the same house, from the command line.  One file for each group of commands."""

import click

from web.cli import begin, check, count, demo, election, export, log, replay, serve
from web.cli.words import Spoken

COMMANDS = (
    serve.serve,
    begin.begin,
    demo.demo,
    check.check,
    log.log_group,
    export.export_group,
    replay.import_command,
    replay.replay_command,
    count.count_group,
    count.rules,
    election.election_group,
)


@click.group(cls=Spoken)
def main() -> None:
    """Klubba runs the meetings of Swedish fullmäktige."""


for command in COMMANDS:
    main.add_command(command)
