"""A list that says what is restricted is understood or refused; nothing of it is ever public in silence."""

import json
import sqlite3
from contextlib import closing

import pytest
from xlsxwriter import Workbook

ROW = "title,form,types,parties,disclosure\nSecret,mou,mla,AL;DK,{}\n"
FOREIGN = "Titel,Vertragsparteien,Datum,Einstufung\nAbkommen,AL;DK,1.2.1990,{}\n"


@pytest.fixture
def disclosed(empty, wbagree):
    """Import a list with options: the exit code, what was said, and the disclosure of the agreement."""

    def imported(path, *options):
        ran = wbagree("import", str(path), *options, db=empty)
        with closing(sqlite3.connect(empty)) as register:
            found = register.execute("SELECT disclosure FROM agreement ORDER BY id").fetchall()
        return ran.returncode, ran.stderr, [word or None for (word,) in found]

    return imported


@pytest.mark.parametrize("word", ["restricted", "Vertraulich", "povjerljivo", "ДОВЕРЛИВО", "e kufizuar"])
def test_a_word_for_restricted_restricts(word, disclosed, file):
    assert disclosed(file(ROW.format(word)))[2] == ["restricted"]
    assert (
        disclosed(file(FOREIGN.format(word)), "--map", "Einstufung=disclosure", "--on-duplicate", "add")[2]
        == ["restricted"] * 2
    )


NOT_UNDERSTOOD = ("nonsense-value", "VS-?", "x", "yes", "?")


@pytest.mark.parametrize("word", NOT_UNDERSTOOD)
def test_a_word_that_is_not_understood_is_refused_with_the_choice(word, disclosed, file):
    layouts = (
        (file(ROW.format(word), "a.csv"), ()),
        (file(FOREIGN.format(word), "b.csv"), ("--map", "Einstufung=disclosure")),
        (file(json.dumps([{"title": "T", "parties": ["AL", "DK"], "disclosure": word}]), "c.json"), ()),
        (file(FOREIGN.format(""), "d.csv"), ("--map", "Einstufung=", "--set", f"disclosure={word}")),
    )
    place = NOT_UNDERSTOOD.index(word)
    for path, options in (layouts[0], layouts[1 + place % 3], layouts[1 + (place + 1) % 3]):
        code, message, found = disclosed(path, *options)
        assert (code, found) == (6, []), path
        assert "none of public, restricted" in message


def test_no_word_for_it_or_one_for_public_is_public(disclosed, file):
    assert disclosed(file(ROW.format("")))[2] == [None]
    assert disclosed(file(ROW.format("javno")), "--on-duplicate", "add")[2] == [None, None]


def test_one_of_two_columns_that_restricts_is_enough(disclosed, file):
    text = "Title,Parties,Disclosure,Confidentiality\nT,AL;DK,public,confidential\n"
    assert disclosed(file(text))[2] == ["restricted"]
    own = "key,title,form,types,parties,confidence,disclosure,disclosure\n,U,mou,mla,AL;DK,low,restricted,\n"
    assert disclosed(file(own))[2] == ["restricted", "restricted"]


@pytest.mark.parametrize(
    ("inside", "code", "found"),
    [
        ({"restricted": True}, 0, ["restricted"]),
        ({"restricted": False}, 0, [None]),
        ({"access": {"Vertraulich": "ja", "pages": 3}}, 0, ["restricted"]),
        ({"isPublic": False}, 0, ["restricted"]),
        ({"confidential": "perhaps"}, 6, []),
        ([{"restricted": True}], 0, ["restricted"]),
        ([{"pages": 3}, {"restricted": True}], 0, ["restricted"]),
        ([{"restricted": True}, {"restricted": False}], 6, []),
        ({"pages": 3}, 0, [None]),
    ],
    ids=str,
)
def test_what_an_object_inside_another_says_to_be_secret_is_read(inside, code, found, disclosed, file):
    listed = [{"title": "Agreement", "parties": ["AL", "DK"], "signed": "1990-02-01", "meta": inside}]
    ended, message, stored = disclosed(file(json.dumps(listed), "list.json"))
    assert (ended, stored) == (code, found), message


def test_a_workbook_that_says_so_restricts(disclosed, tmp_path):
    with Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet()
        for line, row in enumerate([("Title", "Parties", "Disclosure"), ("T", "AL;DK", "vertraulich")]):
            sheet.write_row(line, 0, row)
    assert disclosed(tmp_path / "list.xlsx")[2] == ["restricted"]


def test_what_a_list_writes_with_restricted_comes_back_restricted(empty, wbagree, disclosed, tmp_path):
    wbagree("add", "--title", "T", "--form", "mou", "--type", "mla", "--party", "AL", "--party", "DK", "--disclosure",
            "restricted", "--renewal", "tacit every 5 years from 2020", "--confidence", "low", db=empty)  # fmt: skip
    for name in ("y.csv", "y.json"):
        columns = "title,form,types,parties,signed,disclosure,renewal"
        ran = wbagree("list", "--columns", columns, "--with-restricted", "-o", str(tmp_path / name), db=empty)
        assert ran.returncode == 0, ran.stderr
        assert disclosed(tmp_path / name, "--on-duplicate", "add")[2][-1] == "restricted"
    exported = json.loads(wbagree("export", "--with-restricted", "--format", "json", db=empty).stdout)
    assert {one["renewal"] for one in exported} == {"tacit every 5 years from 2020"}


