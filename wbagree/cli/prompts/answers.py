"""One question for one field, repeated until its answer is valid."""

import textwrap
from collections.abc import Mapping

import typer

from wbagree.cli.output.streams import print_message
from wbagree.cli.prompts.choices import choices_of
from wbagree.domain.agreements.fields import DATE_NAMES, FIELD_BY_NAME
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.dates import clock
from wbagree.domain.dates.typed import read_typed_date
from wbagree.domain.text.folding import fold_name
from wbagree.errors import InvalidValue, WbagreeError
from wbagree.formats.common.sanitiser import text_width
from wbagree.services import typed_words

# Answer that empties a field.
EMPTY = "-"


def heading(field: str) -> str:
    """Return the name of a field in words."""
    return "Status in a source" if field == "status" else FIELD_BY_NAME[field].column_heading


def print_choices(field: str, validator: AgreementValidator) -> None:
    """Print the numbered choices of a field, if it has any."""
    choices = choices_of(field, validator)
    if choices and choices.offered:
        print_message("\n".join(choices.lines(text_width())))


def ask(field: str, question: str, validator: AgreementValidator, *, default: str = "", proposed: str = "") -> str:
    """Ask until the answer is valid, and return its cell.

    ``default`` is the answer of Enter, and shown; ``proposed`` likewise, but on a line of its own.
    """
    required = FIELD_BY_NAME[field].required and not default
    marked = f"{question} (required)" if required else question
    while True:
        answer = prompt(marked, default=default).strip() or proposed
        if proposed and answer == EMPTY:
            return ""
        if not answer and required:
            print_message(f"  {heading(field)} is required.")
            continue
        try:
            cell = read_answer(field, answer, validator)
        except WbagreeError as error:
            print_message(f"  {error.sentence}")
            continue
        _print_understood(field, answer, cell, validator)
        return cell


def prompt(question: str, *, default: str = "") -> str:
    """Ask one question, wrapped to the terminal; return the answer."""
    wrapped = textwrap.fill(question, text_width() - 2, break_on_hyphens=False)
    answer: str = typer.prompt(wrapped, default=default, show_default=bool(default), err=True)
    return answer


def read_answer(field: str, answer: str, validator: AgreementValidator) -> str:
    """Return the cell of a typed answer; a WbagreeError names its fault."""
    if not answer:
        return ""
    choices = choices_of(field, validator)
    if choices:
        text = typed_words.codes_of_parties(validator.parties, answer) if field == "parties" else answer
        cell = ";".join(dict.fromkeys(choices.read(text)))
    elif field in DATE_NAMES:
        day = read_typed_date(answer)
        cell = str(day)
        if field == "signed" and (reason := clock.future_reason(day, what="The signature date")):
            raise InvalidValue(reason)
    else:
        cell = answer
    validator.read_field(field, cell)
    return cell


def _print_understood(field: str, answer: str, cell: str, validator: AgreementValidator) -> None:
    """Print how an answer was understood, unless it says so itself."""
    choices = choices_of(field, validator)
    meant = ", ".join(map(choices.name, filter(None, cell.split(";")))) if choices else cell
    shown = {fold_name(cell), fold_name(meant)}
    if cell and (choices or field in DATE_NAMES) and fold_name(answer) not in shown:
        print_message(f"  (understood as {meant})")


def short_value(cells: Mapping[str, str], field: str, width: int) -> str:
    """Return a cell on one line, cut to a width."""
    text = " ".join(cells[field].split())
    return text if len(text) <= width else f"{text[: width - 1]}…"
