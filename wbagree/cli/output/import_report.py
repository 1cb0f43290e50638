"""The report of an import: counts, problems, duplicates, notes on the list."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wbagree.cli.output.restricted_messages import is_unquotable
from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.foreign_lists.column_mapping import ACT_TARGETS, LISTED_ACT_TARGETS
from wbagree.errors import ImportRefused
from wbagree.formats.common.sanitiser import single_line
from wbagree.services.list_reading import ListReading

if TYPE_CHECKING:
    from wbagree.store.write.import_result import ImportResult, PossibleDuplicate

# Characters of a cell that a message shows: it may hold a book.
_LONGEST_CELL = 1000
# How many lines, columns and characters of a header a message names.
_MOST, _MOST_NAMES, _LONGEST_NAME = 10, 30, 60
# An import fills these fields itself.
_NOUNS = {"types": "subject"}
_OURS = ("key", "confidence", "notes")


def print_result_or_refuse(
    result: "ImportResult",
    name: str,
    *,
    dry_run: bool,
    skip_invalid: bool = False,
    hints: Sequence[str] = (),
    noun: str = "row",
) -> None:
    """Print the result of an import; ImportRefused for refused rows.

    ``hints`` are those of that error; ``noun``: what was counted, rows or agreements of several rows.
    """
    for doubt in result.doubts:
        print_message("\n".join(comparison_lines(doubt, "; skipped")))
    for line in (*result.notices, *map(str, result.refusals)):
        print_message(shorten(line))
    refused = bool(result.refusals) and not skip_invalid
    print_moved_keys(result, stored=not (refused or dry_run))
    sentence = f"{name}: {counts_in_words(result, noun, stored=not (refused or dry_run))}"
    if refused:
        raise ImportRefused(f"{sentence}; nothing was stored", "\n  ".join(hints))
    if result.batch and not dry_run:
        sentence += f" (batch {result.batch}; wbagree undo {result.batch} takes it back)"
    print_message(f"{sentence} (dry run: no row was stored)" if dry_run else sentence)


def print_moved_keys(result: "ImportResult", *, stored: bool) -> None:
    """Print the keys in the file that are another agreement's here."""
    would_be = "" if stored else "would be "
    for stated, key in result.moved:
        print_message(f"{stated} is another agreement here; {would_be}added as {key}")


def counts_in_words(result: "ImportResult", noun: str = "row", *, stored: bool) -> str:
    """Return the counts of new, updated and other rows in words."""
    counts, skipped = result.counts, len(result.doubts)
    duplicates = "skipped as a probable duplicate" if skipped == 1 else "skipped as probable duplicates"
    numbers = {
        "new": counts.new,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        duplicates: skipped,
        "skipped": counts.left_alone - skipped,
        "refused": counts.refused,
    }
    optional = (duplicates, "skipped")
    (first, *rest) = (f"{number} {what}" for what, number in numbers.items() if number or what not in optional)
    rows = pluralise(counts.read, noun)
    if not stored:
        first, rows = f"{counts.new} would be new", f"of {rows}"
    return f"{rows}{' read:' if stored else ''} {', '.join([first, *rest])}"


def shorten(text: str) -> str:
    """Return ``text`` on one line, cut if it is very long."""
    flat = single_line(text)
    return flat if len(flat) <= _LONGEST_CELL else f"{flat[:_LONGEST_CELL]}… ({len(flat):,} characters)"


def comparison_lines(doubt: "PossibleDuplicate", decision: str = "") -> list[str]:
    """Return lines that compare a row with its probable duplicate.

    ``decision``: what happened to the row, once that is decided.
    """
    stated, stored = to_cells(doubt.agreement), to_cells(doubt.match.other)
    lines = [f"{doubt.place}: {doubt.match.sentence}{decision}"]
    if is_unquotable(doubt.agreement) or is_unquotable(doubt.match.other):
        return [f"{lines[0]}; restricted, and shown on a terminal only"]
    for name, text in stated.items():
        if name not in _OURS and text not in ("", "unknown", "other", stored[name]):
            lines.append(f"  {name}: in the list   {shorten(text)}")
            lines.append(f"  {' ' * len(name)}  here          {shorten(stored[name]) or '(empty)'}")
    return lines


