"""Which regular expressions can take more than linear time, told from their parse trees and from no clock.

A search begins at every character, and a repeat ends at every one that it covers. Each is a source of many tries:
what a later unbounded repeat reads, it reads once for each of them, unless something is between that it cannot read:
then no two tries read the same. So an unbounded repeat needs, behind every source before it, one mandatory character
that it does not cover, if what follows it can fail at all.
"""

import ast
import inspect
import re
import re._constants as sre  # the stdlib's own; there is no public name for it
import re._parser as parser
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

SEARCHING = ("search", "finditer", "findall", "sub", "subn", "split")
ANCHORED = ("match", "fullmatch")
# One character of each kind that an expression here tells apart, and all that are named in it.
_SAMPLE = "aZ09_ \t\n\r\x00.,;:|/-–'\"()[]<>{}*+?=@#~éÉшШ¹\u2028\ud800"
_UNBOUNDED = 200


@dataclass(frozen=True)
class Found:
    """An expression of the program: where it is, and whether it is only held against whole texts or beginnings."""

    place: str
    pattern: str
    flags: int
    anchored: bool


def expressions(module: ModuleType) -> Iterator[Found]:
    """Yield every expression of a module: the arguments of ``re.*``, and the compiled ones with what calls them."""
    tree = ast.parse(inspect.getsource(module))
    calls: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            calls.setdefault(called.value.id, set()).add(called.attr)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if ast.unparse(node.func.value) != "re" or node.func.attr not in (*SEARCHING, *ANCHORED, "compile"):
            continue
        for pattern in _patterns(node.args[0], tree, module):
            anchored = node.func.attr in ANCHORED
            if node.func.attr == "compile":
                name = next((n.targets[0].id for n in ast.walk(tree) if isinstance(n, ast.Assign) and n.value is node
                             and isinstance(n.targets[0], ast.Name)), "")  # fmt: skip
                anchored = bool(calls.get(name)) and calls[name] <= set(ANCHORED)
            flags = eval(ast.unparse(node.args[1]), vars(module)) if len(node.args) > 1 and (
                node.func.attr == "compile") else 0  # fmt: skip
            yield Found(f"{module.__name__}:{node.lineno}", pattern, int(flags), anchored)


