"""A page as somebody reads it: what is hidden is not there, and what is "mine" is filled in.

The same rules as `static/js/wire/me.js`, so that what each person sees can be told without a
browser; the browser's own tests walk the journeys.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"input", "meta", "link", "img", "br", "hr", "use", "rect", "circle", "path"}
UNSEEN = {"script", "style", "noscript", "head", "dialog", "option"}
Me = dict[str, Any]


@dataclass
class Node:
    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def find(self, identity: str) -> "Node":
        return next(node for node in self.walk() if node.attributes.get("id") == identity)

    def walk(self) -> list["Node"]:
        below = [child for child in self.children if isinstance(child, Node)]
        return [self, *(node for child in below for node in child.walk())]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attributes))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, text: str) -> None:
        self.open[-1].children.append(text)


def parse(html: str) -> Node:
    parser = _Parser()
    parser.feed(html)
    return parser.root


def words(node: Node, me: Me) -> str:
    """All that can be seen, in one line."""
    return re.sub(r"\s+", " ", "".join(_pieces(node, me))).strip()


def lines(node: Node, me: Me, *tags: str) -> list[str]:
    """What each of these kinds of element says, if it is seen."""
    seen = [one for one in _seen(node, me) if one.tag in tags and not _is_sr(one)]
    return [words(one, me) for one in seen]


def buttons(node: Node, me: Me) -> dict[str, str]:
    """Everything that can be pressed, with why not: an empty text is a live button."""
    pressed = [one for one in _seen(node, me) if one.tag == "button" or _is_button(one)]
    return {words(one, me): _why_not(one, me) for one in pressed}


def spoken(node: Node, me: Me) -> list[str]:
    return [words(one, me) for one in _seen(node, me) if "data-say" in one.attributes]


def holds(rule: str, me: Me) -> bool:
    return any(all(_is_true(one, me) for one in part.split(",")) for part in rule.split())


def fill(text: str, me: Me) -> str:
    def known(found: re.Match[str]) -> str:
        value = _look(found[1], me)
        return found[0] if value is None else str(value)

    return re.sub(r"\{([\w.]+)\}", known, text)


def _is_true(condition: str, me: Me) -> bool:
    if condition.startswith("!"):
        return not _is_true(condition[1:], me)
    path, is_equal, wanted = condition.partition("=")
    found = _look(path, me)
    if is_equal:
        return str(found) == wanted
    return found not in (None, False, 0, "")


def _look(path: str, me: Me) -> Any:
    found: Any = me
    for name in path.split("."):
        if isinstance(found, list):
            found = found[int(name)] if int(name) < len(found) else None
        else:
            found = found.get(name) if isinstance(found, dict) else None
    return found


def _pieces(node: Node, me: Me) -> list[str]:
    if not _is_seen(node, me):
        return []
    if text := node.attributes.get("data-me-text"):
        return [fill(text, me)]
    found: list[str] = []
    for child in node.children:
        if isinstance(child, str):
            found.append(child)
        elif not _is_sr(child) and child.attributes.get("aria-hidden") != "true":
            found += _pieces(child, me)
    return [" ", *found, " "] if node.tag in ("p", "small", "dt", "dd") else found


def _seen(node: Node, me: Me) -> list[Node]:
    if not _is_seen(node, me):
        return []
    below = [child for child in node.children if isinstance(child, Node)]
    return [node, *(one for child in below for one in _seen(child, me))]


def _is_seen(node: Node, me: Me) -> bool:
    if node.tag in UNSEEN:
        return False
    if rule := node.attributes.get("data-if-me"):
        return holds(rule, me)
    return "hidden" not in node.attributes


def _is_sr(node: Node) -> bool:
    return "sr" in (node.attributes.get("class") or "").split()


def _is_button(node: Node) -> bool:
    return node.tag == "a" and "btn" in (node.attributes.get("class") or "").split()


def _why_not(node: Node, me: Me) -> str:
    rule = node.attributes.get("data-greyed-if-me")
    greyed = holds(rule, me) if rule else node.attributes.get("aria-disabled") == "true"
    return fill(node.attributes.get("data-why") or "", me) if greyed else ""
