"""What could have been written in the place of one piece of a program."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from functools import singledispatch
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)
T = TypeVar("T")

COMPARISONS: Mapping[type[ast.cmpop], Sequence[type[ast.cmpop]]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
ARITHMETIC: Mapping[type[ast.operator], Sequence[type[ast.operator]]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.FloorDiv),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Mult, ast.Mod),
    ast.Mod: (ast.FloorDiv, ast.Mult),
    ast.Pow: (ast.Mult,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitAnd: (ast.BitOr,),
}
FUNCTIONS = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "iter",
}
TIDYING = {"strip", "casefold", "upper"}


@singledispatch
def variants(node: ast.AST, _members: Mapping[str, list[str]]) -> Iterator[ast.AST]:
    """One small fault each.  `members`: the names in capitals after each name with a dot."""
    if isinstance(node, ast.Expr | ast.Raise):
        yield ast.Pass()


@variants.register
def _(node: ast.Compare, _: object) -> Iterator[ast.AST]:
    for place, op in enumerate(node.ops):
        for to in COMPARISONS[type(op)]:
            yield _with(node, ops=[*node.ops[:place], to(), *node.ops[place + 1 :]])


@variants.register
def _(node: ast.BinOp, _: object) -> Iterator[ast.AST]:
    yield from (_with(node, op=to()) for to in ARITHMETIC.get(type(node.op), ()))


@variants.register
def _(node: ast.AugAssign, _: object) -> Iterator[ast.AST]:
    yield from (_with(node, op=to()) for to in ARITHMETIC.get(type(node.op), ()))
    yield ast.Pass()


@variants.register
def _(node: ast.UnaryOp, _: object) -> Iterator[ast.AST]:
    yield node.operand


@variants.register
def _(node: ast.BoolOp, _: object) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for kept in _one_less(node.values):
        yield _with(node, values=kept) if len(kept) > 1 else kept[0]


@variants.register
def _(node: ast.Constant, _: object) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int | float):
        yield from (ast.Constant(node.value + 1), ast.Constant(node.value - 1))


@variants.register(ast.If)
@variants.register(ast.IfExp)
@variants.register(ast.While)
def _(node: ast.If | ast.IfExp | ast.While, _: object) -> Iterator[ast.AST]:
    yield _with(node, test=_not(node.test))


@variants.register
def _(node: ast.comprehension, _: object) -> Iterator[ast.AST]:
    yield from (_with(node, ifs=kept) for kept in _one_less(node.ifs))
    yield _with(node, ifs=[_not(one) for one in node.ifs])


@variants.register
def _(node: ast.Call, _: object) -> Iterator[ast.AST]:
    match node.func:
        case ast.Name(id=name) if to := FUNCTIONS.get(name):
            keywords = node.keywords if to in FUNCTIONS else []
            yield ast.Call(ast.Name(to, ast.Load()), node.args, keywords)
        case ast.Attribute(value=value, attr=attr) if attr in TIDYING:
            yield value
    for kept in _one_less(node.keywords):
        yield _with(node, keywords=kept)


@variants.register
def _(node: ast.Attribute, members: Mapping[str, list[str]]) -> Iterator[ast.AST]:
    if isinstance(node.value, ast.Name) and node.attr.isupper():
        yield from (_with(node, attr=to) for to in _beside(node.attr, members[node.value.id]))


@variants.register(ast.Tuple)
@variants.register(ast.List)
@variants.register(ast.Set)
def _(node: ast.Tuple | ast.List | ast.Set, _: object) -> Iterator[ast.AST]:
    if isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        yield from (_with(node, elts=kept) for kept in _one_less(node.elts) if kept)


@variants.register
def _(node: ast.Dict, _: object) -> Iterator[ast.AST]:
    for kept in _one_less(list(zip(node.keys, node.values, strict=True))):
        yield ast.Dict([key for key, _ in kept], [value for _, value in kept])


@variants.register
def _(_node: ast.Break, _: object) -> Iterator[ast.AST]:
    yield ast.Continue()


@variants.register
def _(_node: ast.Continue, _: object) -> Iterator[ast.AST]:
    yield from (ast.Break(), ast.Pass())


@variants.register
def _(node: ast.Return, _: object) -> Iterator[ast.AST]:
    if node.value is not None:
        yield ast.Return(ast.Constant(None))


def _beside(member: str, members: Sequence[str]) -> list[str]:
    """The one before and the one after, round the corner."""
    place = members.index(member)
    beside = dict.fromkeys([members[place - 1], members[(place + 1) % len(members)]])
    return [one for one in beside if one != member]


def _one_less(parts: Sequence[T]) -> Iterator[list[T]]:
    for place in range(len(parts)):
        yield [*parts[:place], *parts[place + 1 :]]


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _with(node: N, **changed: object) -> N:
    return type(node)(**dict(ast.iter_fields(node)) | changed)
