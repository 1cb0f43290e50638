"""What is said of a change is what the register holds after it, and what is said to take it back does."""

import re
import shlex
import sqlite3
from contextlib import closing

import pytest

KEY = "AL-XK-2012-1"
CONTACT = "contacts add --party XK --institution Police --unit ILECU --type mla"
TALLY = (
    "tallies add --about agreements --parties AL,XK --total 86 --full 49% --partial 36% --none 9% --unknown 6%"
    " --by Monitor --on 2024 --source 'Report 12'"
)
MEMBER = "frameworks member selec CH --joined 2014-06"
# What tells of the past, and which keys were ever given: taking back adds to it.
HISTORY = {"change_set", "change", "batch", "origin", "issued_key", "distinct_pair", "bundled", "alembic_version",
           "identity", "alias"}  # fmt: skip
# A command, what it says, the tables that are others then, and what has to be there before.
CHANGES = {
    "add": (
        "add -p AL -p XK -f mou -t mla --title New",
        r"added (AL-XK-nd-\d+): New",
        "agreement agreement_type participation",
    ),
    "edit": (f"edit {KEY} --place Here", rf"{KEY} changed:\n  place: Pristina → Here", "agreement"),
    "delete": (f"delete {KEY} --yes", rf"deleted {KEY}", "agreement agreement_type participation signatory source"),
    "relate": (f"relate {KEY} amends AL-XK-2018-1", rf"Linked: {KEY} amends AL-XK-2018-1", "relation"),
    "relate --remove": (
        f"relate --remove {KEY} amends AL-XK-2018-1",
        rf"Removed: {KEY} amends AL-XK-2018-1",
        "relation",
        f"relate {KEY} amends AL-XK-2018-1",
    ),
    "assess": (f"assess {KEY} --score full --on 2024", rf"{KEY}: 2024 full", "assessment"),
    "act": (f"act {KEY} entry-into-force 2013", rf"{KEY}: entry-into-force all 2013", "agreement act"),
    "act --remove": (
        f"act {KEY} deposit AL --remove",
        rf"{KEY}: removed deposit AL 2013",
        "act",
        f"act {KEY} deposit AL 2013",
    ),
    "acts add": ("acts add visit --label Visit", r"added the kind of acts visit \(Visit\)", "act_kind"),
    "contacts add": (CONTACT, r"added contact-1: ", "contact"),
    "contacts edit": ("contacts edit contact-1 --unit Other", r"contact-1: changed \(", "contact", CONTACT),
    "contacts delete": (
        "contacts delete contact-1",
        r"deleted contact-1: .*; wbagree undo brings it back",
        "contact",
        CONTACT,
    ),
    "tallies add": (TALLY, r"added tally-1: Monitor, 2024: ", "tally"),
    "tallies edit": ("tallies edit tally-1 --about treaties", r"tally-1: of 86 treaties", "tally", TALLY),
    "tallies delete": ("tallies delete tally-1", r"deleted tally-1: .*; wbagree undo brings it back", "tally", TALLY),
    "save": (f"save theirs show {KEY}", rf"theirs is saved: show {KEY}\nTo answer it again: ", "saved_question"),
    "save --replace": (
        "save theirs matrix --replace",
        rf"theirs is saved: matrix\nIt was: show {KEY}\nTo answer it again: ",
        "saved_question",
        f"save theirs show {KEY}",
    ),
    "saved --delete": (
        "saved theirs --delete",
        rf"Deleted theirs: show {KEY}\nTo undo: wbagree undo",
        "saved_question",
        f"save theirs show {KEY}",
    ),
    "frameworks add": (
        "frameworks add ours --name Ours --kind network --type mla",
        r"added the framework ours \(Ours\)",
        "framework framework_type",
    ),
    "frameworks edit": ("frameworks edit selec --seat Here", r"selec: changed", "framework"),
    "frameworks member": (MEMBER, r"CH: member of SELEC", "framework_member"),
    "frameworks member --remove": (
        "frameworks member selec CH --remove",
        r"CH: nothing is said any more of SELEC",
        "framework_member",
        MEMBER,
    ),
    "parties add": ("parties add SU --kind predecessor --name Union", r"added the party SU \(Union\)", "party"),
    "parties name": ("parties name CH Helvetia", r"CH is now also Helvetia", "party_name"),
    "parties succession": (
        "parties succession SU RU --since 1991",
        r"RU followed SU from 1991",
        "succession",
        "parties add SU --kind predecessor --name Union",
    ),
    "types add": ("types add ours --group crime --label Ours", r"added the type ours \(Ours\)", "type"),
    "types alias": ("types alias mla helpings", r"mla is now also helpings", "type_alias"),
    "import": (
        "import LIST --skip-invalid --on-duplicate add",
        r"2 rows read: 1 new, 0 updated, 0 unchanged, 1 refused \(batch 2;",
        "agreement agreement_type participation",
    ),
    "undo": ("undo", r"Undone: .* To redo: wbagree redo", "agreement", f"edit {KEY} --place Here"),
    "redo": ("redo", r"Redone: .* To undo: wbagree undo 4", "agreement", f"edit {KEY} --place Here", "undo"),
}
BACK = re.compile(r"wbagree ((?:undo|redo)(?: \d+)?)")


