"""How a person's editor is started, on every platform."""

import pytest

from wbagree.cli.prompts.editor import editor_command, quoting_hint


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("nano", ["nano", "/tmp/x.toml"]),
        ("code --wait", ["code", "--wait", "/tmp/x.toml"]),
        ("'/my apps/ed' -w", ["/my apps/ed", "-w", "/tmp/x.toml"]),
        ('"/my apps/ed" "a b"', ["/my apps/ed", "a b", "/tmp/x.toml"]),
    ],
)
def test_elsewhere_an_editor_is_read_as_the_shell_reads_it(editor, words):
    assert editor_command(editor, "/tmp/x.toml", windows=False) == words


@pytest.mark.parametrize(
    "editor", [r"C:\Windows\notepad.exe", r'"C:\Program Files\ed\ed.exe" -w', "notepad", r"C:\Program Files\ed.exe -w"]
)
def test_on_windows_the_text_is_passed_whole_with_its_backslashes(editor):
    assert editor_command(editor, r"C:\Temp\a b.toml", windows=True) == f'{editor} "C:\\Temp\\a b.toml"'


@pytest.mark.parametrize(
    ("editor", "file", "hint"),
    [
        ("/my apps/ed", "/my apps/ed", """quote a path with blanks: EDITOR='"/my apps/ed"'"""),
        ("/my apps/ed -w", "/my apps/ed", """quote a path with blanks: EDITOR='"/my apps/ed" -w'"""),
        ("/my apps/ed -w", "/elsewhere", ""),
        ("ed -w", "ed", ""),
        ("ed", "ed", ""),
    ],
)
def test_a_path_with_a_blank_gets_a_hint(editor, file, hint):
    assert quoting_hint(editor, lambda path: path == file) == hint


KEY = "AL-XK-2012-1"


@pytest.fixture
def script(tmp_path):
    """A program called nano, found before any other, that gives the record another place."""
    (tmp_path / "bin").mkdir()
    path = tmp_path / "bin" / "nano"
    path.write_text('#!/bin/sh\nsed -i \'s/^place = .*/place = "Elsewhere"/\' "$1"\n', encoding="utf-8")
    path.chmod(0o700)
    return path


def test_without_a_terminal_a_field_has_to_be_named_unless_an_editor_is_set(script, wbagree, stored, seeded, tmp_path):
    path = {"PATH": f"{script.parent}:/usr/bin:/bin"}
    before = seeded.read_bytes()
    ran = wbagree("edit", KEY, db=seeded, env=path)
    assert (ran.returncode, ran.stderr) == (
        2,
        (
            "wbagree: No field was named. Nothing was changed.\n"
            f"  Name one: wbagree edit {KEY} --place Tirana. All fields: wbagree edit --help\n"
        ),
    )
    assert seeded.read_bytes() == before
    assert not list(tmp_path.glob(f"{KEY}*.toml"))
    assert wbagree("edit", KEY, db=seeded, env=path | {"EDITOR": "nano"}).returncode == 0
    assert stored(KEY, seeded)["place"] == "Elsewhere"


@pytest.mark.parametrize("name", ["EDITOR", "VISUAL"])
def test_at_a_terminal_the_editor_that_is_set_is_opened_and_no_other(name, script, at_terminal, stored, seeded):
    unset = {"EDITOR": "", "VISUAL": "", "PATH": f"{script.parent}:/usr/bin:/bin"}
    screen = at_terminal("edit", KEY, db=seeded, typed=("",), **unset)
    assert (screen.returncode, "Which field?" in screen.text, stored(KEY, seeded)["place"]) == (0, True, "Pristina")
    screen = at_terminal("edit", KEY, db=seeded, **{**unset, name: "nano"})
    assert (screen.returncode, stored(KEY, seeded)["place"]) == (0, "Elsewhere"), screen.text


def test_a_dry_run_keeps_the_text_that_it_did_not_store(script, wbagree, seeded, tmp_path):
    before = seeded.read_bytes()
    ran = wbagree("edit", KEY, "--dry-run", db=seeded, env={"EDITOR": str(script)})
    assert (ran.returncode, seeded.read_bytes()) == (0, before)
    (kept,) = tmp_path.glob(f"{KEY}*.toml")
    assert ran.stderr.endswith(f"\nyour text is kept in {kept}\ndry run: nothing was stored\n")
    assert 'place = "Elsewhere"' in kept.read_text(encoding="utf-8")


def test_the_hint_is_said_and_what_it_says_works(wbagree, seeded, tmp_path):
    folder = tmp_path / "my apps"
    folder.mkdir()
    script = folder / "ed"
    script.write_text('#!/bin/sh\nsed -i \'s/^place = .*/place = "Elsewhere"/\' "$2"\n', encoding="utf-8")
    script.chmod(0o700)
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env={"EDITOR": f"{script} -w"})
    assert ran.returncode == 4
    assert f"""quote a path with blanks: EDITOR='"{script}" -w'""" in ran.stderr
    assert wbagree("edit", "AL-XK-2012-1", db=seeded, env={"EDITOR": f'"{script}" -w'}).returncode == 0
    assert "Elsewhere" in wbagree("show", "AL-XK-2012-1", db=seeded).stdout
