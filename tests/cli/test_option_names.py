"""An option's name and letter mean one thing; an unknown option is answered with the call that works."""

from collections import defaultdict

import pytest
from command_tree import TREE

from wbagree.cli.option_names import unknown_option, with_named_file, with_names_of_today

LETTERS = {
    "-c": {"--columns"}, "-f": {"--form"}, "-m": {"--map"}, "-n": {"--limit"}, "-o": {"--output"}, "-s": {"--status"},
    "-t": {"--type"}, "-y": {"--yes"}, "-p": {"--pair", "--party"},
}  # fmt: skip
OPTIONS = [
    (path, one) for path, command in TREE.items() for one in command.params if path and one.param_type_name == "option"
]


def options_of(*path):
    return {name for one in TREE[path].params for name in (*one.opts, *one.secondary_opts)}


def test_a_letter_means_the_same_on_every_command():
    found = defaultdict(set)
    for _, option in OPTIONS:
        for letter in [name for name in option.opts if not name.startswith("--")]:
            found[letter] |= {name for name in option.opts if name.startswith("--")}
    assert found == LETTERS


def test_source_and_since_and_by_are_those_of_questions():
    own = defaultdict(set)
    for path, option in OPTIONS:
        for name in option.opts:
            if "words" not in options_of(*path):
                own[name].add(path[0])
    assert own["--source"] == set()  # a citation is --cite
    assert own["--since"] == {"parties"}  # the first day of a party or a name; a change is --changed-since
    assert own["--by"] == set()
    assert own["--note"] == set()


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["assess", "--score", "full", "--on", "2020", "--by", "M", "--note", "seen", "--source=Report 1"],
         ["assess", "--score", "full", "--on", "2020", "--assessor", "M", "--notes", "seen", "--cite=Report 1"]),
        (["edit", "--source", "Gazette 1"], ["edit", "--cite", "Gazette 1"]),
    ],
)  # fmt: skip
def test_a_former_name_is_the_same_option(typed, same, wbagree, seeded, tmp_path):
    other = tmp_path / "other.db"
    other.write_bytes(seeded.read_bytes())
    for words, db in ((typed, seeded), (same, other)):
        ran = wbagree(words[0], "AL-XK-2012-1", *words[1:], db=db)
        assert ran.returncode == 0, ran.stderr
    shown = [wbagree("show", "AL-XK-2012-1", "--format", "json", db=db).stdout for db in (seeded, other)]
    assert shown[0] == shown[1]
    assert "Report 1" in shown[0] or "Gazette 1" in shown[0]


def test_a_former_name_behind_two_hyphens_is_a_text():
    assert with_names_of_today(["--source", "--", "--source"], {"--cite"}) == ["--cite", "--", "--source"]


@pytest.mark.parametrize(
    ("command", "words", "call"),
    [
        ("list", "--country AL", "list --party AL"),
        ("list", "--from 2010 --to=2012", "list --since 2010 --until 2012"),
        ("list", "--topic mla --between AL-XK", "list --type mla --pair AL-XK"),
        ("list", "--year 2015", "list 2015"),
        ("list", "AL-XK --csv", "list AL-XK --format csv"),
        ("list", "AL-XK --active", "list AL-XK in-force"),
        ("list", "--minister Nishani", "list --signatory Nishani"),
        ("list", "--typ mla", "list --type mla"),
        ("summary", "--group-by type", "summary --by type"),
        ("brief", "AL-XK --out note.docx", "brief AL-XK --output note.docx"),
        ("add", "--country AL --date 2012 --url https://a.org", "add --party AL --signed 2012 --cite https://a.org"),
        ("delete", "AL-XK-2012-1 --force", "delete AL-XK-2012-1 --yes"),
        ("history", "--from 2026-01-01", "history --changed-since 2026-01-01"),
    ],
)
def test_an_unknown_option_is_answered_with_the_call(command, words, call, wbagree, empty):
    ran = wbagree(command, *words.split(), db=empty)
    assert (ran.returncode, ran.stdout) == (2, "")
    first, second = ran.stderr.splitlines()
    assert first.startswith("wbagree: There is no option --")
    assert second == f"  Type: wbagree {call}"


