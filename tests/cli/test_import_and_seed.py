"""``wbagree import`` and ``wbagree seed``."""

import re

import pytest

HEADER = "title,form,types,parties,confidence,signed"


@pytest.fixture
def file(tmp_path):
    """A CSV file with these lines."""

    def write(*lines: str, name: str = "list.csv") -> str:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return str(path)

    return write


def test_every_problem_has_its_line_and_field_and_nothing_is_stored(wbagree, empty, file):
    name = file(
        HEADER,
        "Good one,mou,mla,AL;XK,high,2012-03",
        '"Two\nlines",memo,patrols,AL,,2012-13',
        "Cells,mou,mla",
    )
    ran = wbagree("import", name, db=empty)
    assert (ran.returncode, ran.stdout) == (6, "")
    for problem in (
        ":3 form: 'memo' is none of agreement,",
        ":3 types: unknown type: 'patrols'; did you mean joint-patrol?",
        ":3 parties: an agreement has at least two different parties",
        ":3 confidence: is missing; one of high, medium, low",
        ":3 signed: date '2012-13': there is no month 13",
        ":5 row: has 3 cells where the header has 6",
    ):
        assert f"\nlist.csv{problem}" in f"\n{ran.stderr}"
    assert "of 3 rows 1 would be new, 0 updated, 0 unchanged, 2 refused; nothing was stored" in ran.stderr
    assert wbagree("list", "--columns", "key", "--format", "csv", db=empty).stdout == "key\n"


def test_a_dry_run_tells_what_would_happen_and_stores_nothing(wbagree, empty, file):
    ran = wbagree("import", file(HEADER, "Good one,mou,mla,AL;XK,high,2012-03"), "--dry-run", db=empty)
    assert ran.returncode == 0
    assert "of 1 row 1 would be new" in ran.stderr
    assert "no row was stored" in ran.stderr
    assert wbagree("list", "--columns", "key", "--format", "csv", db=empty).stdout == "key\n"


def test_a_second_import_updates_by_key_and_leaves_absent_columns_alone(wbagree, seeded, file):
    name = file("key," + HEADER, "AL-XK-2012-1,New title,protocol,joint-patrol,AL;XK,high,2012-03-10")
    assert "1 updated" in wbagree("import", name, db=seeded).stderr
    text = wbagree("show", "AL-XK-2012-1", db=seeded).stdout
    assert "New title" in text
    assert "Bujar Nishani" in text
    assert "1 unchanged" in wbagree("import", name, db=seeded).stderr


def test_a_file_from_a_spreadsheet_and_from_stdin_is_read_as_well(wbagree, empty, tmp_path):
    text = "\ufeff" + HEADER + "\r\nOne,mou,mla,Albania;Kosovo,high,2012\r\n"
    (tmp_path / "list.csv").write_bytes(text.encode())
    assert "1 new" in wbagree("import", str(tmp_path / "list.csv"), db=empty).stderr
    assert "1 unchanged" in wbagree("import", "-", stdin=text, db=empty).stderr


@pytest.mark.parametrize("encoding", ["cp1250", "cp1252", "utf-16", "utf-8-sig"])
def test_an_encoding_that_is_not_utf_8_is_recognised(encoding, wbagree, empty, tmp_path):
    title = "Marr\u00ebveshje p\u00ebr njohjen e kualifikimeve"
    path = tmp_path / "list.csv"
    path.write_text(f"title,form,types,parties,confidence\n{title},mou,mla,AL;XK,high\n", encoding=encoding)
    assert wbagree("import", str(path), db=empty).returncode == 0
    assert title in wbagree("show", "AL-XK-nd-1", db=empty).stdout