@pytest.fixture
def run(wbagree, seeded, file):
    """Run a line on a register, with a list in the place of LIST: what was said, when it went well."""
    path = file("title,parties,form,types,signed\nOne,AL;XK,mou,mla,2009\nNone,QQ,mou,mla,2009\n")

    def go(line, code=0):
        ran = wbagree(*shlex.split(line.replace("LIST", path)), db=seeded)
        assert ran.returncode == code, ran
        return ran.stderr + ran.stdout

    return go


@pytest.fixture
def held(seeded):
    """What a register holds, table by table, the past left out: records by their keys and not by their numbers."""
    known = {}

    def read():
        data = seeded.read_bytes()
        assert [path.name for path in seeded.parent.glob("register.db*")] == ["register.db"]
        if data not in known:
            known[data] = rows_by_table(seeded)
        return known[data]

    return read


def rows_by_table(path):
    with closing(sqlite3.connect(path)) as register:
        keys = dict(register.execute("SELECT id, key FROM agreement"))
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text%'"
        found = {}
        for (name,) in register.execute(names).fetchall():
            if name in HISTORY:
                continue
            read = register.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in read.description]
            number = columns.index("id") if "id" in columns else None
            of = columns.index("agreement_id") if "agreement_id" in columns else None
            rows = []
            for row in map(list, read):
                if number is not None:
                    row[number] = ""
                if of is not None:
                    row[of] = keys.get(row[of])
                rows.append(str(row))
            found[name] = sorted(rows)
        return found


def others(before, after):
    return {name for name in before if before[name] != after[name]}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_what_is_said_of_it_and_is_taken_back_by_what_is_said_to_do_that(name, run, held):
    line, sentence, tables, *first = CHANGES[name]
    for one in first:
        run(one)
    before = held()
    message = run(line)
    assert re.search(sentence, message), message
    after = held()
    assert set(tables.split()) <= others(before, after)
    assert others(before, after) <= {*tables.split(), "signatory", "source"}
    back = BACK.search(message)
    run((back[1] if back else "undo") + (" --yes" if "redo" not in message.partition("wbagree ")[2][:5] else ""))
    assert held() == before


# A command, its code, what it says, and what has to be there before.
LEFT = {
    "add --dry-run": ("add -p AL -p XK -f mou -t mla --title New --dry-run", 0, r"would be added as AL-XK-nd-\d+: New"),
    "edit --dry-run": (f"edit {KEY} --place Here --dry-run", 0, r"would change:\n.*\ndry run: nothing was stored"),
    "the same again": (f"edit {KEY} --place Pristina", 0, rf"{KEY}: nothing changed"),
    "the same of a contact point": ("contacts edit contact-1 --unit ILECU", 0, "contact-1: nothing changed", CONTACT),
    "the same of a tally": ("tallies edit tally-1 --total 86", 0, "tally-1: nothing changed", TALLY),
    "the same of a framework": ("frameworks edit selec --seat Bucharest", 0, "selec: nothing changed"),
    "a record that is probably here": (
        "add -p AL -p XK -f agreement -t joint-patrol --signed 2012-03-10 --title 'Protocol on joint patrols'",
        5,
        rf"Possible duplicate of {KEY} \(.*\): .*Nothing was stored\.",
    ),
    "a contact point": (CONTACT, 5, "contact-1 is there already: ", CONTACT),
    "a tally": (TALLY, 5, "tally-1 is there already: ", TALLY),
    "a saved question": ("save theirs matrix", 5, f"theirs is saved already: show {KEY}", f"save theirs show {KEY}"),
    "a framework": ("frameworks add selec --name S --kind network", 5, "selec is SELEC already"),
    "a membership": (MEMBER, 5, "CH is member of SELEC already, with the same dates and notes", MEMBER),
    "a relation": (
        f"relate {KEY} amends AL-XK-2018-1",
        5,
        rf"Already linked: {KEY} amends AL-XK-2018-1",
        f"relate {KEY} amends AL-XK-2018-1",
    ),
    "an assessment": (
        f"assess {KEY} --score full --on 2024",
        5,
        f"{KEY} has this assessment already",
        f"assess {KEY} --score full --on 2024",
    ),
    "an act": (
        f"act {KEY} deposit AL 2013",
        5,
        "this act is recorded: deposit AL 2013",
        f"act {KEY} deposit AL 2013",
    ),
    "a kind of acts": ("acts add deposit", 5, "'deposit' is a name of deposit already"),
    "a name of a party": ("parties name CH Switzerland", 5, "'Switzerland' means CH already"),
    "a successor that inherits nothing": (
        "parties succession YU-SFRY XK --since 2008",
        5,
        "XK is a successor of YU-SFRY already",
    ),
    "a successor": ("parties succession YU-FRY CS --since 2003", 5, "CS is a successor of YU-FRY already"),
    "a name of a type": ("types alias extradition MLA", 5, "'MLA' is a name of mla already"),
    "an undo": (
        "undo 2",
        5,
        "change set 2 was taken back already, by change set 3",
        f"edit {KEY} --place Here",
        "undo 2",
    ),
    "an undo of what was changed again": (
        "undo 2",
        0,
        r"left: place changed again by change set 3\n.*\nNothing was undone: ",
        f"edit {KEY} --place Here",
        f"edit {KEY} --place There",
    ),
    "an undo of what was deleted since": (
        "undo 2",
        0,
        rf"{KEY} left: it was deleted since by change set 3; wbagree undo 3 brings it back\nNothing was undone",
        f"edit {KEY} --place Here",
        f"delete {KEY} --yes",
    ),
    "a deletion of what is gone": (
        f"show {KEY}",
        3,
        r"it was deleted on [\d-]+; wbagree undo \d+ brings it back",
        f"delete {KEY} --yes",
    ),
    "a list that is here": (
        "import LIST --skip-invalid",
        0,
        "0 new, 0 updated, 1 unchanged, 1 refused",
        "import LIST --skip-invalid --on-duplicate add",
    ),
    "a seed again": ("seed", 0, "761 rows read: 0 new, 0 updated, 761 unchanged, 0 refused\n", "seed"),
    "a seed that is tried": ("seed --dry-run", 0, r"0 refused \(dry run: no row was stored\)"),
}