def print_list_notes(reading: ListReading) -> None:
    """Print what was left out, inferred or not understood."""
    for notice in reading.listing.notices:
        print_message(notice)
    _print_groups(reading)
    _print_doubts(reading)
    if reading.skipped_lines:
        lines = "; ".join(map(shorten, reading.skipped_lines[:_MOST]))
        print_message(f"{pluralise(len(reading.skipped_lines), 'row')} skipped (not an agreement): {lines}")
    rivals = {other for _, _, other in reading.listing.layout.rivals}
    unmapped = [header for header in reading.listing.layout.unmapped if header not in rivals]
    if unmapped:
        kept = reading.mapping.keep_unmapped
        outcome = "kept in the notes of new agreements" if kept else "not imported"
        advice = "" if kept else ". Use --map or --keep-unmapped."
        more = f" and {len(unmapped) - _MOST_NAMES} more" if len(unmapped) > _MOST_NAMES else ""
        names = ", ".join(name[:_LONGEST_NAME] for name in unmapped[:_MOST_NAMES])
        print_message(f"{pluralise(len(unmapped), 'column')} {outcome}: {names}{more}{advice}")
    if reading.missing:
        text = ", ".join(
            f"{shorten(name)} ({pluralise(number, 'row')})" for name, number in reading.missing.most_common(_MOST)
        )
        print_message(f"NA and the like were read as empty: {text}")
    if reading.inferred:
        text = ", ".join(f"{name} of {pluralise(number, 'row')}" for name, number in reading.inferred.items())
        print_message(f"inferred from the title, and so marked in the notes of new agreements: {text}")
    if reading.other_fields:
        for name, number in reading.other_fields.items():
            noun = _NOUNS.get(name, name)
            print_message(f'{pluralise(number, "row")}: no {noun} found, filed as "other"')
    for text, number in reading.not_understood.most_common(_MOST):
        print_message(
            f"not understood, kept in the notes of new agreements: {shorten(text)} ({pluralise(number, 'row')})"
        )
    if reading.not_understood:
        print_message("to say what a cell means, add --value, as in --value 'status:Em vigor=in-force'")


def _print_groups(reading: ListReading) -> None:
    """Print which rows are one agreement, and which columns are a party's."""
    groups, name = reading.groups, reading.listing.name
    if groups is None:
        if likely := reading.understood.likely_groups:
            columns = ",".join(map(shorten, likely))
            read = f"; each was read as an agreement of {reading.mapping.home}" if reading.mapping.home else ""
            print_message(
                f"{name}: rows have the same {columns}, and different parties{read}. If an agreement has a row for each"
                f" party, add --group-by '{columns}'"
            )
        return
    by = f" with the same {', '.join(map(shorten, groups.headers))}" if groups.headers else " of one item"
    stated = "" if reading.mapping.group_by else ". To read each row by itself, add --group-by ''"
    agreements = pluralise(len(groups.sizes), "agreement")
    print_message(f"{name}: rows{by} are one agreement: {groups.rows} rows, {agreements}{stated}")
    acts = [column for column in reading.listing.layout.columns if column.target in (*ACT_TARGETS, *LISTED_ACT_TARGETS)]
    if acts:
        named = ", ".join(f"{shorten(column.header)} ({column.target})" for column in acts[:_MOST_NAMES])
        print_message(f"columns of each party: {named}. To read one as the agreement's own, add --map 'HEADER=FIELD'")
    if number := reading.only_parties_signed:
        print_message(
            f"{pluralise(number, 'agreement')} of more than two parties: each party's signature is kept, and no date of"
            " the agreement. If a column has it, add --map 'HEADER=signed'"
        )
    if reading.mapping.home and not groups.leaves_out_home:
        print_message(f"--home {reading.mapping.home} was not added: each agreement has a row for each of its parties")


def _print_doubts(reading: ListReading) -> None:
    """Print which columns may be the same field, and broken text."""
    for target, *headers in reading.listing.layout.rivals:
        read, other = map(shorten, headers)
        if read == other:
            print_message(
                f"Two columns are called {read!r}; the first was read. To use the other, rename one in the list."
            )
            continue
        print_message(
            f"columns {read!r} and {other!r} may both be {target}: {read!r} was read. To read the other, add"
            f" --map '{other}={target}'"
        )
    if reading.broken_words:
        lines = ", ".join(str(line) for line, _, _ in reading.broken_words[:_MOST])
        _, word, was = next((one for one in reading.broken_words if one[2]), reading.broken_words[0])
        example = f" (“{shorten(word)}”" + (f" was “{shorten(was)}”)" if was else ")") if word else ""
        more = f" and {len(reading.broken_words) - _MOST} more" if reading.broken_words[_MOST:] else ""
        rows = pluralise(len(reading.broken_words), "row")
        print_message(
            f"{rows} with text that was broken before{example}: {lines}{more}. Correct the list and import again."
        )