def test_a_column_that_is_no_field_is_named_and_left_out(wbagree, empty, file):
    ran = wbagree("import", file(HEADER + ",shelf", "One,mou,mla,AL;XK,high,2012,B 7"), db=empty)
    assert ran.returncode == 0
    assert "1 column not imported: shelf. Use --map or --keep-unmapped.\n" in ran.stderr
    assert "B 7" not in wbagree("show", "AL-XK-2012-1", db=empty).stdout


@pytest.mark.parametrize(
    ("content", "code", "sentence"),
    [
        (b"", 6, "is empty"),
        (b"a,b\n1,2\n", 2, "--map 'HEADER=title'; the columns are: a, b"),
        (b"title,form\nx,mou\n", 2, "--map 'HEADER=parties'"),
        (b'title,form,types,parties,confidence\n"open,mou,mla,AL;XK\n', 6, "mark opened on line 2 is never closed"),
        (b"PK\x03\x04\x00\x00\x00", 6, "list.csv cannot be read as a workbook"),
        (None, 3, "unknown file"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(content, code, sentence, wbagree, empty, tmp_path):
    path = tmp_path / "list.csv"
    if content is not None:
        path.write_bytes(content)
    ran = wbagree("import", str(path), db=empty)
    assert ran.returncode == code
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr


def test_seeding_twice_changes_nothing(wbagree, tmp_path):
    db = tmp_path / "register.db"
    assert "761 rows read: 761 new" in wbagree("seed", db=db).stderr
    before = wbagree("export", "--format", "csv", db=db).stdout
    assert "0 new, 0 updated, 761 unchanged, 0 refused" in wbagree("seed", db=db).stderr
    assert wbagree("export", "--format", "csv", db=db).stdout == before


def test_seeding_never_overwrites_what_was_edited_or_deleted_and_says_so(wbagree, whole):
    wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=whole)
    wbagree("delete", "AL-XK-2018-1", "--yes", db=whole)
    ran = wbagree("seed", db=whole)
    assert ran.returncode == 0
    assert "AL-XK-2012-1 skipped: edited here" in ran.stderr
    assert "AL-XK-2018-1 skipped: deleted here" in ran.stderr
    assert "759 unchanged, 2 skipped" in ran.stderr
    assert "in Tirana" in wbagree("show", "AL-XK-2012-1", db=whole).stdout
    assert wbagree("show", "AL-XK-2018-1", db=whole).returncode == 3
    assert "1 new" in wbagree("seed", "--restore", db=whole).stderr
    assert wbagree("show", "AL-XK-2018-1", db=whole).returncode == 0


def test_a_deleted_record_comes_back_only_when_asked(wbagree, seeded, tmp_path):
    file = tmp_path / "register.csv"
    wbagree("export", str(file), db=seeded)
    wbagree("delete", "AL-XK-2018-1", "--yes", db=seeded)
    ran = wbagree("import", str(file), db=seeded)
    assert ran.returncode == 6
    assert re.search(r"register.csv:\d+ key: AL-XK-2018-1 was deleted .* --restore", ran.stderr)
    assert "1 new" in wbagree("import", str(file), "--restore", db=seeded).stderr
    assert wbagree("export", "--format", "csv", db=seeded).stdout == file.read_text(encoding="utf-8")


def test_a_person_who_watches_sees_the_work_and_the_account(at_terminal, tmp_path):
    screen = at_terminal("seed", db=tmp_path / "new.db")
    assert screen.returncode == 0
    assert "761 new" in screen.text


def test_the_progress_counts_rows_however_many_lines_they_have(at_terminal, empty, file):
    rows = "".join(f'"Agreement on customs\nand transit\nno. {n}",AL;XK,2012\n' for n in range(3))
    screen = at_terminal("import", file(f"Title,Parties,Date signed\n{rows}"), db=empty, columns=80)
    assert screen.returncode == 0, screen.text
    counted = re.findall(r"(\d+) rows?\b", screen.text.partition("list.csv:")[0])
    assert set(counted) <= {"0", "1", "2", "3"}
    assert "3" in counted
    assert "10/" not in screen.text
