"""The writer of a sheet of an XLSX workbook, row by row.

Memory does not grow with the rows, which XlsxWriter keeps in a temporary file until the workbook is closed. It grows
with the links, of which a sheet holds a limited number.
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

# Limits of Excel: UTF-16 units in a cell and in an address, rows and links in a sheet.
_MOST_CHARACTERS, _LONGEST_ADDRESS, MOST_ROWS, MOST_LINKS = 32_767, 2_079, 1_048_576, 65_530
# Excel treats 1900 as a leap year; earlier dates are written as text.
_FIRST_DAY = date(1900, 3, 1)
# Texts that would be read back as others: two characters that XML cannot hold, and overlapping codes such as
# ``_x0041_x0042_``.
_CHANGED = re.compile(r"[\ufffe\uffff]|_x[0-9a-fA-F]{4}_(?=x[0-9a-fA-F]{4}_)")
_NARROWEST, _WIDEST = 6, 36
# Characters that the button of a filter takes next to a heading.
_MARGIN = 3
# The height of a line in points. We set the heights of rows, as not every program computes them for wrapped text.
_LINE = 15


@dataclass(frozen=True, slots=True)
class Link:
    """A text that links to an address.

    It is written as plain text where Excel cannot hold the address.
    """

    text: str
    url: str


Cell = str | int | PartialDate | Link


class CellFormats:
    """The cell formats of one workbook."""

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
    """One sheet: a frozen header, a filter, columns as wide as their texts.

    ``wrapped``: the columns (by heading) whose texts are wrapped, and their greatest widths in characters. ``numeric``:
    the columns of numbers.
    """

    def __init__(
        self,
        book: Workbook,
        styles: CellFormats,
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
        """Write the next row.

        InvalidValue when a sheet cannot hold it; the message names what the row is ``about``.
        """
        self.rows += 1
        if self.rows >= MOST_ROWS:
            raise InvalidValue(f"{about}: a sheet holds {MOST_ROWS:,} rows, and this would be one more", _INSTEAD)
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
            # XlsxWriter would take such a text for markup and write it unescaped.
            self._sheet.write_rich_string(self.rows, column, text[:1], style, text[1:], style)
        elif isinstance(cell, Link) and self._can_link(cell.url):
            self._links += 1
            link = self._styles.wrapped_link if style is self._styles.wrapped else self._styles.link
            self._sheet.write_url(self.rows, column, cell.url, link, text)
        else:
            self._sheet.write_string(self.rows, column, text, style)

    def _can_link(self, url: str) -> bool:
        fits = url.isprintable() and _length(url) <= _LONGEST_ADDRESS and self._links < MOST_LINKS
        return fits and url.lower().startswith(("http://", "https://"))

    def set_header_and_footer(self, question: str, day: str, note: str) -> None:
        """Set the header and footer of the printed pages.

        The header has the question and the day, the footer the note and the number of the page.
        """
        head, noted = (_for_page(text, most) for text, most in ((question, _LONGEST_HEAD), (note, _LONGEST_FOOT)))
        self._sheet.set_header(f"&L&9&A: {head}&R&9As of {day}")
        self._sheet.set_footer(f"&L&8{noted}&R&9Page &P of &N")

    def finish(self, *, filtered: int, printed: int | None = None) -> None:
        """Set the filter, the widths of columns and the printed area.

        ``filtered``: how many rows the filter covers. ``printed``: how many columns are printed; None for all.
        """
        last = len(self._headings) - 1
        if filtered:
            self._sheet.autofilter(0, 0, filtered, last)
        # A line below each row, also below empty cells.
        self._sheet.conditional_format(1, 0, self.rows, last, {"type": "no_errors", "format": self._styles.line})
        for column, heading in enumerate(self._headings):
            width = self._wrapped.get(heading, _WIDEST)
            self._sheet.set_column(column, column, max(_NARROWEST, min(width, self._widths[column] + _MARGIN)))
        if printed:
            self._sheet.print_area(0, 0, self.rows, printed - 1)


# A header or footer has at most 255 characters, formatting codes included.
_LONGEST_HEAD, _LONGEST_FOOT = 170, 200
_INSTEAD = "wbagree export FILE.csv writes it whole"


def _text(cell: Cell) -> str:
    text = cell.text if isinstance(cell, Link) else str(cell)
    # Reading the workbook back removes one apostrophe from what looks like an escaped formula, so one is added.
    return double_escape(text)


def _for_page(text: str, most: int) -> str:
    """Return a text for a header or footer, cut to ``most`` characters.

    Each & is doubled, for a single one would begin a formatting code.
    """
    plain = single_line(text)
    shown = plain[:most]
    while len(shown.replace("&", "&&")) + (shown != plain) > most:
        shown = shown[:-1]
    return shown.replace("&", "&&") + ("…" if shown != plain else "")


def _lines(text: str, width: int) -> int:
    """Return how many lines a wrapped text takes at most.

    The width of a column is counted in digits, and letters are narrower.
    """
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
