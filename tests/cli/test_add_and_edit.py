"""``wbagree add`` and ``wbagree edit``."""

import stat
import sys
from pathlib import Path

import pytest

NEW = (
    "-p",
    "AL",
    "-p",
    "Kosova",
    "-f",
    "mou",
    "-t",
    "zajednička patrola",
    "--title",
    "Memorandum on joint patrols in Prizren",
)


def editor(tmp_path, text: str) -> dict[str, str]:
    """An editor that does what ``text`` (a shell script; the file is $1) says."""
    script = tmp_path / "editor"
    script.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return {"EDITOR": str(script)}


def shown(wbagree, key, db) -> str:
    return wbagree("show", key, db=db).stdout


def test_a_new_record_prints_its_key_and_nothing_else(wbagree, seeded):
    ran = wbagree("add", *NEW, "--signed", "më 3 qershor 2024", "--source", "Ministry <https://mb.gov.al/x>", db=seeded)
    assert (ran.returncode, ran.stdout) == (0, "AL-XK-2024-3\n")
    text = shown(wbagree, "AL-XK-2024-3", seeded)
    for fact in (
        "joint patrols",
        "2024-06-03",
        "Ministry\n",
        " https://mb.gov.al/x\n",
        "Albania (AL)",
        "Kosovo (XK)",
        "low",
    ):
        assert fact in text
    assert "AL-XK-2024-3" in wbagree("search", "prizren", "-xyz", db=seeded).stdout


def test_every_field_can_be_given_as_an_option(wbagree, seeded):
    options = {
        "--title-original": "Memorandum për patrullat", "--signatory": "AL: Ministry of Interior (A. B., Minister)",
        "--level": "ministry", "--signed": "2024-06", "--place": "Prizren", "--in-force": "2024-07-01",
        "--ended": "2025", "--status": "expired", "--reference": "FZ 12/2024", "--relation": "implements AL-XK-2012-1",
        "--source": "Report", "--assessment": "2024-09 partial: two of six [Monitor]", "--confidence": "high",
        "--notes": "Seasonal.", "--act": "approval-law AL 2024-06-20 (Law 3)",
    }  # fmt: skip
    ran = wbagree("add", *NEW, *(part for pair in options.items() for part in pair), db=seeded)
    assert ran.returncode == 0, ran.stderr
    text = " ".join(shown(wbagree, ran.stdout.strip(), seeded).split())
    for fact in options.values():
        value = fact.partition(": ")[2] if fact.startswith("AL: ") else fact
        value = "2024-06-20: approval law by AL (Law 3)" if fact == options["--act"] else value
        assert value in text


def test_everything_that_is_wrong_is_said_at_once_and_nothing_is_stored(wbagree, empty):
    ran = wbagree("add", "-p", "AL", "-p", "Kosva", "-f", "memo", "-t", "patrl", "--signed", "2024-02-31", db=empty)
    assert (ran.returncode, ran.stdout) == (4, "")
    for problem in (
        "title: is missing",
        "parties:",
        "XK (Kosovo)",
        "form: 'memo'",
        "joint-patrol",
        "signed: 31 February 2024 is not a valid date.",
    ):
        assert problem in ran.stderr
    assert wbagree("list", "--format", "csv", "--columns", "key", db=empty).stdout == "key\n"


def test_an_ambiguous_date_is_refused_with_its_two_readings(wbagree, empty):
    ran = wbagree("add", *NEW, "--signed", "05/03/2012", db=empty)
    assert ran.returncode == 4
    assert "2012-03-05" in ran.stderr
    assert "2012-05-03" in ran.stderr
    added = wbagree("add", *NEW, "--signed", "05/03/2012", "--date-order", "mdy", db=empty)
    assert added.stdout == "AL-XK-2012-1\n"
    assert "2012-05-03" in shown(wbagree, "AL-XK-2012-1", empty)


def test_a_probable_duplicate_is_refused_by_name_unless_allowed(wbagree, seeded):
    again = ("-p", "XK", "-p", "AL", "-f", "protocol", "-t", "joint-patrol", "--signed", "2012-03", "--title",
             "Protocol of co-operation establishing joint patrols along the border of both countries")  # fmt: skip
    ran = wbagree("add", *again, db=seeded)
    assert ran.returncode == 5
    assert "AL-XK-2012-1" in ran.stderr
    assert wbagree("add", *again, "--allow-duplicate", db=seeded).stdout == "AL-XK-2012-2\n"


def test_a_dry_run_stores_nothing(wbagree, empty):
    ran = wbagree("add", *NEW, "--dry-run", db=empty)
    assert ran.returncode == 0
    assert "would be added as AL-XK-nd-1" in ran.stderr
    assert wbagree("show", "AL-XK-nd-1", db=empty).returncode == 3


def test_a_person_at_the_terminal_is_asked_for_what_is_missing(at_terminal, wbagree, empty):
    answers = ("Memorandum", "", "AL,Kosva", "AL,Kosova", "memx", "mou", "patrl", "joint patrol", "05/03/2012",
               "5.3.2012", "Prizren", "", "", "", "", "", "Report <https://x.al>", "", "", "")  # fmt: skip
    screen = at_terminal("add", db=empty, typed=answers)
    assert screen.returncode == 0, screen.text
    for refused in ("XK (Kosovo)", "I don't know 'memx'", "2012-05-03"):
        assert refused in screen.text
    assert "AL-XK-2012-1" in screen.text
    text = shown(wbagree, "AL-XK-2012-1", empty)
    assert "2012-03-05 in Prizren" in text
    assert "Report\n                https://x.al\n" in text


def test_ctrl_c_leaves_without_storing(at_terminal, empty):
    screen = at_terminal("add", db=empty, typed=("Memorandum", "\x03"))
    assert screen.returncode == 130
    assert "nothing was changed" in screen.text


