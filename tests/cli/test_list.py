"""``wbagree list``: the question options, the formats, the terminal."""

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest
import seed_data

DAY = ("--as-of", "2026-11-01")


@pytest.fixture
def keys(wbagree, seeded):
    """The keys that ``wbagree list`` with these options finds."""

    def listed(*options: str) -> list[str]:
        ran = wbagree("list", *options, "--columns", "key", "--format", "csv", db=seeded)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.splitlines()[1:]

    return listed


def seed_rows() -> list[dict[str, str]]:
    return [*seed_data.some().values()]


def test_the_first_sentence(wbagree, seeded, golden):
    ran = wbagree("list", "--pair", "AL-XK", *DAY, db=seeded)
    golden("list-al-xk.txt", ran.stdout)
    assert ran.stderr == "41 agreements (1 signed by a predecessor, 10 with no signature date)\n"


@pytest.mark.parametrize(
    "pair",
    [
        "XK-AL", "al,xk", "XK/AL", "ALB-XKX", "Kosova-Shqipëria", "Shqipëri – Kosovë", "Albania and Kosovo",
        "Албанија-Косово", "Albanien, Kosovo", "Kosovo*/Albania", "Albanija - Kosovo", "AL-KOS",
    ],
)  # fmt: skip
def test_a_pair_is_understood_in_any_order_code_or_language(pair, keys):
    assert keys("--pair", pair) == keys("--pair", "AL-XK")


def test_a_hyphen_may_stand_inside_a_code(keys):
    assert keys("--pair", "HR,YU-SFRY") == keys("--pair", "YU-SFRY-HR") == ["HR-RS-YU-SFRY-1991-1"]


