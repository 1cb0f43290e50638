"""``wbagree frameworks list``, ``show`` and ``common``: the mechanisms of the region by their common names."""

import csv
import io
import json

import pytest
import seed_data
from markdown_it import MarkdownIt

DAY = ("--as-of", "2026-11-01")
# A common name, the framework, what it became, and what became it.
MECHANISMS = [
    ("RCC", "rcc", None, ["stability-pact"]),
    ("Regional Cooperation Council", "rcc", None, ["stability-pact"]),
    ("Stability Pact", "stability-pact", "rcc", []),
    ("SELEC", "selec", None, ["seci-center"]),
    ("Southeast European Law Enforcement Center", "selec", None, ["seci-center"]),
    ("SECI", "seci-center", "selec", []),
    ("MARRI", "marri", None, []),
    ("RAI", "rai", None, ["spai"]),
    ("Regional Anti-corruption Initiative", "rai", None, ["spai"]),
    ("SEPCA", "sepca", None, []),
    ("SEEPAG", "seepag", None, []),
    ("SEESAC", "seesac", None, []),
    ("PCC SEE", "pcc-see", None, []),
    ("PCC-SEE", "pcc-see", None, []),
    ("Police Cooperation Convention", "pcc-see", None, []),
    ("Police Cooperation Convention for Southeast Europe", "pcc-see", None, []),
    ("IISG", "iisg", None, ["wbcti"]),
    ("Integrative Internal Security Governance", "iisg", None, ["wbcti"]),
    ("WBCTi", "wbcti", "iisg", []),
    ("Horizontal Facility", "hf-3", None, ["hf-2", "hf-1"]),
    ("Horizontal Facility II", "hf-2", "hf-3", ["hf-1"]),
    ("ETS 24", "ets-24", None, []),
    ("ETS No. 24", "ets-24", None, []),
    ("European Convention on Extradition", "ets-24", None, []),
    ("European Convention on Mutual Assistance in Criminal Matters", "ets-30", None, []),
    ("Convention on the Transfer of Sentenced Persons", "ets-112", None, []),
    ("Budapest Convention", "ets-185", None, []),
    ("CETS 197", "cets-197", None, []),
    ("Palermo Convention", "untoc", None, []),
    ("Interpol", "interpol", None, []),
]
KEYS = [
    "key", "name", "short_name", "kind", "types", "established", "ended", "became", "came_from", "seat", "website",
    "members", "acts", "sources", "notes",
]  # fmt: skip


def rows_of(name):
    return seed_data.rows(name)


def cells_of(markdown):
    """The rows of the first table of a document."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    tokens = tokens[: [token.type for token in tokens].index("table_close")]
    cells = [tokens[at + 1].content for at, token in enumerate(tokens) if token.type in ("th_open", "td_open")]
    wide = sum(token.type == "th_open" for token in tokens)
    return [cells[start : start + wide] for start in range(0, len(cells), wide)]


@pytest.mark.parametrize(("name", "key", "became", "came_from"), MECHANISMS)
def test_a_mechanism_is_found_by_its_common_name_with_members_and_what_became_of_it(
    name, key, became, came_from, wbagree, seeded
):
    ran = wbagree("frameworks", "show", name, "--format", "json", db=seeded)
    assert (ran.returncode, ran.stderr) == (0, "")
    sheet = json.loads(ran.stdout)
    assert list(sheet) == KEYS
    assert (sheet["key"], sheet["became"]) == (key, became)
    assert [one["key"] for one in sheet["came_from"]] == came_from
    members = [row for row in rows_of("framework_members") if row["framework"] == key]
    assert sorted((one["party"], one["standing"], one["joined"] or "", one["left"] or "") for one in sheet["members"]) \
        == sorted((row["party"], row["standing"], row["joined"], row["left"]) for row in members)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Council of Europe conventions", {"ets-24", "ets-30", "ets-112", "ets-185", "cets-197"}),
        ("Police Cooperation Centre", {"jpcc-plav", "jpcc-trebinje"}),
    ],
)
def test_a_name_of_several_is_answered_with_all_of_them(name, keys, wbagree, seeded):
    ran = wbagree("frameworks", "show", name, db=seeded)
    assert (ran.returncode, ran.stdout) == (3, "")
    for key in keys:
        assert f"{key} (" in ran.stderr


@pytest.mark.parametrize("command", [("show", ""), ("edit", "", "--seat", "x"), ("member", "", "AL")])
def test_an_empty_name_is_no_framework(command, wbagree, seeded):
    ran = wbagree("frameworks", *command, db=seeded)
    assert ran.returncode == 3
    assert "unknown framework: ''" in ran.stderr


@pytest.mark.parametrize("name", ["SELEC", "Horizontal Facility", "PCC SEE", "WBCTi"])
def test_text_markdown_and_json_tell_the_same(name, wbagree, seeded):
    text, markdown, sheet = (
        wbagree("frameworks", "show", name, "--format", form, db=seeded, env={"COLUMNS": "80"}).stdout
        for form in ("text", "md", "json")
    )
    sheet = json.loads(sheet)
    straight = " ".join(text.split())
    rows = cells_of(markdown)
    assert rows[0] == ["Party", "Code", "Standing", "Joined", "Left", "Note"]
    assert len(rows) - 1 == len(sheet["members"])
    for row, member in zip(rows[1:], sheet["members"], strict=True):
        assert row[1:5] == [member["party"], member["standing"], member["joined"] or "", member["left"] or ""]
        assert f"{member['name']} ({member['party']})" in straight
    for one in sheet["came_from"]:
        assert f" ({one['key']})" in straight
        assert f" ({one['key']})" in markdown.replace("\\", "")
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 80
    assert ("Kosovo" in markdown) == ("UNSCR 1244/1999 and the ICJ" in markdown)
    urls = [source.partition("<")[2].rstrip(">") for source in sheet["sources"]]
    assert all(f"](<{url.replace('&', '&amp;')}>)" in markdown or f"](<{url}>)" in markdown for url in urls if url)


@pytest.mark.parametrize("command", [("list",), ("common", "AL-XK", *DAY), ("common", "RS-BA", "--as-of", "2010")])
def test_lists_hold_the_same_rows_in_every_format(command, wbagree, seeded):
    outputs = {
        form: wbagree("frameworks", *command, "--format", form, db=seeded).stdout for form in ("csv", "json", "md")
    }
    rows = json.loads(outputs["json"])
    texts = [[str(value) for value in row.values()] for row in rows]
    assert [*csv.reader(io.StringIO(outputs["csv"]))] == [[*rows[0]], *texts]
    assert cells_of(outputs["md"])[1:] == texts
    table = wbagree("frameworks", *command, "--format", "table", db=seeded).stdout.splitlines()
    assert [" ".join(line.split()) for line in table[1:]] == [" ".join(" ".join(row).split()) for row in texts]


def test_another_format_is_refused(wbagree, seeded):
    ran = wbagree("frameworks", "show", "SELEC", "--format", "csv", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "'csv'" in ran.stderr
