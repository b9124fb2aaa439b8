"""Sentences that are written in one place and shown in another.

Rules are pure and acts run where no page is drawn, so both speak Swedish.  A `Sentence` remembers
how it was put together, so that `in_language` can put it together again in the language of
whoever reads it.  The catalogue takes up what `Sentence` and the errors are given.
"""

from collections.abc import Callable, Mapping, Sequence

from core import swedish


class Sentence(str):
    """A sentence in Swedish.  Parts that are sentences, and lists of names, are translated too."""

    template: str
    parts: Mapping[str, object]

    def __new__(cls, template: str, **parts: object) -> "Sentence":
        told = {name: _in_swedish(part) for name, part in parts.items()}
        made = super().__new__(cls, template.format(**told) if told else template)
        made.template, made.parts = str(template), parts
        return made


def in_language(words: str, translate: Callable[[str], str]) -> str:
    """Put together again from parts that are `translate`d; what is no sentence is one part."""
    if not isinstance(words, Sentence):
        return translate(words) if words else words
    parts = {name: _part(part, translate) for name, part in words.parts.items()}
    template = in_language(words.template, translate)
    return template.format(**parts) if parts else template


def in_a_row(sentences: Sequence[Sentence]) -> Sentence:
    """One after the other, as a paragraph."""
    names = [f"part{number}" for number, _ in enumerate(sentences)]
    template = " ".join(f"{{{name}}}" for name in names)
    return Sentence(template, **dict(zip(names, sentences, strict=True)))


def _part(part: object, translate: Callable[[str], str]) -> object:
    if isinstance(part, Sentence):
        return in_language(part, translate)
    if isinstance(part, list | tuple):
        return swedish.listed(list(part), translate("och"))
    return part


def _in_swedish(part: object) -> object:
    return swedish.listed(list(part)) if isinstance(part, list | tuple) else part
