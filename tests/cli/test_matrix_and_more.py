"""``wbagree matrix``, ``timeline``, ``cite``, ``check`` and ``brief``."""

import csv
import io
import json
import re

import pytest
from markdown_it import MarkdownIt

DAY = ("--as-of", "2026-11-01")
PROOF = "absence of a record is not proof of absence"
COMMANDS = {
    "matrix": ("matrix", "--pair", "AL-XK"),
    "gaps": ("matrix", "--gaps", "--pair", "BA-ME"),
    "timeline": ("timeline", "--pair", "AL-XK"),
    "check": ("check", "--pair", "AL-XK"),
}


def rows_of(ran):
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def undated_day(text):
    return re.sub(r"Made by wbagree on \d{1,2} [A-Z][a-z]{2} \d{4}\.", "Made by wbagree on DAY.", text)


def test_the_matrix_of_the_western_balkans_by_group(at_terminal, seeded, golden):
    screen = at_terminal("matrix", *DAY, db=seeded, columns=80, NO_COLOR="1")
    assert screen.returncode == 0
    assert max(map(len, screen.text.partition("The number is")[0].splitlines())) <= 80
    golden("matrix-wb6-80.txt", screen.text)


def test_the_timeline_of_a_pair(at_terminal, seeded, golden):
    screen = at_terminal("timeline", "--pair", "AL-XK", *DAY, db=seeded, columns=80, NO_COLOR="1")
    assert screen.returncode == 0
    golden("timeline-al-xk-80.txt", screen.text)


@pytest.mark.parametrize("pair", ["BA-XK", "HR-RS"])
def test_the_brief_of_a_pair(pair, wbagree, seeded, golden):
    ran = wbagree("brief", pair, *DAY, db=seeded)
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"brief-{pair.lower()}.md", undated_day(ran.stdout))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_format_holds_the_same_rows(name, wbagree, seeded, tmp_path):
    file = tmp_path / "out.jsonl"
    told = {form: wbagree(*COMMANDS[name], *DAY, "--format", form, db=seeded) for form in ("csv", "json", "md")}
    written = wbagree(*COMMANDS[name], *DAY, "--output", str(file), db=seeded)
    items = json.loads(told["json"].stdout)
    assert len(items) > 1
    assert rows_of(told["csv"]) == [{key: str(value) for key, value in item.items()} for item in items]
    assert [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] == items
    assert (written.stdout, f"written to {file}" in written.stderr) == ("", True)
    assert {ran.returncode for ran in (*told.values(), written)} == {4 if name == "check" else 0}
    blocks = [token.type for token in MarkdownIt("commonmark").enable("table").parse(told["md"].stdout)]
    rows = {"gaps": blocks.count("list_item_open"), "matrix": 6}.get(name, blocks.count("tr_open") - 1)
    assert rows == len(items)
    assert (f"as of {DAY[1]}." in told["md"].stdout) == (name != "check")


def test_a_matrix_has_a_cell_for_each_of_15_pairs_and_6_groups_and_no_inherited_where_none_are_asked_for(
    wbagree, seeded
):
    cells = json.loads(wbagree("matrix", *DAY, "--no-inherited", "--format", "json", db=seeded).stdout)
    assert len({(cell["pair"], cell["group"]) for cell in cells}) == len(cells) == 15 * 6
    assert list(cells[0]) == ["pair", "group", "records", "inherited", "best", "best_records"]
    assert {cell["inherited"] for cell in cells} == {0}
    assert "inherited" not in {cell["best"] for cell in cells}


def test_every_gap_is_a_sentence_that_says_on_record(wbagree, seeded):
    ran = wbagree("matrix", "--gaps", "--type", "extradition", "--type", "readmission", *DAY, db=seeded)
    lines = ran.stdout.splitlines()
    assert "BA-ME: no readmission agreement on record" in lines
    assert "BA-ME: no extradition agreement on record" not in lines
    pattern = r"[A-Z]{2}-[A-Z]{2}: no (extradition|readmission) agreement on record"
    assert all(re.fullmatch(pattern, line) for line in lines)
    assert f"{len(lines)} gaps; {PROOF}" in ran.stderr


