"""Prose and names: docstrings begin with one short sentence, and no name belongs to a private language."""

import ast
import re
import tokenize
from functools import cache

import pytest

from wbagree import resources

ROOT = resources.migrations_folder().parent
MODULES = sorted((ROOT / "wbagree").rglob("*.py"))
TESTS = sorted(path for folder in ("tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
LONGEST = 12  # words
# Words that a stranger would have to learn: each has a plain one (filter, sentence, next to, expected ...).
PRIVATE = {
    *("told", "said", "asked", "beside", "stands", "somebody", "nobody", "whoever", "wanted", "spare", "twin", "gate"),
}


def trees(modules=MODULES):
    """Every module of the program, or of others: its path below the root, and its tree."""
    for path in modules:
        yield path.relative_to(ROOT), tree_of(path)


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def first_sentence(text):
    """The first sentence of a docstring, up to a full stop that ends one, or a blank line."""
    return re.split(r"(?<=[.:])\s|\n\n", text.strip())[0]


def words(sentence):
    """How many words a reader reads: a name in backquotes is one."""
    return len(re.sub(r"``[^`]*``", "name", sentence).split())


def identifiers(tree):
    """Every name that a tree gives: of variables, parameters, attributes, functions, classes and imports."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
                yield node.lineno, name
            case ast.alias(name=name, asname=other):
                yield node.lineno, other or name


def test_a_docstring_begins_with_one_short_sentence():
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{path}: {sentence}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, documented) and (text := ast.get_docstring(node))
        if words(sentence := first_sentence(text)) > LONGEST
    ]
    assert not long, "\n".join([f"{len(long)} first sentences of more than {LONGEST} words:", *long])


def test_no_sentence_of_the_code_begins_with_a_clause_as_its_subject():
    found = [
        f"{path}: {sentence}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (text := ast.get_docstring(node))
        if re.match(r"(What|Whoever|Whatever|Who)\b", sentence := first_sentence(text))
    ]
    assert not found, "\n".join([f"{len(found)} first sentences begin with a clause:", *found])


@cache
def is_private(name):
    """Whether a name has a word of those."""
    return bool(PRIVATE & {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)})


def test_no_name_is_a_word_of_a_private_language():
    found = [
        f"{path}:{line}: {name}"
        for path, tree in trees([*MODULES, *TESTS])
        for line, name in identifiers(tree)
        if not name.startswith("test_") and is_private(name)  # the name of a test is a sentence
    ]
    assert not found, "\n".join([f"{len(found)} names:", *found])


def prose(path, tree):
    """Every docstring and comment of a module, with its line; names in backquotes are left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(tree):
        if isinstance(node, documented) and (text := ast.get_docstring(node)):
            yield getattr(node, "lineno", 1), re.sub(r"``[^`]*``", "name", text)
    with tokenize.open(ROOT / path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def test_no_docstring_or_comment_speaks_a_private_language():
    stilted = re.compile(rf"\b({'|'.join(sorted(PRIVATE))}|on record)\b", re.IGNORECASE)
    found = [
        f"{path}:{line}: {text}" for path, tree in trees() for line, text in prose(path, tree) if stilted.search(text)
    ]
    assert not found, "\n".join([f"{len(found)} texts:", *found])


@pytest.mark.parametrize(("text", "number"), [
    ("Return ``a b c`` of it.", 4), ("One two three. Four.", 3), ("One two: three", 2),
])  # fmt: skip
def test_a_name_in_backquotes_is_one_word(text, number):
    assert words(first_sentence(text)) == number
