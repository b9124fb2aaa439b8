"""`klubba election verify-trial`: does a trial ballot say what its voter chose?"""

import json
from pathlib import Path

import click

from core.words import Sentence
from voting.ballot.reasons import Fault
from voting.ballot.trials import Opened, open_trial
from voting.queries.trials import as_plain, in_words, refused
from web.cli.words import tell


@click.command("verify-trial")
@click.argument("trial", type=click.Path(path_type=Path))
def verify_trial(trial: Path) -> None:
    """Open a ballot that was made to be tried.  TRIAL is the file that the device gave out.

    Prints what it says as JSON.  Ends with 0 if it adds up, 1 if not, 2 if it cannot be read.
    """
    found = _opened(_read(trial))
    told = refused(found) if isinstance(found, Fault) else as_plain(found)
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    tell(in_words(found), err=True)
    raise SystemExit(1 if isinstance(found, Fault) else 0)


def _opened(text: bytes) -> Opened | Fault:
    try:
        return open_trial(text)
    except Fault as fault:
        return fault


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise click.UsageError(Sentence("Filen går inte att läsa: {path}", path=path)) from None