def test_gaps_are_the_cells_of_the_matrix_that_have_nothing(wbagree, seeded):
    cells = rows_of(wbagree("matrix", "--by", "type", *DAY, "--format", "csv", db=seeded))
    gaps = rows_of(wbagree("matrix", "--gaps", *DAY, "--format", "csv", db=seeded))
    lacking = ("none", "ended", "not-in-force")
    assert [(gap["pair"], gap["type"], gap["only"]) for gap in gaps] == [
        (cell["pair"], cell["type"], cell["best"]) for cell in cells if cell["best"] in lacking
    ]


@pytest.mark.parametrize(
    ("narrowing", "words"),
    [
        (("--form", "treaty"), "form treaty"),
        (("--level", "state"), "level state"),
        (("--status", "in-force"), "status in-force"),
        (("--confidence", "high"), "confidence high"),
        (("--since", "2010"), "since 2010; undated records included"),
        (("--until", "2010"), "until 2010; undated records included"),
        (("--dated",), "dated records only"),
        (("--assessed",), "assessed"),
        (("--not-assessed",), "never assessed"),
        (("--score", "full"), "latest assessment full"),
        (("--text", "police"), "text “police”"),
        (
            ("--form", "treaty", "--pair", "AL-XK", "--since", "2010"),
            "form treaty; since 2010; undated records included",
        ),
    ],
)
def test_gaps_that_would_deny_what_is_on_record_are_refused(narrowing, words, wbagree, seeded, tmp_path):
    file = tmp_path / "gaps.csv"
    for output in ((), ("--output", str(file))):
        ran = wbagree("matrix", "--gaps", *narrowing, *DAY, *output, db=seeded)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == (
            f"wbagree: --gaps with {words} would deny what is on record\n"
            "  gaps take --pair, --party, --among, --type, --as-of and --no-inherited\n"
        )
    assert not file.exists()
    assert wbagree("matrix", *narrowing, *DAY, db=seeded).returncode == 0


@pytest.mark.parametrize(
    "taken",
    [
        ("--pair", "AL-XK"),
        ("--party", "XK"),
        ("--among", "AL,XK,ME"),
        ("--type", "justice"),
        ("--as-of", "2015"),
        ("--no-inherited",),
    ],
)
def test_gaps_take_parties_types_a_day_and_no_inherited(taken, wbagree, seeded):
    ran = wbagree("matrix", "--gaps", *taken, db=seeded)
    assert ran.returncode == 0
    assert "on record" in ran.stdout


def test_a_timeline_in_a_file_is_the_summary_by_year(wbagree, seeded):
    timeline = wbagree("timeline", "--pair", "AL-XK", *DAY, "--format", "csv", db=seeded)
    summary = wbagree("summary", "--by", "year", "--pair", "AL-XK", *DAY, "--format", "csv", db=seeded)
    assert timeline.stdout == summary.stdout


def test_a_check_that_finds_something_leaves_with_4_and_says_how_many_of_which(wbagree, seeded):
    ran = wbagree("check", "--kind", "stale-status", "--kind", "party-lifetime", db=seeded)
    assert ran.returncode == 4
    told = {line.partition(":")[0] for line in ran.stdout.splitlines()}
    assert {"HR-RS-2010-1", "AL-ME-2003-1"} <= told
    kinds = [row["kind"] for row in rows_of(wbagree("check", "--format", "csv", db=seeded))]
    lifetimes, stale = kinds.count("party-lifetime"), kinds.count("stale-status")
    assert len(ran.stdout.splitlines()) == lifetimes + stale
    assert f"{lifetimes + stale} to look at: " in ran.stderr
    assert f"{stale} stale-status" in ran.stderr
    assert f"{lifetimes} party-lifetime" in ran.stderr


