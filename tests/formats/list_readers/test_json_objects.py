"""JSON and JSON Lines: the names of the objects are the columns, and our own export comes back as it was."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.foreign_lists.column_mapping import Mapping
from wbagree.domain.foreign_lists.party_cells import PartyReader
from wbagree.domain.foreign_lists.row_interpreter import RowInterpreter
from wbagree.errors import ImportRefused
from wbagree.formats.data.json import record_object, write_json, write_jsonl
from wbagree.formats.list_readers.opened_list import open_list
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

Read = Callable[..., tuple[list[str], list[tuple[int, list[str]]]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The columns and the rows of a file with this text."""

    def of(text: str | bytes, name: str = "list.json") -> tuple[list[str], list[tuple[int, list[str]]]]:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with open_list(path, name, ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
            assert listing.header_line == 0
            return [column.header for column in listing.layout.columns], list(listing.rows)

    return of


ONE, TWO = '{"Title": "A", "Parties": "AL;XK"}', '{"Title": "B", "Year": 2012}'
HEADER, ROWS = ["Title", "Parties", "Year"], [["A", "AL;XK", ""], ["B", "", "2012"]]


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        (f"[{ONE}, {TWO}]", "list.json", [1, 2]),
        (f" \n[\n{ONE},\n{TWO}\n]\n", "list.json", [1, 2]),
        (f"{ONE}\n{TWO}\n", "list.jsonl", [1, 2]),
        (f"\n{ONE}\r\n\r\n{TWO}", "list.ndjson", [2, 4]),
        (f"{ONE}\n{TWO}\n", "list.json", [1, 2]),
        (f"{ONE}\n{TWO}\n", "list.txt", [1, 2]),
        (f"[{ONE}, {TWO}]", "list.csv", [1, 2]),
        (f"\ufeff[{ONE}, {TWO}]", "list.json", [1, 2]),
        (f"[{ONE}, {TWO}]".encode("utf-16"), "list.json", [1, 2]),
        (f"{ONE}\n{TWO}\n".encode("utf-16-le"), "list.jsonl", [1, 2]),
    ],
)
def test_arrays_and_lines_are_rows_whatever_the_file_is_called(read, text, name, lines):
    assert read(text, name) == (HEADER, list(zip(lines, ROWS, strict=True)))


@pytest.mark.parametrize("text", [ONE, ONE.replace(", ", ",\n"), f"{{\n{ONE[1:]}"])
def test_one_object_is_one_row(read, text):
    assert read(text) == (HEADER[:2], [(1, ROWS[0][:2])])


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('"Споразум"', "Споразум"),
        ('"\\u0160"', "Š"),
        ("null", ""),
        ('""', ""),
        ("2012", "2012"),
        ("2012.5", "2012.5"),
        ("true", "True"),
        ('["AL", "XK"]', "AL\nXK"),
        ('[["AL", ["XK"]], "ME", null]', "AL\nXK\nME\n"),
        ("[]", ""),
        ("{}", "{}"),
        ('["A", {"a": 1}]', 'A\n{"a": 1}'),
    ],
)
def test_values_become_texts_and_lists_have_an_item_a_line(read, value, cell):
    assert read(f'[{{"Title": "A", "Other": {value}}}]')[1] == [(1, ["A", cell])]


def test_the_names_of_an_object_inside_another_are_columns(read):
    text = '[{"Title": "A", "Other": {"name": "Š", "n": {"of": [1, 2]}}}, {"Title": "B", "Other": "C"}]'
    header, rows = read(text)
    assert tuple(header) == ("Title", "Other.name", "Other.n.of", "Other")
    assert rows == [(1, ["A", "Š", "1\n2", ""]), (2, ["B", "", "", "C"])]


def test_the_names_of_the_objects_of_a_list_are_columns(read):
    header, rows = read('[{"Title": "A", "Of": [{"n": 1, "m": {"k": "x"}}, {"n": 2, "m": {"k": "y"}}]}, {"Of": []}]')
    assert tuple(header) == ("Title", "Of.n", "Of.m.k", "Of")
    assert rows == [(1, ["A", "1\n2", "x\ny", ""]), (2, ["", "", "", ""])]


@pytest.mark.parametrize("text", ['[{"a": 1, "a": 2}]', '{"a": 1, "a": 2}', '[{"a.b": 1, "a": {"b": 2}}]'])
def test_of_two_values_with_one_name_neither_is_taken(read, text):
    with pytest.raises(ImportRefused, match=r"one object has 'a.?b?' twice"):
        read(text)


def test_an_object_in_a_field_of_ours_is_its_text(read):
    assert read('[{"title": "A", "notes": {"a": 1}}]')[1] == [(1, ["A", '{"a": 1}'])]


def test_objects_that_are_nested_too_deeply_are_refused(read):
    with pytest.raises(ImportRefused, match="nested too deeply"):
        read("[" + '{"a": ' * 5000 + "1" + "}" * 5000 + "]")


