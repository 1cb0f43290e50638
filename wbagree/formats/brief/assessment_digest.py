"""The assessments of a brief: their numbers, and those it shows."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.agreements.vocabularies import Score
from wbagree.domain.reports.assessments import SCORE_WORDS

JUDGEMENT_WORDS = {score: words for score, words in SCORE_WORDS.items() if score != Score.UNKNOWN}
# How many reports without a judgement are shown, the newest; two pages have no room for more.
_REPORTS = 2


@dataclass(frozen=True, slots=True)
class DatedAssessment:
    """One assessment of a record."""

    record: Record
    assessment: Assessment

    @property
    def is_judgement(self) -> bool:
        """Whether it judges how far the agreement is applied."""
        return self.assessment.score in JUDGEMENT_WORDS


def dated_assessments(records: Iterable[Record], day: str) -> list[DatedAssessment]:
    """Return the assessments up to a day (ISO), the newest first."""
    found = [DatedAssessment(record, one) for record in records for one in reversed(record.agreement.implementation)]
    known = [one for one in found if one.assessment.on.earliest.isoformat() <= day]
    return sorted(known, key=lambda one: one.assessment.on.latest, reverse=True)


def assessment_sentences(found: list[DatedAssessment], records: int) -> Iterator[str]:
    """Yield sentences that count the ``records`` by their assessments.

    They count the records without an assessment, the judged ones by their latest judgement, and those that have reports
    only.
    """
    seen = {one.record.agreement.key for one in found}
    # In reversed order, the latest judgement replaces earlier ones.
    latest = {one.record.agreement.key: one.assessment.score for one in reversed(found) if one.is_judgement}
    yield f"Never assessed: {records - len(seen)} of {records}."
    if not seen:
        return
    scores: Counter[str] = Counter(latest.values())
    yield from (f"Judged {words}: {scores[score]}." for score, words in JUDGEMENT_WORDS.items() if scores[score])
    if not latest:
        yield "Judged: none."
    if only := len(seen) - len(latest):
        yield f"Only reported on, without a judgement: {only}."


def assessments_to_show(found: list[DatedAssessment]) -> list[DatedAssessment]:
    """Return the assessments that a brief has room for.

    Every judgement, for judgements may disagree; then, for a few records, the latest assessment if it is a report
    without a judgement.
    """
    last = {one.record.agreement.key: one for one in reversed(found)}
    reports = [one for one in found if not one.is_judgement and last[one.record.agreement.key] is one]
    return [one for one in found if one.is_judgement] + reports[:_REPORTS]


def omitted_reports(found: list[DatedAssessment]) -> Counter[str]:
    """Return how many reports are not shown, by key of record."""
    shown = assessments_to_show(found)
    return Counter(one.record.agreement.key for one in found if one not in shown)
