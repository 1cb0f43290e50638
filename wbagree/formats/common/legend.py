"""Explanations for readers of an export: its limits, and each column."""

from wbagree.domain.agreements.fields import FIELDS, ID, VERSION

LIMITS = (
    "This is a research register. It may be incomplete, and an unknown status does not mean in force. Check the"
    " official gazette or depositary."
)
COLUMN_LEGENDS = {
    **{field.name: field.legend for field in FIELDS},
    "between": "Who is bound, in names: to filter by",
    "computed_status": "From the dates and what a source asserts, as of the day above; never assumed to be in force",
    "status_reason": "Why the status is that",
    "inherited_from": "The predecessor that signed",
    "score": "The latest assessment of implementation",
    ID: "What identifies the agreement in all registers; empty in a row that is a new one",
    VERSION: "A digest of the content, by which an import knows what is new in a row",
}
