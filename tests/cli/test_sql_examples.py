"""The examples of docs/sql.md: what the page shows is what the program prints."""

import os
import re
import shlex

from wbagree import resources
from wbagree.domain.query_views import QUERY_VIEWS

PAGE = resources.migrations_folder().parent / "docs" / "sql.md"
EXAMPLE = re.compile(r"^```console\n\$ (wbagree .*)\n((?:.*\n)*?)```$", re.MULTILINE)


def test_the_examples_print_what_the_page_shows(wbagree, whole):
    text = PAGE.read_text(encoding="utf-8")

    def printed(example):
        ran = wbagree(*shlex.split(example[1])[1:], db=whole)
        assert ran.returncode == 0, ran.stderr
        return f"```console\n$ {example[1]}\n{ran.stdout}```"

    again, number = EXAMPLE.subn(printed, text)
    if os.environ.get("UPDATE_GOLDENS"):
        PAGE.write_text(again, encoding="utf-8")
    assert number == 5
    assert again == PAGE.read_text(encoding="utf-8"), "not as docs/sql.md has it; UPDATE_GOLDENS=1 accepts it"
    assert all(len(example[2].splitlines()) > 3 for example in EXAMPLE.finditer(again))


def test_the_other_lines_of_the_page_run(wbagree, seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```console\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("wbagree ")]
    assert len(lines) == 7
    for line in lines:
        command, _, stdin = line.partition(" < ")
        ran = wbagree(*shlex.split(command)[1:], db=seeded, stdin="SELECT 1" if stdin else "")
        assert ran.returncode == 0, (line, ran.stderr)


def test_the_page_has_every_view_with_every_column():
    text = PAGE.read_text(encoding="utf-8")
    for view in QUERY_VIEWS:
        (section,) = re.findall(rf"^### `{view.name}`: .*?(?=^##)", text, re.MULTILINE | re.DOTALL)
        cells = [line.split(" | ")[0] for line in section.splitlines() if line.startswith("| `")]
        assert sorted(re.findall(r"`(\w+)`", " ".join(cells))) == sorted(view.columns), view.name