def test_our_own_lists_come_in_our_own_notation(read):
    item = {
        "parties": ["AL", "XK"],
        "types": ["mla"],
        "sources": [{"citation": "Gazette", "url": "https://a.example"}, {"citation": "B", "url": ""}],
        "signatories": [{"party": "AL", "institution": "Police", "person": "A B", "position": ""}],
        "implementation": [{"on": "2019-05", "score": "full", "note": "seen", "source": ""}],
        "acts": [
            {"kind": "ratification", "party": "AL", "on": "2012-03-10", "effect": "2012-04", "reference": "G 1"},
            {"kind": "entry-into-force", "party": "", "on": "2013", "note": "by notes", "source": "B"},
        ],
    }
    assert read(json.dumps(item))[1] == [
        (1, ["AL;XK", "mla", "Gazette <https://a.example> | B", "AL: Police (A B)", "2019-05 full: seen",
             "ratification AL 2012-03-10 effect 2012-04 (G 1) | entry-into-force all 2013: by notes [B]"]),
    ]  # fmt: skip
    # Somebody else's objects of the same name are kept as they are.
    assert read('[{"sources": [{"page": 3}]}]')[1] == [(1, ['{"page": 3}'])]


def test_the_dates_of_parties_of_an_earlier_export_are_acts(read):
    dates = [
        {"party": "AL", "ratified": "2012-03-10", "in_force": None},
        {"party": "XK", "ratified": None, "in_force": "2013"},
        {"party": "ME", "ratified": None, "in_force": None},
    ]
    assert read(json.dumps({"party_dates": dates}))[1] == [
        (1, ["ratification AL 2012-03-10: kind not distinguished before | entry-into-force XK 2013"])
    ]
    assert read('[{"party_dates": [{"page": 3}]}]')[1] == [(1, ['{"page": 3}'])]


@pytest.mark.parametrize("writer", [write_json, write_jsonl])
def test_what_export_writes_of_the_bundled_register_comes_back_the_same(seed_records, validator, tmp_path, writer):
    file = io.StringIO()
    writer((record_object(record) for record in seed_records.values()), file)
    path = tmp_path / "export"
    path.write_text(file.getvalue(), encoding="utf-8")
    # A list in our own layout is taken at its word, and needs nobody who reads parties or types.
    with open_list(path, path.name, ReaderOptions(), Mapping(), bundled_vocabulary()) as listing:
        assert listing.layout.is_own
        assert listing.layout.unmapped == []
        reader = RowInterpreter(
            listing.layout, Mapping(), PartyReader(validator.parties, {}), validator.types, bundled_vocabulary()
        )
        found = [reader.read(row) for _, row in listing.rows]
    assert not any(one.problems or one.inferred for one in found)
    stored = [record.agreement for record in seed_records.values()]
    assert [validator.validate(one.cells) for one in found] == [(agreement, []) for agreement in stored]
    assert [to_cells(validator.validate(one.cells)[0]) for one in found] == [
        to_cells(agreement) for agreement in stored
    ]


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ('{"a": 1}\n3\n', "list.jsonl", "list.jsonl:2 is not an object with named values"),
        ('{"a": 1}\n\n[1]\n', "list.jsonl", "list.jsonl:3 is not an object with named values"),
        ("[1, 2]", "list.json", "list.json: item 1 is not an object with named values"),
        ('[{"a": 1}, null]', "list.json", "list.json: item 2 is not an object with named values"),
        ('"text"', "list.json", "list.json:1 is not an object with named values"),
        ('[{"a": 1},\n{"b":}]', "list.json", "list.json cannot be read as JSON: Expecting value: line 2 column 6"),
        ('[{"a": 1}', "list.json", "list.json cannot be read as JSON: "),
        ("Title;Parties\n", "list.json", "list.json cannot be read as JSON: "),
        ("[" * 100_000 + "]" * 100_000, "list.json", "list.json is nested too deeply to be a list of agreements"),
        (f'{{"a": {"[" * 100_000}{"]" * 100_000}}}', "list.jsonl", "list.jsonl is nested too deeply"),
    ],
)
def test_what_is_no_list_of_objects_is_refused_with_its_place(read, text, name, sentence):
    with pytest.raises(ImportRefused) as caught:
        read(text, name)
    assert caught.value.sentence.startswith(sentence)


def test_a_list_without_rows_has_none(read):
    assert read("[]") == ([], [])
    with pytest.raises(ImportRefused, match="is empty"):
        read(" \n")


# Without dots: {"a.b": 1, "a": {"b": 2}} has two values of one name, and is refused.
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="."), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=5,
)
OBJECTS = st.lists(st.dictionaries(st.sampled_from(["Title", "parties", "sources", "signatories"]) | NAMES, VALUES,
    max_size=3), min_size=1, max_size=4)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example has its own file
@given(OBJECTS)
def test_any_objects_are_read_the_same_as_an_array_and_as_lines(read, items):
    columns, rows = read(json.dumps(items))
    assert [line for line, _ in rows] == list(range(1, len(items) + 1))
    assert all(len(cells) == len(columns) for _, cells in rows)
    assert read("".join(json.dumps(item) + "\n" for item in items), "list.jsonl") == (columns, rows)
    all_text = "\n".join(cell for _, cells in rows for cell in cells)
    assert all(value in all_text for item in items for value in item.values() if isinstance(value, str))