class _Literal(ast.NodeTransformer):
    """What is escaped is a text letter by letter, whatever it is."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Constant("literal") if ast.unparse(node.func) == "re.escape" else self.generic_visit(node)


_LOOPS = (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)


def _given(name: str, function: ast.FunctionDef, tree: ast.AST) -> list[ast.expr]:
    """What a name of a function can be: what is assigned to it, its default, or what callers pass."""
    parameters = [one.arg for one in function.args.args]
    if name not in parameters:
        assigned = [one.value for one in ast.walk(function) if isinstance(one, ast.Assign)
                    and getattr(one.targets[0], "id", "") == name]  # fmt: skip
        return [way for value in assigned for way in (
            (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,))]  # fmt: skip
    place = parameters.index(name)
    defaults = dict(zip(reversed(parameters), reversed(function.args.defaults), strict=False))
    calls = [call for call in ast.walk(tree) if getattr(getattr(call, "func", None), "id", "") == function.name]
    passed = [call.args[place] for call in calls if len(call.args) > place]
    return [*([defaults[name]] if name in defaults else []), *passed]


def _patterns(node: ast.expr, tree: ast.AST, module: ModuleType) -> list[str]:
    """What an argument is: a text of the module, or each of those that a loop or a caller gives it."""
    around = [other for other in ast.walk(tree) if any(inside is node for inside in ast.walk(other))]
    names = vars(module)
    if isinstance(node, ast.Name) and node.id not in names:
        loops = [loop for other in around if isinstance(other, _LOOPS) for loop in other.generators]
        for loop in (*loops, *(other for other in around if isinstance(other, ast.For))):
            if getattr(loop.target, "id", "") == node.id:
                return list(eval(ast.unparse(loop.iter), names))
        for function in (other for other in around if isinstance(other, ast.FunctionDef)):
            if given := _given(node.id, function, tree):
                return [eval(ast.unparse(text), names) for text in given]
    value = eval(ast.unparse(_Literal().visit(node)), names)
    return [value if isinstance(value, str) else value.decode("latin-1")]


@dataclass(frozen=True)
class _Source:
    """Where many tries come from: a repeat, what it covers, and what each try has to read before it comes here."""

    what: str
    cover: frozenset[str] | None = None
    read: tuple[frozenset[str], ...] = ()

    def then(self, read: frozenset[str]) -> "_Source | None":
        """The source once this was read behind it; None when only one end of the repeat can be followed by it."""
        if self.cover is not None and not self.read and self.cover.isdisjoint(read):
            return None
        return _Source(self.what, self.cover, (*self.read, read))


def faults(found: Found) -> list[str]:
    """Return the repeats of an expression that can take more than linear time."""
    tree = parser.parse(found.pattern, found.flags)
    letters = frozenset(_SAMPLE + found.pattern)
    walk = _Walk(letters, found.flags | tree.state.flags)
    sources = [] if found.anchored else [_Source("the start of the search")]
    walk.sequence(list(tree), sources, can_fail=found.anchored)
    return walk.faults


class _Walk:
    def __init__(self, letters: frozenset[str], flags: int) -> None:
        self.letters = letters
        self.flags = flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
        self.faults: list[str] = []

    def sequence(self, items: list[Any], sources: list[_Source], *, can_fail: bool) -> list[_Source]:
        """Walk a sequence; return the sources with what was read behind each."""
        for place, item in enumerate(items):
            fails = can_fail or any(map(_needs, items[place + 1 :]))
            sources = self.item(item, sources, can_fail=fails)
        return sources

    def item(self, item: Any, sources: list[_Source], *, can_fail: bool) -> list[_Source]:  # noqa: PLR0911  (a kind each)
        kind, value = item
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self.repeat(item, sources, can_fail=can_fail)
        if kind is sre.SUBPATTERN:
            return self.sequence(list(value[3]), sources, can_fail=can_fail)
        if kind is sre.ATOMIC_GROUP:
            return self.sequence(list(value), sources, can_fail=can_fail)
        if kind is sre.BRANCH:
            ends = [self.sequence(list(branch), sources, can_fail=can_fail) for branch in value[1]]
            after = self.read(self.first([item]), sources) if _needs(item) else sources
            return [*after, *(source for end in ends for source in end if source.what not in _names(sources))]
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            self.sequence(list(value[1]), sources, can_fail=True)
            for before in value[1] if kind is sre.ASSERT and value[0] < 0 else ():
                sources = self.read(self.covers([before]), sources)
            return sources
        if kind is sre.AT:
            return sources
        return self.read(self.covers([item]), sources)

    def read(self, chars: frozenset[str], sources: list[_Source]) -> list[_Source]:
        """The sources once one of these characters was read."""
        return [after for source in sources if (after := source.then(chars))]

    def repeat(self, item: Any, sources: list[_Source], *, can_fail: bool) -> list[_Source]:
        kind, (least, most, body) = item
        unbounded, cover = most > _UNBOUNDED, self.covers(list(body))
        if unbounded and can_fail:
            first = self.first(list(body))
            for source in sources:
                if source.then(first) and not any(cover.isdisjoint(read) for read in source.read):
                    self.faults.append(f"{source.what} before {_shown(item)}")
        inner = self.sequence(list(body), sources, can_fail=can_fail or _has_repeat(body))
        if unbounded and _has_repeat(body):
            self.sequence(list(body), inner, can_fail=True)  # the second time round
        here = inner if least else [*sources, *(one for one in inner if one.what not in _names(sources))]
        if unbounded and kind is not sre.POSSESSIVE_REPEAT:
            here = [*here, _Source(_shown(item), cover)]
        return here

    def first(self, items: list[Any]) -> frozenset[str]:
        """The characters that the first of these can begin with, and of the next as long as one may be left out."""
        found: frozenset[str] = frozenset()
        for item in items:
            kind, value = item
            if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
                found |= self.first(list(value[2]))
            elif kind is sre.SUBPATTERN:
                found |= self.first(list(value[3]))
            elif kind is sre.BRANCH:
                found |= {char for branch in value[1] for char in self.first(list(branch))}
            else:
                found |= self.covers([item])
            if _needs(item) and kind not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
                return found
        return found

    def covers(self, items: list[Any]) -> frozenset[str]:
        """The characters that these can read, of all that the expression tells apart."""
        found: set[str] = set()
        for kind, value in items:
            if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
                found |= self.covers(list(value[2]))
            elif kind is sre.SUBPATTERN:
                found |= self.covers(list(value[3]))
            elif kind is sre.ATOMIC_GROUP:
                found |= self.covers(list(value))
            elif kind is sre.BRANCH:
                found |= {char for branch in value[1] for char in self.covers(list(branch))}
            elif kind not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
                found |= {char for char in self.letters if self.reads((kind, value), char)}
        return frozenset(found)

    def reads(self, item: Any, char: str) -> bool:  # noqa: PLR0911  (a kind each)
        kind, value = item
        if kind is sre.GROUPREF:
            return True  # what it read before
        cases = {char, char.lower(), char.upper()} if self.flags & re.IGNORECASE else {char}
        if kind is sre.ANY:
            return char != "\n" or bool(self.flags & re.DOTALL)
        if kind is sre.LITERAL:
            return chr(value) in cases
        if kind is sre.NOT_LITERAL:
            return chr(value) not in cases
        if kind is sre.IN:
            negated = value[0][0] is sre.NEGATE
            inside = any(self.reads(one, char) for one in value[negated:])
            return inside != negated
        if kind is sre.RANGE:
            return any(value[0] <= ord(one) <= value[1] for one in cases if len(one) == 1)
        if kind is sre.CATEGORY:
            return _IN_CATEGORY[value](char)
        raise NotImplementedError(item)


_IN_CATEGORY = {
    sre.CATEGORY_DIGIT: str.isdecimal, sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace, sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}  # fmt: skip


def _names(sources: list[_Source]) -> set[str]:
    return {source.what for source in sources}


def _needs(item: Any) -> bool:
    """Whether an item can fail where it stands: it has to read or to find something."""
    kind, value = item
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return value[0] > 0 and any(map(_needs, value[2]))
    if kind is sre.SUBPATTERN:
        return any(map(_needs, value[3]))
    if kind is sre.BRANCH:
        return all(any(map(_needs, branch)) for branch in value[1])
    return True


def _has_repeat(body: Any) -> bool:
    return any(
        (kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[1] > _UNBOUNDED)
        or (kind is sre.SUBPATTERN and _has_repeat(value[3]))
        or (kind is sre.BRANCH and any(map(_has_repeat, value[1])))
        for kind, value in body
    )  # fmt: skip


def _shown(item: Any) -> str:
    return str(item).replace("\n", " ")[:120]
