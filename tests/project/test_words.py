"""The words that people read in messages, help, prompts, notes and README: plain ones, in short sentences."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from wbagree import resources

ROOT = resources.migrations_folder().parent
BANNED = re.compile(
    r"\b(?:on record|stands|tells|told|what became of|nobody is at the terminal|takes? at its word|taken at its word"
    r"|whoever|of which nothing|in being|by themselves)\b|[0-9x]<=x<=",
    re.IGNORECASE,
)
LONGEST = 20  # words
# Texts that are no sentences: SQL, lists of words and columns, and the official footnote on Kosovo.
_SQL = re.compile(r"\b(?:SELECT|JOIN|INSERT|UPDATE|DELETE FROM|PRAGMA|CASE)\b|\(\?")
_LISTS = {
    "wbagree/domain/agreements/duplicates.py",
    "wbagree/domain/dates/date_words.py",
    "wbagree/domain/foreign_lists/party_cells.py",
    "wbagree/domain/query_views.py",
    "wbagree/formats/common/kosovo.py",
}


def texts_of(source: str) -> Iterator[str]:
    """Every text of a module but docstrings, ``{}`` for what is filled in."""
    tree = ast.parse(source)
    done = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):  # from the outside in: what is a part of another is not one itself
        if id(node) in done:
            continue
        if isinstance(node, ast.JoinedStr):
            done.update(map(id, node.values))
            yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def sentences(text: str) -> list[str]:
    """The sentences of a text: parts up to a full stop, a colon, a semicolon, or the end of a line."""
    return re.split(r"(?<=[.:;?!])\s+|\n", text)


def number_of_words(sentence: str) -> int:
    return sum(bool(re.search(r"\w|\{", word)) for word in sentence.split())


MODULES = {str(path.relative_to(ROOT)): path for path in sorted((ROOT / "wbagree").rglob("*.py"))}
TEXTS = {
    name: [text for text in texts_of(path.read_text(encoding="utf-8")) if " " in text and not _SQL.search(text)]
    for name, path in MODULES.items()
    if name not in _LISTS
}


def test_no_text_of_the_program_has_a_banned_phrase():
    found = [f"{name}: {match[0]!r} in {text!r}" for name, texts in TEXTS.items() for text in texts
             if (match := BANNED.search(text))]  # fmt: skip
    assert not found, "\n".join(found)


def test_no_sentence_of_the_program_is_long():
    found = [
        f"{name}: {number} words: {sentence!r}"
        for name, texts in TEXTS.items()
        for text in texts
        for sentence in sentences(text)
        if (number := number_of_words(sentence)) > LONGEST
    ]
    assert not found, "\n".join(found)


def test_the_readme_has_no_banned_phrase():
    found = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if BANNED.search(line)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('say("It stands.")', ["It stands."]),
        ("say(f'{key} is told ' 'so')", ["{} is told so"]),
        ('def f():\n    """Whoever."""', []),
        ("Option(help='Where that stands.')", ["Where that stands."]),
    ],
)
def test_texts_are_found_wherever_they_are_and_docstrings_are_none(source, expected):
    assert [*texts_of(source)] == expected


@pytest.mark.parametrize(
    "text", ["It is on record.", "Whoever adds", "[0<=x<=9]", "nothing tells it", "Copies by themselves"]
)
def test_a_banned_phrase_is_found(text):
    assert BANNED.search(text)


def test_a_long_sentence_is_counted_and_a_short_one_after_it():
    assert [number_of_words(one) for one in sentences("One two three: four. Five {} – six")] == [3, 1, 3]


def test_the_lists_of_words_are_there():
    assert [name for name in _LISTS if not Path(ROOT / name).exists()] == []
