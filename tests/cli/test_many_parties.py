"""A brief compares a pair with the others of a group: with what their number costs, not with its square or cube."""

import sqlite3
from contextlib import closing
from math import comb

import pytest

# Counts what SQLite is asked, and the lines of ours that run.
STEPS = """
import sqlite3, sys
asked, connect, lines = [], sqlite3.connect, 0
def counting(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.set_trace_callback(asked.append)
    return connection
def line(frame, event, argument):
    global lines
    lines += event == "line"
    return line
def ours(frame, event, argument):
    return line if "wbagree" in frame.f_code.co_filename else None
sqlite3.connect = counting
from wbagree.cli import app
sys.settrace(ours)
try:
    app(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
sys.settrace(None)
print(len([statement for statement in asked if not statement.startswith("--")]), lines, file=sys.stderr)
"""


@pytest.fixture
def steps(stderr_words, seeded):
    """How many statements and lines a brief among so many parties takes."""
    with closing(sqlite3.connect(seeded)) as register:
        codes = [code for (code,) in register.execute("SELECT code FROM party ORDER BY code")]

    def run(parties):
        return map(
            int, stderr_words(STEPS, seeded, "brief", "AL-XK", "--among", ",".join(["AL", "XK", *codes][:parties]))
        )

    return run


def test_a_brief_takes_as_many_statements_and_few_more_steps_for_each_other_pair(steps):
    statements, lines = steps(10)
    more_statements, more_lines = steps(30)
    assert more_statements == statements
    assert (more_lines - lines) / (comb(30, 2) - comb(10, 2)) < 20
