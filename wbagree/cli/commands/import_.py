"""``wbagree import``: a list in any layout, all of it or nothing."""

import os
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wbagree import ending
from wbagree.cli import SETTINGS, register
from wbagree.cli.command_line import readable
from wbagree.cli.options.list_options import ListOptions, with_list_options
from wbagree.cli.output import import_report
from wbagree.cli.output.progress import progress
from wbagree.cli.output.streams import (
    is_interactive,
    messages_on_terminal,
    on_terminal,
    open_output,
    print_message,
    print_notice,
    print_readers,
    write_to_free_name,
)
from wbagree.cli.register import Use
from wbagree.domain.agreements.validation import is_restricted
from wbagree.domain.dates.date_parser import CHOOSE
from wbagree.domain.foreign_lists.column_mapping import NAMING_PARTIES, TITLES, Mapping
from wbagree.domain.foreign_lists.target_readers import InterpretedRow
from wbagree.domain.parties.party_book import PartyBook
from wbagree.errors import InvalidValue, UsageProblem
from wbagree.formats.common.sanitiser import single_line
from wbagree.formats.list_readers import OpenedList, saved_mappings
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled
from wbagree.services.agreement_changes import validator_for
from wbagree.services.import_backup import backup_when_large
from wbagree.services.list_files import check_readable, checksum, stdin_on_disk
from wbagree.services.list_reading import ListReading, open_reading
from wbagree.services.refused_rows import RefusedRows

if TYPE_CHECKING:
    from wbagree.formats.list_readers.preview import Seen
    from wbagree.store.write.import_policy import ImportPolicy, OnDuplicate
    from wbagree.store.write.import_result import ImportResult

app = typer.Typer(**SETTINGS)

_CHOICES = ("skip", "update", "add", "ask")


@app.command(
    help=(
        "Take in FILE (or - for stdin): a list in the layout that export writes, or in anybody's. CSV and its kin,"
        " XLSX, XLS, ODS, JSON; headers, parties, dates, forms and types are understood in the region's languages. All"
        " rows are checked first; one that cannot be stored stops them all, and every problem is named with its line"
        " and column. --preview shows what was understood. A row with a key on record updates that record."
    ),
    epilog=(
        "\b\nExamples:\n"
        "  wbagree import agreements.csv --dry-run\n"
        "  wbagree import agreements.csv --preview\n"
        "  wbagree import lista.xlsx --home XK --preview\n"
        "  wbagree import lista.xlsx --home XK --set confidence=high --save-map ministry\n"
        "  wbagree import next-year.xlsx --use-map ministry --skip-invalid --on-duplicate update\n"
        "  wbagree import treaties.csv --map 'Vertragsstaat=partner' --party 'Ceylon=LK' --keep-unmapped"
    ),
)
@with_list_options
def import_(
    ctx: typer.Context,
    options: ListOptions,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    preview: Annotated[bool, typer.Option("--preview", help="Show what was understood, store no row.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check everything, store no row.")] = False,
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Store the good rows, write the others to FILE.refused.csv.")
    ] = False,
    on_duplicate: Annotated[
        str | None,
        typer.Option(
            "--on-duplicate",
            metavar="skip|update|add|ask",
            help="A row that is probably here already: leave it out (the default), fill what is missing, add it all the"
            " same, or ask (the default at a terminal).",
            autocompletion=lambda: list(_CHOICES),
        ),
    ] = None,
    restore: Annotated[bool, typer.Option("--restore", help="Bring back records that were deleted here.")] = False,
) -> None:
    from wbagree.store.write.import_policy import ImportPolicy

    nothing = dry_run or preview
    name = "stdin" if str(file) == "-" else readable(file.name)
    with _on_disk(file) as path:  # first, so that a missing list makes no register
        with register.reading(ctx, Use.TRIAL if nothing else Use.NEW) as connection:
            book = _book(connection)
        mapping, how = options.mapping(book)
        choice = _choice(on_duplicate, interactive=is_interactive() and not nothing)
        policy = ImportPolicy(
            restore=restore,
            skip_invalid=skip_invalid,
            on_duplicate=choice,
            subjects=bundled().types_in,
            validator_for=validator_for,
            discreet=not messages_on_terminal() or (preview and not on_terminal()),
        )
        taking = _Taking(ctx, path, name, how, mapping, policy)
        if preview:
            taking.preview()
        else:
            if choice == "ask":
                taking.ask()
            taken = taking.take(dry_run=dry_run, refused=_refused_file(file) if skip_invalid and not dry_run else None)
            import_report.report(taken, name, dry_run=dry_run, skip_invalid=skip_invalid, hints=taking.hints(taken))
            taking.fail_unwritten()
    if options.save_map:
        print_message(f"this mapping is kept as {saved_mappings.save(options.save_map, mapping, how)}")


