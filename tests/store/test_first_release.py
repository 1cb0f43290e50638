"""What the first release left: a register with a user's own records under keys of the new bundle, and exports."""

import csv
import io
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import seed_data

DUMP = Path(__file__).parent / "dumps" / "0006.sql"  # the schema of the first release
OWN = 30
COPIED = "AL-XK-2012-1"


def add_own(register, key, number):
    """Add a user's own MoU under a key, as the first release stored it: a copy of another row, and its lists."""
    parties, _, _ = key.rpartition("-")[0].rpartition("-")
    codes = [row[0] for row in register.execute("SELECT code FROM party ORDER BY length(code) DESC")]
    columns = [row[1] for row in register.execute("PRAGMA table_info(agreement)") if row[1] != "id"]
    own = {"key": key, "title": f"Our own memorandum {number}", "title_original": "", "form": "mou", "notes": "",
           "signed": f"1999-01-{number:02}", "parties": ";".join(sorted(split(parties, codes)))}  # fmt: skip
    own |= {f"signed_{end}": own["signed"] for end in ("earliest", "latest")}
    values = ", ".join(f":{name}" if name in own else f'"{name}"' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    register.execute(f"INSERT INTO agreement ({names}) SELECT {values} FROM agreement WHERE key = '{COPIED}'", own)
    (here,) = register.execute("SELECT id FROM agreement WHERE key = ?", (key,)).fetchone()
    for party in own["parties"].split(";"):
        register.execute("INSERT INTO participation (agreement_id, party_code) VALUES (?, ?)", (here, party))
    register.execute(
        "INSERT INTO agreement_type SELECT ?, position, type_code FROM agreement_type JOIN agreement ON agreement_id ="
        " id WHERE key = ?", (here, COPIED))  # fmt: skip
    register.execute("INSERT INTO issued_key (key) VALUES (?)", (key,))
    register.execute("INSERT INTO agreement_text (rowid, title) VALUES (?, ?)", (here, own["title"]))


def split(parties, codes):
    """The codes that are joined in a key."""
    if not parties:
        return []
    first = next(code for code in codes if parties == code or parties.startswith(f"{code}-"))
    return [first, *split(parties[len(first) + 1 :], codes)]


@pytest.fixture
def own_keys():
    """Thirty keys of the new bundle that the first release's did not have, of pairs."""
    with closing(sqlite3.connect(":memory:")) as register:
        register.executescript(DUMP.read_text(encoding="utf-8"))
        taken = {row[0] for row in register.execute("SELECT key FROM issued_key")}
        codes = {row[0] for row in register.execute("SELECT code FROM party")}
    return [
        row["key"]
        for row in seed_data.rows("agreements")
        if row["key"] not in taken
        and row["key"].count("-") == 3
        and {*row["key"].split("-")[:2]} <= codes
        and row["key"].split("-")[2].isdigit()
    ][::10][:OWN]


@pytest.fixture
def register(tmp_path, own_keys):
    """The register of the first release, with the user's own records."""
    path = tmp_path / "first.db"
    with closing(sqlite3.connect(path)) as made, made:
        made.executescript(DUMP.read_text(encoding="utf-8"))
        for number, key in enumerate(own_keys, 1):
            add_own(made, key, number)
    return path


@pytest.fixture
def run(programs):
    """Run the program on a register: what it wrote and said."""

    def ran(path, *arguments):
        code, (out, err) = programs.run(arguments, b"", {**os.environ, "WBAGREE_DB": str(path)})
        assert code == 0, (arguments, err)
        return out.decode(), err.decode()

    return ran


def test_all_of_the_users_own_and_all_of_the_bundle_are_there_and_each_is_said(register, own_keys, run):
    assert len(own_keys) == OWN
    run(register, "db", "upgrade")
    messages = run(register, "seed")[1]
    stored = {row["key"]: row for row in csv.DictReader(io.StringIO(run(register, "export", "--format", "csv")[0]))}
    for number, key in enumerate(own_keys, 1):
        assert (stored[key]["title"], stored[key]["signed"]) == (f"Our own memorandum {number}", f"1999-01-{number:02}")
        sentence = f"{key} is another agreement here; added as "
        assert messages.count(sentence) == 1
        moved = messages.split(sentence)[1].split()[0].rstrip(",;.")
        (row,) = [row for row in seed_data.rows("agreements") if row["key"] == key]
        assert (stored[moved]["title"], stored[moved]["signed"]) == (row["title"], row["signed"])
    here = {(row["title"], row["signed"], row["parties"]) for row in stored.values()}
    bundled = seed_data.rows("agreements")
    assert [row["key"] for row in bundled if (row["title"], row["signed"], row["parties"]) not in here] == []
    assert "is another agreement here" not in run(register, "seed")[1]
    assert {row["key"] for row in csv.DictReader(io.StringIO(run(register, "list", "--format", "csv")[0]))} == {*stored}
    assert "is sound" in run(register, "db", "check")[1]


def write(path, rows):
    """Write rows as the first release exported them, without ids and versions."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def exported(tmp_path):
    """An export of the first release with the bundled rows that were corrected since."""
    path = tmp_path / "exported.csv"
    write(path, seed_data.rows("earlier/agreements"))
    return path


def test_an_export_of_the_first_release_undoes_no_correction_of_the_bundle(whole, exported, run):
    rows, before = seed_data.rows("earlier/agreements"), run(whole, "export", "--format", "csv")[0]
    now = seed_data.agreements()
    corrected = [row for row in rows if row.items() - now[row["key"]].items()]  # the others got a field that is new
    messages = run(whole, "import", str(exported))[1]
    for row in corrected:
        assert f"{row['key']} skipped: a newer bundle corrected it since this file was exported\n" in messages
    assert f"0 new, 0 updated, {len(rows) - len(corrected)} unchanged, {len(corrected)} skipped" in messages
    assert run(whole, "export", "--format", "csv")[0] == before
    edited = [{**row, "notes": f"{row['notes']} Seen in the gazette.".strip()} for row in rows]
    write(exported, edited)
    assert f"{len(rows)} updated" in run(whole, "import", str(exported))[1]


def test_an_export_of_the_first_release_and_then_the_bundle_are_the_bundle(whole, empty, exported, run):
    run(empty, "import", str(exported))
    messages = run(empty, "seed")[1]
    assert "skipped" not in messages
    assert "another agreement here" not in messages
    assert run(empty, "export", "--format", "csv")[0] == run(whole, "export", "--format", "csv")[0]