@pytest.mark.parametrize("words", [("list", "--colour"), ("show", "AL-XK-2012-1", "-v"), ("types", "--foo")])
def test_an_option_like_none_is_answered_with_where_options_are_listed(words, wbagree, empty):
    ran = wbagree(*words, db=empty)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(f"  wbagree {words[0]} -h lists the options.\n")


def test_a_text_with_spaces_is_quoted_in_the_call():
    refusal = unknown_option("--country", "wbagree list", ["--country", "North Macedonia"], {"--party"})
    assert refusal.hint == "Type: wbagree list --party 'North Macedonia'"


@pytest.mark.parametrize("command", ["types", "parties", "frameworks", "acts", "imports", "history", "contacts"])
def test_a_bare_file_is_written_as_with_its_option(command, wbagree, seeded, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in ([command, "bare.csv"], [command, "-o", "named.csv"]):
        ran = wbagree(*words, db=seeded)
        assert (ran.returncode, ran.stdout) == (0, "")
    assert (tmp_path / "bare.csv").read_bytes() == (tmp_path / "named.csv").read_bytes()
    assert (tmp_path / "bare.csv").read_text(encoding="utf-8").strip() == wbagree(
        command, "--format", "csv", db=seeded
    ).stdout.replace("\r\n", "\n").strip().replace("\ufeff", "")


def test_a_file_behind_an_option_is_its_value():
    assert with_named_file(["--output", "a.csv"]) == ["--output", "a.csv"]
    assert with_named_file(["AL", "a.csv"]) == ["AL", "--output", "a.csv"]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        (("list", "AL-XK", "xlsx"), "export AL-XK agreements.xlsx"),
        (("AL", "XK", "a.docx"), "export AL XK a.docx"),
        (("summary", "AL-XK", "a.html"), "report AL-XK a.html"),
        (("timeline", "AL-XK", "-o", "a.svg"), "plot timeline AL-XK a.svg"),
    ],
)
def test_a_document_is_of_the_command_that_writes_it(words, call, wbagree, seeded):
    ran = wbagree(*words, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[-1] == f"  Type: wbagree {call}"


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (("AL-XK", "undated"), ("AL-XK", "--undated")),
        (("AL", "high", "confidence"), ("AL", "--confidence", "high")),
        (("AL", "ministry", "level"), ("AL", "--level", "ministry")),
        (("MK", "assessed"), ("MK", "--assessed")),
        (("MK", "never", "assessed"), ("MK", "--not-assessed")),
        (("MK", "no", "source"), ("MK", "--no-source")),
        (("-p", "Kosova"), ("--party", "XK")),
        (("-p", "AL", "-p", "Kosova"), ("--party", "AL", "--party", "XK")),
    ],
)
def test_conditions_in_words_are_those_of_options(words, options, wbagree, seeded):
    answers = [wbagree("list", *typed, "--format", "csv", db=seeded).stdout for typed in (words, options)]
    assert answers[0] == answers[1]
    assert answers[0] != wbagree("list", "--format", "csv", db=seeded).stdout


def test_undated_without_a_range_lists_those_alone(wbagree, seeded):
    rows = wbagree("list", "--undated", "--format", "csv", "-c", "signed", db=seeded).stdout.splitlines()[1:]
    assert rows
    assert {row.strip('"') for row in rows} == {""}


@pytest.mark.parametrize("words", [("AL-XK", "t.svg"), ("AL-XK",)])
def test_a_picture_without_its_kind_is_answered_with_a_call(words, wbagree, seeded):
    ran = wbagree("plot", *words, db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    file = words[1] if len(words) > 1 else "picture.svg"
    assert f"For example: wbagree plot timeline AL-XK {file}" in ran.stderr


def test_the_kind_of_a_picture_may_come_last(wbagree, seeded, tmp_path):
    for place, words in enumerate((("timeline", "AL-XK"), ("AL-XK", "timeline"))):
        assert wbagree("plot", *words, str(tmp_path / f"{place}.svg"), db=seeded).returncode == 0
    assert (tmp_path / "0.svg").read_bytes() == (tmp_path / "1.svg").read_bytes()


def test_the_history_of_a_pair_is_answered_with_where_its_keys_are(wbagree, seeded):
    ran = wbagree("history", "AL-XK", db=seeded)
    assert ran.returncode == 3
    assert ran.stderr.endswith("  wbagree list AL-XK shows the keys\n")
