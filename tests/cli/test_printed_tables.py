"""Matrix, gaps, timeline and findings in every format, and what is wrong input to those that print them."""

import csv
import io
import json

import pytest
from markdown_it import MarkdownIt

DAY = ("--as-of", "2026-11-01")
COMMANDS = {
    "matrix": ("matrix", "--pair", "AL-XK"),
    "gaps": ("matrix", "--gaps", "--pair", "BA-ME"),
    "timeline": ("timeline", "--pair", "AL-XK"),
    "check": ("check", "--pair", "AL-XK"),
}


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_format_holds_the_same_rows(name, wbagree, seeded, tmp_path):
    file = tmp_path / "out.jsonl"
    outputs = {form: wbagree(*COMMANDS[name], *DAY, "--format", form, db=seeded) for form in ("csv", "json", "md")}
    written = wbagree(*COMMANDS[name], *DAY, "--output", str(file), db=seeded)
    items = json.loads(outputs["json"].stdout)
    assert len(items) > 1
    assert rows_of(outputs["csv"]) == [{key: str(value) for key, value in item.items()} for item in items]
    assert [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] == items
    assert (written.stdout, f"written to {file}" in written.stderr) == ("", True)
    assert {ran.returncode for ran in (*outputs.values(), written)} == {4 if name == "check" else 0}
    blocks = [token.type for token in MarkdownIt("commonmark").enable("table").parse(outputs["md"].stdout)]
    rows = {"gaps": blocks.count("list_item_open"), "matrix": 6}.get(name, blocks.count("tr_open") - 1)
    assert rows == len(items)
    assert (f"as of {DAY[1]}." in outputs["md"].stdout) == (name != "check")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("matrix", "--by", "year"), 2, "'year'"),
        (("matrix", "--gaps", "--type", "extradiction"), 3, "did you mean extradition"),
        (("cite", "AL-XK-2012-1", "--format", "bibtext"), 2, "'bibtext' is not one of 'text', 'csl', 'bibtex', 'ris'"),
        (("timeline", "--since", "2020", "--until", "2019"), 4, "The range ends (2019) before it begins (2020)."),
        (("check", "--kind", "nonsense"), 3, "the kinds are: in-force-first, relations"),
        (("cite", "AL-XK-2012-99"), 3, "AL-XK-2012-99"),
        (("brief", "AL"), 4, "a pair is two parties"),
        (("brief", "AL-XK", "--among", "XX"), 3, "unknown party: 'XX'"),
    ],
)
def test_wrong_input_is_said_with_its_exit_code(arguments, code, sentence, wbagree, seeded):
    ran = wbagree(*arguments, db=seeded)
    assert (ran.returncode, ran.stdout) == (code, "")
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr
