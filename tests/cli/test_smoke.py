"""Every command once; WBAGREE_PYTHON names an interpreter that has the program, and starts each anew."""

import os
import pty
import select
import subprocess
import sys
import time

import command_tree
import pytest

PYTHON = os.environ.get("WBAGREE_PYTHON", "")
LIST = "title,form,types,parties,signed,confidence\nProtocol on a ferry,protocol,border-crossing,AL;ME,2019-05,high\n"
# What each command is called with, in the order of a day's work; what it is expected to leave with, where not with 0.
# A command has several steps where they load other libraries.
STORY = """
db path
seed
db info
list --pair AL-XK
show AL-XK-2012-1
search patrols
summary --among wb6
sql --views
matrix
gaps extradition mla
compare AL-XK MK-XK
compare AL-XK 2015 2025
save extradition-wb6 gaps wb6 extradition
saved
saved extradition-wb6 mla
saved extradition-wb6 --delete
timeline --pair AL-XK
timeline AL-XK-2012-1
plot matrix out.svg
plot timeline out.png
plot network out-2.svg
due --pair AL-XK
due 2y wb6 due.ics
cite AL-XK-2012-1 --format bibtex
check --pair AL-XK => 4
brief AL-XK -o brief.docx
report page.html
export all.json
export all.xlsx
add -p AL -p XK -f mou -t training --title Exercise --signed 2019
edit AL-XK-2012-1 --place Prizren
relate AL-XK-2018-1 implements AL-XK-2012-1
assess AL-XK-2012-1 --score partial --by Monitor --on 2020
act AL-XK-2012-1 ratification AL 2013-05-03 --reference Gazette
delete AL-XK-2018-1 --yes
undo
redo
import list.csv
import all.json --restore
import all.xlsx --preview
imports
history
types
types show mla
types add cybercrime --group crime --label Cybercrime
types alias mla helpings
acts
acts add consultation --label Consultation
parties
parties show RS
parties add SU --kind predecessor --name Union
parties name CH Helvetia --language la
parties succession SU MD --since 1991-12-26
frameworks
frameworks list
frameworks show selec
frameworks common AL-XK
frameworks add pol --name Police --kind network
frameworks edit pol --notes New
frameworks member pol XK --joined 2014-06
contacts
contacts add --party XK --institution Police --unit ILECU
contacts list
contacts show contact-1
contacts due
contacts edit contact-1 --verified 2026-01
contacts delete contact-1
tallies
tallies add --about agreements --parties AL,XK --total 86 --full 49% --by Monitor --on 2024 --source Report
tallies list
tallies show tally-1
tallies edit tally-1 --notes Read
tallies delete tally-1
db backup copy.db
db restore copy.db --yes
db copies
db check
db upgrade
""".strip().splitlines()


@pytest.fixture
def run_step(programs, tmp_path):
    """Run a command in the test's folder; its exit code, and what it wrote on stderr."""

    def run(*arguments):
        env = {**os.environ, "WBAGREE_DB": str(tmp_path / "register.db")}
        if not PYTHON:
            code, (_, errors) = programs.run(arguments, b"", env, folder=tmp_path)
            return code, errors
        command = [PYTHON, "-m", "wbagree", *arguments]
        ran = subprocess.run(command, cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return ran.returncode, ran.stderr

    return run


def test_a_day_of_work_with_every_command(run_step, tmp_path):
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    for step in STORY:
        line, _, expected = step.partition(" => ")
        code, errors = run_step(*line.split())
        message = f"{step}: {errors.decode(errors='replace')}"
        assert code == int(expected or 0), message
        assert b"Traceback" not in errors, message
        assert b"Warning" not in errors, message


def test_the_full_screen_opens_and_closes(seeded, tmp_path):
    ours, theirs = pty.openpty()
    env = {**os.environ, "WBAGREE_DB": str(seeded), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}
    process = subprocess.Popen([PYTHON or sys.executable, "-m", "wbagree", "browse"], cwd=tmp_path, env=env,
                               stdin=theirs, stdout=theirs, stderr=theirs)  # fmt: skip
    os.close(theirs)
    shown, end = b"", time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
        if b"AL" in shown:
            os.write(ours, b"\x11")
    process.kill()
    assert process.wait() == 0, shown.decode(errors="replace")
    os.close(ours)


def test_the_story_has_every_command():
    commands = {" ".join(path) for path in command_tree.RUN} - {"browse"}
    assert len(commands) > 40
    assert {command for command in commands if not any(f"{step} ".startswith(f"{command} ") for step in STORY)} == set()
