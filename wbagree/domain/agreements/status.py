"""The status of an agreement in words, with its reason and source.

The status itself is computed in SQL, in ``agreement_view``.
"""

from collections.abc import Iterator
from datetime import date

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.vocabularies import label

# Years after which a negotiation or provisional application is probably over.
_STALE_YEARS = 5
# The verdicts that rest on a source's assertion alone.
_BY_SOURCE = ("asserted", "end-asserted")


def status_words(record: Record) -> str:
    """Return the computed status in words.

    With the date of the source, if it rests on what a source asserts; with the predecessor, if it is inherited.
    """
    words = label(record.status)
    if record.verdict in _BY_SOURCE and record.agreement.status_on:
        words += f" (source of {record.agreement.status_on})"
    return f"{words} (inherited from {record.inherited_from})" if record.inherited_from else words


def asserted_words(agreement: Agreement) -> str:
    """Return the asserted status as a clause, or ''.

    As in ``a source of 2014 says in force``.
    """
    source = f"a source of {agreement.status_on}" if agreement.status_on else "a source"
    return f"{source} says {label(agreement.status)}" if agreement.status else ""


def explain_status(record: Record) -> str:
    """Return a sentence with the fact that decided the status."""
    agreement, day = record.agreement, record.day
    asserted = asserted_words(agreement)
    sentences = {
        "ended": f"ended {agreement.ended}, on or before {day}",
        "end-straddles": f"ended {agreement.ended}, which may be before or after {day}",
        "end-asserted": f"{asserted}; the day it ended is not on record",
        "end-undated": f"{asserted}, on a day not on record: whether before or after {day} is not known",
        "in-force": f"in force from {agreement.in_force}; no end on record",
        "entry-straddles": f"entered into force {agreement.in_force}, which may be before or after {day}",
        "not-yet-signed": f"signed only {agreement.signed}, after {day}",
        "signing-straddles": f"signed {agreement.signed}, which may be before or after {day}",
        "asserted": f"{asserted}; no date of entry into force on record",
        "assertion-undated": f"{asserted}, but nothing on record says since when: not known for {day}",
        "signed": f"signed {agreement.signed}; no entry into force on record by {day}",
        "nothing-known": "no date of signature, entry into force or end on record, and no source asserts a status",
    }
    return sentences[record.verdict]


def doubts_of_status(agreement: Agreement, today: date) -> Iterator[str]:
    """Yield a sentence if an asserted status may be out of date.

    It is a temporary one, such as a negotiation, and old or of unknown age.
    """
    if agreement.status not in ("negotiation", "provisional", "not-in-force") or agreement.in_force or agreement.ended:
        return
    if on := agreement.status_on:
        if today.year - on.year > _STALE_YEARS:
            yield f"asserted {agreement.status} by a source of {on}: look whether that still holds"
    elif agreement.signed is None:
        yield f"asserted {agreement.status} without any date: look whether that still holds"
    elif today.year - agreement.signed.year > _STALE_YEARS:
        yield f"asserted {agreement.status}, though signed {agreement.signed}: look whether that still holds"
