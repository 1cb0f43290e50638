"""The page: its values and its template, with style and script inside."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wbagree.domain.agreements.vocabularies import ENDINGS, Status, label
from wbagree.domain.reports.summary import SummaryRow
from wbagree.formats.common.palette import DARK, LIGHT, properties
from wbagree.formats.common.sanitiser import sanitise
from wbagree.formats.html_report import folding_table
from wbagree.formats.html_report.entry import PageEntry
from wbagree.formats.html_report.heat_table import Heat

_ASSETS = Path(__file__).parent / "assets"
# In the order in which they are loaded.
_SCRIPTS = tuple(
    f"{place}_{name}.js"
    for place, name in enumerate(("search", "entries", "filter_state", "show", "navigate", "page"), 1)
)
# A page of more is slow to open; who needs them asks a narrower question, or exports.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure: what it counts in words, more about it, and the address of what it counts."""

    words: str
    number: str
    detail: str = ""
    go: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of types, with their codes and labels."""

    code: str
    label: str
    types: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """A pair's line in the list of all pairs."""

    name: str
    go: str
    row: SummaryRow

    @property
    def number(self) -> str:
        """How many records it has, ``5+1`` with an inherited one."""
        return f"{self.row.records or ''}{f'+{self.row.inherited}' if self.row.inherited else ''}"


@dataclass(frozen=True, slots=True)
class Year:
    """A line of the timeline as a table: the numbers of each kind, and all of them."""

    year: int
    numbers: tuple[int, ...]
    all: int


@dataclass(frozen=True, slots=True)
class Years:
    """The timeline: the picture (an SVG), notes, and the same as a table of ``kinds``."""

    picture: str
    notes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    rows: tuple[Year, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What a report tells. ``total``: how many records answer, of which ``entries`` are listed, the newest first.

    ``of_years``: undated records are among them that may not belong there, as ``heat_note`` says of the matrix;
    ``parties``, ``statuses``: codes and words to filter by; ``type_names``: code of a type to all that it is called;
    ``kosovo_note``: the footnote, or nothing.
    """

    title: str
    question: str
    day: str
    made_on: str
    figures: Sequence[Figure]
    heat: Heat
    heat_says: str
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
    groups: Sequence[Group]
    type_names: dict[str, list[str]]
    legend: Sequence[str]
    kosovo_note: str

    def write(self, file: TextIO) -> None:
        """Write the page."""
        css, js = _style(), "\n".join(map(_text, _SCRIPTS))
        template = _environment().get_template("page.html")
        file.writelines(
            template.generate(
                page=self,
                label=label,
                css=Markup(css),  # noqa: S704  (our own file)
                js=Markup(js),  # noqa: S704  (likewise)
                timeline=Markup(self.timeline.picture),  # noqa: S704  (escaped by what drew it)
                network=Markup(self.network),  # noqa: S704  (likewise)
                css_hash=_hash(css),
                js_hash=_hash(js),
                keys={entry.agreement.key for entry in self.entries},
                data=self._data(),
            )
        )

    @property
    def undated(self) -> int:
        """How many of the records that are listed have no date of signature."""
        return sum(entry.agreement.signed is None for entry in self.entries)

    def _data(self) -> dict[str, Any]:
        """What the script needs beside what the page shows."""
        return {
            "folding": folding_table.table(),
            "total": self.total,
            "ofYears": self.of_years,
            "types": self.type_names,
            "groups": {group.code: [code for code, _ in group.types] for group in self.groups},
            "statuses": list(Status),
            "endings": list(ENDINGS),
        }


def _style() -> str:
    light, dark = f":root{{{properties(LIGHT)}}}", f":root{{{properties(DARK)}}}"
    schemes = f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}\n"
    return schemes + _text("page.css")


def _text(name: str) -> str:
    return (_ASSETS / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    """What a page shows of a text from the register: characters that turn or hide other text are made visible."""
    return sanitise(value) if type(value) is str else value
