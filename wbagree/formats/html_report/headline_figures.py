"""The headline figures of a page: agreements by status."""

from collections.abc import Iterator

from wbagree.domain.agreements.vocabularies import ENDED_STATUSES, Status, label
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import Summary, SummaryRow
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.html_report.filter_words import is_by_years
from wbagree.formats.html_report.page import Figure

_FIGURES = (
    (Status.IN_FORCE, "In force", "by its date"),
    (Status.SIGNED, "Signed", "no entry into force recorded"),
    (Status.UNKNOWN, "Status unknown", "no information"),
)


def headline_figures(by_status: Summary, question: Filter) -> Iterator[Figure]:
    """Yield the figures of a summary by status, inherited records included."""
    total = by_status.total
    numbers = {row.name: row.records + row.inherited for row in by_status.rows}
    yield Figure("Records", f"{total.records + total.inherited:,}", _signed(total, question))
    by_source = sum(row.in_force_by_source for row in by_status.rows)
    for status, words, detail in _FIGURES:
        number, note = numbers.pop(status, 0), detail
        if status == Status.IN_FORCE and by_source:  # the link opens both
            note = f"{number - by_source:,} by its date, {by_source:,} by a source, as of the source's date"
        yield Figure(words, f"{number:,}", note, f"status={status}")
    ended = sum(numbers.pop(status, 0) for status in ENDED_STATUSES)
    if ended:
        yield Figure("Ended", f"{ended:,}", "terminated, expired or superseded", f"status={Status.ENDED}")
    if others := {label(status): number for status, number in numbers.items() if number}:
        only = next(status for status, number in numbers.items() if number)
        go = f"status={only}" if len(others) == 1 else ""
        yield Figure("Pending", f"{sum(others.values()):,}", ", ".join(others), go)
    yield Figure("Undated", f"{total.undated:,}", "no signature date")


def _signed(total: SummaryRow, question: Filter) -> str:
    """Return the years in which the counted records were signed, in words.

    Mentions inherited records, and undated ones in an answer by years.
    """
    years = f"signed {total.first}–{total.last}" if total.first else ""
    may = f"{total.undated:,} undated, which may fall in the range" if total.undated and is_by_years(question) else ""
    if years and may:
        years = f"{total.records - total.undated:,} {years}"
    counted = "; ".join(filter(None, (years, may)))
    return ", ".join(filter(None, (counted, f"{total.inherited:,} inherited" if total.inherited else "")))


def occurring_statuses(by_status: Summary) -> list[tuple[str, str]]:
    """Return the statuses that occur, as codes and words.

    The status ``ended`` chooses all ways of ending, and is added if only others of these occur.
    """
    codes = [row.name for row in by_status.rows]
    if any(code in ENDED_STATUSES for code in codes) and Status.ENDED not in codes:
        codes.append(Status.ENDED)
    return [(code, "Ended in any way" if code == Status.ENDED else capitalise(label(code))) for code in codes]
