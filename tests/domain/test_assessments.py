"""The latest assessment of each assessor, where they differ, and the shares that monitors publish."""

from datetime import date

import pytest

from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.reports.assessments import differing_assessments, latest_of_each, shares
from wbagree.domain.reports.summary import GroupBy, Summary, SummaryRow

DAY = date(2026, 11, 1)


def seen(on, score, assessor="", party="", source=""):
    return Assessment(PartialDate.parse(on), score, "", source, assessor, party)


POLICE_OLD, POLICE = seen("2020", "none", "Police"), seen("2024", "full", "Police")
MONITOR = seen("2022-05", "partial", "Monitor")
FOR_XK = seen("2023", "none", "Monitor", "XK")
REPORT = seen("2021", "full", source="Report")


@pytest.mark.parametrize(
    ("assessments", "day", "latest"),
    [
        ((POLICE, POLICE_OLD), DAY, [POLICE]),
        ((POLICE, POLICE_OLD), date(2023, 1, 1), [POLICE_OLD]),
        # A year has begun on its first day.
        ((POLICE,), date(2024, 1, 1), [POLICE]),
        ((POLICE,), date(2023, 12, 31), []),
        ((MONITOR, FOR_XK, POLICE), DAY, [MONITOR, FOR_XK, POLICE]),
        ((REPORT, seen("2022", "none", source="Report")), DAY, [seen("2022", "none", source="Report")]),
        # Of two of one day the later entered counts.
        ((POLICE, seen("2024", "none", "Police")), DAY, [seen("2024", "none", "Police")]),
        ((), DAY, []),
    ],
)
def test_the_latest_of_each_is_for_each_assessor_and_party(assessments, day, latest):
    assert latest_of_each(assessments, day) == latest


@pytest.mark.parametrize(
    ("assessments", "differ"),
    [
        ((POLICE, MONITOR), [MONITOR, POLICE]),
        ((POLICE, POLICE_OLD), []),
        ((POLICE, REPORT), []),
        ((POLICE, seen("2025", "unknown", "Monitor")), []),
        # One assessor who judges two parties apart does not differ from anybody.
        ((MONITOR, FOR_XK), []),
        ((POLICE, FOR_XK), [FOR_XK, POLICE]),
        ((POLICE, seen("2025", "none", "police")), []),
    ],
)
def test_assessors_differ_by_their_latest_scores(assessments, differ):
    assert differing_assessments(assessments, DAY) == differ


def row(name, records):
    return SummaryRow(name, records, 0, 0, 0, 0, 0, 0, 0, "", "", 0, 0)


def test_the_shares_have_the_never_assessed_first_and_every_score():
    summary = Summary(GroupBy.ASSESSMENT, "2026-11-01", (row("never assessed", 3), row("full", 2), row("none", 1)),
                      row("total", 6))  # fmt: skip
    lines = [(line.name, line.records, line.of_all, line.of_assessed) for line in shares(summary)]
    assert lines == [
        ("never assessed", 3, 50.0, None),
        ("fully applied", 2, 33.3, 66.7),
        ("partly applied", 0, 0.0, 0.0),
        ("not begun", 1, 16.7, 33.3),
        ("no information", 0, 0.0, 0.0),
    ]


def test_nothing_has_no_shares():
    lines = shares(Summary(GroupBy.ASSESSMENT, "2026-11-01", (), row("total", 0)))
    assert {(line.records, line.of_all) for line in lines} == {(0, 0.0)}
