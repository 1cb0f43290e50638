"""What an export holds in memory does not grow with the register, whatever it writes."""

import csv
import shutil
import sqlite3
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

import pytest
import seed_data

# The most that Python held at any time, in KiB.
PEAK = """
import sys, tracemalloc
tracemalloc.start()
from wbagree.cli import app
try:
    app(sys.argv[1:])
except SystemExit as leaving:
    assert not leaving.code, leaving.code
print(tracemalloc.get_traced_memory()[1] // 1024, file=sys.stderr)
"""


@pytest.fixture
def register_of(wbagree, tmp_path):
    """Make a register of so many records like the bundled ones, each with a source of its own."""
    bundled = seed_data.rows("agreements")

    def make(size):
        file = tmp_path / f"{size}.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, bundled[0])
            writer.writeheader()
            for number, row in enumerate(islice(cycle(bundled), size)):
                sources = " | ".join(filter(None, (row["sources"], f"Copy {number}")))
                writer.writerow({**row, "key": f"{row['key']}-{number}", "relations": "", "sources": sources})
        assert wbagree("import", str(file), db=file.with_suffix(".db")).returncode == 0
        return file.with_suffix(".db")

    return make


def reduced(register, size):
    """A copy of a register with the first records alone."""
    copy = Path(shutil.copy(register, register.with_stem(str(size))))
    with closing(sqlite3.connect(copy)) as opened, opened:
        opened.execute("PRAGMA foreign_keys = ON")
        first = "SELECT id FROM agreement ORDER BY id LIMIT ?"
        opened.execute(f"DELETE FROM agreement WHERE id NOT IN ({first})", (size,))
    return copy


def test_no_record_is_held_longer_than_it_takes_to_write_it(register_of, stderr_words, tmp_path):
    def peak(register, format_):
        output = str(tmp_path / f"{register.stem}.{format_}")
        return int(stderr_words(PEAK, register, "export", "--format", format_, "--output", output)[0])

    many = register_of(1500)
    few = reduced(many, 1000)
    for format_ in ("csv", "json", "jsonl", "md"):
        # Caches fill up, to a bound; the least that could be kept of a record, its key and a source, is twice as much.
        assert (peak(many, format_) - peak(few, format_)) / 500 < 0.3, format_
