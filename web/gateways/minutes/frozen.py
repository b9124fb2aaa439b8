"""A paper as text that never changes: canonical JSON, whose SHA-256 is what is approved."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from web.gateways.minutes.paper import Block, Paper

Change = Callable[[str], str]


def freeze(paper: Paper) -> str:
    return json.dumps(told(paper), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def told(paper: Paper) -> dict[str, Any]:
    """As plain values, without the record, which is read from the log again."""
    values = asdict(paper)
    del values["record"]
    return values


def thaw(text: str) -> Paper:
    values = json.loads(text)
    blocks = tuple(_block(one) for one in values["blocks"])
    return Paper(values["title"], values["date"], blocks, {}, values["language"])


def for_the_public(paper: Paper, hide: Change) -> Paper:
    """Without what was said behind closed doors, and with what is personal hidden."""
    shown = (block for block in paper.blocks if not block.closed)
    blocks = tuple(_changed(block, hide) for block in shown)
    return replace(paper, title=hide(paper.title), blocks=blocks, record={})


def texts_of(block: Block) -> list[str]:
    """Each line of it that a reader sees."""
    found = [block.text, *block.items, *(cell for row in block.rows for cell in row)]
    return [text for text in found if text]


def _block(values: dict[str, Any]) -> Block:
    block = Block(**values)
    rows = tuple(tuple(row) for row in block.rows)
    return replace(block, items=tuple(block.items), rows=rows)


def _changed(block: Block, change: Change) -> Block:
    return replace(
        block,
        text=change(block.text),
        items=tuple(change(item) for item in block.items),
        rows=tuple(tuple(change(cell) for cell in row) for row in block.rows),
    )
