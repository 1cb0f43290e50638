"""Places that are no good for a register: no home, a file for a home, a pipe, a folder, what may only be read."""

import os
import shutil
from pathlib import Path

import pytest

KEY = "AL-XK-2012-1"
NEW = ("--party", "AL", "--party", "XK", "--form", "mou", "--type", "mla", "--title", "Not here")
READING = (("list",), ("show", KEY), ("search", "police"), ("db", "check"), ("db", "upgrade"))
WRITING = (
    ("add", *NEW),
    ("edit", KEY, "--place", "Here"),
    ("delete", KEY, "--yes"),
    ("undo", "1", "--yes"),
    ("seed", "--restore"),
)
HOMELESS = """
import os, pwd, platformdirs.unix
from wbagree import resources
os.setuid(54321)
try:
    resources.register_path()
except Exception as error:
    print(error.exit_code, error.sentence, error.hint)
"""


def one_line(ran, code=7):
    """Whether a run failed with this code and one clear line."""
    failures = [line for line in ran.stderr.splitlines() if line.startswith("wbagree: ")]
    return ran.returncode == code and len(failures) == 1 and "Traceback" not in ran.stderr


@pytest.fixture
def folder(seeded, tmp_path):
    """A folder with a register, which may be locked for a while."""
    place = tmp_path / "place"
    place.mkdir()
    shutil.copy(seeded, place / "register.db")
    yield place
    place.chmod(0o700)


@pytest.mark.parametrize("arguments", [("list",), ("seed",), ("db", "check")], ids=" ".join)
def test_what_is_no_file_is_said_and_never_waited_for(arguments, wbagree, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", Path("/dev/null"), tmp_path, tmp_path / ("n" * 300)):
        ran = wbagree(*arguments, db=place)
        assert one_line(ran), (place, ran)
        assert str(place) in ran.stderr


def test_a_home_that_cannot_be_is_said(bound, folder):
    folder.chmod(0o500)
    for home in (folder / "none", folder / "register.db", Path("/proc/none")):
        ran = bound("seed", HOME=str(home))
        assert one_line(ran), ran
        assert f"{home}/.local/share/wbagree/register.db cannot be made" in ran.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody who has no home")
def test_whoever_has_no_home_has_to_name_the_register(programs):
    env = {name: text for name, text in os.environ.items() if name != "HOME"}
    code, (output, _) = programs.run((), b"", env, code=HOMELESS)
    assert code == 0
    assert output.startswith(b"7 nobody knows where the register is: there is no home folder --db FILE")


def test_a_register_that_may_only_be_read_is_read_and_not_written(bound, folder):
    place = folder / "register.db"
    place.chmod(0o400)
    folder.chmod(0o500)
    before = place.read_bytes()
    for arguments in READING:
        ran = bound(*arguments, WBAGREE_DB=str(place))
        assert ran.returncode == 0, (arguments, ran)
    for arguments in (*WRITING, ("db", "backup", str(folder / "copy.db"))):
        ran = bound(*arguments, WBAGREE_DB=str(place))
        assert one_line(ran), (arguments, ran)
    assert one_line(bound("export", str(folder / "all.csv"), WBAGREE_DB=str(place)), 4)
    assert place.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["register.db"]


def test_a_folder_that_may_not_be_looked_into_is_said(bound, folder):
    folder.chmod(0o000)
    for arguments in (("list",), ("add", *NEW), ("db", "info"), ("db", "upgrade"), ("db", "copies")):
        ran = bound(*arguments, WBAGREE_DB=str(folder / "register.db"))
        assert one_line(ran, 7), ran
        assert "Permission denied" in ran.stderr