@pytest.mark.parametrize("name", LEFT)
def test_what_is_said_to_be_there_already_or_not_to_change_is_left_as_it_is(name, run, content, seeded):
    line, code, sentence, *first = LEFT[name]
    for one in first:
        run(one)
    before = content(seeded)
    message = run(line, code)
    assert re.search(sentence, message), message
    assert content(seeded) == before


def test_what_was_deleted_or_undone_since_comes_back_as_is_said(run, held):
    before = held()
    run(f"edit {KEY} --place Here")
    placed = held()
    run(f"delete {KEY} --yes")
    run(BACK.search(run("undo 2"))[1])
    assert held() == placed
    run("undo 2")
    assert held() == before
    run(BACK.search(run("undo 2", 5))[1])
    assert held() == placed


def test_what_is_not_here_since_an_undo_comes_back_by_what_is_said(run, held):
    run("add -p AL -p XK -f mou -t mla --title New")
    added = held()
    key = re.search(r"AL-XK-nd-\d+", run("history 2"))[0]
    run(f"edit {key} --place Here")
    run("undo 3")
    run("undo 2")
    message = run("undo 4")
    assert f"{key} left: it is not here since change set 5; wbagree undo 5 brings it back" in message
    run(BACK.search(message)[1])
    assert held() == added


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("import FILE", rf"{KEY} was deleted from this register on [\d-]+; --restore brings it back from this file"),
        ("seed", rf"{KEY} skipped: deleted here \(seed --restore brings it back\)"),
        (
            "import LIST --skip-invalid",
            r"was imported as this agreement, which was deleted here \(--restore adds it again\)",
        ),
    ],
)
def test_what_was_deleted_here_comes_back_by_what_is_said_and_not_before(way, sentence, run, held, tmp_path):
    run("import LIST --skip-invalid --on-duplicate add")
    key = re.search(r"AL-XK-2009-\d+", run("history 2"))[0] if "LIST" in way else KEY
    line = way.replace("FILE", str(tmp_path / "all.csv"))
    if way == "seed":  # what is not here is new
        run(way)
    before = held()
    run(f"export {tmp_path / 'all.csv'}")
    run(f"delete {key} --yes")
    deleted = held()
    message = run(line, 6 if "FILE" in way else 0)
    assert re.search(sentence, message), message
    assert held() == deleted
    run(f"{line} --restore")
    if "adds" in sentence:  # as another, with a key of its own
        now = run("history 4").partition(" added")[0].split()[-1]
        assert {name: sorted(row.replace(now, key) for row in rows) for name, rows in held().items()} == before
    else:
        assert held() == before