def test_an_empty_cell_lifts_no_restriction_and_the_word_does(disclosed, file):
    disclosed(file(ROW.format("restricted")))
    assert disclosed(file("key,disclosure\nAL-DK-nd-1,\n"))[2] == ["restricted"]
    assert disclosed(file("key,disclosure\nAL-DK-nd-1,public\n"))[2] == [None]


SECRECY_COLUMNS = [("restricted", "yes", "no"), ("Vertraulich", "ja", "nein"), ("Povjerljivo", "da", "ne"),
         ("Поверљиво", "да", "не"), ("Доверливо", "точно", "неточно"), ("E kufizuar", "po", "jo"),
         ("Confidentiel", "oui", "non"), ("Ri\u00adserva\u200bto\ufeff", "sì", "no"), ("Gizli", "evet", "hayır"),
         ("Classification", True, False), ("isPublic", False, True), ("Javno", 0, 1)]  # fmt: skip


@pytest.fixture
def written(tmp_path):
    """Write a list of agreements, each with a column that says that it is restricted, or not; and one with neither."""

    def write(columns, kind):
        path = tmp_path / f"asked.{kind}"
        header = ["Title", "Parties", *(name for name, _, _ in columns)]
        rows = [["Bare", "AL;DK", *(None for _ in columns)]]
        for place, (_, yes, no) in enumerate(columns):
            for what, answer in ((f"Hidden {place}", yes), (f"Shown {place}", no)):
                rows.append([what, "AL;DK", *(answer if place == n else None for n in range(len(columns)))])
        if kind == "json":
            path.write_text(json.dumps([dict(zip(header, row, strict=True)) for row in rows]))
        elif kind == "csv":
            lines = [",".join("" if cell is None else str(cell) for cell in row) for row in (header, *rows)]
            path.write_text("\n".join(lines), encoding="utf-8")
        else:
            with Workbook(path) as book:
                sheet = book.add_worksheet()
                for line, row in enumerate((header, *rows)):
                    sheet.write_row(line, 0, row)
        return str(path)

    return write


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_what_a_column_says_to_be_secret_in_any_language_leaves_no_register(kind, written, empty, wbagree):
    nothing = empty.read_bytes()
    # Where what is public is marked, the others are not.
    for columns, bare in ((SECRECY_COLUMNS[:-2], ["Bare"]), (SECRECY_COLUMNS[-2:-1], []), (SECRECY_COLUMNS[-1:], [])):
        ran = wbagree("import", written(columns, kind), "--on-duplicate", "add", db=empty)
        assert (ran.returncode, "not imported" in ran.stderr) == (0, False), ran.stderr
        assert "Hidden" not in ran.stderr
        listed = wbagree("list", "--columns", "title", "--format", "csv", db=empty).stdout.splitlines()[1:]
        assert sorted(listed) == sorted([*bare, *(f"Shown {place}" for place in range(len(columns)))])
        empty.write_bytes(nothing)


def test_a_text_below_a_header_that_speaks_of_secrecy_is_refused_and_kept_private(disclosed, file, tmp_path):
    path = file("Title,Parties,Povjerljive napomene\nT,AL;DK,the minister knows\nU,AL;SE,\n")
    code, message, found = disclosed(path)
    assert (code, found) == (6, [])
    assert "is none of public, restricted, yes, no" in message
    assert "--map 'Povjerljive napomene=' leaves the column out" in message
    assert "minister" not in message
    code, message, found = disclosed(path, "--skip-invalid")
    assert (code, found) == (0, [None])
    assert "minister" not in message
    assert (tmp_path / "list.csv.refused.csv").stat().st_mode & 0o077 == 0
    assert disclosed(path, "--map", "Povjerljive napomene=", "--on-duplicate", "skip")[2] == [None, None]


def test_a_column_beside_our_own_restricts_and_lifts(disclosed, file):
    disclosed(file(ROW.format("")))
    assert disclosed(file("key,notes,Vertraulich\nAL-DK-nd-1,N,ja\n"))[2] == ["restricted"]
    assert disclosed(file("key,notes,Vertraulich\nAL-DK-nd-1,M,\n"))[2] == ["restricted"]
    assert disclosed(file("key,notes,Vertraulich\nAL-DK-nd-1,M,nein\n"))[2] == [None]
    own = "key,title,form,types,parties,confidence,Povjerljivo\nAL-DK-nd-1,Secret,mou,mla,AL;DK,low,da\n"
    assert disclosed(file(own))[2] == ["restricted"]


def test_a_renewal_that_is_none_is_refused(disclosed, file):
    code, message, found = disclosed(file("title,parties,renewal\nT,AL;DK,every now and then\n"))
    assert (code, found) == (6, [])
    assert "tacit every 5 years from 2020-03-10" in message