def test_named_fields_change_and_the_difference_is_shown(wbagree, seeded):
    ran = wbagree("edit", "AL-XK-2012-1", "--place", "Tirana", "--in-force", "1. korrik 2012", "--notes", "", db=seeded)
    assert ran.returncode == 0
    assert "place: Pristina → Tirana" in ran.stderr
    assert "in_force: (empty) → 2012-07-01" in ran.stderr
    assert "→ (empty)" in ran.stderr
    assert "Status:         in force" in shown(wbagree, "AL-XK-2012-1", seeded)


def test_a_list_is_replaced_or_added_to(wbagree, seeded):
    wbagree("edit", "AL-XK-2012-1", "--reference", "A 1", "--reference", "B 2", db=seeded)
    wbagree("edit", "AL-XK-2012-1", "--append", "--reference", "C 3", db=seeded)
    text = wbagree("list", "--text", "blog-post", "--columns", "key,references", "--format", "csv", db=seeded).stdout
    assert "AL-XK-2012-1,A 1;B 2;C 3" in text
    wbagree("edit", "AL-XK-2012-1", "--reference", "D 4", db=seeded)
    assert "D 4" in shown(wbagree, "AL-XK-2012-1", seeded)
    assert "A 1" not in shown(wbagree, "AL-XK-2012-1", seeded)


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--form", "memo"], 4, "form: 'memo'"),
        (["--ended", "2001"], 4, "before it was signed"),
        (["--relation", "amends AL-XK-2012-99"], 3, "unknown key: 'AL-XK-2012-99'"),
        (["--relation", "amends AL-XK-2012-1"], 4, "cannot relate to itself"),
        (["--signatory", "RS: Ministry"], 4, "RS is not among the parties"),
        (["--source", "x <ftp://x>"], 4, "does not begin with http"),
        (["--title", ""], 4, "title: is missing"),
    ],
)
def test_the_whole_record_is_validated_again(options, code, sentence, wbagree, seeded):
    before = shown(wbagree, "AL-XK-2012-1", seeded)
    ran = wbagree("edit", "AL-XK-2012-1", *options, db=seeded)
    assert ran.returncode == code
    assert sentence in ran.stderr
    assert shown(wbagree, "AL-XK-2012-1", seeded) == before


def test_without_a_field_the_whole_record_opens_in_the_editor(wbagree, seeded, tmp_path):
    env = editor(tmp_path, "sed -i 's/Pristina/Tirana/; s/^ended = .*/ended = 2014-05-01/' \"$1\"")
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=env)
    assert ran.returncode == 0, ran.stderr
    assert "place: Pristina → Tirana" in ran.stderr
    assert "ended: (empty) → 2014-05-01" in ran.stderr


def test_bundled_records_survive_the_editor_unchanged(seeded, reading):
    from wbagree.cli.prompts.editor import EditedText
    from wbagree.domain.agreements.validation import to_cells
    from wbagree.domain.filter import Filter
    from wbagree.store.read.agreements import records

    with reading(seeded) as connection:
        for record in records(connection, Filter()):
            cells = to_cells(record.agreement)
            text = EditedText(cells)
            text.path.write_text(text.path.read_text(encoding="utf-8") + "\n# touched", encoding="utf-8")
            assert {**(text.edited_cells() or {}), "key": cells["key"]} == cells
            text.path.unlink()


def test_an_edited_text_that_cannot_be_stored_is_kept(wbagree, seeded, tmp_path):
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=editor(tmp_path, "sed -i 's/protocol/protoqol/' \"$1\""))
    assert ran.returncode == 4
    kept = ran.stderr.rpartition("kept in ")[2].strip()
    assert "protoqol" in Path(kept).read_text(encoding="utf-8")


def test_an_edited_text_is_kept_when_a_signal_ends_the_run(wbagree, seeded, tmp_path):
    script = "sed -i 's/Pristina/Prizren/' \"$1\"; kill -TERM $PPID; exec sleep 60"
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=editor(tmp_path, script))
    assert ran.returncode == 143
    assert "stopped; nothing was changed" in ran.stderr
    kept = ran.stderr.partition("kept in ")[2].split()[0]
    assert "Prizren" in Path(kept).read_text(encoding="utf-8")


@pytest.mark.parametrize("script", ["true", 'sed -i d "$1"'])
def test_an_editor_closed_without_a_change_changes_nothing(script, wbagree, seeded, tmp_path):
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=editor(tmp_path, script))
    assert ran.returncode == 0
    assert "nothing changed" in ran.stderr


def test_an_editor_that_fails_is_said(wbagree, seeded, tmp_path):
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=editor(tmp_path, "exit 7"))
    assert ran.returncode == 4
    assert "ended with 7; nothing was stored" in ran.stderr
    assert wbagree("edit", "AL-XK-2012-1", db=seeded, env={"EDITOR": "/no/such/editor"}).returncode == 4


def test_an_edit_of_what_somebody_else_changed_meanwhile_shows_both_and_keeps_the_text(wbagree, seeded, tmp_path):
    meanwhile = f"'{sys.executable}' -m wbagree edit AL-XK-2012-1 --place Tirana"
    work = editor(tmp_path, f"{meanwhile}\nsed -i 's/Pristina/Prizren/' \"$1\"")
    ran = wbagree("edit", "AL-XK-2012-1", db=seeded, env=work)
    assert ran.returncode == 4
    assert "was changed by somebody else meanwhile; nothing was stored" in ran.stderr
    assert "place: was Pristina; theirs Tirana; yours Prizren" in ran.stderr
    assert "your text is kept in" in ran.stderr
    assert "in Tirana" in wbagree("show", "AL-XK-2012-1", db=seeded).stdout
