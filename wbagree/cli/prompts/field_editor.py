"""Questions for the fields of an agreement to change, one by one."""

import textwrap
from collections.abc import Mapping

from wbagree.cli.output.streams import print_message
from wbagree.cli.prompts.answers import EMPTY, heading, print_choices, prompt, read_answer, short_value
from wbagree.domain.agreements.fields import ALL_NAMES, FIELD_BY_NAME
from wbagree.domain.agreements.validation import AgreementValidator
from wbagree.domain.text.folding import fold_name
from wbagree.errors import InvalidValue, WbagreeError
from wbagree.formats.common.sanitiser import text_width
from wbagree.services import typed_words
from wbagree.services.agreement_changes import difference_lines

# A blank at which no line ends.
_FIXED = "\N{NO-BREAK SPACE}"
# The key never changes.
FIELDS = ALL_NAMES[1:]


def ask_for_changes(
    shown: Mapping[str, str], changes: Mapping[str, str], validator: AgreementValidator
) -> dict[str, str]:
    """Return the changed cells of an agreement; asks until Enter is pressed.

    ``changes`` are those that were typed before. The fields are listed once.
    """
    changed = dict(changes)
    if not changes:
        print_message("\n".join(_field_lines(shown)))
    while answer := prompt("Which field? Number, name or its beginning; Enter when done").strip():
        try:
            field = field_of(answer)
        except InvalidValue as error:
            print_message(f"  {error.sentence}")
            continue
        now = {**shown, **changed}
        changed[field] = _ask_new_value(field, now[field], validator)
        print_message("\n".join(difference_lines(now, {**now, **changed})) or "  No change.")
    return {field: cell for field, cell in changed.items() if cell != shown[field]}


def field_of(answer: str) -> str:
    """Return the field of a number, a name or its beginning."""
    if answer.isdecimal():
        if 1 <= int(answer[:4]) <= len(FIELDS):
            return FIELDS[int(answer[:4]) - 1]
        raise InvalidValue(f"There is no number {answer[:20]}. Type 1 to {len(FIELDS)}.")
    folded = fold_name(answer)
    names = {name: {fold_name(text) for text in (name, heading(name), FIELD_BY_NAME[name].item)} for name in FIELDS}
    found = [name for name in FIELDS if folded and folded in names[name]]
    found = found or [name for name in FIELDS if folded and any(text.startswith(folded) for text in names[name])]
    if not found and (field := typed_words.field_of_word(answer)) in FIELDS:
        found = [field]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValue(f"{answer!r} could be {' or '.join(map(heading, found))}. Type more letters.")
    raise InvalidValue(f"I don't know the field {answer!r}. Type its number.")


def _field_lines(cells: Mapping[str, str]) -> list[str]:
    """Return a line for each field; the empty ones are last."""
    width = max(len(heading(name)) for name in FIELDS)
    numbered = list(enumerate(FIELDS, 1))
    lines = [
        f"{number:>2} {heading(name).ljust(width)}  {short_value(cells, name, text_width() - width - 6)}"
        for number, name in numbered
        if cells[name]
    ]
    empty = ", ".join(f"{number} {heading(name)}".replace(" ", _FIXED) for number, name in numbered if not cells[name])
    return [*lines, *textwrap.fill(f"Empty: {empty}", text_width()).replace(_FIXED, " ").splitlines()]


def _ask_new_value(field: str, now: str, validator: AgreementValidator) -> str:
    """Ask for a new value until it is valid."""
    name, required = heading(field), FIELD_BY_NAME[field].required
    print_message(f"{name} now: {' '.join(now.split()) or '(empty)'}")
    print_choices(field, validator)
    keep = "Enter for no change" if required or not now else f"Enter for no change, {EMPTY} to empty it"
    while answer := prompt(f"New value ({keep})").strip():
        if answer == EMPTY and not required:
            return ""
        try:
            return read_answer(field, answer, validator)
        except WbagreeError as error:
            print_message(f"  {error.sentence}")
    return now
