"""`klubba count …` and `klubba rules`: check a result from a file, without a database."""

import json
from pathlib import Path

import click

from core.words import Sentence
from web.cli.words import said, tell
from web.counting import cases as counting
from web.counting.cases import Answer, BadFileError, Result
from web.counting.fields import Plain

file_argument = click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
check_option = click.option("--check", is_flag=True, help="Compare with what each case expects.")


@click.group("count")
def count_group() -> None:
    """Count ballots from a file: who is elected, round by round."""


@count_group.command("proportional")
@file_argument
@check_option
def proportional(path: Path, check: bool) -> None:
    """A proportional election of lists, by lag (2022:629)."""
    _run(counting.count_proportional, path, check=check)


@count_group.command("majority")
@file_argument
@check_option
def majority(path: Path, check: bool) -> None:
    """An election of persons: most votes, the lot when it is even."""
    _run(counting.count_majority, path, check=check)


@click.command("rules")
@file_argument
@check_option
def rules(path: Path, check: bool) -> None:
    """Ask the rule book: quorum, deadlines, majorities, the order of questions, substitutes."""
    _run(counting.rule, path, check=check, may_be_list=True)


def _run(answer: Answer, path: Path, *, check: bool, may_be_list: bool = False) -> None:
    """Ends with 0, or 1 where something could not be computed (or, checked, differs)."""
    try:
        found = counting.load(path)
        cases = counting.cases_in(found, may_be_list=may_be_list)
    except BadFileError as error:
        tell(error.args[0], err=True)
        raise SystemExit(1) from None
    alone = [{"input": found}] if cases is None else cases
    results = list(counting.carry_out(answer, alone))
    if check:
        raise SystemExit(_compared(results))
    for result in results:
        if result.fault:
            click.echo(f"{said(result.name)}: {said(result.fault)}", err=True)
    _print(results[0].output if cases is None else {"results": [r.as_plain() for r in results]})
    raise SystemExit(any(result.fault for result in results))


def _compared(results: list[Result]) -> int:
    """An error that was expected is right."""
    wrong = [result for result in results if result.differs]
    for result in wrong:
        click.echo(f"{said(result.name)}:")
        tell(Sentence("  väntat: {expected}", expected=_plain(result.case["expected"])))
        tell(Sentence("  svar:   {output}", output=_plain(result.output)))
    right = len(results) - len(wrong)
    tell(Sentence("{right} av {all} stämmer.", right=right, all=len(results)))
    return int(bool(wrong))


def _print(told: Plain) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def _plain(told: object) -> str:
    return json.dumps(told, ensure_ascii=False)
