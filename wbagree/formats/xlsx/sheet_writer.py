"""The writer of a sheet of an XLSX workbook, row by row.

Memory does not grow with the rows, only with the links, of which a sheet holds so many: XlsxWriter keeps the rows in a
file of its own until the workbook is closed.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue
from wbagree.formats.common.csv_safety import double_escape
from wbagree.formats.common.sanitiser import single_line

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# What Excel can hold: characters (of UTF-16) in a cell and in an address, rows and addresses in a sheet.
_MOST_CHARACTERS, _LONGEST_ADDRESS, _MOST_ROWS, _MOST_LINKS = 32_767, 2_079, 1_048_576, 65_530
# Excel treats 1900 as a leap year; earlier dates are written as text.
_FIRST_DAY = date(1900, 3, 1)
# What comes back as something else: two characters that no XML has, and the code of one that overlaps another's.
_CHANGED = re.compile(r"[\ufffe\uffff]|_x[0-9a-fA-F]{4}_(?=x[0-9a-fA-F]{4}_)")
_NARROWEST, _WIDEST = 6, 36
# A filter's button stands beside the heading.
_MARGIN = 3
# The height of a line in points: not every program finds out how high a row with wrapped text is.
_LINE = 15


@dataclass(frozen=True, slots=True)
class Link:
    """A text with an address behind it; plain text where Excel cannot hold the address."""

    text: str
    url: str


Cell = str | int | PartialDate | Link


class Styles:
    """How the cells of one workbook look."""

    def __init__(self, book: Workbook) -> None:
        top = {"valign": "top"}
        self.text: Format = book.add_format(top)
        self.wrapped: Format = book.add_format({**top, "text_wrap": True})
        self.date: Format = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})
        link = {**top, "font_color": "#0563C1", "underline": 1}
        self.link: Format = book.add_format(link)
        self.wrapped_link: Format = book.add_format({**link, "text_wrap": True})
        self.line: Format = book.add_format({"bottom": 1, "bottom_color": "#D9D9D9"})
        self.strong: Format = book.add_format({**top, "bold": True})
        heading = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True}
        self.heading: Format = book.add_format(heading)
        self.numeric_heading: Format = book.add_format({**heading, "align": "right"})


class Sheet:
    """One sheet: a frozen header, a filter over the rows, columns as wide as what stands in them.

    ``wrapped``: the columns (by heading) whose texts go on below, and how wide they are; ``numeric``: those of numbers.
    """

    def __init__(
        self,
        book: Workbook,
        styles: Styles,
        name: str,
        headings: Sequence[str],
        wrapped: Mapping[str, int],
        numeric: Collection[str] = (),
    ) -> None:
        self.rows = 0
        self._sheet: "Worksheet" = book.add_worksheet(name)
        self._styles, self._headings, self._wrapped = styles, tuple(headings), wrapped
        self._widths = [len(heading) for heading in headings]
        self._links = 0
        for column, heading in enumerate(headings):
            style = styles.numeric_heading if heading in numeric else styles.heading
            self._sheet.write_string(0, column, heading, style)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.9)
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)

    def add(self, cells: Sequence[Cell], *, about: str, strong: bool = False) -> None:
        """Write the next row; InvalidValue when a sheet cannot hold it, which names what the row is ``about``."""
        self.rows += 1
        if self.rows >= _MOST_ROWS:
            raise InvalidValue(f"{about}: a sheet holds {_MOST_ROWS:,} rows, and this would be one more", _INSTEAD)
        lines = 1
        for column, (cell, heading) in enumerate(zip(cells, self._headings, strict=True)):
            text = _text(cell)
            if not text:
                continue
            _refuse_what_does_not_fit(text, f"{about}: {heading}")
            self._widths[column] = max(self._widths[column], *map(len, text.split("\n")))
            style = self._styles.strong if strong else self._styles.wrapped if heading in self._wrapped else None
            self._write(column, cell, text, style or self._styles.text)
            if heading in self._wrapped:
                lines = max(lines, _lines(text, self._wrapped[heading]))
        if lines > 1:
            self._sheet.set_row(self.rows, _LINE * lines)

    def _write(self, column: int, cell: Cell, text: str, style: Format) -> None:
        if isinstance(cell, int):
            self._sheet.write_number(self.rows, column, cell, style)
        elif isinstance(cell, PartialDate) and _is_a_day(cell):
            day = datetime.combine(cell.earliest, time())
            self._sheet.write_datetime(self.rows, column, day, self._styles.date)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for one that is marked up already, and would write it as it is.
            self._sheet.write_rich_string(self.rows, column, text[:1], style, text[1:], style)
        elif isinstance(cell, Link) and self._can_link(cell.url):
            self._links += 1
            link = self._styles.wrapped_link if style is self._styles.wrapped else self._styles.link
            self._sheet.write_url(self.rows, column, cell.url, link, text)
        else:
            self._sheet.write_string(self.rows, column, text, style)

    def _can_link(self, url: str) -> bool:
        fits = url.isprintable() and _length(url) <= _LONGEST_ADDRESS and self._links < _MOST_LINKS
        return fits and url.lower().startswith(("http://", "https://"))

    def head_and_foot(self, question: str, day: str, note: str) -> None:
        """Set what stands above and below each printed page: what was asked, as of when, a note, the page."""
        head, noted = (_for_page(text, most) for text, most in ((question, _LONGEST_HEAD), (note, _LONGEST_FOOT)))
        self._sheet.set_header(f"&L&9&A: {head}&R&9As of {day}")
        self._sheet.set_footer(f"&L&8{noted}&R&9Page &P of &N")

    def finish(self, *, filtered: int, printed: int | None = None) -> None:
        """Set the filter over so many rows, the widths, and how many columns are printed (all unless said)."""
        last = len(self._headings) - 1
        if filtered:
            self._sheet.autofilter(0, 0, filtered, last)
        # A line below each row, also where its cells are empty.
        self._sheet.conditional_format(1, 0, self.rows, last, {"type": "no_errors", "format": self._styles.line})
        for column, heading in enumerate(self._headings):
            width = self._wrapped.get(heading, _WIDEST)
            self._sheet.set_column(column, column, max(_NARROWEST, min(width, self._widths[column] + _MARGIN)))
        if printed:
            self._sheet.print_area(0, 0, self.rows, printed - 1)


# A head or foot of a page has 255 characters with the signs that say how it looks.
_LONGEST_HEAD, _LONGEST_FOOT = 170, 200
_INSTEAD = "wbagree export FILE.csv writes it whole"


def _text(cell: Cell) -> str:
    text = cell.text if isinstance(cell, Link) else str(cell)
    # A reader takes one apostrophe off what looks like a disarmed formula, so that gets one more.
    return double_escape(text)


def _for_page(text: str, most: int) -> str:
    """A text as the head or foot of a page has it, cut to so many characters; a single & would begin a sign."""
    plain = single_line(text)
    shown = plain[:most]
    while len(shown.replace("&", "&&")) + (shown != plain) > most:
        shown = shown[:-1]
    return shown.replace("&", "&&") + ("…" if shown != plain else "")


def _lines(text: str, width: int) -> int:
    """How many lines a wrapped text takes: a column is as wide as so many digits, and letters are narrower."""
    return sum(-(-len(part) // width) or 1 for part in text.split("\n"))


def _is_a_day(when: PartialDate) -> bool:
    return when.precision == "day" and not when.mark and when.earliest >= _FIRST_DAY


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _refuse_what_does_not_fit(text: str, place: str) -> None:
    if len(text) > _MOST_CHARACTERS // 2 and _length(text) > _MOST_CHARACTERS:
        raise InvalidValue(
            f"{place} has {_length(text):,} characters, and a cell of a workbook holds {_MOST_CHARACTERS:,}", _INSTEAD
        )
    if changed := _CHANGED.search(text):
        raise InvalidValue(f"{place} has {changed[0]!a}, which no workbook can hold", _INSTEAD)
