"""One run of an import: preview, questions, and the import itself."""

import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from wbagree import ending
from wbagree.cli import register
from wbagree.cli.commands.import_.questions import ListedQuestions
from wbagree.cli.output import import_report
from wbagree.cli.output.progress import rows_with_progress
from wbagree.cli.output.streams import (
    is_stderr_terminal,
    is_stdout_terminal,
    open_output,
    print_message,
    print_optional_message,
    print_who_can_read,
    write_under_free_name,
)
from wbagree.cli.register import RegisterUse
from wbagree.domain.agreements.validation import is_restricted
from wbagree.domain.dates.date_parser import HINT_TO_CHOOSE
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.saved_questions import SHEET
from wbagree.errors import InvalidValue
from wbagree.formats.list_readers import saved_mappings
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.services.import_backup import backup_when_large
from wbagree.services.list_files import checksum
from wbagree.services.list_reading import ListReading, open_list_reading, refuse_unusable_list
from wbagree.services.refused_rows import RefusedRows
from wbagree.services.saved_question_lists import questions_of_workbook

if TYPE_CHECKING:
    from wbagree.formats.list_readers.preview import PreviewRow
    from wbagree.store.write.import_policy import ImportPolicy
    from wbagree.store.write.import_result import ImportResult


# Hints on refused rows.
_CORRECT = "correct the rows named above and import again, or keep the good ones with --skip-invalid"
_ORDER = "dates that can be read in two ways: --date-order dmy (or mdy) says which comes first"


# How many rows a preview shows.
_PREVIEWED = 50


