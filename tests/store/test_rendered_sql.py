"""What six questions ask SQLite, whole, in ``golden/sql``: to be read, and to see what a change of the SQL changes."""

import re
from datetime import date

import pytest

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.store.file import connection
from wbagree.store.read import agreements, matrix, summaries

DAY = date(2024, 1, 1)
FIELDS = ("key", "title", "parties", "signed", "status")
QUESTIONS = {
    "list_of_a_pair": lambda register: list(
        agreements.records(register, Filter(pair=("AL", "XK"), as_of=DAY), fields=FIELDS)
    ),
    "list_of_a_search_among_parties": lambda register: list(
        agreements.records(
            register,
            Filter(
                among=("AL", "ME", "XK"),
                types=("mla", "extradition"),
                statuses=("ended", "in-force"),
                since=PartialDate.parse("2005-06"),
                text="police -border",
                public=True,
                as_of=DAY,
            ),
            sort="match",
            limit=20,
            fields=FIELDS,
        )
    ),
    "summary_by_pair": lambda register: summaries.summary(
        register, Filter(among=("AL", "ME", "XK"), as_of=DAY), summaries.GroupBy.PAIR
    ),
    "summary_by_year_without_inherited": lambda register: summaries.summary(
        register, Filter(parties=("RS",), inherited=False, undated=False, as_of=DAY), summaries.GroupBy.YEAR
    ),
    "matrix_by_type": lambda register: matrix.matrix(register, Filter(among=("AL", "ME", "XK"), as_of=DAY), "type"),
    "matrix_by_group_of_a_party": lambda register: matrix.matrix(
        register, Filter(parties=("XK",), forms=("agreement",), as_of=DAY), "group"
    ),
}
# What begins a line, at the depth of its brackets, and a bracket that ends a subquery.
CLAUSE = re.compile(
    r"(?<=[ (])(?<!LEFT )(?<!CROSS )(?<!FILTER \()"
    r"(?=(?:WITH|SELECT|FROM|LEFT JOIN|CROSS JOIN|JOIN|WHERE|AND|GROUP BY|HAVING|ORDER BY|LIMIT|UNION(?: ALL)?)\b)"
    r"|(?<=\),)(?= \w+ AS \(SELECT)"
)
COMMON = "-- with the same common tables"


def laid_out(sql):
    lines, depth = [], 0
    for part in map(str.strip, CLAUSE.split(sql)):
        lines.append("  " * (depth + part.startswith("AND")) + part)
        depth += part.count("(") - part.count(")")
    return lines


def without_repetition(statements):
    """Leave the common tables out of all statements but the first that has the same."""
    seen = []
    for lines in statements:
        end = next((place for place, line in enumerate(lines) if line.startswith("SELECT")), 0)
        yield [COMMON, *lines[end:]] if lines[:end] in seen else lines
        seen += [lines[:end]] if end else []


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked_in_this_sql(name, bundled, golden):
    traced = []
    with connection.open_for_reading(bundled) as register:
        register.set_trace_callback(traced.append)
        QUESTIONS[name](register)
        register.set_trace_callback(None)
    # SQLite's full-text index asks for more itself.
    statements = [laid_out(sql) for sql in traced if not re.match("--|PRAGMA|.*_config'$", sql)]
    assert statements
    golden(f"sql/{name}.sql", "\n".join("\n".join(lines) + ";\n" for lines in without_repetition(statements)))
