"""Why a record has the status it has: the sentence for each verdict of rule 2 (defined in SQL, migration 0002)."""

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.vocabularies import label


def explain_status(record: Record) -> str:
    """Return one sentence that says which fact decided the status, as of ``record.day``."""
    agreement, day = record.agreement, record.day
    asserted = label(agreement.status)
    sentences = {
        "ended": f"ended {agreement.ended}, on or before {day}",
        "end-straddles": f"ended {agreement.ended}, which may be before or after {day}",
        "end-asserted": f"a source says {asserted}; the day it ended is not on record",
        "end-undated": f"a source says {asserted}, on a day not on record: whether before or after {day} is not known",
        "in-force": f"in force from {agreement.in_force}; no end on record",
        "entry-straddles": f"entered into force {agreement.in_force}, which may be before or after {day}",
        "not-yet-signed": f"signed only {agreement.signed}, after {day}",
        "signing-straddles": f"signed {agreement.signed}, which may be before or after {day}",
        "asserted": f"a source says {asserted}; no date of entry into force on record",
        "assertion-undated": f"a source says {asserted}, but nothing on record says since when: not known for {day}",
        "signed": f"signed {agreement.signed}; no entry into force on record by {day}",
        "nothing-known": "no date of signature, entry into force or end on record, and no source asserts a status",
    }
    return sentences[record.verdict]
