"""Mappings that are kept: written as TOML that people read, and read back as they were."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.fields import STANDARD_NAMES
from wbagree.domain.foreign_lists.column_mapping import TARGETS, Mapping
from wbagree.errors import InvalidValue, NotFound
from wbagree.formats.list_readers import saved_mappings
from wbagree.formats.list_readers.rows import ReaderOptions


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test keeps its mappings."""
    monkeypatch.setenv("WBAGREE_MAPS", str(tmp_path / "maps" / "mine"))
    return tmp_path / "maps" / "mine"


WHOLE = Mapping(
    columns={"Vertragsstaat": "partner", 'Датум "потписа"': "signed", "No. [x].y = z": "", "": "notes"},
    constants={"form": "treaty", "confidence": "high"},
    parties={"Ceylon": "LK", "Beobachter": ""},
    home="AL",
    date_order="dmy",
    keep_unmapped=True,
)
HOW = ReaderOptions(encoding="cp1250", delimiter=";", sheet="Liste 1", header=3)


def kept(folder: Path, text: str) -> tuple[Mapping, ReaderOptions]:
    folder.mkdir(parents=True)
    (folder / "theirs.toml").write_text(text, encoding="utf-8")
    return saved_mappings.load_mapping("theirs")


def test_a_mapping_is_kept_and_read_back(folder):
    assert saved_mappings.save_mapping("theirs", WHOLE, HOW) == folder / "theirs.toml"
    assert saved_mappings.load_mapping("theirs") == (WHOLE, HOW)
    saved_mappings.save_mapping("theirs", Mapping(), ReaderOptions())
    assert saved_mappings.load_mapping("theirs") == (Mapping(), ReaderOptions())


def test_the_file_is_for_people_and_holds_what_was_said():
    assert saved_mappings.mapping_as_toml(
        Mapping(columns={"Titel": "title"}, home="AL"), ReaderOptions(delimiter="tab")
    ) == (
        "# How wbagree reads a list of this kind: wbagree import --use-map NAME FILE\n"
        'delimiter = "tab"\nhome = "AL"\n\n[columns]\nTitel = "title"\n'
    )
    assert saved_mappings.mapping_as_toml(Mapping(), ReaderOptions()).count("\n") == 1


def test_a_file_written_by_hand_is_read(folder):
    text = (
        "header = 4\nkeep_unmapped = true\n[columns]\n'Emri i aktit' = 'title' # as they call it\n[parties]\nX = 'XK'\n"
    )
    assert kept(folder, text) == (
        Mapping(columns={"Emri i aktit": "title"}, parties={"X": "XK"}, keep_unmapped=True),
        ReaderOptions(header=4),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[columns", "cannot be read: "),
        ("home = 1\nhome = 2", "cannot be read: "),
        ("colums = 1", "colums cannot be read; it may hold encoding, delimiter, sheet, header, home"),
        ("columns = 1\nhome = 2\nfoo = 3", "foo, columns, home cannot be read"),
        ("[constants]\nform = 1", "constants cannot be read"),
        ("date_order = 'ydm'", "date_order cannot be read"),
        ("encoding = 8", "encoding cannot be read"),
        ("header = 'three'", "header is the line of the header, a number"),
        ("header = -1", "header is the line of the header, a number"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_the_file(folder, text, sentence):
    with pytest.raises(InvalidValue) as caught:
        kept(folder, text)
    assert str(folder / "theirs.toml") in caught.value.sentence
    assert sentence in caught.value.sentence


def test_bytes_that_are_no_text_are_told(folder):
    folder.mkdir(parents=True)
    (folder / "theirs.toml").write_bytes(b"home = '\xff'")
    with pytest.raises(InvalidValue, match="cannot be read: "):
        saved_mappings.load_mapping("theirs")


@pytest.mark.parametrize(
    "text", ["[columns]\nTitel = 'titel'", "[constants]\nkey = 'AL-XK-2012-1'", "[constants]\npartner = 'AL'"]
)
def test_a_field_that_is_none_is_told_with_the_nearest(folder, text):
    with pytest.raises(NotFound, match="unknown field: "):
        kept(folder, text)


def test_a_mapping_that_is_not_kept_is_told_with_those_that_are():
    with pytest.raises(NotFound, match="unknown mapping: 'theirs'") as caught:
        saved_mappings.load_mapping("theirs")
    assert caught.value.hint == "No mapping is saved yet. To save one: --save-map NAME"
    for name in ("ministry", "archive"):
        saved_mappings.save_mapping(name, Mapping(), ReaderOptions())
    with pytest.raises(NotFound) as caught:
        saved_mappings.load_mapping("theirs")
    assert caught.value.hint == "kept are: archive, ministry"


@pytest.mark.parametrize("name", ["", "a b", "../a", "a/b", "a.toml", "~", "a\n"])
def test_a_name_that_could_be_another_file_is_refused(folder, name):
    for use in (
        lambda: saved_mappings.load_mapping(name),
        lambda: saved_mappings.save_mapping(name, Mapping(), ReaderOptions()),
    ):
        with pytest.raises(InvalidValue, match="cannot be the name of a mapping"):
            use()
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_told(folder):
    folder.parent.mkdir()
    folder.write_text("a file")
    with pytest.raises(InvalidValue, match="cannot be written: "):
        saved_mappings.save_mapping("theirs", Mapping(), ReaderOptions())


# TOML holds no control characters as they are, and tomlkit escapes those it writes.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
MAPPINGS = st.builds(
    Mapping,
    columns=st.dictionaries(TEXTS, st.sampled_from(["", *TARGETS])),
    constants=st.dictionaries(st.sampled_from(STANDARD_NAMES[1:]), TEXTS),
    parties=st.dictionaries(TEXTS, st.sampled_from(["", "AL", "XK"])),
    home=st.sampled_from(["", "AL"]),
    date_order=st.sampled_from([None, "dmy", "mdy", "ymd"]),
    keep_unmapped=st.booleans(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example writes it anew
@given(MAPPINGS, st.builds(ReaderOptions, TEXTS, TEXTS, TEXTS, st.integers(0, 99)))
def test_any_mapping_is_read_back(mapping, how):
    saved_mappings.save_mapping("any", mapping, how)
    assert saved_mappings.load_mapping("any") == (mapping, how)


@pytest.mark.parametrize("text", ["a\nb", "a\tb", 'a"b\\', "\x01\x7f", "  "])
def test_headers_and_values_with_line_breaks_and_quotes_are_read_back(text):
    mapping = Mapping(columns={text: "title"}, constants={"notes": text}, parties={text: "AL"})
    saved_mappings.save_mapping("odd", mapping, ReaderOptions(delimiter="\t", sheet=text))
    assert saved_mappings.load_mapping("odd") == (mapping, ReaderOptions(delimiter="\t", sheet=text))
