"""A list that says what is restricted is understood or refused; nothing of it is ever public in silence."""

import json

import pytest
from xlsxwriter import Workbook

ROW = "title,form,types,parties,disclosure\nSecret,mou,mla,AL;DK,{}\n"
FOREIGN = "Titel,Vertragsparteien,Datum,Einstufung\nAbkommen,AL;DK,1.2.1990,{}\n"


@pytest.fixture
def disclosed(empty, wbagree):
    """Import a list with options: the exit code, what was said, and the disclosure of the agreement."""

    def imported(path, *options):
        ran = wbagree("import", str(path), *options, db=empty)
        listed = wbagree("export", "--with-restricted", "--format", "json", db=empty).stdout
        return ran.returncode, ran.stderr, [one["disclosure"] for one in json.loads(listed)]

    return imported


@pytest.mark.parametrize("word", ["restricted", "Vertraulich", "povjerljivo", "ДОВЕРЛИВО", "e kufizuar"])
def test_a_word_for_restricted_restricts(word, disclosed, file):
    assert disclosed(file(ROW.format(word)))[2] == ["restricted"]
    assert (
        disclosed(file(FOREIGN.format(word)), "--map", "Einstufung=disclosure", "--on-duplicate", "add")[2]
        == ["restricted"] * 2
    )


@pytest.mark.parametrize("word", ["nonsense-value", "VS-NfD", "x", "yes"])
def test_a_word_that_is_not_understood_is_refused_with_the_choice(word, disclosed, file):
    for path, options in (
        (file(ROW.format(word), "a.csv"), ()),
        (file(FOREIGN.format(word), "b.csv"), ("--map", "Einstufung=disclosure")),
        (file(json.dumps([{"title": "T", "parties": ["AL", "DK"], "disclosure": word}]), "c.json"), ()),
        (file(FOREIGN.format(""), "d.csv"), ("--map", "Einstufung=", "--set", f"disclosure={word}")),
    ):
        code, said, found = disclosed(path, *options)
        assert (code, found) == (6, []), path
        assert "none of public, restricted" in said


def test_no_word_for_it_or_one_for_public_is_public(disclosed, file):
    assert disclosed(file(ROW.format("")))[2] == [None]
    assert disclosed(file(ROW.format("javno")), "--on-duplicate", "add")[2] == [None, None]


def test_one_of_two_columns_that_restricts_is_enough(disclosed, file):
    text = "Title,Parties,Disclosure,Confidentiality\nT,AL;DK,public,confidential\n"
    assert disclosed(file(text))[2] == ["restricted"]
    own = "key,title,form,types,parties,confidence,disclosure,disclosure\n,U,mou,mla,AL;DK,low,restricted,\n"
    assert disclosed(file(own))[2] == ["restricted", "restricted"]


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


def test_a_renewal_that_is_none_is_refused(disclosed, file):
    code, said, found = disclosed(file("title,parties,renewal\nT,AL;DK,every now and then\n"))
    assert (code, found) == (6, [])
    assert "tacit every 5 years from 2020-03-10" in said
