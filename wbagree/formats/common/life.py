"""The life of one agreement: what happened, by date."""

from collections.abc import Iterator

from wbagree.domain.agreements.agreement import Agreement, Record
from wbagree.domain.agreements.status import asserted_words
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.reports.assessments import assessment_text

LIFE_COLUMNS = ("date", "what", "party", "reference", "source")


def life_rows(record: Record) -> list[dict[str, object]]:
    """Return the events of an agreement in time, each with ``LIFE_COLUMNS``.

    What takes effect on another day than it was done is there twice.
    """
    events = sorted(_events(record.agreement), key=lambda event: (event[0].earliest, event[0].latest))
    return [dict(zip(LIFE_COLUMNS, (str(day), *texts), strict=True)) for day, *texts in events]


def _events(agreement: Agreement) -> Iterator[tuple[PartialDate, str, str, str, str]]:
    place = f" in {agreement.place}" if agreement.place else ""
    for day, what in (
        (agreement.signed, f"signed{place}"),
        (agreement.in_force, "entered into force"),
        (agreement.ended, "ended"),
        (agreement.status_on, asserted_words(agreement)),
    ):
        if day:
            yield day, what, "", "", ""
    for act in agreement.acts:
        kind = act.kind.replace("-", " ")
        party = act.party or "all"
        note = f": {act.note}" if act.note else ""
        yield act.on, f"{kind}{note}", party, act.reference, act.source
        if act.effect:
            yield act.effect, f"{kind} of {act.on} takes effect", party, "", ""
    for seen in agreement.implementation:
        yield seen.on, f"assessed: {assessment_text(seen)}", seen.party, "", ""