def _on_disk(file: Path) -> AbstractContextManager[Path]:
    """Return the path of the list; of stdin (``-``) a copy."""
    if str(file) == "-":
        return stdin_on_disk(getattr(sys.stdin, "buffer", None))
    check_readable(file)
    return nullcontext(file)


_CORRECT = "correct the rows named above and import again, or keep the good ones with --skip-invalid"
_ORDER = "dates that can be read in two ways: --date-order dmy (or mdy) says which comes first"


def _book(connection: sqlite3.Connection) -> PartyBook:
    from wbagree.store.read.parties_and_types import party_book

    return party_book(connection)


def _choice(options: str | None, *, interactive: bool) -> "OnDuplicate":
    from wbagree.store.write.import_policy import OnDuplicate

    if options is None:
        return OnDuplicate.ASK if interactive else OnDuplicate.SKIP
    if options not in _CHOICES:
        raise UsageProblem(f"--on-duplicate {options!r}: one of {', '.join(_CHOICES)}")
    if options == "ask" and not is_interactive():
        raise UsageProblem("--on-duplicate ask: nobody is at the terminal", "say skip, update or add")
    return OnDuplicate(options)


def _refused_file(file: Path) -> Path:
    if str(file) == "-":
        return Path("stdin.refused.csv")
    name = os.fsencode(file.name)
    if len(name) > _ROOM:
        name = name[:_ROOM].decode(errors="ignore").encode()  # no half of a letter
    return file.with_name(f"{os.fsdecode(name)}.refused.csv")


# Bytes of a file's name that leave room for the ending: most drives take 255.
_ROOM = 255 - len(".refused-999.csv")


