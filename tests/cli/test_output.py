"""Where output goes, and what happens when it cannot go there."""

import os
import subprocess
import sys

import pytest


def run_in_shell(line, seeded):
    return subprocess.run(
        ["bash", "-c", f'wbagree() {{ {sys.executable} -m wbagree "$@"; }}; {line}'],
        env={**os.environ, "WBAGREE_DB": str(seeded)},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


@pytest.mark.parametrize("command", ["list", "export --format csv", "export --format xlsx", "--help", "db path"])
def test_a_full_disk_under_stdout_is_said(command, printing_to, full, seeded):
    ran = printing_to(full, *command.split(), db=seeded)
    assert ran.returncode == 4
    assert "stdout cannot be written: No space left on device" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [("wbagree list >&-", 0), ("wbagree export --format docx --pair ME-XK >&-", 0),
     ("wbagree show NOPE 2>&-", 3), ("wbagree delete AL-XK-2012-1 <&-", 2),
     ("wbagree import - <&-", 6)],
)  # fmt: skip
def test_a_closed_stream_leads_nowhere(line, code, seeded):
    ran = run_in_shell(line, seeded)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr


def test_arguments_that_are_no_text_are_refused(seeded):
    ran = run_in_shell("wbagree show $'caf\\xe9'", seeded)
    assert ran.returncode == 2
    assert "argument 'caf?' is not valid UTF-8" in ran.stderr


def test_text_is_read_as_utf_8_in_every_locale_and_names_of_files_are_their_bytes(empty, tmp_path):
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for number, locale in enumerate((ascii_only, {"LC_ALL": "C.UTF-8"}), 1):
        set_ = " ".join(f"{name}={text}" for name, text in locale.items())
        add = "wbagree add --party AL --party XK --form mou --type mla --title Šibenik --place Priština --signed"
        ran = run_in_shell(f"export {set_}; {add} 20{number}5; wbagree list --text Priština --format csv", empty)
        assert f"added AL-XK-20{number}5-1: Šibenik\n" in ran.stderr, ran
        assert ran.stdout.count("Šibenik") == number
        names = f"list=$'\\xe8{number}.csv' copy=$'\\xe8{number}.db'"
        commands = "wbagree export $list && wbagree db backup $copy && wbagree --db $copy import $list"
        ran = run_in_shell(
            f"export {set_} {names}; cd {tmp_path}; {commands} && wbagree --db $copy db path | grep -qa $copy", empty
        )
        assert ran.returncode == 0, ran
        assert f"{number}.csv: {number} row" in ran.stderr
        assert {os.fsencode(path.name) for path in tmp_path.glob(f"*{number}.*")} >= {
            b"\xe8%d.csv" % number,
            b"\xe8%d.db" % number,
        }
    assert "Priština" in run_in_shell("wbagree history", empty).stdout


def test_a_link_is_followed_and_a_pipe_is_written_to(wbagree, seeded, tmp_path):
    real, link, pipe = (tmp_path / name for name in ("real.csv", "link.csv", "pipe"))
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    assert wbagree("export", str(link), db=seeded).returncode == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").startswith("key,title,")
    os.mkfifo(pipe)
    ran = run_in_shell(f"wbagree export {pipe} --format csv & head -c 9 {pipe}; wait", seeded)
    assert ran.stdout == "key,title"
    assert pipe.is_fifo()


@pytest.mark.parametrize("command", [("export",), ("list", "-o"), ("summary", "-o"), ("search", "patrol", "-o")])
def test_data_is_never_written_over_the_register(command, wbagree, seeded):
    before = seeded.read_bytes()
    ran = wbagree(*command, str(seeded), "--format", "csv", db=seeded)
    assert ran.returncode == 2
    assert "is the register itself" in ran.stderr
    assert seeded.read_bytes() == before


def test_a_file_whose_ending_says_no_format_is_refused(wbagree, seeded, tmp_path):
    for command in (("list", "-o"), ("export",)):
        ran = wbagree(*command, str(tmp_path / "x.pdf"), db=seeded)
        assert ran.returncode == 2
        assert "no format has the ending '.pdf'" in ran.stderr
        assert not (tmp_path / "x.pdf").exists()
