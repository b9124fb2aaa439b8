"""Every small fault that could be written into a file: `<` for `<=`, one more, the other branch."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.variants import variants

TYPES = {"dict", "list", "tuple", "frozenset", "type"}


@dataclass(frozen=True)
class Mutant:
    """`tree` is good until the next one is made."""

    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        pairs = zip(self.before, self.after, strict=False)
        same = next((place for place, (one, other) in enumerate(pairs) if one != other), 0)
        before, after = (text[max(0, same - 40) : same + 60] for text in (self.before, self.after))
        return f"{self.line}: {before} → {after}"


def mutants(source: str) -> Iterator[Mutant]:
    """One after the other, in the order of the file."""
    tree = ast.parse(source)
    members = _members(tree)
    for holder, name, place, node in list(_nodes(tree)):
        before = ast.unparse(node)
        for other in variants(node, members):
            after = ast.unparse(other)
            if after == before:
                continue
            _put(holder, name, place, ast.copy_location(other, node))
            yield Mutant(_line(node), before, after, ast.fix_missing_locations(tree))
            _put(holder, name, place, node)


def _line(node: ast.AST) -> int:
    """Of the first piece that has one."""
    return next((one.lineno for one in ast.walk(node) if hasattr(one, "lineno")), 0)


def _nodes(top: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """All that is computed: no docstring, no type, no decorator, no wording."""
    for name, value in ast.iter_fields(top):
        if name in {"decorator_list", "returns", "bases"}:
            continue
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_passed_over(top, name, node):
                continue
            yield top, name, place, node
            yield from _nodes(node)


def _is_passed_over(top: ast.AST, name: str, node: ast.AST) -> bool:
    """Types, and what is said to people; a call that makes either is left as it is."""
    match top, node:
        case ast.AnnAssign() | ast.arg(), _ if name == "annotation":
            return "Annotated" not in ast.unparse(node)  # the least a setting may be
        case ast.Subscript(value=ast.Name(id=id)), _:
            return id in TYPES
        case _, ast.Expr(value=ast.Constant()):
            return True
        case _, ast.Call(func=ast.Name(id="Sentence" | "TypeVar")):
            return True
    return False


def _members(tree: ast.Module) -> dict[str, list[str]]:
    """The names in capitals after each name with a dot: of an enumeration, all of its members."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name, bases=[ast.Name(id="StrEnum")], body=body):
                told = [one.targets[0] for one in body if isinstance(one, ast.Assign)]
                found[name] = [ast.unparse(one) for one in told]
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr.isupper():
                if attr not in found.setdefault(name, []):
                    found[name].append(attr)
    return found


def _put(holder: ast.AST, name: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(holder, name, node)
    else:
        getattr(holder, name)[place] = node
