"""What a person wrote in any editor is read: a mark at its beginning, and the deepest nesting is a sentence."""

import sys
from pathlib import Path

import pytest

LIST = "Titel,Vertragsstaat,Datum\nAbkommen,Japan,1.2.1950\n"


@pytest.fixture
def mapping(wbagree, empty, file):
    """A mapping that was kept: its file, and what an import by it says."""
    options = ("--home", "AL", "--map", "Vertragsstaat=partner")
    ran = wbagree("import", file(LIST), *options, "--save-map", "kept", "--dry-run", db=empty)
    path = ran.stderr.split("this mapping is kept as ")[1].strip()
    return path, lambda: wbagree("import", file(LIST), "--use-map", "kept", db=empty)


def written(path, change):
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(change(text), encoding="utf-8", newline="")


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: "\ufeff" + text.replace("\n", "\r\n")])
def test_a_mark_before_a_mapping_is_no_part_of_it(change, mapping):
    path, imported = mapping
    written(path, change)
    ran = imported()
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("value", ["[" * 100_000, "{a=" * 100_000, "9" * 5000])
def test_what_cannot_be_read_of_a_mapping_is_a_sentence(value, mapping):
    path, imported = mapping
    written(path, lambda text: f"x = {value}\n{text}")
    ran = imported()
    assert (ran.returncode, "Traceback" in ran.stderr) == (4, False), ran.stderr[-500:]
    assert f"{path} cannot be read: " in ran.stderr


@pytest.mark.parametrize(("before", "code"), [("chr(65279)", 0), ("'x = ' + '[' * 100000 + chr(10)", 4)])
def test_an_edited_record_too(before, code, wbagree, seeded, tmp_path, stored):
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys\npath = sys.argv[1]\ntext = open(path, encoding='utf-8').read()\n"
        f"text = {before} + text.replace('place = \"\"', 'place = \"Budva\"')\n"
        "open(path, 'w', encoding='utf-8').write(text)\n"
    )
    ran = wbagree("edit", "AL-AT-nd-1", db=seeded, env={"EDITOR": f"{sys.executable} {editor}"})
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False), ran.stderr
    assert stored("AL-AT-nd-1", seeded)["place"] == ("" if code else "Budva")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"title":' * 100_000, '[{"title": ' + "[" * 900 + "]" * 900 + "}]"])
@pytest.mark.parametrize("name", ["deep.json", "deep.jsonl", "deep.csv"])
def test_a_list_that_is_nested_deeply_is_a_sentence(text, name, empty, forked, file):
    ran = forked("import", file(text, name), "--home", "AL", db=empty)
    assert ran.code in (2, 6)
    assert "Traceback" not in ran.text
