"""What is said of a file is what the file is: how many records it holds, what it is a copy of, that it was left."""

import csv
import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import seed_data
from docx import Document
from python_calamine import CalamineWorkbook

from wbagree.store.file.connection import REVISION

CALLED = Path(__file__).with_name("called.py")
KEY = re.compile(r"\b[A-Z]{2,}-[A-Z-]+?-(?:\d{4}|nd)-\d+\b")
NUMBER = re.compile(r"(\d+) (?:records?|agreements?)\b")


def of_csv(path):
    with path.open(encoding="utf-8", newline="") as file:
        return [row["key"] for row in csv.DictReader(file)]


def of_workbook(path):
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [row[0] for row in rows if KEY.fullmatch(str(row[0]))]


def of_document(path):
    lines = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    return [found[0] for line in lines if (found := KEY.match(line))]


# How the keys of the records in a file are found, by none of our own readers.
KEYS = {
    "csv": of_csv,
    "json": lambda path: [row["key"] for row in json.loads(path.read_text(encoding="utf-8"))],
    "jsonl": lambda path: [json.loads(line)["key"] for line in path.read_text(encoding="utf-8").splitlines()],
    "xlsx": of_workbook,
    "md": lambda path: re.findall(rf"^\*\*({KEY.pattern})\*\*", path.read_text(encoding="utf-8"), re.MULTILINE),
    "docx": of_document,
    "html": lambda path: re.findall(rf'<article id="({KEY.pattern})"', path.read_text(encoding="utf-8")),
}


