"""One agreement as labelled lines on the terminal."""

from collections.abc import Iterator
from typing import TextIO

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.cell_notation import write_signatory
from wbagree.domain.agreements.parts import Provenance
from wbagree.domain.agreements.status import asserted_status, date_words, explain_status_on_day
from wbagree.domain.agreements.vocabularies import label, label_and_code, name_and_code
from wbagree.domain.reports.assessments import assessment_text, disagreement_sentence
from wbagree.formats.common.acts import act_line, act_table, acts_by_date
from wbagree.formats.common.agreement_context import AgreementContext, facts_of_the_text
from wbagree.formats.common.labelled_lines import line_width, wrap_visible, write_labelled
from wbagree.formats.common.sanitiser import BOLD, PLAIN, visible_line


def write_agreement_sheet(
    record: Record, context: AgreementContext, file: TextIO, *, bold: bool = False, width: int = 0
) -> None:
    """Write a record as labelled lines.

    They are wrapped to ``width`` characters, or to the width of the terminal if that is 0.
    """
    key = record.agreement.key
    file.writelines((BOLD, key, PLAIN) if bold else (key,))
    file.write("\n")
    write_sheet_without_key(record, context, file, width=width)


def write_sheet_without_key(record: Record, context: AgreementContext, file: TextIO, *, width: int = 0) -> None:
    """Write a record as labelled lines, as before it is stored."""
    heading = wrap_visible(visible_line(record.agreement.title), width or line_width())
    file.write(f"{heading}\n\n")
    write_labelled(sections(record, context), file, width=width)


def sections(record: Record, context: AgreementContext) -> Iterator[tuple[str, list[str]]]:
    """Yield the facts of a record in reading order.

    Each is a name with its lines; facts without a line are left out.
    """
    agreement = record.agreement
    everything = [
        ("Original title", [agreement.title_original]),
        ("Status", _status(record)),
        ("Source says", [asserted_status(agreement)]),
        ("Form", [label(agreement.form)]),
        ("Types", [", ".join(label_and_code(context.types.get(code, ""), code) for code in agreement.types)]),
        ("Parties", [_party(agreement, party, context) for party in agreement.parties]),
        ("Level", [label(agreement.level)]),
        ("Signed", [" ".join(filter(None, (_date_of(record, "signed"), _in_place(agreement))))]),
        ("In force", [_date_of(record, "in_force")]),
        ("Ended", [_date_of(record, "ended")]),
        ("Acts", [*act_table(agreement.parties, agreement.acts), *map(act_line, acts_by_date(agreement.acts))]),
        ("Renewal", [str(agreement.renewal or "")]),
        *((field.column_heading, text.splitlines()) for field, text in facts_of_the_text(agreement)),
        ("References", list(agreement.references)),
        ("Relations", _relations(agreement, context)),
        ("Implementation", [*map(assessment_text, agreement.implementation), disagreement_sentence(record)]),
        ("Sources", [line for source in agreement.sources for line in (source.citation, source.url)]),
        ("Confidence", [agreement.confidence]),
        ("Disclosure", [agreement.disclosure]),
        ("Notes", agreement.notes.splitlines()),
        ("Came from", list(map(_came_from, context.provenance))),
    ]
    for name, lines in everything:
        if known := [line for line in lines if line]:
            yield name, known


def _came_from(row: Provenance) -> str:
    undone = f", undone by change set {row.undone_by}" if row.undone_by is not None else ""
    return f"{row.file}, line {row.line} (import {row.batch}{undone})"


def _status(record: Record) -> list[str]:
    """Return the status and its reason, which may begin with it."""
    status, reason = label(record.status), explain_status_on_day(record)
    return [reason] if reason.startswith(status) else [status, reason]


def _date(value: object) -> str:
    text = "" if value is None else str(value)
    if text.endswith("?"):
        return f"{text} (inferred or disputed)"
    return f"{text} (approximate)" if text.endswith("~") else text


def _date_of(record: Record, name: str) -> str:
    return _date(getattr(record.agreement, name)) or date_words(record, name)


def _in_place(agreement: Agreement) -> str:
    return f"in {agreement.place}" if agreement.place else ""


def _party(agreement: Agreement, party: str, context: AgreementContext) -> str:
    name = name_and_code(context.parties.get(party, ""), party)
    signatories = "; ".join(map(write_signatory, agreement.signatories_of(party)))
    return f"{name}: {signatories}" if signatories else name


def _relations(agreement: Agreement, context: AgreementContext) -> list[str]:
    return [f"{verb} {key} {_title(key, context)}" for verb, key in context.relations_of(agreement)]


def _title(key: str, context: AgreementContext) -> str:
    return f"({context.titles[key]})" if key in context.titles else "(not in this register)"
