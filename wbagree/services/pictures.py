"""Pictures for slides and papers: matrix, timeline and network."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.filter import Filter
from wbagree.domain.text.sentences import capitalise
from wbagree.formats.svg.frame import Frame
from wbagree.store.read import codes, matrix, summaries
from wbagree.store.read.pair_tables import count_agreements


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, and how many records it is about."""

    svg: str
    record_count: int


def draw_matrix(connection: sqlite3.Connection, filter_: Filter, by: str, *, kosovo_note: bool) -> Picture:
    """Draw pairs by types, or by groups of types (``by``)."""
    from wbagree.formats.svg import heatmap

    names = codes.names_of(connection)
    found = matrix.matrix(connection, filter_, by)
    subject = "type" if by == "type" else "group of types"
    heading = f"Agreements by {subject}" if filter_.pair else f"Agreements by pair and {subject}"
    frame = _frame(connection, filter_, names, heading, found.day, kosovo_note=kosovo_note)
    return Picture(heatmap.render(found, frame, names), found.total.records + found.total.inherited)


def draw_timeline(connection: sqlite3.Connection, filter_: Filter, *, kosovo_note: bool) -> Picture:
    """Draw signatures by year."""
    from wbagree.formats.svg import timeline

    counted = summaries.timeline(connection, filter_)
    heading = "Agreements by year of signature"
    frame = _frame(connection, filter_, codes.names_of(connection), heading, counted.day, kosovo_note=kosovo_note)
    return Picture(timeline.render(counted, frame), counted.count_all() + counted.inherited)


def draw_network(connection: sqlite3.Connection, filter_: Filter, *, kosovo_note: bool) -> Picture:
    """Draw parties, and how many agreements each pair has."""
    from wbagree.formats.svg import network

    names = codes.names_of(connection)
    found = matrix.matrix(connection, filter_, "group")
    heading = "Who has how many agreements with whom"
    frame = _frame(connection, filter_, names, heading, found.day, kosovo_note=kosovo_note)
    return Picture(network.render(found, frame, names), found.total.records + found.total.inherited)


def _frame(
    connection: sqlite3.Connection,
    filter_: Filter,
    names: Mapping[str, str],
    heading: str,
    day: str,
    *,
    kosovo_note: bool,
) -> Frame:
    records = count_agreements(connection, Filter(public=filter_.public))
    source = f"register kept with wbagree, {pluralise(records, 'record', thousands=True)}"
    return Frame(*_title_and_subtitle(filter_, names, heading, day), source, kosovo_note)


def _title_and_subtitle(filter_: Filter, names: Mapping[str, str], heading: str, day: str) -> tuple[str, str]:
    """Return title and subtitle, with the filter and the day."""

    def named(parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(names.get(code, code) for code in parties))

    pairs = tuple((names.get(a, a), names.get(b, b)) for a, b in filter_.pairs)
    title = f"{' and '.join(named(filter_.pair))}: {heading[0].lower()}{heading[1:]}" if filter_.pair else heading
    rest = filter_._replace(pair=None, pairs=pairs, parties=(), among=named(filter_.among), as_of=None).in_words()
    of = f"of {' and '.join(named(filter_.parties))}" if filter_.parties else ""
    # "all records" adds nothing where parties are named.
    words = "; ".join(filter(None, (of, "" if rest == "all records" and (of or filter_.pair) else rest)))
    return title, f"As of {day}." + (f" {capitalise(words)}." if words else "")
