"""From the page's HTML to blocks: headings, paragraphs, lists and tables, nothing more."""

from dataclasses import replace
from html.parser import HTMLParser

from web.gateways.minutes.paper import Block

HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
CLOSED = "data-closed"
TEXTS = {"p", "li", "caption", "th", "td", *HEADINGS}


def read_blocks(html: str) -> list[Block]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._items: list[str] = []
        self._rows: list[list[str]] = []
        self._caption = ""
        self._divisions: list[bool] = []  # those that we are inside; told behind closed doors?

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div":
            self._divisions.append(CLOSED in dict(attrs))
        if tag in TEXTS:
            self._words = []
        if tag in ("ul", "ol"):
            self._items = []
        if tag == "table":
            self._rows, self._caption = [], ""
        if tag == "tr":
            self._rows.append([])

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._words).split())
        if tag in HEADINGS:
            self._add(Block("heading", text, level=HEADINGS[tag]))
        elif tag == "p" and text:
            self._add(Block("paragraph", text))
        elif tag == "li":
            self._items.append(text)
        elif tag in ("th", "td"):
            self._rows[-1].append(text)
        elif tag == "caption":
            self._caption = text
        elif tag in ("ul", "ol"):
            kind = "list" if tag == "ul" else "numbered"
            self._add(Block(kind, items=tuple(self._items)))
        elif tag == "table":
            rows = tuple(tuple(row) for row in self._rows)
            self._add(Block("table", self._caption, rows=rows))
        elif tag == "div":
            self._divisions.pop()

    def _add(self, block: Block) -> None:
        self.blocks.append(replace(block, closed=any(self._divisions)))
