"""The preview: what was understood of a list, for a person to look at before anything is written."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from wbagree.domain.agreements.validation import AgreementValidator, FieldProblem
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.foreign_lists.interpreted_row import InterpretedRow
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.formats.list_readers import preview
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.preview import PreviewRow
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary
from wbagree.formats.terminal.plain_table import write_grid

MINISTRY = """\
Ministria e Drejtësisë;;;;;
;;;;;
Nr.;Titulli i marrëveshjes;Shteti;Data e nënshkrimit;Linku;Arkivi
1;Marrëveshje për ekstradimin e personave të kërkuar ndërmjet dy qeverive;Kosova*;3 qershor 2016;https://a.example/1;K12
2;"Protokoll
për patrulla të përbashkëta";Mali i Zi;05/03/2012;;K13
3;Takim;Atlantida;2014;;
4;Memorandum mirëkuptimi;Serbia;;;K15
"""


@pytest.fixture
def shown(validator: AgreementValidator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The preview of a list of this text."""
    monkeypatch.setenv("COLUMNS", "100")

    def of(text: str, **settings: object) -> str:
        path, mapping = tmp_path / "list.csv", Mapping(**settings)
        path.write_text(text, encoding="utf-8")
        file = io.StringIO()
        with open_list(path, path.name, ReaderOptions(), mapping, bundled_vocabulary()) as listing:
            reader = PartyReader(validator.parties, bundled_vocabulary().names)
            interpreter = RowInterpreter(listing.layout, mapping, reader, validator.types, bundled_vocabulary())
            seen = [PreviewRow(f"{path.name}:{line}", row, interpreter.read(row)) for line, row in listing.rows]
            preview.write_facts(listing, file)
            write_grid(preview.columns_grid(listing, seen), file)
            preview.write_records(seen, file)
            preview.write_problems([(one.place, problem) for one in seen for problem in one.read.problems], file)
        return file.getvalue()

    return of


def test_the_preview_of_a_list(shown, golden):
    golden("preview-ministry.txt", shown(MINISTRY, home="AL"))


def test_our_own_layout_is_said_to_be_ours(shown):
    text = shown("title,form,types,parties,confidence\nA,mou,mla,AL;XK,low\n")
    assert "wbagree's own" in text
    assert "(nothing)" not in text


def test_a_column_shows_two_values_that_are_there_and_what_becomes_of_them(shown):
    lines = shown(
        "Title;Signed;Shoe size;Left\nA;;44;x\nB;1.2.2013;;x\nC;2014;45;x\nD;2015;46;x\n", columns={"Left": ""}
    )
    (signed,) = [line for line in lines.splitlines() if line.lstrip("| ").startswith("Signed")]
    assert "1.2.2013 → 2013-02-01 | 2014" in signed
    assert "2015" not in signed
    (size,) = [line for line in lines.splitlines() if line.startswith("Shoe size")]
    assert "(nothing)" in size
    assert "not recognised" in size
    assert "44 | 45" in size
    (left,) = [line for line in lines.splitlines() if line.startswith("Left")]
    assert "left out" in left


def test_alike_neighbours_without_a_header_are_one_line(shown):
    lines = shown("Title;;;;Shoe size;;\nA;p;p;q;44;q;q\n")
    table = [" ".join(line.split()) for line in lines.splitlines() if "not recognised" in line]
    assert table == [
        "columns 2 to 3 (nothing) not recognised p",
        "column 4 (nothing) not recognised q",
        "Shoe size (nothing) not recognised 44",
        "columns 6 to 7 (nothing) not recognised q",
    ]


def test_long_values_are_cut_and_controls_shown(shown):
    text = shown(f"Title;Notes\n{'x' * 100};a\x1b[31mb\n")
    assert "x" * 39 + "…" in text
    assert "\x1b" not in text
    assert "<1B>" in text


def test_what_is_inferred_is_marked_and_only_the_first_records_are_shown():
    seen = [
        PreviewRow(
            f"list.csv:{line}",
            [],
            InterpretedRow({"title": f"T{line}", "form": "treaty", "types": "mla"}, [], ["types"]),
        )
        for line in range(2, 9)
    ]
    file = io.StringIO()
    preview.write_records(seen, file)
    text = file.getvalue()
    assert text.count("mla (inferred)") == 3
    assert "treaty (inferred)" not in text
    assert ("list.csv:4\n" in text, "list.csv:5\n" in text) == (True, False)


@pytest.mark.parametrize(("number", "last"), [(0, ""), (20, "list.csv:20 title: is missing"), (23, "... and 3 more")])
def test_the_first_problems_are_shown_and_the_others_counted(number, last):
    file = io.StringIO()
    problems = [(f"list.csv:{line}", FieldProblem("title", "is missing")) for line in range(1, number + 1)]
    preview.write_problems(problems, file)
    lines = file.getvalue().splitlines()
    assert len(lines) == min(number, 21)
    assert "".join(lines[-1:]) == last
