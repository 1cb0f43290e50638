"""``export FILE.xlsx``, ``export FILE.docx`` and ``brief --output FILE.docx``: files for Excel, Word, LibreOffice."""

import io
import os
import zipfile
from itertools import chain

import docx
import mammoth
import openpyxl
import pytest
import seed_data

KEY = "AL-XK-2012-1"
KINDS = ("xlsx", "docx")


def text_of(file):
    """Everything that a packed file says."""
    with zipfile.ZipFile(file) as parts:
        return "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))


def test_a_workbook_of_the_whole_register_is_taken_in_again_as_it_was(wbagree, seeded, tmp_path):
    number = len(seed_data.some())
    file, other = tmp_path / "register.xlsx", tmp_path / "other.db"
    ran = wbagree("export", str(file), db=seeded)
    assert (ran.returncode, ran.stderr) == (0, f"{number} agreements written to {file}\n")
    taken = wbagree("import", str(file), db=other)
    assert f"{number} rows read: {number} new, 0 updated, 0 unchanged, 0 refused" in taken.stderr
    assert "sheet 'Agreements' was read" in taken.stderr
    assert "links" not in taken.stderr
    assert "no field" not in taken.stderr
    exported = [wbagree("export", "--format", "csv", db=db).stdout for db in (seeded, other)]
    assert exported[0] == exported[1]
    assert f"{number} unchanged" in wbagree("import", str(file), db=seeded).stderr


def test_what_only_some_records_have_comes_back_too(wbagree, seeded, tmp_path):
    options = {
        "--act": "ratification AL 2013-02 effect 2013-05? (Law 3): =a; b: c [Gazette, 12]",
        "--renewal": "tacit every 5 years from 2020-03-10",
        "--disclosure": "restricted",
        "--notes": "'=1+1 stays",
        "--title": '=HYPERLINK("http://evil.example")',
    }
    assert wbagree("edit", KEY, *chain(*options.items()), db=seeded).returncode == 0
    file, other = tmp_path / "register.xlsx", tmp_path / "other.db"
    wbagree("export", "--with-restricted", str(file), db=seeded)
    assert wbagree("import", str(file), db=other).returncode == 0
    first, again = (
        wbagree("export", "--with-restricted", "--format", "csv", db=register).stdout for register in (seeded, other)
    )
    assert first == again


def test_the_workbook_answers_the_question_and_says_what_it_was(wbagree, seeded, tmp_path):
    file = tmp_path / "pair.xlsx"
    assert wbagree("export", "--pair", "hr-rs", "--dated", str(file), db=seeded).returncode == 0
    book = openpyxl.load_workbook(file)
    header, *rows = book["Agreements"].iter_rows(values_only=True)
    inherited = [row[header.index("Inherited from")] for row in rows]
    assert {"YU-FRY", "CS", None} <= set(inherited)
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert about["Question"] == "pair HR-RS; dated agreements only"
    assert about["Records"] == str(len(rows))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_restricted_is_left_out_and_counted(kind, wbagree, seeded, tmp_path):
    wbagree("edit", KEY, "--disclosure", "restricted", db=seeded)
    file = tmp_path / f"out.{kind}"
    ran = wbagree("export", "--pair", "AL-XK", str(file), db=seeded)
    assert "1 restricted agreement is left out" in ran.stderr
    assert KEY not in text_of(file)
    if kind == "xlsx":
        about = {row[0]: row[1] for row in openpyxl.load_workbook(file)["About"].iter_rows(values_only=True)}
        assert about["Restricted records left out"] == "1"
    wbagree("export", "--pair", "AL-XK", "--with-restricted", str(file), db=seeded)
    assert KEY in text_of(file)


def test_the_document_says_the_same_in_word_as_in_markdown(wbagree, seeded, tmp_path):
    """Paragraph by paragraph: what Markdown shows, without its marks and its list of sources."""
    file = tmp_path / "pair.docx"
    markdown = wbagree("export", "--pair", "ME-XK", "--format", "md", db=seeded).stdout
    assert wbagree("export", "--pair", "ME-XK", str(file), db=seeded).returncode == 0
    body, _, sources = markdown.partition("## Sources\n")
    lines = [line.replace("\\", "").replace("**", "").lstrip("#>- ") for line in body.splitlines() if line]
    paragraphs = [block.text for block in docx.Document(file).paragraphs if block.text]
    shown = [line for line in lines if not line.startswith("|")]
    # The number of a note is not a text but counted by Word.
    assert [line.replace("[]", "") for line in paragraphs] == [_unnumbered(line) for line in shown]
    html = mammoth.convert_to_html(file).value
    assert html.count('<li id="endnote-') == sum(line[:1].isdigit() for line in sources.splitlines())


