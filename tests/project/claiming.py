"""Finds the sentences of the program that claim an outcome, in its source: all texts but those that explain it."""

import ast
import re
from collections.abc import Iterator
from itertools import product

# What a command's help says it promises: the tests of the command hold it to that.
_HELP = {"help", "short_help", "epilog", "metavar"}
# Words by which something is said to have happened, or not, or to be so now.
_CLAIMING = re.compile(
    r"\b(?:added|already|back|changed|copied|damaged|deleted|drawn|followed|gone|keeps|kept|left|redone|refused|removed"
    r"|replaced|restored|saved|skipped|sound|stopped|stored|taken|undone|unchanged|untouched|updated|upgraded|written|wrote"
    r"|nothing (?:is|was|changed|of)|no longer|now also|up to date|would be|is what|got another|were made|in use"
    r"|new register|to (?:undo|redo)|(?:can|to|only|not) read)\b",
    re.IGNORECASE,
)
# What asks SQLite, and what is an expression.
_NO_SENTENCE = re.compile(r"\b(?:SELECT|JOIN)\b|\\|\(\?")


def claims(source: str) -> set[str]:
    """Return the sentences of a module that claim an outcome, ``{}`` for what is filled in."""
    return {
        text
        for text in _sentences(ast.parse(source))
        if " " in text and _CLAIMING.search(text) and not _NO_SENTENCE.search(text)
    }


def _sentences(tree: ast.AST) -> Iterator[str]:
    used = set(_explanations(tree))
    for node in ast.walk(tree):  # from the outside in: what is a part of another is not one itself
        if node not in used and (texts := _texts(node, used)):
            yield from texts


def _explanations(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the help of commands and options."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.keyword) and node.arg in _HELP:
            yield from ast.walk(node.value)


def _texts(node: ast.AST, used: set[ast.AST]) -> list[str]:
    """Every text that a node can be, none when it is no text."""
    used.add(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return ["".join(parts) for parts in product(*(_texts(part, used) for part in node.values))]
    if isinstance(node, ast.FormattedValue):
        return _either(node.value, used) if isinstance(node.value, ast.IfExp) else ["{}"]
    return []


def _either(choice: ast.IfExp, used: set[ast.AST]) -> list[str]:
    return [text for branch in (choice.body, choice.orelse) for text in _texts(branch, used) or ["{}"]]
