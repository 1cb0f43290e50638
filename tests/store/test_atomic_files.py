"""Files that appear whole: also on drives that know no hard links or no rights, and what killed runs left is swept."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wbagree import atomic_files

PUT = """
import os, sys
from pathlib import Path
from wbagree import atomic_files
path = Path(sys.argv[1])
with atomic_files.temporary_file_next_to(path) as new:
    new.write_text(sys.argv[2])
    try:
        atomic_files.publish(new, path)
    except FileExistsError:
        print("taken")
    else:
        print("put")
"""
LEAVE = """
import os, sys
from pathlib import Path
from wbagree import atomic_files
with atomic_files.temporary_file_next_to(Path(sys.argv[1])) as new:
    Path(f"{new}-journal").touch()
    print(new, flush=True)
    sys.stdin.read(1)
    os.kill(os.getpid(), 9)
"""
# What a drive without hard links says, and one on which renaming cannot be told to replace nothing either.
NO_LINKS = "link,linkat:error=EPERM"
NO_RENAMING = "renameat2:error=EINVAL"


@pytest.fixture
def faulty():
    """Run Python on a drive that fails some calls."""
    strace = shutil.which("strace")
    if not strace or subprocess.run([strace, "-o", os.devnull, "true"], check=False).returncode:
        if os.environ.get("CI") == "true":
            pytest.fail("strace is missing, or may not be used")
        pytest.skip("strace, which lets calls fail, is missing or may not be used")

    def start(faults, *arguments, **how):
        injected = [word for fault in faults for word in ("-e", f"inject={fault}")]
        injected += ["-e", f"trace={','.join(fault.partition(':')[0] for fault in faults) or 'none'}"]
        command = [strace, "-f", "-qq", "-o", os.devnull, *injected, sys.executable, *arguments]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **how)

    return start


@pytest.mark.parametrize("faults", [(), (NO_LINKS,), (NO_LINKS, NO_RENAMING)])
def test_a_file_is_put_once_and_never_over_another(faults, faulty, tmp_path):
    path = tmp_path / "file"
    shown = [faulty(faults, "-c", PUT, str(path), text).communicate()[0] for text in ("first", "second")]
    assert shown == ["put\n", "taken\n"]
    assert path.read_text() == "first"
    assert {one.name for one in tmp_path.iterdir()} == {"file", "home"}


def test_of_two_that_put_at_once_without_hard_links_one_is_told(faulty, tmp_path):
    path = tmp_path / "file"
    waits = "renameat2:delay_enter=500000"  # so that both have looked before either renames
    for faults in ((NO_LINKS, waits), (NO_LINKS, NO_RENAMING, "rename,renameat:delay_enter=500000")):
        both = [faulty(faults, "-c", PUT, str(path), text) for text in ("one", "two")]
        shown = [one.communicate()[0].strip() for one in both]
        assert sorted(shown) == ["put", "taken"], shown
        assert path.read_text() == ("one", "two")[shown.index("put")]
        path.unlink()


def test_first_uses_at_once_without_hard_links_lose_nothing(faulty, tmp_path, reading):
    db = tmp_path / "register.db"
    new = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title")
    env = {**os.environ, "WBAGREE_DB": str(db)}
    faults = (NO_LINKS, "renameat2:delay_enter=500000")
    runs = [faulty(faults, "-m", "wbagree", "add", *new, text, env=env) for text in ("One thing", "Something else")]
    for run in runs:
        shown = run.communicate()[1]
        assert run.returncode == 0, shown
    with reading(db) as register:
        assert register.execute("SELECT count(*) FROM agreement").fetchone()[0] == len(runs)


# Writes every kind of file, each in a process of its own that is forked.
WRITING = """
import command_tree, sys
from running import run
for line in sys.argv[1:]:
    with open("output", "a") as output:
        print(line, run(*line.split(), output=output.fileno(), errors=output.fileno()), flush=True)
