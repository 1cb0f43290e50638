"""Explanations for readers of an export: its limits, and each column."""

from wbagree.domain.agreements.fields import FIELDS, ID, VERSION

LIMITS = (
    "A research register, not a treaty series: the number of records reflects what open sources showed, not what was"
    " signed, and a status that no source states is unknown, not valid. Check the depositary or the gazette before"
    " relying on a record."
)
COLUMN_LEGENDS = {
    **{field.name: field.legend for field in FIELDS},
    "between": "Who is bound, in names: to filter by",
    "computed_status": "From the dates and what a source asserts, as of the day above; never assumed to be in force",
    "status_reason": "Why the status is that",
    "inherited_from": "The predecessor that signed",
    "score": "The latest assessment of implementation",
    ID: "What identifies the record in all registers; empty in a row that is a new one",
    VERSION: "A digest of the content, by which an import knows what is new in a row",
}