@dataclass(slots=True)
class _Taking:
    """One import: the same list read once for every look at it."""

    ctx: typer.Context
    path: Path
    name: str
    how: ReaderOptions
    mapping: Mapping
    policy: "ImportPolicy"
    seen: "list[Seen]" = field(default_factory=list)
    own: bool = False
    unwritten: InvalidValue | None = None  # why the file of refused rows could not be written

    def take(self, *, dry_run: bool, refused: Path | None = None, quiet: bool = False) -> "ImportResult":
        """Take the list in, or only try (``dry_run``)."""
        from wbagree.store.read.agreements import has_records
        from wbagree.store.write.change_log import ImportedFile
        from wbagree.store.write.row_import import import_rows
        from wbagree.store.write.session import raw_connection

        batch = ImportedFile(self.name, checksum(self.path), saved_mappings.written(self.mapping, self.how))
        with backup_when_large(register.path(self.ctx)) as copying, ExitStack() as stack:
            session = stack.enter_context(register.writing(self.ctx, dry_run=dry_run))
            with (
                self._open(raw_connection(session)) as reading,
                progress(self.path, reading) as rows,
            ):
                _check(reading.listing, self.mapping)
                self.own = reading.listing.layout.own
                if self.own:
                    kind = "in our own layout, which is taken at its word"
                    self.how.refuse_idle(self.name, kind, "home", "party", "date-order")
                reading.on_row = self._on_row
                copying.worth = not dry_run and has_records(raw_connection(session))
                refuse = RefusedRows(reading.listing, private=self._is_private())
                policy = replace(self.policy, exported=reading.listing.layout.own)
                taken = import_rows(session, rows, policy, copying.watch(self.path), batch, refuse.add)
            try:
                with ending.held():  # messages come later, because they may have to wait for a reader
                    with copying.staying(taken.batch):
                        stack.close()  # commits
                    file = self._write(refuse, refused)
            finally:
                print_notice(copying.notice)
        if file and refuse.private:
            print_readers(file)
        if not quiet:
            import_report.print_notes(reading)
            if file:
                print_message(f"refused rows are in {file}: correct them there and import that file")
        return taken

    def _open(self, connection: sqlite3.Connection) -> AbstractContextManager[ListReading]:
        discreet = not messages_on_terminal()
        return open_reading(self.path, self.name, self.how, self.mapping, connection, discreet=discreet)

    def _write(self, refuse: RefusedRows, target: Path | None) -> Path | None:
        """Write the refused rows; remember a failure for later.

        The account of the stored rows comes first.
        """
        try:
            return write_to_free_name(target, refuse.write, private=refuse.private) if target and refuse else None
        except InvalidValue as error:
            self.unwritten = error
            return None

    def fail_unwritten(self) -> None:
        """Raise InvalidValue when the refused rows could not be written.

        They were named before that.
        """
        if self.unwritten:
            self.unwritten.hint = f"the refused rows are those named above, of {self.name}"
            raise self.unwritten

    def hints(self, taken: "ImportResult") -> list[str]:
        """Return what to do when rows were refused."""
        unclear = not self.own and any(refusal.problem.reason.endswith(CHOOSE) for refusal in taken.refusals)
        return [_CORRECT, _ORDER] if unclear else [_CORRECT]

    def _is_private(self) -> bool:
        """Return whether only its owner can read the list.

        What comes on stdin is not private.
        """
        return self.name != "stdin" and not self.path.stat().st_mode & 0o077

    def ask(self) -> None:
        """Let the person decide on every row that is probably here already."""
        from wbagree.store.write.import_policy import OnDuplicate

        decisions = {}
        for doubt in self.take(dry_run=True, quiet=True).doubts:
            print_message("\n".join(import_report.side_by_side(doubt)))
            answer = typer.prompt("Skip it, update the record, or add it as another (s/u/a)?", default="s", err=True)
            chosen = {"u": OnDuplicate.UPDATE, "a": OnDuplicate.ADD}.get(answer.strip().lower()[:1], OnDuplicate.SKIP)
            decisions[doubt.place] = chosen
        self.policy = replace(self.policy, on_duplicate=OnDuplicate.SKIP, decisions=decisions)

    def preview(self) -> None:
        """Show how the list was understood, and the result of an import."""
        from wbagree.cli.output.rows import plain_grid
        from wbagree.cli.output.streams import in_colour
        from wbagree.formats.list_readers import preview as show

        with (
            register.reading(self.ctx, Use.TRIAL) as connection,
            self._open(connection) as reading,
        ):
            listing = reading.listing
        taken = self.take(dry_run=True)
        with open_output(None) as file:
            show.write_facts(listing, file)
            file.write("\n")
            plain_grid(show.columns(listing, self.seen), file, to_terminal=on_terminal(), colour=in_colour())
            file.write("\nThe first records as they would be stored:\n\n")
            show.write_records(self.seen, file)
            if taken.refusals:
                file.write("Problems:\n")
                show.write_problems([(refusal.place, refusal.problem) for refusal in taken.refusals], file)
        print_message(f"{self.name}: {import_report.counts_in_words(taken.account, stored=False)}; no row was stored")

    def _on_row(self, place: str, row: Sequence[str], read: InterpretedRow) -> None:
        from wbagree.formats.list_readers.preview import Seen

        if is_restricted(read.cells) and not on_terminal():
            return
        if len(self.seen) < _SEEN:
            self.seen.append(Seen(place, row, read))


_SEEN = 50
# How many columns, and characters of a header, a message names.
_MOST_NAMES, _LONGEST_NAME = 30, 60


def _check(listing: OpenedList, mapping: Mapping) -> None:
    """Refuse a list that cannot give records, whatever its rows say."""
    targets = {column.target: column.header for column in listing.layout.columns if column.target}
    named = [single_line(column.header)[:_LONGEST_NAME] for column in listing.layout.columns]
    columns = ", ".join(named[:_MOST_NAMES]) + (f" and {len(named) - _MOST_NAMES} more" if named[_MOST_NAMES:] else "")
    if targets.keys().isdisjoint(("key", *TITLES)):
        raise UsageProblem(
            f"{listing.name}: no column of line {listing.header_line} is known to be the title",
            f"say which one is: --map 'HEADER=title'; the columns are: {columns}",
        )
    if "partner" in targets and not mapping.home and not {"parties", "party_a"} & targets.keys():
        raise UsageProblem(
            f"{listing.name}: column {targets['partner'][:_LONGEST_NAME]!r} names only the other party",
            "say whose list it is: --home CODE (wbagree parties --all lists the codes)",
        )
    if {*targets, *mapping.constants}.isdisjoint(("key", *NAMING_PARTIES)):
        raise UsageProblem(
            f"{listing.name}: no column is known to name the parties",
            f"say which one does: --map 'HEADER=parties' (or partner, with --home); the columns are: {columns}",
        )
