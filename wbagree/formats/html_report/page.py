"""The page: its values, and its template with style and script."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Status, label
from wbagree.domain.reports.summary import SummaryRow
from wbagree.formats.common.palette import DARK, LIGHT, css_properties
from wbagree.formats.common.sanitiser import sanitise
from wbagree.formats.html_report import folding_table
from wbagree.formats.html_report.entry import PageEntry
from wbagree.formats.html_report.heat_table import HeatTable

_ASSETS = Path(__file__).parent / "assets"
# The scripts, in the order in which they are loaded.
_SCRIPTS = tuple(
    f"{place}_{name}.js"
    for place, name in enumerate(("search", "entries", "filter_state", "show", "navigate", "page"), 1)
)
# The most records of a page. With more it is slow to open; a narrower filter or an export shows the rest.
MAX_ENTRIES = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure: words, number and a detail in words.

    ``page_query``: the query of the page's address that shows what is counted, or ''.
    """

    words: str
    number: str
    detail: str = ""
    page_query: str = ""


@dataclass(frozen=True, slots=True)
class TypeGroup:
    """A group of types, with their codes and labels."""

    code: str
    label: str
    types: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """The line of a pair in the list of all pairs."""

    name: str
    page_query: str
    row: SummaryRow

    @property
    def number(self) -> str:
        """The number of its records, ``5+1`` with an inherited one."""
        return f"{self.row.records or ''}{f'+{self.row.inherited}' if self.row.inherited else ''}"


@dataclass(frozen=True, slots=True)
class Year:
    """A row of the timeline's table: numbers by kind, and their sum."""

    year: int
    numbers: tuple[int, ...]
    all: int


@dataclass(frozen=True, slots=True)
class Years:
    """The timeline as a picture (SVG) with notes, and as a table.

    ``kinds``: the headings of its columns.
    """

    picture: str
    notes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rows: tuple[Year, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a report.

    ``total``: how many records match the filter; ``entries``: those that are listed, the newest first. ``of_years``:
    the filter is by years and keeps undated records, which may not belong there; ``heat_note`` states that for the
    matrix. ``parties``, ``statuses``: codes and words to filter by. ``type_names``: code of a type to all of its names.
    ``kosovo_note``: the footnote, or ''.
    """

    title: str
    question: str
    day: str
    made_on: str
    figures: Sequence[Figure]
    heat: HeatTable
    heat_heading: str
    heat_note: str
    of_years: bool
    timeline: Years
    network: str
    pairs: Sequence[PairLine]
    entries: Sequence[PageEntry]
    total: int
    one_pair: bool
    parties: Sequence[tuple[str, str]]
    statuses: Sequence[tuple[str, str]]
    groups: Sequence[TypeGroup]
    type_names: dict[str, list[str]]
    legend: Sequence[str]
    kosovo_note: str

    def write(self, file: TextIO) -> None:
        """Write the page as HTML."""
        css, js = _style(), "\n".join(map(_text, _SCRIPTS))
        file.writelines(
            _template().generate(
                page=self,
                label=label,
                css=Markup(css),  # noqa: S704  (our own file)
                js=Markup(js),  # noqa: S704  (likewise)
                timeline=Markup(self.timeline.picture),  # noqa: S704  (escaped where it was drawn)
                network=Markup(self.network),  # noqa: S704  (likewise)
                css_hash=_hash(css),
                js_hash=_hash(js),
                keys={entry.agreement.key for entry in self.entries},
                data=self._data(),
            )
        )

    @property
    def undated(self) -> int:
        """The number of listed records without a date of signature."""
        return sum(entry.agreement.signed is None for entry in self.entries)

    def _data(self) -> dict[str, Any]:
        """Return the data for the script that the page does not show."""
        return {
            "folding": folding_table.folding_table(),
            "total": self.total,
            "ofYears": self.of_years,
            "types": self.type_names,
            "groups": {group.code: [code for code, _ in group.types] for group in self.groups},
            "statuses": list(Status),
            "endings": list(ENDED_STATUSES),
        }


def _style() -> str:
    light, dark = f":root{{{css_properties(LIGHT)}}}", f":root{{{css_properties(DARK)}}}"
    schemes = f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}\n"
    return schemes + _text("page.css")


def _text(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    return environment.get_template("page.html")


def _shown(value: object) -> object:
    """Return a text from the register as the page shows it.

    Control characters and characters that change the direction of text are replaced by codes.
    """
    return sanitise(value) if type(value) is str else value