@pytest.mark.parametrize(
    ("options", "condition"),
    [
        (["--form", "mou", "--form", "protocol"], lambda row: row["form"] in ("mou", "protocol")),
        (["--level", "agency"], lambda row: row["level"] == "agency"),
        (["--confidence", "HIGH"], lambda row: row["confidence"] == "high"),
        (["--type", "izručenje"], lambda row: "extradition" in row["types"].split(";")),
        (["--type", "PCC"], lambda row: "pcc" in row["types"].split(";")),
        (
            ["--type", "migration"],
            lambda row: {"readmission", "migration-asylum", "visa"} & set(row["types"].split(";")),
        ),
        (["--assessed"], lambda row: row["implementation"]),
        (["--not-assessed"], lambda row: not row["implementation"]),
        (["--since", "2020", "--dated"], lambda row: row["signed"][:4] >= "2020"),
        (["--since", "2020"], lambda row: row["signed"][:4] >= "2020"),
        (["--since", "2020", "--undated"], lambda row: not row["signed"] or row["signed"][:4] >= "2020"),
        (["--dated"], lambda row: row["signed"]),
        (["--no-inherited", "--party", "Serbia"], lambda row: "RS" in row["parties"].split(";")),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_question_finds_the_rows_that_the_file_has(options, condition, keys):
    assert sorted(keys(*options)) == sorted(row["key"] for row in seed_rows() if condition(row))


def test_a_range_of_dates_hides_undated_records_and_says_how_many(wbagree, whole):
    shown = ("--format", "csv", "--columns", "signed")
    ran = wbagree("list", "--since", "2026", *shown, db=whole)
    assert len(ran.stdout.splitlines()) == 1 + 1
    assert ran.stderr == ("1 agreement signed since 2026. 138 without a date are hidden (use --undated to see them).\n")
    with_undated = wbagree("list", "--since", "2026", "--undated", *shown, db=whole)
    assert with_undated.stdout.splitlines()[2:] == ['""'] * 138
    assert "hidden" not in with_undated.stderr
    assert "hidden" not in wbagree("list", "--dated", *shown, db=whole).stderr


def test_hidden_undated_records_meet_the_other_conditions(wbagree, keys, whole):
    ran = wbagree("summary", "--pair", "AL-XK", "--since", "2012", db=whole)
    undated = {row["key"] for row in seed_rows() if not row["signed"]} & {*keys("--pair", "AL-XK")}
    assert f"{len(undated)} agreements without a date are hidden (use --undated to see them)." in ran.stderr
    listed = wbagree("list", "AL-XK", "2012-2015", db=whole)
    assert f"3 agreements signed 2012 to 2015. {len(undated)} without a date are hidden" in listed.stderr
    nothing = wbagree("list", "AL-XK", "1990", db=whole)
    assert nothing.stderr.endswith(
        f"\nNo matching agreements. The register may be incomplete. {len(undated)} without a date are hidden"
        " (use --undated to see them).\n"
    )


def test_a_hundred_formats_are_one_list(wbagree, seeded, tmp_path):
    columns = "key,parties,signed,computed_status,sources"
    outputs = {
        name: wbagree("list", "--pair", "AL-XK", "--columns", columns, "--format", name, db=seeded).stdout
        for name in ("csv", "json", "jsonl", "md", "table")
    }
    rows = list(csv.DictReader(io.StringIO(outputs["csv"])))
    objects = json.loads(outputs["json"])
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == objects
    assert [row["key"] for row in rows] == [item["key"] for item in objects]
    assert [row["parties"] for row in rows] == [";".join(item["parties"]) for item in objects]
    assert list(objects[0]) == columns.split(",")
    assert sum(line.startswith("| ") for line in outputs["md"].splitlines()) == len(rows) + 2
    assert len(outputs["table"].splitlines()) == len(rows) + 1

    file = tmp_path / "list.json"
    assert wbagree("list", "--pair", "AL-XK", "--columns", columns, "--output", str(file), db=seeded).stdout == ""
    assert file.read_text(encoding="utf-8") == outputs["json"]


def test_sorting_and_cutting(keys, wbagree, seeded):
    newest = keys("--pair", "AL-XK", "--sort", "-signed", "--limit", "2")
    assert newest == ["AL-XK-2026-1", "AL-XK-2025-1"]
    assert keys("--pair", "AL-XK", "--sort", "key")[-2:] == ["AL-XK-nd-9", "AL-XK-nd-10"]
    assert "The first 2 agreements (--limit 2)" in wbagree("list", "--limit", "2", db=seeded).stderr


def test_nothing_found_is_an_answer_and_proves_nothing(wbagree, seeded):
    ran = wbagree("list", "--pair", "AL-NZ", db=seeded)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.endswith("No matching agreements. The register may be incomplete.\n")


@pytest.mark.parametrize(("name", "code"), [("register.db", 0), ("nosuch.db", 3)])
def test_an_empty_register_and_none_say_what_to_do_next(name, code, wbagree, empty):
    ran = wbagree("list", "--pair", "AL-XK", db=empty.with_name(name))
    assert (ran.returncode, ran.stdout) == (code, "")
    for advice in ("wbagree seed", "wbagree import", "wbagree add"):
        assert advice in ran.stderr


@pytest.mark.parametrize("columns", [60, 100, 140])
def test_on_a_terminal_it_is_a_table_as_wide_as_the_terminal(columns, at_terminal, whole, golden):
    screen = at_terminal("list", "--pair", "AL-ME", *DAY, db=whole, columns=columns, NO_COLOR="1")
    golden(f"list-al-me-{columns}.txt", screen.text)
    assert max(map(len, screen.text.splitlines())) <= columns


def test_status_has_a_colour_and_its_words(at_terminal, seeded):
    screen = at_terminal("list", "--pair", "AL-ME", db=seeded)
    assert re.search(r"\x1b\[32min force", screen.text)
    assert "\x1b[" not in at_terminal("list", "--pair", "AL-ME", db=seeded, NO_COLOR="1").text


def test_control_characters_in_a_title_never_reach_the_terminal(at_terminal, wbagree, empty):
    title = "Agreement\x1b]0;owned\x07 on \x9b31mpatrols \u202eevil [annex 1]"
    added = wbagree("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "mla", "--title", title, db=empty)
    assert added.returncode == 0
    for arguments in (
        ["list"], ["show", "AL-XK-nd-1"], ["search", "agreement"], ["export", "--format", "md"],
        ["list", "--format", "csv"], ["list", "--format", "json"], ["list", "--columns", "title,key"],
    ):  # fmt: skip
        text = at_terminal(*arguments, db=empty, NO_COLOR="1").text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text.replace("\r", "")), arguments
        assert "annex 1" in text


def test_a_reader_that_leaves_early_is_no_error(seeded):
    line = f"{sys.executable} -m wbagree list --format json | head -1"
    ran = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        env={**os.environ, "WBAGREE_DB": str(seeded)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stdout == "[\n"
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("command", [("list",), ("search", "agreement")])
def test_a_question_about_in_force_says_what_is_so_for_a_predecessor_alone(command, wbagree, seeded):
    besides = "have the status of a predecessor (use --status inherited to see all of these)"
    ran = wbagree(*command, "--pair", "AT-HR", "--status", "in-force", db=seeded)
    inherited = wbagree(*command, "--pair", "AT-HR", "--status", "inherited", "--format", "csv", db=seeded)
    number = len(inherited.stdout.splitlines()) - 1
    assert number > 1
    assert f"{number} more agreements {besides}" in ran.stderr
    for other in (("--pair", "AT-HR"), ("--pair", "AT-HR", "--status", "signed"), ("--status", "in-force")):
        assert besides not in wbagree(*command, *other, db=seeded).stderr
