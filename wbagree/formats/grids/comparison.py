"""Comparisons as grids and lines for people, and rows for machines."""

from collections.abc import Iterator, Sequence

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import BY_SOURCE, status_words
from wbagree.domain.agreements.vocabularies import Status, pluralise
from wbagree.domain.reports.comparison import Change, DayComparison, PairComparison
from wbagree.formats.common.grid import Grid

NOT_FOUND = "not found"
PAIR_COLUMNS = ("type", "pair", "only", "key", "signed", "status", "title")
DAY_COLUMNS = ("change", "key", "signed", "title", "before", "after")


def pair_grid(comparison: PairComparison) -> Grid:
    """Return the number of agreements by type of two pairs."""
    rows = [
        (label, *(_number(comparison.of_type(place, type_)) for place in (0, 1)))
        for type_, label in comparison.labels.items()
    ]
    return Grid(("Type", *map("-".join, comparison.pairs)), rows)


def _number(records: Sequence[Record]) -> str:
    """Return the number of agreements, and of those in force."""
    if not records:
        return NOT_FOUND
    in_force = [record for record in records if record.status == Status.IN_FORCE]
    by_source = sum(record.verdict in BY_SOURCE for record in in_force)
    parts = [f"{len(in_force) - by_source} in force"] if len(in_force) > by_source else []
    parts += [f"{by_source} in force by a source"] if by_source else []
    return ", ".join([str(len(records)), *parts])


def pair_lines(comparison: PairComparison) -> Iterator[str]:
    """Yield what one pair has and the other lacks, by type."""
    for place in (0, 1):
        this, other = ("-".join(comparison.pairs[one]) for one in (place, 1 - place))
        only = list(comparison.only(place))
        if only:
            yield ""
            yield f"Found for {this}, not found in this register for {other}:"
        for type_ in only:
            yield f"  {comparison.labels[type_]}"
            yield from (f"    {one_line(record)}" for record in comparison.of_type(place, type_))


def one_line(record: Record, earlier: Record | None = None) -> str:
    """Return an agreement on one line: date, title, key, status.

    The status is that of ``earlier``, if it is given.
    """
    agreement = record.agreement
    title = " ".join(agreement.title.split())
    return f"{agreement.signed or 'undated'}  {title} ({agreement.key}), {status_words(earlier or record)}"


def pair_objects(comparison: PairComparison) -> list[dict[str, object]]:
    """Return a row for each pair, agreement and type."""
    return [
        {
            "type": type_,
            "pair": "-".join(pair),
            "only": "" if comparison.of_type(1 - place, type_) else "yes",
            "key": record.agreement.key,
            "signed": str(record.agreement.signed or ""),
            "status": record.status,
            "title": record.agreement.title,
        }
        for type_ in comparison.labels
        for place, pair in enumerate(comparison.pairs)
        for record in comparison.of_type(place, type_)
    ]


def day_lines(comparison: DayComparison) -> Iterator[str]:
    """Yield lines on the agreements that differ on two days."""
    changes = comparison.changes()
    for kind, heading_ in (
        ("new", f"Signed after {comparison.days[0]}:"),
        ("in-force", f"In force on {comparison.days[1]}:"),
        ("ended", f"Ended after {comparison.days[0]}:"),
        ("status", "With another status:"),
        ("gone", f"Not found for {comparison.days[1]}:"),
    ):
        of_kind = [one for one in changes if one.kind == kind]
        if of_kind:
            yield ""
            yield heading_
            yield from (f"  {_line_of_change(one)}" for one in of_kind)


def _line_of_change(change: Change) -> str:
    if change.before and change.after:
        return f"{one_line(change.latest, change.before)} → {status_words(change.after)}"
    return one_line(change.latest)


def day_objects(comparison: DayComparison) -> list[dict[str, object]]:
    """Return a row for each agreement that differs on two days."""
    return [
        {
            "change": one.kind,
            "key": one.latest.agreement.key,
            "signed": str(one.latest.agreement.signed or ""),
            "title": one.latest.agreement.title,
            "before": one.before.status if one.before else "",
            "after": one.after.status if one.after else "",
        }
        for one in comparison.changes()
    ]


def day_sentence(comparison: DayComparison) -> str:
    """Return the numbers of agreements on two days, in words."""
    kinds = [one.kind for one in comparison.changes()]
    numbers = [
        f"{pluralise(len(found), 'agreement')} on {day}"
        for day, found in zip(comparison.days, comparison.found, strict=True)
    ]
    undated = sum(not record.agreement.signed for record in comparison.found[1])
    parts = [f"{kinds.count('new')} signed since"] + [
        f"{kinds.count(kind)} {words}"
        for kind, words in (("in-force", "now in force"), ("ended", "ended"), ("status", "with another status"))
        if kind in kinds
    ]
    without = f" {undated} without a date of signature count on both days." if undated else ""
    return f"{', '.join(numbers)}: {', '.join(parts)}.{without}"
