"""Assessments of an agreement in words."""

from datetime import date

from wbagree.domain.agreements.agreement import Record
from wbagree.domain.agreements.cell_notation import write_assessment
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.reports.assessments import WORDS, differing


def assessment_text(assessment: Assessment) -> str:
    """Return an assessment as one line, without the colon of an empty observation."""
    return write_assessment(assessment).removesuffix(":")


def disagreement(record: Record) -> str:
    """Return a sentence about assessors who differ, or ''."""
    latest = differing(record.agreement.implementation, date.fromisoformat(record.day))
    scores = (f"{WORDS[one.score]}{f' for {one.party}' * bool(one.party)} ({_assessor(one)})" for one in latest)
    return f"Assessors differ: {'; '.join(scores)}" if latest else ""


def _assessor(assessment: Assessment) -> str:
    return ", ".join((assessment.assessor or assessment.source or "nobody named", str(assessment.on)))
