"""Nothing reads the whole register to find some of it: SQLite's own word on how it would run our queries."""

import re
import sqlite3
from contextlib import closing
from datetime import date
from typing import ClassVar

import pytest

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.reports.summary import GroupBy
from wbagree.store.file import connection
from wbagree.store.read import change_steps, keys, summaries
from wbagree.store.read.filter_sql import to_sql


def plan(register, query, parameters):
    return [row["detail"] for row in register.execute(f"EXPLAIN QUERY PLAN {query}", parameters)]


def test_a_key_is_looked_up_in_its_index(bundled):
    requested = to_sql(Filter(as_of=date(2026, 11, 1)))
    query = f"SELECT v.* FROM {requested.source} WHERE v.day_json = json_quote(:day) AND v.key = :key"
    with connection.open_for_reading(bundled) as register:
        steps = plan(register, query, {**requested.parameters, "key": "AL-XK-2012-1"})
        steps += plan(register, "SELECT title FROM agreement WHERE key = ?", ("AL-XK-2012-1",))
    assert [step for step in steps if step.startswith(("SCAN a", "SCAN agreement"))] == []
    assert any("INDEX sqlite_autoindex_agreement_1 (key=?)" in step for step in steps)


def test_types_and_relations_are_looked_up_in_their_indexes(bundled):
    with connection.open_for_reading(bundled) as register:
        requested = to_sql(Filter(types=("mla",)))
        steps = plan(register, f"SELECT v.id FROM {requested.source} WHERE {requested.where}", requested.parameters)
        assert any("ix_agreement_type_type (type_code=?)" in step for step in steps)
        steps = plan(register, "SELECT * FROM relation WHERE target_key = ?", ("AL-XK-2012-1",))
        assert any("ix_relation_target_key" in step for step in steps)


QUESTIONS = {
    "a pair": Filter(pair=("AL", "XK")),
    "a party": Filter(parties=("AL",)),
    "two parties": Filter(parties=("AL", "XK")),
    "a group": Filter(among=("AL", "MK", "XK")),
    "since": Filter(since=PartialDate.parse("2012-03")),
    "until": Filter(until=PartialDate.parse("1999")),
    "a range of dates": Filter(since=PartialDate.parse("2012-03"), until=PartialDate.parse("2013")),
    "a dated range": Filter(since=PartialDate.parse("2012"), until=PartialDate.parse("2012")),
    "a type": Filter(types=("mla",)),
    "a text": Filter(text="extradition"),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_question_reads_all_records_to_find_some(question, bundled):
    with connection.open_for_reading(bundled) as register:
        requested = to_sql(question)
        steps = plan(register, f"SELECT v.* FROM {requested.source} WHERE {requested.where}", requested.parameters)
    whole = re.compile(r"SCAN (agreement|a|x|y|participation|agreement_type|g|v)\b")
    assert any(
        step.startswith(("SEARCH a ", "SEARCH x ", "SEARCH v ")) for step in steps
    )  # the names are those of today
    assert [step for step in steps if whole.match(step)] == []


@pytest.mark.parametrize("of", ["agreement", "change"])
def test_whether_anything_is_restricted_is_asked_of_an_index_that_is_all_but_empty(of, bundled):
    with connection.open_for_reading(bundled) as register:
        condition = {"agreement": "disclosure <> ''", "change": "kind = 'delete'"}[of]
        (step,) = plan(register, f"SELECT key FROM {of} WHERE {condition}", ())
    assert {"agreement": "ix_agreement_restricted", "change": "ix_change_deleted"}[of] in step


@pytest.mark.parametrize("by", list(GroupBy))
def test_a_summary_reads_what_it_counts_and_no_titles_and_notes(by, bundled):
    class Planning(sqlite3.Connection):
        """Runs each query, and remembers how."""

        steps: ClassVar[list[str]] = []

        def execute(self, query, parameters=()):
            self.steps.extend(row[3] for row in super().execute(f"EXPLAIN QUERY PLAN {query}", parameters))
            return super().execute(query, parameters)

    with closing(sqlite3.connect(bundled, factory=Planning)) as register:
        register.row_factory = sqlite3.Row
        summaries.summary(register, Filter(), by)
        scans = {step for step in register.steps if re.match(r"SCAN (a|agreement)\b", step)}
    assert "SCAN a USING COVERING INDEX ix_agreement_counted" in scans
    assert [step for step in scans if "COVERING INDEX" not in step] == []


def test_completion_looks_keys_up_by_their_beginning(bundled):
    with connection.open_for_reading(bundled) as register:
        requested = []
        register.set_trace_callback(requested.append)
        assert [key for key, _ in keys.keys_beginning(register, "al-xk-2012", 5)][:1] == ["AL-XK-2012-1"]
        register.set_trace_callback(None)
        steps = plan(register, requested[0], ())
    assert [step for step in steps if step.startswith("SCAN")] == []


def test_what_was_done_to_the_things_of_a_change_set_is_found_by_their_keys(bundled):
    with connection.open_for_reading(bundled) as register:
        requested = []
        register.set_trace_callback(requested.append)
        assert len(change_steps.changes_by_entity(register, 1)) > 761
        register.set_trace_callback(None)
        steps = [step for query in requested for step in plan(register, query, ())]
    assert [step for step in steps if step.startswith("SCAN")] == []


@pytest.mark.parametrize("typed", ["AL-AT-nd", "al-at-nd", "al-at-n", "AL-AT-ND-", "al-at-nd-1"])
def test_the_key_of_an_undated_record_is_completed_in_any_case(typed, bundled):
    with connection.open_for_reading(bundled) as register:
        assert "AL-AT-nd-1" in dict(keys.keys_beginning(register, typed, 200))
