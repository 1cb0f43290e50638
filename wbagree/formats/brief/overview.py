"""The overview of a brief: a pair's agreements by form and status."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.status import BY_SOURCE
from wbagree.domain.agreements.vocabularies import is_or_are, label

_ENDED = ("ended", "terminated", "expired", "superseded")
# The groups of the overview in their order: the words for each, and which records belong to it.
_GROUPS: tuple[tuple[str, Callable[[Record], bool]], ...] = (
    ("Known to be in force", lambda record: record.status == "in-force" and record.verdict not in BY_SOURCE),
    ("In force by what a source says, as of its date", lambda record: record.status == "in-force"),
    ("In force for a predecessor", lambda record: record.status == "inherited" and _was(record, "in-force")),
    ("Said to be applied provisionally", lambda record: record.status == "provisional"),
    (
        "Said to be applied provisionally for a predecessor",
        lambda record: record.status == "inherited" and _was(record, "provisional"),
    ),
    ("Suspended", lambda record: record.status == "suspended"),
    ("Said to be under negotiation", lambda record: record.status == "negotiation"),
    ("Said not to be in force", lambda record: record.status == "not-in-force"),
    ("Ended", lambda record: record.status in _ENDED),
    (
        "Uncertain for that day, because a date is missing or too coarse",
        lambda record: record.status == "unknown" and record.verdict != "nothing-known",
    ),
)
# Words for several of a form; the others take an s.
_PLURALS = {"treaty": "treaties", "exchange of notes": "exchanges of notes", "informal": "informal instruments",
            "other": "other instruments"}  # fmt: skip
_SINGULARS = {"informal": "informal instrument", "other": "other instrument"}


def _was(record: Record, status: str) -> bool:
    """Whether what a pair inherited has a status for its predecessor."""
    by_source = record.verdict in BY_SOURCE and record.agreement.status == status
    return by_source or record.verdict == status


def number_sentences(own: Sequence[Record], inherited: Sequence[Record]) -> Iterator[str]:
    """Yield sentences on the numbers of records.

    By form, then those with further parties, then inherited ones.
    """
    forms = [
        number_and_noun(number, label(form)) for form, number in Counter(r.agreement.form for r in own).most_common()
    ]
    if len(forms) == 1:
        yield f"{forms[0]} of their own {is_or_are(len(own))} recorded."
    else:
        number = f"{number_and_noun(len(own), 'instrument')} of their own" if own else "No instrument of their own"
        yield f"{number} {is_or_are(len(own) or 1)} recorded{': ' if forms else ''}{', '.join(forms)}."
    if wider := sum(1 for record in own if len(record.agreement.parties) > 2):
        yield f"{wider} of them {'has' if wider == 1 else 'have'} further parties."
    if inherited:
        more = (
            f"{len(inherited)} more {is_or_are(len(inherited))}"
            if own
            else f"{len(inherited)} {is_or_are(len(inherited))}"
        )
        yield f"{more} inherited from a predecessor."


def count_by_status(records: Sequence[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Yield each group of the overview that has records.

    As its words and its records; a record is in the first group that it belongs to. Records without any information on
    whether they are in force are in no group.
    """
    left = list(records)
    for words, holds in _GROUPS:
        if found := [record for record in left if holds(record)]:
            yield words, found
            left = [record for record in left if not holds(record)]


def unknown_status_sentence(records: Sequence[Record]) -> str:
    """Return a sentence on agreements of unknown status, or ''."""
    open_ = sum(1 for record in records if not any(holds(record) for _, holds in _GROUPS))
    if not open_:
        return ""
    if open_ == len(records):
        return f"The status {'is' if open_ == 1 else 'of all of them is'} not confirmed."
    all_ = f" of all {len(records)}" if any(record.inherited_from for record in records) else ""
    others = f"the other {'one' if open_ == 1 else open_}{all_}"
    return f"The status of {others} is not confirmed."


def number_and_noun(number: int, name: str) -> str:
    """Return a number and a noun, such as a form: ``2 treaties``."""
    if number == 1:
        return f"1 {_SINGULARS.get(name, name)}"
    return f"{number} {_PLURALS.get(name, name + 's')}"
