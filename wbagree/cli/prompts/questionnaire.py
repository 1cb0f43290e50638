"""Questions for the fields of a new agreement, one by one."""

from collections.abc import Mapping
from datetime import date

from wbagree.cli.output.streams import print_message
from wbagree.cli.prompts.answers import EMPTY, ask, heading, print_choices
from wbagree.domain.agreements.fields import FIELDS
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.dates import clock
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.citation import date_in_words

_REQUIRED = tuple(field.name for field in FIELDS if field.required and field.name != "confidence")
# In the order in which a person reads them off the document.
QUESTIONS = {
    "title": "Title in English",
    "title_original": "Original title",
    "parties": "Parties, such as AL XK or Albania, Kosovo",
    "form": "Form",
    "types": "Types, the main one first",
    "signed": "Date signed, such as 28.11.2026, 2012-03, 2012 or yesterday",
    "place": "Place of signature",
    "level": "Level: who signed",
    "signatories": "Signatories, such as AL: Ministry (Name, position)",
    "in_force": "Date of entry into force",
    "status": "Status in a source",
    "references": "References: gazette, law or treaty series, with ; between",
    "sources": "Source, such as Ministry of Interior <https://mb.gov.al>",
    "confidence": "Confidence: how well sources support it",
    "notes": "Notes",
}
_DEFAULTS = {"confidence": "low", "level": "unknown"}


def ask_missing_fields(given: Mapping[str, str], validator: AgreementValidator, user: str) -> dict[str, str]:
    """Return ``given`` and the answers to the remaining questions.

    When a title was given, the questions are of required fields and a source, proposed in the name of ``user``.
    """
    answers = dict(given)
    if answers.get("title"):
        missing = [field for field in _REQUIRED if not answers.get(field)]
        missing += [] if "sources" in answers else ["sources"]
    else:
        print_message("New agreement. Press Enter to skip optional fields, Ctrl-C to cancel.")
        missing = [field for field in QUESTIONS if field not in answers]
    for field in missing:
        answers[field] = _ask(field, answers, validator, user)
    return answers


def ask_again(answers: Mapping[str, str], validator: AgreementValidator, user: str) -> dict[str, str]:
    """Return answers without contradictions.

    Only the fields that contradict each other are repeated.
    """
    corrected = dict(answers)
    while problems := validator.validate(corrected)[1]:
        for field in dict.fromkeys(problem.field for problem in problems):
            print_message("\n".join(f"  {heading(field)}: {one.reason}" for one in problems if one.field == field))
            corrected[field] = _ask(field, corrected, validator, user)
    return corrected


def proposed_source(answers: Mapping[str, str], user: str) -> str:
    """Return a source that is true: the references typed, or who records it."""
    if references := answers.get("references", ""):
        return references.replace(";", "; ").replace(" | ", " ")
    day = "" if clock.is_wrong() else f" on {date_in_words(PartialDate.parse(date.today().isoformat()))}"
    return f"As recorded by {user}{day}"


def _ask(field: str, answers: Mapping[str, str], validator: AgreementValidator, user: str) -> str:
    print_choices(field, validator)
    question = QUESTIONS.get(field, heading(field))
    if field != "sources" or answers.get("sources"):
        return ask(field, question, validator, default=_DEFAULTS.get(field, ""))
    proposed = proposed_source(answers, user)
    print_message(f"No source yet. Press Enter to use “{proposed}”, or type {EMPTY} for no source.")
    return ask(field, question, validator, proposed=proposed)