@pytest.mark.parametrize("ending", KEYS)
@pytest.mark.parametrize("question", [("--pair", "AL-XK"), ("--type", "extradition", "--among", "wb6")])
def test_a_file_holds_as_many_records_as_is_said(ending, question, wbagree, seeded, tmp_path):
    path = tmp_path / f"out.{ending}"
    command = ("report" if ending == "html" else "export", *question, "--no-inherited", str(path))
    ran = wbagree(*command, db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert f"written to {path}" in ran.stderr
    listed = wbagree("list", *question, "--no-inherited", "--format", "csv", "--columns", "key", db=seeded)
    keys = listed.stdout.split()[1:]
    assert sorted(set(KEYS[ending](path))) == sorted(keys)
    assert len(KEYS[ending](path)) == len(keys) == int(NUMBER.search(ran.stderr)[1])


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl"])
def test_stdout_holds_as_many_records_as_is_said(format_, wbagree, seeded, tmp_path):
    ran = wbagree("export", "--pair", "AL-XK", "--format", format_, db=seeded)
    (tmp_path / "out").write_text(ran.stdout, encoding="utf-8")
    number = int(re.fullmatch(r"(\d+) agreements written", ran.stderr.strip())[1])
    assert len(KEYS[format_](tmp_path / "out")) == number > 0


@pytest.mark.parametrize(
    ("name", "command", "ending", "lines"),
    [
        ("list", ("list", "--pair", "AL-XK"), "csv", True),
        ("summary", ("summary",), "md", False),
        ("brief", ("brief", "AL-XK"), "md", False),
        ("plot", ("plot", "matrix"), "svg", False),
    ],
)
def test_a_file_that_is_said_to_be_written_is_what_stdout_would_have_had(
    name, command, ending, lines, wbagree, seeded, tmp_path
):
    path = tmp_path / f"out.{ending}"
    into = (str(path),) if name == "plot" else ("--output", str(path))
    ran = wbagree(*command, *into, db=seeded)
    assert f"written to {path}" in ran.stderr
    if name == "plot":
        assert path.read_text(encoding="utf-8").startswith("<svg ")
        assert re.match(
            rf"{len(seed_data.some())} agreements, written to", wbagree("plot", "timeline", str(path), db=seeded).stderr
        )
    else:
        option = ("--format", ending) if name != "brief" else ()
        assert path.read_text(encoding="utf-8") == wbagree(*command, *option, db=seeded).stdout
    if lines:
        assert NUMBER.search(ran.stderr)[1] == str(len(path.read_text(encoding="utf-8").splitlines()) - 1)


@pytest.mark.parametrize("command", [("report", "html", ""), ("plot timeline", "svg", " more")])
def test_what_is_said_not_to_be_drawn_is_counted_as_the_list_has_it(command, wbagree, seeded, tmp_path):
    name, ending, more = command
    wbagree(*name.split(), "--pair", "HR-RS", str(tmp_path / f"out.{ending}"), db=seeded)
    listed = wbagree("list", "--pair", "HR-RS", "--format", "csv", "--columns", "signed,inherited_from", db=seeded)
    rows = list(csv.DictReader(listed.stdout.splitlines()))
    own = [row for row in rows if not row["inherited_from"]]
    undated = [row for row in own if not row["signed"]]
    drawn = (tmp_path / f"out.{ending}").read_text(encoding="utf-8")
    assert f"Without a date of signature, and not drawn: {len(undated)} of {len(own)}." in drawn
    assert f"Signed by a predecessor (inherited), and not drawn: {len(rows) - len(own)}{more}." in drawn


def test_an_import_whose_copy_cannot_be_written_stores_nothing(wbagree, seeded, long_list, content, tmp_path):
    long = tmp_path / f"{'r' * 230}.db"
    seeded.rename(long)
    before = content(long)
    ran = wbagree("import", str(long_list), "--on-duplicate", "add", db=long)
    assert ran.returncode == 7
    assert f"a copy beside {long} cannot be written: File name too long" in ran.stderr
    assert content(long) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [long.name]


def test_a_backup_a_restore_and_an_upgrade_made_what_they_say(wbagree, seeded, earlier, content, tmp_path):
    copy, before = tmp_path / "copy.db", content(seeded)
    ran = wbagree("db", "backup", str(copy), db=seeded)
    assert f"{seeded} copied to {copy}" in ran.stderr
    assert content(copy) == before
    bytes_ = copy.read_bytes()
    assert (
        f"{copy} exists already and was not changed. Choose another name."
        in wbagree("db", "backup", str(copy), db=seeded).stderr
    )
    assert copy.read_bytes() == bytes_
    wbagree("delete", "AL-XK-2012-1", "--yes", db=seeded)
    changed = content(seeded)
    ran = wbagree("db", "restore", str(copy), "--yes", db=seeded)
    kept = re.search(rf"Restored from {copy}: {seeded}\. The previous register was saved as (\S+)", ran.stderr)[1]
    assert content(seeded) == before
    assert content(tmp_path / kept) == changed
    other = tmp_path / "new" / "other.db"
    assert f"Restored from {copy}: {other}\n" in wbagree("db", "restore", str(copy), "--yes", db=other).stderr
    assert content(other) == before
    old = tmp_path / "old.db"
    shutil.copy(earlier, old)
    was = content(old)
    assert "wbagree db upgrade brings it up to date and keeps a copy beside it" in wbagree("list", db=old).stderr
    ran = wbagree("db", "upgrade", db=old)
    pattern = rf"{old} upgraded from schema 0002 to {REVISION}; what it was is kept as (\S+)"
    assert content(tmp_path / re.search(pattern, ran.stderr)[1]) == was
    assert REVISION in content(old)[0]
    now = content(old)
    assert f"{old} is up to date (schema {REVISION})" in wbagree("db", "upgrade", db=old).stderr
    assert content(old) == now
    assert f"{old} is sound" in wbagree("db", "check", db=old).stderr


def test_a_new_register_is_said_to_be_new_when_it_is(wbagree, tmp_path):
    path = tmp_path / "new" / "register.db"
    assert f"new register: {path}" in wbagree("seed", db=path).stderr
    assert path.is_file()
    assert "new register" not in wbagree("seed", db=path).stderr


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "newer wbagree (schema 9999, this program knows"),
        ("UPDATE alembic_version SET version_num = '0002'", "older wbagree (schema 0002; this program needs"),
        ("PRAGMA application_id = 7", "is not a wbagree register; it was left untouched"),
        ("CREATE TRIGGER spy AFTER INSERT ON agreement BEGIN SELECT 1; END", "such a file is only read"),
    ],
)
@pytest.mark.parametrize(
    "command", [("seed",), ("db", "upgrade"), ("undo", "1", "--yes"), ("db", "restore", "IT", "--yes")]
)
def test_a_file_that_is_not_taken_is_left_untouched(command, statement, sentence, wbagree, seeded, content, tmp_path):
    file = tmp_path / "file.db"
    shutil.copy(seeded, file)
    with closing(sqlite3.connect(file, isolation_level=None)) as register:
        register.execute("PRAGMA journal_mode = DELETE")
        register.execute(statement)
    if "0002" in statement and command[0] == "db":
        return  # an older one is upgraded, and put back
    before, mine = file.read_bytes(), content(seeded)
    words = [str(file) if word == "IT" else word for word in command]
    ran = wbagree(*words, db=seeded if "IT" in command else file)
    assert ran.returncode == 7, ran
    assert sentence in ran.stderr
    assert file.read_bytes() == before
    assert content(seeded) == mine
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["file.db", "register.db"]


def test_an_upgrade_that_would_break_references_changes_nothing(wbagree, earlier, tmp_path):
    old = tmp_path / "old.db"
    shutil.copy(earlier, old)
    with closing(sqlite3.connect(old)) as register, register:
        register.execute("INSERT INTO party_name VALUES ('QQ', 'Nowhere', '', '', '')")
    before = old.read_bytes()
    ran = wbagree("db", "upgrade", db=old)
    assert "the upgrade would break 1 references; nothing was changed" in ran.stderr
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.glob("old*")] == ["old.db"]