def test_rows_that_say_the_same_are_added_once_and_counted_so(wbagree, seeded, file, content):
    row = "Something new,AL;XK,mou,mla,2009"
    path = file(f"title,parties,form,types,signed\n{row}\n{row}\n{row}\n")
    ran = wbagree("import", path, db=seeded)
    for line in (3, 4):
        assert f"list.csv:{line}: says the same as list.csv:2; not added again" in ran.stderr
    assert "3 rows read: 1 new, 0 updated, 2 unchanged, 0 refused (batch 2; " in ran.stderr
    added = [one for one in content(seeded)[1]["agreement"] if "Something new" in one]
    assert len(added) == 1
    before = content(seeded)
    again = file(f"title,parties,form,types,signed,notes\n{row},x\n", "again.csv")
    ran = wbagree("import", again, db=seeded)
    assert re.search(r"again\.csv:2: same parties, date and title as AL-XK-2009-\d+; not added again", ran.stderr)
    assert content(seeded) == before


def test_a_relation_that_is_stated_already_is_taken_back_by_what_is_said(run, held):
    before = held()
    run(f"relate {KEY} amends AL-XK-2018-1")
    remove = f"relate --remove {KEY} amends AL-XK-2018-1"
    again = run(f"relate {KEY} amends AL-XK-2018-1", 5)
    assert f"Already linked: {KEY} amends AL-XK-2018-1" in again
    assert f"To remove it: wbagree {remove}" in again
    run(remove)
    assert held() == before


def test_what_was_changed_by_hand_since_is_left_by_an_undo(run, content, seeded):
    run(f"edit {KEY} --place Here")
    with closing(sqlite3.connect(seeded)) as register, register:
        register.execute("UPDATE agreement SET place = 'By hand' WHERE key = ?", (KEY,))
    before = content(seeded)
    message = run("undo 2")
    assert f"{KEY} left: place changed since" in message
    assert "Nothing was undone" in message
    assert content(seeded) == before


def test_what_was_undone_is_called_so_until_it_is_redone(run, file):
    path = file(f"key,place\n{KEY},Here\n", "places.csv")
    run(f"import {path}")
    assert "places.csv, line 2 (import 2)" in run(f"show {KEY}")
    run("undo 2 --yes")
    assert "(undone by change set 3)" in run("history 2 --format table")
    assert "places.csv, line 2 (import 2, undone by change set 3)" in run(f"show {KEY}")
    run("redo --yes")
    assert "undone by" not in run("history 2 --format table") + run(f"show {KEY}")


def test_what_is_not_understood_is_in_the_notes_as_is_said(wbagree, empty, file, stored):
    path = file("title,parties,form,types,signed\nOne,AL;XK,mou,mla,1999\n")
    ran = wbagree("import", path, db=empty)
    message = (
        "not understood, kept in the notes of new agreements: parties signing outside the time recorded for them: "
        "XK (then UNMIK)"
    )
    assert message in ran.stderr
    assert (
        "though 1999 is outside the time recorded for them: XK (then UNMIK)" in stored("AL-XK-1999-1", empty)["notes"]
    )


def test_more_than_ten_that_are_left_are_counted(run, file, content, seeded):
    rows = "".join(f"Number {n} of many,AL;XK,mou,mla,20{n:02}-01-{n:02}\n" for n in range(1, 13))
    path = file(f"title,parties,form,types,signed\n{rows}", "many.csv")
    run(f"import {path} --on-duplicate add")
    keys = re.findall(r"AL-XK-20\d\d-\d+", run("history 2 --format csv"))
    places = "".join(f"{key},Here\n" for key in sorted(set(keys)))
    places_path = file(f"key,place\n{places}", "places.csv")
    run(f"import {places_path}")
    before = content(seeded)
    message = run("undo 2 --yes")
    left = re.findall(r"^AL-XK-\S+ left: ", message, re.MULTILINE)
    assert (len(set(keys)), len(left)) == (12, 10)
    assert "and 2 more left" in message
    assert "Nothing was undone" in message
    assert content(seeded) == before


def test_an_edited_text_that_is_gone_stores_nothing(wbagree, seeded, content):
    before = content(seeded)
    ran = wbagree("edit", KEY, db=seeded, env={"EDITOR": "rm"})
    assert ran.returncode == 4
    assert "the edited text is gone: No such file or directory; nothing was stored" in ran.stderr
    assert "kept in" not in ran.stderr
    assert content(seeded) == before


@pytest.mark.parametrize(
    ("editor", "sentence"),
    [("/no/such/editor", "cannot be started: No such file or directory"), ("false", "ended with 1")],
)
def test_an_editor_that_fails_stores_nothing(editor, sentence, wbagree, seeded, content):
    before = content(seeded)
    ran = wbagree("edit", KEY, db=seeded, env={"EDITOR": editor})
    assert f"{sentence}; nothing was stored" in ran.stderr
    assert content(seeded) == before


def test_a_history_of_nothing_is_of_no_change(wbagree, empty, content):
    assert "nothing was changed" in wbagree("history", db=empty).stderr
    assert content(empty)[1]["change_set"] == []
