"""The words as they stand in the code, and as they stand in English."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
HOLE = re.compile(r"%\(\w+\)[sd]|\{[\w.]+\}")
TOLD = ("Sentence", "RuleBroken", "MovedOn", "NeedsConfirmation", "NotAllowed", "NotFound")
TOLD += ("BadInput", "NotStored")  # what is said where no page is drawn
KEYWORDS = DEFAULT_KEYWORDS | dict.fromkeys(("About", *TOLD), (1,))  # About: name of a setting
Key = tuple[str | None, str | tuple[str, ...]]  # in which sense, and the Swedish words


def english() -> Catalog:
    with (ROOT / "translations/en/LC_MESSAGES/messages.po").open("rb") as words:
        return read_po(words, locale="en", abort_invalid=True)


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def in_the_code() -> set[Key]:
    with (ROOT / "translations/babel.cfg").open() as told:
        methods, options = parse_mapping_cfg(told)
    found = extract_from_dir(ROOT, methods, options, KEYWORDS, directory_filter=_is_ours)
    return {(context, words) for _file, _line, words, _comments, context in found if words}


def _is_ours(path: str) -> bool:
    """Nothing that was fetched or built holds words of ours."""
    place = Path(path).relative_to(ROOT)
    return place == Path() or place.parts[0] in {
        "templates", "web", "voting", "meetings", "agenda", "councils", "core",
    }  # fmt: skip


def key(message: Message) -> Key:
    words = message.id if isinstance(message.id, str) else tuple(message.id)
    return message.context, words


def forms(words: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def holes(words: str | tuple[str, ...] | list[str]) -> set[str]:
    return {hole for form in forms(words) for hole in HOLE.findall(form)}
