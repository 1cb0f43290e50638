"""Questions for the fields of a new record, one by one."""

import textwrap
from collections.abc import Mapping

import typer

from wbagree.cli.output.streams import print_message
from wbagree.domain.agreements.cell_notation import NOTATIONS
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.agreements.vocabularies import Confidence, Form, Level
from wbagree.errors import WbagreeError
from wbagree.formats.common.sanitiser import text_width

_NEEDED = ("title", "parties", "form", "types")
# In the order in which a person reads them off the document.
QUESTIONS = {
    "title": "Title in English",
    "title_original": "Original title",
    "parties": "Parties (codes or names, as AL;XK)",
    "form": f"Form ({', '.join(Form)})",
    "types": "Types, the main one first (as mla;extradition)",
    "signed": "Date signed (as precise as known: 2012, 2012-03, 10.3.2012)",
    "place": "Place of signature",
    "level": f"Level ({', '.join(Level)})",
    "signatories": "Signatories (AL: Institution (Person, position) ; XK: Institution)",
    "in_force": "Entry into force (date)",
    "references": "Official references (gazette, law, treaty series; ';' between)",
    "sources": "Sources (Citation <URL> | Citation <URL>)",
    "confidence": f"Confidence ({', '.join(Confidence)})",
    "notes": "Notes",
}
_DEFAULTS = {"confidence": "low", "level": "unknown"}


def ask_missing_fields(given: Mapping[str, str], validator: AgreementValidator) -> dict[str, str]:
    """Return ``given`` and the answers to the remaining questions.

    There are no questions when every required field was given.
    """
    answers = dict(given)
    if all(answers.get(field) for field in _NEEDED):
        return answers
    print_message(
        "A new record. Enter leaves a field empty that is not needed; Ctrl-C leaves without storing anything."
    )
    for field, question in QUESTIONS.items():
        if field not in answers:
            answers[field] = _ask(field, question, validator)
    return answers


def _wrapped(question: str, *, needed: bool) -> str:
    marked = f"{question} (needed)" if needed else question
    return textwrap.fill(marked, text_width() - 2, break_on_hyphens=False)


def _ask(field: str, question: str, validator: AgreementValidator) -> str:
    """Ask until the answer can be stored; Enter may leave it empty."""
    while True:
        answer: str = typer.prompt(
            _wrapped(question, needed=field in _NEEDED),
            default=_DEFAULTS.get(field, ""),
            show_default=field in _DEFAULTS,
            err=True,
        )
        answer = answer.strip()
        if field in ("parties", "types"):
            answer = answer.replace(",", NOTATIONS[field].separator)
        try:
            validator.read_field(field, answer)
        except WbagreeError as error:
            print_message(f"  {field.replace('_', ' ')}: {error.sentence}")
        else:
            return answer
