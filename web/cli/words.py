"""What the command line says to people: in Swedish, or in English where the machine is English.

What programs read (JSON, hashes) is the same in every language.
"""

from pathlib import Path
from typing import Any

import click
from babel.support import Translations

from core.words import Sentence, in_language
from web.config import spoken

CATALOGUES = Path(__file__).parents[2] / "translations"


class Spoken(click.Group):
    """A refusal, from whichever command, is told in the same language as all the rest."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as refusal:
            raise _said_again(refusal) from refusal


def _said_again(refusal: click.ClickException) -> click.ClickException:
    """Those of `click` itself are left as they are."""
    if not isinstance(refusal.message, Sentence):
        return refusal
    words = said(refusal.message)
    if isinstance(refusal, click.UsageError):
        return click.UsageError(words, refusal.ctx)
    return click.ClickException(words)


def tell(words: str, *, err: bool = False) -> None:
    click.echo(said(words), err=err)


def said(words: str) -> str:
    catalogue = Translations.load(CATALOGUES, [spoken()])
    return in_language(words, catalogue.gettext)
