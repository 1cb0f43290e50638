"""Texts made to keep a reader busy, and how many lines of the program each reader runs for them.

Lines are counted, not seconds: a reader that is linear runs about twice as many for a text that is twice as long.
What happens inside one line, an expression or a built-in, is judged by ``tests/project/test_patterns.py``.
``adversarial.py`` holds every text against every reader (``make fuzz``); the suite takes a few.
"""

import itertools
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import FrameType
from typing import Any

from targets import TEXTS, _parties, _types

from wbagree.domain.foreign_lists import cell_readers
from wbagree.domain.foreign_lists.column_mapping import TARGETS, Mapping, find_header, recognise_layout
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.domain.frameworks import lookup
from wbagree.domain.frameworks.framework import Framework
from wbagree.domain.text import search_query
from wbagree.domain.text.folding import fold, fold_name, folded_words
from wbagree.errors import WbagreeError
from wbagree.formats.common import csv_safety, sanitiser
from wbagree.formats.common.short_title import short_title
from wbagree.formats.list_readers import not_lists
from wbagree.formats.list_readers.vocabulary import bundled_titles, bundled_vocabulary

PIECES = (
    " ", "\t", "\n", "\xa0", "(", ")", "()", "( ", " (", "[", "[]", "<", ">", "<>", '"', "'", "=", "-", "–", " – ",
    " - ", "--", ",", ", ", ";", " ; ", "|", " | ", ":", ": ", "/", ".", "..", ". ", "?", "~", "*", "¹", "1", "12",
    "1.", "1. ", "1/", "2012", "2012-", "12.3.", "XII", "a", "a ", "AL", "AL,", "AL-", "AL ", "AL: ", "AL: a (",
    " and ", " i ", " between ", " from ", " every ", " notice ", " for ", " by ", "co-", "dj", "http://", "https://a.",
    "<http://a> ", "x (y) ", "\u200b", "\x1b[", "\u202e", "š", "ш", "é", "\u0301", "_", "%", "{", "}", "\\", "et al ",
    "maj ",
)  # fmt: skip
ENDINGS = ("", "x", " (1")
BEGINNINGS = {"dates": "1.1.2000", "renewal": "tacit every 1 year", "notation": "AL: a"}
_FRAMEWORK = Framework("selec", "SELEC", "Southeast European Law Enforcement Center (SELEC)", "organisation")


def interpreting(target: str) -> Callable[[str], object]:
    """A list of other people's with one column more, which goes to ``target``."""
    mapping = Mapping(columns={"It": target}, home="XK", keep_unmapped=True)
    columns = recognise_layout(("Title", "Parties", "It"), mapping, bundled_vocabulary())
    reader = PartyReader(_parties(), bundled_vocabulary().names, {}, bundled_vocabulary().ambiguous)
    interpreter = RowInterpreter(columns, mapping, reader, _types(), bundled_vocabulary())
    return lambda text: interpreter.read(("T", "AL;XK", text))


READERS: dict[str, Callable[[str], object]] = {
    **{name: read for name, read in TEXTS.items() if name != "search"},
    **{f"column {target}": interpreting(target) for target in ("", *TARGETS)},
    "query": search_query.read_query,
    "excerpts": lambda text: search_query.excerpts({"notes": text}, search_query.read_query("agreement on")),
    "header": lambda text: find_header([[text, text], [text]], Mapping(), bundled_vocabulary()),
    "layout": lambda text: recognise_layout([text, text], Mapping(), bundled_vocabulary()),
    "framework": lambda text: lookup.find_by_name([_FRAMEWORK], text),
    "title": lambda text: (
        bundled_vocabulary().types_in(text),
        bundled_vocabulary().form_in(text),
        bundled_titles().read(text, ("AL", "XK")),
        short_title(text, 80),
    ),
    "fold": lambda text: (fold(text), folded_words(text), fold_name(text)),
    "formulas": lambda text: csv_safety.unescape_formula(csv_safety.double_escape(csv_safety.escape_formula(text))),
    "terminal": sanitiser.single_line,
    "aside": lambda text: cell_readers.is_not_an_agreement([text, "1", "2"]),
    "kinds": lambda text: not_lists.refuse_no_list("list", text.encode(errors="replace")),
}


def texts(name: str, length: int) -> Iterator[tuple[str, str, str]]:
    """Yield what a text is called, the text and one of twice its length."""
    for piece, ending in itertools.product(PIECES, ENDINGS):
        start = BEGINNINGS.get(name, "1.1.2000" if "signed" in name else "")
        one, two = (start + piece * (times // len(piece)) + ending for times in (length, 2 * length))
        yield f"{piece!r} * n + {ending!r}", one, two


def steps(read: Callable[[str], object], text: str) -> int:
    """Count the lines of the program, and the calls, that a reader runs; a WbagreeError is an answer."""
    count = 0

    def trace(frame: FrameType, *_: Any) -> Any:
        nonlocal count
        if "wbagree" not in frame.f_code.co_filename:
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        with suppress(WbagreeError, AssertionError):
            read(text)
    finally:
        sys.settrace(before)
    return count


# A reader may begin anew once; what is quadratic runs four times as many lines for twice the text.
MOST, FREE = 2.6, 3000


def slow(name: str, one: str, two: str) -> str:
    """Return the counts of a reader that runs more than its share of lines for the longer text; else nothing."""
    few, many = steps(READERS[name], one), steps(READERS[name], two)
    return f"{few} and {many} lines" if many > MOST * few + FREE else ""


def main(length: int = 8000, most: int = 0, seed: int = 0) -> int:
    """Hold every text against every reader, or ``most`` that ``seed`` chooses; 1 when one took more than its share."""
    every = [(name, *text) for name in READERS for text in texts(name, length)]
    tried = random.Random(seed).sample(every, most) if most else every
    found = 0
    for name, read in READERS.items():
        steps(read, "warm")  # what is loaded once is no part of it
        for _, called, one, two in (text for text in tried if text[0] == name):
            if slowness := slow(name, one, two):
                found += 1
                print(f"{name}: {called}: {slowness}")
    print(f"{len(tried)} of {len(every)} texts, {found} of them slow")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
