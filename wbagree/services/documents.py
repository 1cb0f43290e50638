"""Exports for people: a document of the pairs, and a workbook."""

import io
import sqlite3
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, TextIO

from wbagree import __version__
from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.fields import ALL_NAMES, ID, IDENTITY_NAMES
from wbagree.domain.filter import Filter
from wbagree.services.restricted import hidden_keys, left_out_relations_sentence
from wbagree.services.saved_questions import left_out_questions_sentence, visible_questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from wbagree.domain.saved_questions import SavedQuestion
    from wbagree.formats.common.agreement_context import AgreementContext
    from wbagree.formats.markdown.pair_document import Chapter


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A filter, and the choices for a document.

    ``on_message`` receives notes for its writer.
    """

    filter_: Filter
    kosovo_note: bool
    with_contacts: bool
    with_restricted: bool
    on_message: "Callable[[str], None]"


def write_markdown(
    connection: sqlite3.Connection, request: ExportRequest, file: TextIO, *, linked: bool = False
) -> int:
    """Write the document in Markdown; return the number of its records.

    If ``linked``, the numbers of sources are links.
    """
    from wbagree.formats.grids import summary as shown
    from wbagree.formats.markdown.pair_document import Chapter, Document, Preface
    from wbagree.services.agreement_context import context_of
    from wbagree.services.contacts import contacts_of
    from wbagree.store.read import codes, pair_tables, summaries

    filter_ = request.filter_
    summary = summaries.summary(connection, filter_)
    preface = Preface(
        filter_.in_words(),
        date.today().isoformat(),
        shown.summary_grid(summary, inherited=filter_.inherited),
        summary.explanation(),
        kosovo_note=request.kosovo_note,
    )
    hidden = hidden_keys(connection, with_restricted=request.with_restricted)

    def chapters() -> "Iterator[Chapter]":
        for pair, signers in pair_tables.pairs_with_agreements(connection, filter_):
            yield Chapter(pair, _Served(connection, signers, filter_.as_of))

    left_out: dict[str, int] = {}  # by key, because a record may be in several chapters

    def context(record: Record) -> "AgreementContext":
        found = context_of(connection, record, hidden)
        if found.left_out:
            left_out[record.agreement.key] = found.left_out
        return found

    contacts = None
    if request.with_contacts:
        bound = {code for pair, _ in pair_tables.pairs_with_agreements(connection, filter_) for code in pair}
        contacts = contacts_of(connection, bound, filter_.as_of or date.today())
    Document(preface, codes.names_of(connection), context, file, contacts, codes.labels_of(connection), linked).write(
        chapters()
    )
    if left_out:
        request.on_message(left_out_relations_sentence(sum(left_out.values())))
    return pair_tables.count_agreements(connection, filter_)


@dataclass(frozen=True, slots=True)
class _Served:
    """The records of a pair, read anew for each pass.

    Only a few records are in memory at a time, however large the register is.
    """

    connection: sqlite3.Connection
    signers: "Mapping[str, str]"
    as_of: date | None

    def __iter__(self) -> "Iterator[Record]":
        from wbagree.store.read import agreements

        for record in agreements.records_with_keys(self.connection, self.signers, self.as_of):
            yield record._replace(inherited_from=self.signers[record.agreement.key])


def write_word(connection: sqlite3.Connection, request: ExportRequest, file: BinaryIO) -> int:
    """Write the document for Word; return the number of its records."""
    from wbagree.formats.docx.document import write_word

    markdown = io.StringIO()
    written = write_markdown(connection, request, markdown, linked=True)
    write_word(markdown.getvalue(), file, made_on=date.today().isoformat())
    return written


def write_workbook(connection: sqlite3.Connection, request: ExportRequest, file: BinaryIO) -> int:
    """Write the workbook; return the number of its records."""
    from wbagree.formats.xlsx.workbook import About, write_workbook
    from wbagree.store.read import agreements, codes, summaries

    filter_ = request.filter_
    about = About(
        question=filter_.in_words(),
        made_on=date.today().isoformat(),
        program=f"wbagree {__version__}",
        left_out=agreements.count_restricted(connection, filter_._replace(public=False)) if filter_.public else 0,
        parties=codes.names_of(connection),
        types=codes.labels_of(connection),
        kosovo_note=request.kosovo_note,
        questions=_questions(connection, request) if filter_.is_of_all() else (),
    )
    extra = (*agreements.extra_fields(connection, filter_), *IDENTITY_NAMES)
    records = agreements.records(connection, filter_, sort="key", fields=(*ALL_NAMES, ID))
    return write_workbook(records, extra, summaries.summary(connection, filter_), about, file)


def _questions(connection: sqlite3.Connection, request: ExportRequest) -> "Sequence[SavedQuestion]":
    """Return the saved questions, which only a full export has."""
    found, left_out = visible_questions(connection, with_restricted=request.with_restricted)
    if left_out:
        request.on_message(left_out_questions_sentence(left_out))
    return found
