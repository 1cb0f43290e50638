"""Assessments of the application of agreements, the latest of each assessor."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from wbagree.domain.agreements.cell_notation import write_assessment
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.agreements.vocabularies import Score
from wbagree.domain.text.folding import fold_name

if TYPE_CHECKING:
    from wbagree.domain.agreements.agreement import Record
    from wbagree.domain.reports.summary import Summary

# The scores in the words and the order of the tables that monitors publish.
SCORE_WORDS: Mapping[str, str] = {
    Score.FULL: "fully applied",
    Score.PARTIAL: "partly applied",
    Score.NONE: "not begun",
    Score.UNKNOWN: "no information",
}
NEVER_ASSESSED = "never assessed"


def latest_of_each(assessments: Iterable[Assessment], day: date) -> list[Assessment]:
    """Return the latest assessment of each assessor for each party, in time.

    Only those made up to ``day`` count. If no assessor is named, the source is taken for one. Of two of one day, the
    one entered later counts.
    """
    latest: dict[tuple[str, str], Assessment] = {}
    for seen in sorted((one for one in assessments if one.on.earliest <= day), key=lambda one: one.on.latest):
        who = (_assessor_key(seen), seen.party)
        latest.pop(who, None)
        latest[who] = seen
    return list(latest.values())


def differing_assessments(assessments: Iterable[Assessment], day: date) -> list[Assessment]:
    """Return the latest assessment of each assessor if their scores differ.

    Otherwise nothing. The score ``unknown`` (no information) does not count.
    """
    latest = [seen for seen in latest_of_each(assessments, day) if seen.score != Score.UNKNOWN]
    apart = any(a.score != b.score and _assessor_key(a) != _assessor_key(b) for a, b in combinations(latest, 2))
    return latest if apart else []


def assessment_text(assessment: Assessment) -> str:
    """Return an assessment as one line.

    Without the colon of an empty observation.
    """
    return write_assessment(assessment).removesuffix(":")


def disagreement_sentence(record: "Record") -> str:
    """Return a sentence about assessors who differ, or ''."""
    latest = differing_assessments(record.agreement.implementation, date.fromisoformat(record.day))
    scores = (f"{SCORE_WORDS[one.score]}{f' for {one.party}' * bool(one.party)} ({_assessor(one)})" for one in latest)
    return f"Assessors differ: {'; '.join(scores)}" if latest else ""


def _assessor(assessment: Assessment) -> str:
    return ", ".join((assessment.assessor or assessment.source or "nobody named", str(assessment.on)))


def _assessor_key(seen: Assessment) -> str:
    return fold_name(seen.assessor or seen.source)


class Share(NamedTuple):
    """One line of the table that monitors publish: a number and shares.

    ``of_all`` and ``of_assessed`` are percentages; ``of_assessed`` is None for records that were never assessed.
    """

    name: str
    records: int
    of_all: float
    of_assessed: float | None


def shares(summary: "Summary") -> list[Share]:
    """Return the shares for a summary by assessment.

    Never assessed comes first, then every score.
    """
    counted = {row.name: row.records for row in summary.rows}
    total, assessed = summary.total.records, summary.total.records - counted.get(NEVER_ASSESSED, 0)
    never = Share(NEVER_ASSESSED, counted.get(NEVER_ASSESSED, 0), _percent(counted.get(NEVER_ASSESSED, 0), total), None)
    scores = [(SCORE_WORDS[score], counted.get(score, 0)) for score in SCORE_WORDS]
    return [
        never,
        *(Share(name, number, _percent(number, total), _percent(number, assessed)) for name, number in scores),
    ]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
