"""The pager: for an answer that is longer than the screen of a person, and for nothing else."""

import re

import pytest

PAGED = "sed 's/^/paged: /'"
LONG, SHORT = ("list", "--pair", "AL-XK"), ("list", "AL-XK", "extradition")
STYLES = re.compile(r"\x1b\[[0-9;]*m")


def without(text: str) -> str:
    return text.replace("paged: ", "")


@pytest.mark.parametrize(
    "command",
    [LONG, ("search", "agreement"), ("summary", "--by", "type"), ("matrix", "--by", "type"), ("gaps",), ("timeline",),
     ("show", "AL-XK-2012-1"), ("types",), ("parties", "show", "RS"), ("frameworks",), ("parties",), ("check",),
     ("export", "--format", "csv"), ("sql", "SELECT key FROM agreements"), ("brief", "AL", "XK"),
     ("frameworks", "show", "selec"), ("cite", "AL-XK")],
    ids=" ".join,
)  # fmt: skip
def test_a_long_answer_of_any_command_goes_to_the_pager_as_the_terminal_would_have_it(command, at_terminal, seeded):
    plain = at_terminal(*command, db=seeded, LINES="10")
    paged = at_terminal(*command, db=seeded, LINES="10", PAGER=PAGED)
    assert paged.text.count("paged: ") >= 10
    assert (without(paged.text), paged.returncode) == (plain.text, plain.returncode)


def test_an_answer_that_fits_the_screen_is_not_paged(at_terminal, seeded):
    answer = at_terminal(*SHORT, db=seeded, PAGER=PAGED).text
    assert "AL-XK" in answer
    assert "paged" not in answer
    lines = len(at_terminal("db", "path", db=seeded).text.splitlines())
    assert "paged" not in at_terminal("db", "path", db=seeded, LINES=str(lines + 1), PAGER=PAGED).text


@pytest.mark.parametrize("env", [{"PAGER": ""}, {"PAGER": " cat "}, {"PAGER": PAGED, "TERM": "dumb"}])
def test_who_wants_no_pager_has_none(env, at_terminal, seeded):
    ran = at_terminal(*LONG, db=seeded, LINES="10", **env)
    assert ran.returncode == 0
    assert "paged" not in ran.text


def test_a_pipe_and_a_file_are_not_paged(wbagree, seeded, tmp_path):
    for extra in ((), ("-o", str(tmp_path / "list.txt"))):
        assert "paged" not in wbagree(*LONG, *extra, db=seeded, env={"PAGER": PAGED, "LINES": "10"}).stdout
    assert "paged" not in (tmp_path / "list.txt").read_text()


def test_a_pager_that_is_left_early_is_no_error(at_terminal, seeded):
    for pager in ("head -3", "true", "sh -c 'exit 3'"):
        ran = at_terminal("export", "--format", "csv", db=seeded, LINES="10", PAGER=pager)
        assert ran.returncode == 0
        assert "rror" not in ran.text


def test_a_pager_that_is_not_there_loses_nothing(at_terminal, seeded):
    plain = at_terminal(*LONG, db=seeded, LINES="10").text
    ran = at_terminal(*LONG, db=seeded, LINES="10", PAGER="nosuchpager")
    assert ran.returncode == 0
    assert ran.text.endswith(plain)


def test_a_pager_gets_nothing_that_a_terminal_would_obey(at_terminal, wbagree, empty):
    title = "Agreement\x1b]0;owned\x07 on \x9b31mpatrols"
    wbagree("add", "-p", "AL", "-p", "XK", "-f", "mou", "-t", "mla", "--title", title, "--yes", db=empty)
    text = at_terminal("show", "AL-XK-nd-1", db=empty, LINES="3", PAGER=PAGED).text
    assert "paged: " in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", STYLES.sub("", text))


def test_less_is_set_as_git_sets_it_unless_it_is_set(at_terminal, seeded):
    show = 'cat > /dev/null; echo "less=$LESS"'
    assert "less=FRX" in at_terminal(*LONG, db=seeded, LINES="10", PAGER=show).text
    assert "less=S" in at_terminal(*LONG, db=seeded, LINES="10", PAGER=show, LESS="S").text
