"""`klubba election …`: check a secret ballot from its file, or make one to show."""

import json
import re
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import click

from core import clock
from core.words import Sentence
from voting.ballot.making.examples import METHODS, Example
from voting.ballot.making.simulation import Plan, simulate
from voting.ballot.verify.asked import MINIMUM, Asked, HeadSeen
from voting.ballot.verify.counting import MIXERS
from voting.ballot.verify.report import Report
from voting.ballot.verify.walk import verify
from voting.queries.verdicts import in_words
from web.cli.archive import export_archive
from web.cli.trial import verify_trial
from web.cli.words import tell

HEAD = re.compile(r"(\d{1,6}):([0-9a-f]{1,64})", re.ASCII)
TRUSTEES = re.compile(r"(\d{1,2})-of-(\d{1,2})", re.ASCII)
FEWEST = 5  # ballots that the council's own setting may allow to be opened together
REJECTED = 1

file_argument = click.argument("archive", type=click.Path(path_type=Path))


@click.group("election")
def election_group() -> None:
    """Elections by secret ballot."""


election_group.add_command(verify_trial)
election_group.add_command(export_archive)


@election_group.command("verify")
@file_argument
@click.option("--json", "silent", is_flag=True, help="Only the report, no line for people.")
@click.option("--previous", type=click.Path(path_type=Path), help="An earlier copy of the archive.")
@click.option("--head", metavar="HEIGHT:PREFIX", help="An event as it was seen in the hall.")
@click.option("--tracker", "trackers", multiple=True, help="A ballot that must be there.")
@click.option("--forbid-revotes", is_flag=True, help="Reject a second ballot of a credential.")
@click.option("--house-rules", is_flag=True, help="Demand what Klubba promises of its archives.")
@click.option("--minimum", default=MINIMUM, show_default=True, type=click.IntRange(FEWEST))
def verify_command(
    archive: Path,
    silent: bool,
    previous: Path | None,
    head: str | None,
    trackers: tuple[str, ...],
    forbid_revotes: bool,
    house_rules: bool,
    minimum: int,
) -> None:
    """Does the result follow from the ballots?  ARCHIVE is the published file (.bel).

    Prints the report as JSON.  Ends with 0 if all holds, 1 if not, 2 if a file cannot be read.
    """
    asked = Asked(
        previous=_read(previous) if previous else None,
        head=_seen(head) if head else None,
        trackers=trackers,
        forbid_revotes=forbid_revotes,
        house_rules=house_rules,
        minimum=minimum,
    )
    report = verify(_read(archive), asked)
    _print(report)
    if not silent:
        tell(in_words(report), err=True)
    raise SystemExit(0 if report.accepted else REJECTED)


@election_group.command("simulate")
@click.option("--voters", default=61, show_default=True, type=click.IntRange(0, 1000))
@click.option("--candidates", default=8, show_default=True, type=click.IntRange(1, 1000))
@click.option("--places", default=1, show_default=True, type=click.IntRange(1, 100))
@click.option("--method", default="homomorphic", show_default=True, type=click.Choice([*METHODS]))
@click.option("--trustees", default="2-of-3", show_default=True, metavar="T-of-N")
@click.option("--server-key/--no-server-key", default=True, help="A key that must take part.")
@click.option("--out", required=True, metavar="ARCHIVE", type=click.Path(path_type=Path))
def simulate_command(
    voters: int,
    candidates: int,
    places: int,
    method: str,
    trustees: str,
    server_key: bool,
    out: Path,
) -> None:
    """Hold an invented election, from keys to result, and write its archive."""
    if places > candidates:
        raise click.UsageError(Sentence("Det kan inte väljas fler än det finns kandidater."))
    threshold, tellers = _shared(trustees)
    examples = [make(candidates, places) for make in METHODS[method]]
    plan = _plan(examples, voters, threshold, tellers, server_key=server_key)
    if tellers + server_key < MIXERS and plan.is_mixed:
        raise click.UsageError(
            Sentence("Fria valsedlar ska blandas av två. Ange fler rösträknare.")
        )
    archive = simulate(plan, _seconds(), lambda: [one.choose() for one in examples])
    _write(out, archive)
    report = verify(archive)
    _print(report)
    tell(in_words(report), err=True)
    raise SystemExit(0 if report.accepted else REJECTED)


def _plan(
    examples: Sequence[Example], voters: int, threshold: int, tellers: int, *, server_key: bool
) -> Plan:
    return Plan(
        name="Påhittat val",
        description="Gjort av klubba election simulate; ingen har röstat",
        questions=tuple(example.question for example in examples),
        voters=voters,
        threshold=threshold,
        tellers=tellers,
        server=server_key,
    )


def _seconds() -> int:
    """Since 1970, as archives tell their time."""
    return int(datetime.fromisoformat(clock.now()).timestamp())


def _shared(trustees: str) -> tuple[int, int]:
    told = TRUSTEES.fullmatch(trustees)
    threshold, tellers = map(int, told.groups()) if told else (0, 0)
    if not 1 <= threshold <= tellers:
        raise click.UsageError(Sentence("Skriv antalet rösträknare så här: 2-of-3."))
    return threshold, tellers


def _seen(head: str) -> HeadSeen:
    told = HEAD.fullmatch(head)
    if not told:
        raise click.UsageError(
            Sentence("Skriv huvudet så här: 12:3fa9c01b (höjd och början av hashen).")
        )
    return HeadSeen(int(told[1]), told[2])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise click.UsageError(Sentence("Filen går inte att läsa: {path}", path=path)) from None


def _write(path: Path, archive: bytes) -> None:
    try:
        path.write_bytes(archive)
    except OSError:
        raise click.UsageError(Sentence("Filen går inte att skriva: {path}", path=path)) from None


def _print(report: Report) -> None:
    told = report.as_plain(version("klubba"))
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
