"""What a reader of an export is told of it: its limits, and what stands in each column."""

from wbagree.domain.agreements.vocabularies import Assertion, Confidence, Form, Level, Verb

LIMITS = (
    "A research register, not a treaty series: the number of records reflects what open sources showed, not what was"
    " signed, and a status that no source states is unknown, not valid. Check the depositary or the gazette before"
    " relying on a record."
)
_DATES = (
    "A day is a date; what is known only to the month or year (2012-03, 2012), is inferred (?) or about (~) is text"
)
COLUMNS = {
    "key": "The record's label: given once, never changed, never given again",
    "title": "In English",
    "title_original": "In the original language",
    "form": f"What the document is: {', '.join(Form)}",
    "types": "What it is about, the main type first; the codes are listed below",
    "parties": "Who is bound; the codes are listed below",
    "between": "Who is bound, in names: to filter by",
    "signatories": "Who signed for each party: AL: Institution (Person, position) ; XK: Institution",
    "level": f"The highest rank that signed: {', '.join(Level)}",
    "signed": f"Date of signature. {_DATES}",
    "place": "Of signature",
    "in_force": "Date of entry into force, likewise",
    "ended": "Date of the end, likewise",
    "status": f"Only what a source asserts: {', '.join(Assertion)}",
    "references": "Gazette, law or treaty-series numbers, with ; between them",
    "relations": f"To other records: {', '.join(Verb)}, each with the other's key",
    "sources": "Citation <address>, with | between several; the link leads to the first address",
    "implementation": "What was observed: DATE SCORE for PARTY by WHO: what was seen [source]",
    "confidence": f"How well the sources support the record: {', '.join(Confidence)}",
    "notes": "What a careful reader must know",
    "party_dates": "What one party alone did: AL: ratified 2012-05-03, in force 2012-06-01",
    "renewal": "How it goes on: tacit every 5 years from 2020-03-10, notice 6 months",
    "disclosure": "Restricted, or nothing for what may leave the register",
    "computed_status": "From the dates and what a source asserts, as of the day above; never assumed to be in force",
    "status_reason": "Why the status is that",
    "inherited_from": "The predecessor that signed",
    "score": "The latest assessment of implementation",
}
