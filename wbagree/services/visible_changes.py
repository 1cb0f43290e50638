"""Change sets without restricted agreements and without persons."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from wbagree.domain.agreements.accepted_findings import ACCEPTED_FINDING
from wbagree.domain.agreements.vocabularies import pluralise
from wbagree.domain.contacts import CONTACT, PERSONAL, without_persons
from wbagree.domain.saved_questions import SAVED_QUESTION, question_in_words, read_words
from wbagree.formats.common import change_lines
from wbagree.services.saved_questions import names_any

if TYPE_CHECKING:
    from wbagree.store.read.change_sets import ChangeSet, LoggedChange

ChangeObject = dict[str, Any]
# How many things a sentence names.
_NAMED = 3
_NOUNS = {"add": "addition", "delete": "deletion", "edit": "edit", "relate": "link", "assess": "assessment"}


def visible_change_set(
    change_set: "ChangeSet",
    changes: "Sequence[LoggedChange]",
    hidden: Collection[str],
    *,
    all_changes: "Sequence[LoggedChange]" = (),
    with_contacts: bool = False,
) -> ChangeObject:
    """Return a change set with its changes.

    Changes of ``hidden`` agreements are only counted (``left_out``). ``all_changes``: all changes of the change set, if
    ``changes`` are only some of them.
    """
    shown = [change for change in changes if not _is_hidden(change, change_set.command, hidden)]
    command = change_set.command if with_contacts else without_persons(change_set.command)
    # The command line may quote the agreement.
    if any(_is_hidden(change, change_set.command, hidden) for change in (*changes, *all_changes)):
        command = command.partition(" ")[0]
    return {
        "number": change_set.number,
        "at": change_set.at,
        "by": change_set.by,
        "command": command,
        "undoes": change_set.undoes,
        "undone_by": change_set.undone_by,
        "changes": [_changed(change, hidden, with_contacts=with_contacts) for change in shown],
        "left_out": len(changes) - len(shown),
    }


def _is_hidden(change: "LoggedChange", command: str, hidden: Collection[str]) -> bool:
    """Return whether a change is of a hidden agreement, or names one.

    An accepted finding is about an agreement, and a saved question may be; what is new is only in the ``command``.
    """
    if change.subject == SAVED_QUESTION:
        return names_any((command, *(text for both in change.fields.values() for text in both)), hidden)
    return (change.key.rpartition("/")[0] if change.subject == ACCEPTED_FINDING else change.key) in hidden


def _changed(change: "LoggedChange", hidden: Collection[str], *, with_contacts: bool) -> ChangeObject:
    left_out = PERSONAL if change.subject == CONTACT and not with_contacts else ()
    fields = {name: list(both) for name, both in change.fields.items() if name not in left_out}
    if change.subject == ACCEPTED_FINDING and any(key in "".join(fields.get("sentences", ())) for key in hidden):
        del fields["sentences"]  # it names another agreement, which is restricted
    if change.subject == SAVED_QUESTION and "question" in fields:
        fields["question"] = [question_in_words(read_words(text)) if text else "" for text in fields["question"]]
    return {"subject": change.subject, "key": change.key, "kind": change.kind, "fields": fields}


def left_out_changes_sentence(number: int, outcome: str = "left out") -> str:
    """Return a sentence on changes left out; empty for 0.

    They are changes of restricted agreements.
    """
    if not number:
        return ""
    of = "a restricted agreement is" if number == 1 else "restricted agreements are"
    return f"{pluralise(number, 'change')} of {of} {outcome} (use --with-restricted to see all)"


def change_set_in_words(change_set: "ChangeSet", changes: "Sequence[LoggedChange]") -> str:
    """Return a change set in words, for a sentence.

    As in: edit of AL-XK-2012-1; import of list.csv (12 agreements added).
    """
    things = [{"subject": change.subject, "key": change.key, "kind": change.kind} for change in changes]
    if change_set.seed or change_set.file:
        what = "seed" if change_set.seed else f"import of {change_set.file}"
        return f"{what} ({change_lines.change_counts(things)})" if things else what
    kinds = {change.kind for change in changes}
    noun = _NOUNS.get(change_set.command.partition(" ")[0]) or (_NOUNS[kinds.pop()] if len(kinds) == 1 else "change")
    if len(things) > _NAMED:
        return f"{noun} ({change_lines.change_counts(things)})"
    return f"{noun} of {', '.join(map(_called, changes))}"


def _called(change: "LoggedChange") -> str:
    known_by_key = change.subject == "agreement" or change.key.startswith(f"{change.subject}-")
    return change.key if known_by_key else f"{change.subject} {change.key}"
