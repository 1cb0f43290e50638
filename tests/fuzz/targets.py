"""What the fuzzer and the tests feed with anything: nothing but a WbagreeError may leave a target."""

import atexit
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.languages import language_words, read_languages
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.dates.date_parser import read_date
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.foreign_lists.cell_readers import date_and_place
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.parties.party_book import PartyBook
from wbagree.domain.text.search_query import excerpts, read_query
from wbagree.domain.types import TypeBook
from wbagree.errors import WbagreeError
from wbagree.formats.common.csv_safety import escape_formula, unescape_formula
from wbagree.formats.list_readers import calamine_sheets
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.store.file import connection
from wbagree.store.read import agreements, parties_and_types
from wbagree.store.upkeep import schema

_OPEN = ExitStack()
_FOLDER = Path(_OPEN.enter_context(tempfile.TemporaryDirectory(prefix="wbagree-fuzz-")))
atexit.register(_OPEN.close)


@cache
def _register() -> sqlite3.Connection:
    """A real register with a few records, open for as long as we run."""
    from wbagree.domain.agreements.agreement import Agreement
    from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
    from wbagree.store.write.session import transaction

    path = _FOLDER / "register.db"
    schema.create(path)
    titles = ("Agreement on extradition", "Споразум о реадмисији", "Marrëveshje për patrulla të përbashkëta")
    with transaction(path) as session:
        made = [Agreement("", title, "agreement", ("mla",), ("AL", "XK"), "low") for title in titles]
        apply_agreement_changes(session, [AgreementChange(None, agreement) for agreement in made])
    return _OPEN.enter_context(connection.open_for_reading(path))


@cache
def _parties() -> PartyBook:
    return parties_and_types.party_book(_register())


@cache
def _types() -> TypeBook:
    return parties_and_types.type_book(_register())


@contextmanager
def _file(content: bytes, ending: str) -> Iterator[Path]:
    path = _FOLDER / f"list{ending}"
    path.write_bytes(content)
    yield path


def _list(content: bytes, ending: str) -> None:
    from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter

    with (
        _file(content, ending) as path,
        open_list(path, path.name, ReaderOptions(), Mapping(), bundled_vocabulary()) as listing,
    ):
        parties = PartyReader(_parties(), bundled_vocabulary().names, {}, bundled_vocabulary().ambiguous)
        interpreter = RowInterpreter(listing.layout, Mapping(), parties, _types(), bundled_vocabulary())
        for _, cells in listing.rows:
            interpreter.read(cells)


def delimited(content: bytes) -> None:
    """A list of any bytes, told by what it holds, read to its last row and interpreted."""
    _list(content, ".csv")


def objects(content: bytes) -> None:
    """The same for JSON and, when the first byte is odd, JSON Lines."""
    _list(content, ".jsonl" if content[:1] and content[0] % 2 else ".json")


def workbook(content: bytes) -> None:
    """A workbook of any bytes, in this process; a panic of what reads it is what ``unpacking`` is there for."""
    with _file(b"PK\x03\x04" + content, ".xlsx") as path:
        try:
            calamine_sheets.read_sheet(path)
        except calamine_sheets.UnreadableWorkbook:
            pass
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise


def dates(text: str) -> None:
    """A date reads back as it is written, whatever the text was."""
    for order in (None, "dmy", "mdy", "ymd"):
        date = read_date(text, order)
        assert PartialDate.parse(str(date)) == date
        assert date.earliest <= date.latest
        date_and_place(text, order)


def parties(text: str) -> None:
    """A party, several, a pair, and a cell of a list; what is found is on record."""
    book = _parties()
    reader = PartyReader(book, bundled_vocabulary().names, {}, bundled_vocabulary().ambiguous)
    for read in (lambda one: [book.resolve(one)], book.resolve_many, book.resolve_pair, reader.read):
        with suppress(WbagreeError):
            assert set(read(text)) <= set(book.parties)


def search(text: str) -> None:
    """Any text is a safe query, and what it finds can be shown."""
    query = read_query(text)
    for record in agreements.records(_register(), Filter(text=text)):
        excerpts({"title": record.agreement.title, "notes": text}, query)
    excerpts({"title": text}, query)


def notation(text: str) -> None:
    """For every field, what is read of a cell reads back from what is written of it."""
    for notation in NOTATIONS.values():
        read, write = notation.read, notation.write
        with suppress(WbagreeError):
            values = read(text)
            assert read(write(values)) == values


def renewal(text: str) -> None:
    """A renewal reads back as it is written."""
    value = Renewal.parse(text)
    assert Renewal.parse(str(value)) == value


def languages(text: str) -> None:
    """Languages read back as they are written."""
    written = read_languages(text, bundled_vocabulary().code_of)
    assert read_languages(written) == written
    assert language_words(written)


def formula(text: str) -> None:
    """A cell comes back as it was, and a spreadsheet runs none."""
    assert unescape_formula(escape_formula(text)) == text
    assert not escape_formula(text).startswith(("=", "+", "-", "@", "\t", "\r"))


BYTES: dict[str, Callable[[bytes], None]] = {"delimited": delimited, "objects": objects, "workbook": workbook}
TEXTS: dict[str, Callable[[str], None]] = {
    "dates": dates,
    "parties": parties,
    "search": search,
    "notation": notation,
    "renewal": renewal,
    "languages": languages,
    "formula": formula,
}


def run(target: str, content: bytes) -> None:
    """Feed a target; a WbagreeError is an answer."""
    with suppress(WbagreeError):
        if target in BYTES:
            BYTES[target](content)
        else:
            TEXTS[target](content.decode("utf-8", errors="replace" if target == "search" else "surrogateescape"))