def _unnumbered(line):
    head, _, rest = line.partition("Sources: ")
    return line if head else "Sources: " + rest[rest.index(" (") :] if rest else line


def test_a_brief_is_written_for_word(wbagree, seeded, tmp_path):
    file = tmp_path / "brief.docx"
    ran = wbagree("brief", "AL-XK", "--output", str(file), db=seeded)
    assert (ran.returncode, ran.stderr) == (0, f"written to {file}\n")
    html = mammoth.convert_to_html(file).value
    assert "<h1>What they have</h1>" in html
    assert "UNSCR 1244/1999" in text_of(file)
    assert KEY in html
    assert "endnote-40" in html
    plain = wbagree("brief", "AL-XK", "--output", str(file), db=seeded, env={"WBAGREE_KOSOVO_NOTE": "0"})
    assert plain.returncode == 0
    assert "UNSCR" not in text_of(file)


def test_contact_points_are_in_the_word_document_when_asked_for_and_never_in_a_workbook(wbagree, seeded, tmp_path):
    wbagree("contacts", "add", "--party", "XK", "--institution", "Kosovo Police", "--phone", "+383 1", db=seeded)
    file = tmp_path / "pair.docx"
    for command in (("export", "--pair", "AL-XK"), ("brief", "AL-XK")):
        assert wbagree(*command, "--output", str(file), db=seeded).returncode == 0
        assert "+383 1" not in text_of(file)
        assert wbagree(*command, "--with-contacts", "--output", str(file), db=seeded).returncode == 0
        assert "+383 1" in text_of(file)
    refused = wbagree("export", "--with-contacts", str(tmp_path / "a.xlsx"), db=seeded)
    assert refused.returncode == 2
    assert "contacts list --with-contacts --format csv" in refused.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_pipe_gets_the_whole_file_and_a_terminal_none(kind, programs, wbagree, at_terminal, seeded, tmp_path):
    file = tmp_path / f"out.{kind}"
    arguments = ("export", "--pair", "ME-XK", "--format", kind)
    code, (piped, errors) = programs.run(arguments, b"", {**os.environ, "WBAGREE_DB": str(seeded)})
    assert code == 0, errors
    assert zipfile.ZipFile(io.BytesIO(piped)).testzip() is None
    assert wbagree("export", "--pair", "ME-XK", str(file), db=seeded).returncode == 0
    assert file.read_bytes() == piped
    screen = at_terminal(*arguments, db=seeded)
    assert screen.returncode == 2
    assert "no text to show on a terminal; name a file" in screen.text


def test_a_record_that_no_workbook_can_hold_is_named_and_what_was_there_stays(wbagree, seeded, tmp_path):
    wbagree("edit", KEY, "--notes", "x" * 40_000, db=seeded)
    file = tmp_path / "kept.xlsx"
    file.write_text("mine", encoding="utf-8")
    ran = wbagree("export", str(file), db=seeded)
    assert ran.returncode == 4
    assert f"{KEY}: Notes has 40,000 characters, and a cell of a workbook holds 32,767" in ran.stderr
    assert "export FILE.csv" in ran.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".kept")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_said(kind, wbagree, seeded):
    ran = wbagree("export", "--pair", "ME-XK", "--format", kind, "--output", "/dev/full", db=seeded)
    assert ran.returncode == 4
    assert "/dev/full cannot be written: No space left on device" in ran.stderr


def test_an_ending_that_no_brief_has_is_refused(wbagree, seeded):
    ran = wbagree("brief", "AL-XK", "--output", "brief.xlsx", db=seeded)
    assert ran.returncode == 2
    assert "name a file that ends in .md or .docx" in ran.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_without_an_answer_makes_a_file_all_the_same(kind, wbagree, seeded, tmp_path):
    file = tmp_path / f"none.{kind}"
    assert wbagree("export", "--pair", "NO-SE", str(file), db=seeded).returncode == 0
    assert zipfile.ZipFile(file).testzip() is None


@pytest.mark.parametrize("ending", ["md", "docx"])
def test_a_brief_without_the_note_on_kosovo_has_no_star(ending, wbagree, seeded, tmp_path):
    file = tmp_path / f"brief.{ending}"
    assert wbagree("brief", "AL-XK", "--no-kosovo-note", "--output", str(file), db=seeded).returncode == 0
    text = "\n".join(p.text for p in docx.Document(file).paragraphs) if ending == "docx" else file.read_text("utf-8")
    assert ("Kosovo*" in text, "Kosovo\\*" in text, "UNSCR 1244" in text) == (False, False, False)
    assert "Kosovo" in text