@dataclass(slots=True)
class ImportRun:
    """One import: the same list read once for every look at it."""

    ctx: typer.Context
    path: Path
    name: str
    reader_options: ReaderOptions
    mapping: Mapping
    policy: "ImportPolicy"
    preview_rows: "list[PreviewRow]" = field(default_factory=list)
    is_own_layout: bool = False
    noun: str = "row"  # what is counted
    write_failure: InvalidValue | None = None  # why the file of refused rows could not be written

    def import_list(self, *, dry_run: bool, refused: Path | None = None, quiet: bool = False) -> "ImportResult":
        """Take the list in, or only try (``dry_run``)."""
        from wbagree.store.read.agreements import has_records
        from wbagree.store.write.change_log import ImportedFile
        from wbagree.store.write.row_import import import_rows
        from wbagree.store.write.session import raw_connection

        batch = ImportedFile(
            self.name, checksum(self.path), saved_mappings.mapping_as_toml(self.mapping, self.reader_options)
        )
        with backup_when_large(register.register_path(self.ctx)) as backup, ExitStack() as stack:
            session = stack.enter_context(register.open_for_change(self.ctx, dry_run=dry_run))
            with (
                self._open(raw_connection(session)) as reading,
                rows_with_progress(self.path, reading) as rows,
            ):
                refuse_unusable_list(reading)
                self.is_own_layout = reading.listing.layout.is_own
                if self.is_own_layout:
                    kind = "in our own layout, which needs no hints"
                    self.reader_options.refuse_idle(self.name, kind, "home", "party", "date-order", "value", "group-by")
                self.noun = "agreement" if reading.groups else "row"
                reading.on_row = self._on_row
                backup.is_worthwhile = not dry_run and has_records(raw_connection(session))
                refused_rows = RefusedRows(reading.listing, private=self._is_private())
                policy = replace(self.policy, exported=reading.listing.layout.is_own)
                result = import_rows(session, rows, policy, backup.row_counter(self.path), batch, refused_rows.add)
                questions = self._questions(reading)
                stores = policy.skip_invalid or not result.refusals
                if stores:
                    questions.add(session)
            try:
                with ending.hold_signals():  # messages come later, because they may have to wait for a reader
                    with backup.keep_if_changed(result.batch):
                        stack.close()  # commits
                    file = self._write(refused_rows, refused)
            finally:
                print_optional_message(backup.notice)
        if file and refused_rows.private:
            print_who_can_read(file)
        if not quiet:
            import_report.print_list_notes(reading)
            if stores:
                questions.print_result(stored=not dry_run)
            if file:
                print_message(f"Refused rows are in {file}. Correct them there and import that file.")
        return result

    def _questions(self, reading: ListReading) -> ListedQuestions:
        """Return the saved questions of a workbook of ours."""
        listing = reading.listing
        has_questions = listing.layout.is_own and SHEET in listing.other_sheets
        rows = questions_of_workbook(self.path, self.name, self.reader_options) if has_questions else []
        return ListedQuestions(self.ctx, self.name, rows)

    def _open(self, connection: sqlite3.Connection) -> AbstractContextManager[ListReading]:
        discreet = not is_stderr_terminal()
        return open_list_reading(self.path, self.name, self.reader_options, self.mapping, connection, discreet=discreet)

    def _write(self, refused_rows: RefusedRows, target: Path | None) -> Path | None:
        """Write the refused rows; remember a failure for later.

        The report on the stored rows comes first.
        """
        try:
            return (
                write_under_free_name(target, refused_rows.write, private=refused_rows.private)
                if target and refused_rows
                else None
            )
        except InvalidValue as error:
            self.write_failure = error
            return None

    def raise_write_failure(self) -> None:
        """Raise InvalidValue when the refused rows could not be written.

        They were named before that.
        """
        if self.write_failure:
            self.write_failure.hint = f"the refused rows are those named above, of {self.name}"
            raise self.write_failure

    def refusal_hints(self, result: "ImportResult") -> list[str]:
        """Return what to do about the refused rows of a result."""
        unclear = not self.is_own_layout and any(
            refusal.problem.reason.endswith(HINT_TO_CHOOSE) for refusal in result.refusals
        )
        return [_CORRECT, _ORDER] if unclear else [_CORRECT]

    def _is_private(self) -> bool:
        """Return whether only its owner can read the list.

        What comes on stdin is not private.
        """
        return self.name != "stdin" and not self.path.stat().st_mode & 0o077

    def ask_about_duplicates(self) -> None:
        """Let the person decide on every row that is probably here already."""
        from wbagree.store.write.import_policy import OnDuplicate

        decisions = {}
        for doubt in self.import_list(dry_run=True, quiet=True).doubts:
            print_message("\n".join(import_report.comparison_lines(doubt)))
            answer = typer.prompt("Skip it, update the agreement, or add it as another (s/u/a)?", default="s", err=True)
            chosen = {"u": OnDuplicate.UPDATE, "a": OnDuplicate.ADD}.get(answer.strip().lower()[:1], OnDuplicate.SKIP)
            decisions[doubt.place] = chosen
        self.policy = replace(self.policy, on_duplicate=OnDuplicate.SKIP, decisions=decisions)

    def preview(self) -> None:
        """Show how the list was understood, and the result of an import."""
        from wbagree.cli.output.rows import write_grid
        from wbagree.cli.output.streams import has_colour
        from wbagree.formats.list_readers import preview as show

        with (
            register.open_for_reading(self.ctx, RegisterUse.TRIAL) as connection,
            self._open(connection) as reading,
        ):
            listing = reading.listing
        result = self.import_list(dry_run=True)
        with open_output(None) as file:
            show.write_facts(listing, file)
            file.write("\n")
            write_grid(
                show.columns_grid(listing, self.preview_rows),
                file,
                to_terminal=is_stdout_terminal(),
                colour=has_colour(),
            )
            file.write("\nThe first agreements as they would be stored:\n\n")
            show.write_records(self.preview_rows, file)
            if result.refusals:
                file.write("Problems:\n")
                show.write_problems([(refusal.place, refusal.problem) for refusal in result.refusals], file)
        import_report.print_moved_keys(result, stored=False)
        print_message(
            f"{self.name}: {import_report.counts_in_words(result, self.noun, stored=False)}; no row was stored"
        )

    def _on_row(self, place: str, row: Sequence[str], read: InterpretedRow) -> None:
        from wbagree.formats.list_readers.preview import PreviewRow

        if is_restricted(read.cells) and not is_stdout_terminal():
            return
        if len(self.preview_rows) < _PREVIEWED:
            self.preview_rows.append(PreviewRow(place, row, read))