def test_a_check_that_finds_nothing_leaves_with_0(wbagree, seeded):
    ran = wbagree("check", "--pair", "AL-ME", "--kind", "duplicate", db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "nothing to look at\n")


@pytest.mark.parametrize("style", ["csl", "bibtex", "ris"])
def test_references_are_printed_in_the_order_asked_for(style, wbagree, seeded):
    keys = ("AL-XK-2018-1", "AL-XK-2012-1")
    ran = wbagree("cite", *keys, "--format", style, db=seeded)
    assert ran.returncode == 0
    titles = ("joint patrols between the Kosovo Police", "joint patrols along the border")
    assert ran.stdout.index(titles[0]) < ran.stdout.index(titles[1])
    if style == "csl":
        assert [item["id"] for item in json.loads(ran.stdout)] == [*keys]


@pytest.mark.parametrize(
    ("name", "style"),
    [("x.bib", "bibtex"), ("x.BIB", "bibtex"), ("x.ris", "ris"), ("x.json", "csl"), ("x.txt", "text"), ("x", "text")],
)
def test_references_in_a_file_have_the_style_of_its_ending_unless_another_is_named(
    name, style, wbagree, seeded, tmp_path
):
    file = tmp_path / name
    keys = ("AL-XK-2018-1", "AL-XK-2012-1")
    assert wbagree("cite", *keys, "--output", str(file), db=seeded).stdout == ""
    assert file.read_text(encoding="utf-8") == wbagree("cite", *keys, "--format", style, db=seeded).stdout
    file.unlink()
    assert wbagree("cite", *keys, "--format", "ris", "--output", str(file), db=seeded).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("TY  - LEGAL\n")


def test_a_brief_as_of_a_day_tells_no_assessment_after_it(wbagree, seeded):
    told = wbagree("brief", "HR-RS", "--as-of", "2010", db=seeded).stdout
    assert "Status as of 31 Dec 2010." in told
    assert ", Nov 2009: judged fully applied; the Croatian interior minister" in told
    assert "Jul 2011" not in told.partition("## Implementation")[2].partition("## Sources")[0]


def test_a_footnote_says_that_its_date_is_inferred(wbagree, seeded, tmp_path):
    file = tmp_path / "footnote.txt"
    assert wbagree("cite", "AL-XK-2012-1", "--output", str(file), db=seeded).stdout == ""
    assert file.read_text(encoding="utf-8") == (
        "Protocol of cooperation establishing joint patrols along the border of the two countries (Albania–Kosovo)"
        " (signed [10 March 2012]) <http://deltio11.blogspot.com/2012/03/blog-post_1575.html>\n"
    )


def test_a_brief_is_written_to_a_file_and_understands_names(wbagree, seeded, tmp_path):
    file = tmp_path / "brief.md"
    ran = wbagree("brief", "Kosova-Shqipëria", *DAY, "--output", str(file), db=seeded)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"written to {file}\n")
    assert file.read_text(encoding="utf-8") == wbagree("brief", "AL-XK", *DAY, db=seeded).stdout


def test_the_star_of_kosovo_can_be_turned_off_in_a_brief(wbagree, seeded):
    plain = wbagree("brief", "BA-XK", *DAY, db=seeded, env={"WBAGREE_KOSOVO_NOTE": "0"}).stdout
    assert "Kosovo" in plain
    assert "Kosovo\\*" not in plain
    assert "UNSCR 1244/1999" not in plain


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("matrix", "--by", "year"), 2, "'year'"),
        (("matrix", "--gaps", "--type", "extradiction"), 3, "did you mean extradition"),
        (("cite", "AL-XK-2012-1", "--format", "bibtext"), 2, "'bibtext': one of text, csl, bibtex, ris"),
        (("timeline", "--since", "2020", "--until", "2019"), 4, "is before"),
        (("check", "--kind", "nonsense"), 3, "the kinds are: undated, unsourced"),
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