"""


def test_what_is_written_is_written_where_rights_are_refused(faulty, seeded, tmp_path):
    rows = "One,AL;XK,mou,mla,1999\nNone,QQ,mou,mla,1999\n"
    (tmp_path / "list.csv").write_text(f"title,parties,form,types,signed\n{rows}")
    lines = ["export a.csv", "export a.xlsx", "list -o b.csv", "report a.html", "plot matrix a.svg",
             "import list.csv --skip-invalid --on-duplicate add"]  # fmt: skip
    env = {**os.environ, "WBAGREE_DB": str(seeded), "PYTHONPATH": str(Path(__file__).parents[1])}
    ran = faulty(("chmod,fchmod,fchmodat:error=EPERM",), "-c", WRITING, *lines, cwd=tmp_path, env=env)
    codes = ran.communicate()[0].splitlines()
    text = (tmp_path / "output").read_text(encoding="utf-8")
    assert codes == [f"{line} 0" for line in lines], text
    assert "wbagree: " not in text
    for name in ("a.csv", "a.xlsx", "b.csv", "a.html", "a.svg"):
        assert (tmp_path / name).stat().st_size
    assert "Refused rows are in list.csv.refused.csv" in text
    assert "None,QQ" in (tmp_path / "list.csv.refused.csv").read_text("utf-8-sig")


def test_what_a_killed_run_left_is_swept_by_the_next_that_writes_and_what_others_are_at_is_not(seeded, wbagree):
    process = subprocess.Popen(
        [sys.executable, "-c", LEAVE, str(seeded)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    name = process.stdout.readline().strip()
    foreign = seeded.with_name(".wbagree-0000abcd-1-x.new")
    foreign.touch()
    assert wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded).returncode == 0
    assert os.path.exists(name)  # noqa: PTH110  (a name that was printed)
    process.communicate("x")
    assert wbagree("edit", "AL-XK-2012-1", "--place", "Vlorë", db=seeded).returncode == 0
    assert [path.name for path in seeded.parent.glob(".wbagree-*")] == [foreign.name]
    os.utime(foreign, times=(time.time() - 25 * 3600,) * 2)
    atomic_files.remove_abandoned_files(seeded.parent)
    assert not list(seeded.parent.glob(".wbagree-*"))


REMOVE = """
import pathlib, sys
from wbagree import atomic_files
atomic_files.remove_abandoned_files(pathlib.Path(sys.argv[1]))
"""


@pytest.mark.parametrize("day", ["1979-05-05", "2110-01-01"])
def test_what_others_are_at_is_not_swept_under_a_wrong_clock(day, seeded, needs):
    needs("faketime")
    foreign = seeded.with_name(".wbagree-0000abcd-1-x.new")
    foreign.touch()
    with subprocess.Popen(
        [sys.executable, "-c", LEAVE, str(seeded)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        name = process.stdout.readline().strip()
        command = ["faketime", "-f", f"@{day} 12:00:00", sys.executable, "-c", REMOVE, str(seeded.parent)]
        subprocess.run(command, env={**os.environ, "NO_FAKE_STAT": "1"}, check=True)
        left = {str(path) for path in seeded.parent.glob(".wbagree-*")}
        process.communicate("x")
    assert left >= {str(foreign), name}


# Takes a file and a folder for a while, both with something in them, and is killed.
PASS = """
import os
from wbagree import atomic_files
with atomic_files.temporary_file() as file, atomic_files.temporary_file(folder=True) as folder:
    file.write_text("restricted")
    (folder / "sheet").write_text("restricted")
    print(file.stat().st_mode & 0o77, folder.stat().st_mode & 0o77)
    if not "KILLED":
        os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("killed", [False, True])
def test_temporary_files_are_their_owners_alone_and_are_gone_or_swept(killed, seeded, tmp_path, wbagree):
    place = tmp_path / "temporary"
    place.mkdir()
    program = PASS.replace('not "KILLED"', str(killed))
    env = {**os.environ, "TMPDIR": str(place)}
    ran = subprocess.run([sys.executable, "-u", "-c", program], capture_output=True, text=True, env=env, check=False)
    assert ran.stdout == "0 0\n", ran
    assert len(list(place.iterdir())) == 2 * killed
    edited = wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", db=seeded, env={"TMPDIR": str(place)})
    assert edited.returncode == 0
    assert not list(place.iterdir())


def test_what_a_machine_of_the_same_name_is_at_is_not_swept(tmp_path, monkeypatch):
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    machine = tmp_path / "machine-id"
    monkeypatch.setattr(atomic_files, "MACHINE_ID", machine)
    machine.write_text("one")
    old = tmp_path / f".wbagree-{atomic_files.machine_name()}-{gone.pid}-x.new"
    old.touch()
    machine.write_text("other")
    atomic_files.remove_abandoned_files(tmp_path)
    assert old.exists()
    machine.write_text("one")
    atomic_files.remove_abandoned_files(tmp_path)
    assert not old.exists()