@pytest.mark.skipif(not os.path.exists("/proc/self"), reason="no folder here that not even its owner can write to")  # noqa: PTH110
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("db", "restore", "COPY", "--yes", "--db", "/proc/register.db"), "/proc/register.db cannot be replaced: "),
        (("db", "backup", "/proc/copy.db"), "/proc/copy.db cannot be written: "),
        (("db", "backup", "COPY/copy.db"), "copy.db cannot be written: COPY is no folder"),
        (("export", "/proc/all.csv"), "/proc/all.csv cannot be written: "),
        (("import", "LIST", "--save-map", "mine", "--dry-run"), "/proc/maps/mine.toml cannot be written: "),
    ],
)
def test_what_cannot_be_written_is_not_there_and_nothing_else_is_another(
    command, sentence, wbagree, seeded, content, file, tmp_path
):
    copy = tmp_path / "copy.db"
    shutil.copy(seeded, copy)
    before, files = content(seeded), sorted(os.listdir(tmp_path))  # noqa: PTH208
    names = {"COPY": str(copy), "LIST": file("title,parties,form,types,signed\nOne,AL;XK,mou,mla,2009\n")}
    words = [word.replace("COPY", names["COPY"]).replace("LIST", names["LIST"]) for word in command]
    ran = wbagree(*words, db=seeded, env={"WBAGREE_MAPS": "/proc/maps"})
    assert ran.returncode in (4, 7), ran
    assert sentence.replace("COPY", names["COPY"]) in ran.stderr
    assert (content(seeded), content(copy)) == (before, before)
    assert sorted({*os.listdir(tmp_path)} - {"list.csv"}) == files  # noqa: PTH208
    assert not os.path.exists(words[-1] if words[-1].startswith("/proc/") else "/proc/register.db")  # noqa: PTH110


@pytest.mark.parametrize(
    ("most", "command", "code", "sentence"),
    [
        (100_000, ("import", "-"), 6, "stdin cannot be kept while it is read: File too large"),
        (
            8192,
            ("edit", "AL-XK-2012-1", "--place", "Here"),
            7,
            "register.db: its drive could not read or write (disk I/O",
        ),
        (
            8192,
            ("db", "backup", "copy.db"),
            7,
            "register.db cannot be copied: a drive could not read or write (disk I/O",
        ),
    ],
)
def test_what_has_no_place_is_not_stored_and_nothing_is_left_of_it(
    most, command, code, sentence, seeded, content, programs, tmp_path
):
    before, env = content(seeded), {**os.environ, "WBAGREE_DB": str(seeded)}
    rows = "".join(f"Number {n},AL;XK,mou,mla,2009\n" for n in range(9000))
    stdin = f"title,parties,form,types,signed\n{rows}".encode()
    ended, (_, errors) = programs.run(command, stdin, env, folder=tmp_path, largest=most)
    assert ended == code, errors
    assert sentence in errors.decode()
    assert content(seeded) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["register.db"]


# Backs a register up to a small drive.
NO_ROOM = """
os.environ["WBAGREE_DB"] = sys.argv[1]
sys.argv[1:] = ["db", "backup", f"{place}/copy.db"]
from wbagree.__main__ import main
try:
    main()
finally:
    print(*os.listdir(place))
"""


def test_a_copy_for_which_there_is_no_room_is_not_made(seeded, content, on_small_drive):
    before = content(seeded)
    ran = on_small_drive(NO_ROOM, 400, "", str(seeded))
    assert (ran.returncode, ran.stdout) == (7, "\n"), ran
    assert f"{seeded} cannot be copied: the disk is full" in ran.stderr
    assert content(seeded) == before


def test_a_new_register_that_a_signal_left_is_empty_as_is_said(empty, content, programs, tmp_path):
    new = tmp_path / "new" / "register.db"
    arguments = ("INT", "command_line_for_history", "--db", str(new), "seed")
    code, (_, errors) = programs.run(arguments, b"", dict(os.environ), code=CALLED.read_text())
    assert (code, errors.decode()) == (
        130, f"new register: {new}\n\nwbagree: stopped; nothing was changed; the new register {new} is empty\n"
    )  # fmt: skip
    assert content(new) == content(empty)


def test_what_can_still_be_read_is_in_a_backup_as_is_said(wbagree, seeded, content, tmp_path):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("UPDATE agreement SET signed = 'soon' WHERE key = 'AL-XK-2012-1'")
    ran = wbagree("db", "check", db=seeded)
    assert "wbagree db backup FILE keeps what can still be read" in ran.stderr
    assert wbagree("db", "backup", str(tmp_path / "copy.db"), db=seeded).returncode == 0
    assert content(tmp_path / "copy.db") == content(seeded)


@pytest.mark.parametrize(
    ("statement", "command", "sentence"),
    [
        ("UPDATE change SET fields = '[' WHERE position = 1", ("undo", "1", "--yes"),
         "change set 1 is damaged: what it changed cannot be read"),
        ("UPDATE change SET subject = 'nothing' WHERE position = 1", ("undo", "1", "--yes"),
         "the history is damaged: it names 'nothing', which is unknown"),
    ],
)  # fmt: skip
def test_a_history_that_is_called_damaged_is_and_is_left_as_it_is(
    statement, command, sentence, wbagree, seeded, content
):
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute(statement)
    before = content(seeded)
    ran = wbagree(*command, db=seeded)
    assert ran.returncode == 7
    assert sentence in ran.stderr
    assert content(seeded) == before
    assert "1/1: change." in wbagree("db", "check", db=seeded).stderr
