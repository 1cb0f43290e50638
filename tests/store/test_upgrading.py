"""A register that an earlier program wrote is upgraded as its user does it, and says what it said before."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from operator import itemgetter
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from oracles import span

from wbagree import resources
from wbagree.domain.acts.party_dates import write_as_acts
from wbagree.domain.agreements.identity import bundled_id
from wbagree.store.file.connection import REVISION

DUMPS = Path(__file__).parent / "dumps"
SCRIPTS = ScriptDirectory(str(resources.migrations_folder()))
EARLIER = sorted(
    script.revision for script in SCRIPTS.walk_revisions() if script.revision != SCRIPTS.get_current_head()
)
# What later schemas say of rows that were there before, by table: column to what stands in it.
NEW_COLUMNS = {
    "agreement": {
        "renewal": "",
        "disclosure": "",
        **dict.fromkeys(("status_on", "status_on_earliest", "status_on_latest")),
        **dict.fromkeys(("languages", "entry_clause", "termination_clause", "depositary", "archive_number"), ""),
        **dict.fromkeys(("registration", "responsible", "binding"), ""),
        **dict.fromkeys(("act_roles", "derived_signed", "derived_in_force", "derived_ended"), ""),
    },
    "succession": {"nature": "", "territory": ""},
    "assessment": {"party_code": "", "assessor": ""},
    "change": {"subject": "agreement"},
}
KEY = "AL-XK-2012-1"


@pytest.fixture(scope="module", params=EARLIER)
def revision(request):
    """Each revision before today's."""
    return request.param


@pytest.fixture(scope="module")
def earlier(revision, tmp_path_factory):
    """The register of an earlier revision, from its dump."""
    path = tmp_path_factory.mktemp(revision) / "earlier.db"
    with closing(sqlite3.connect(path)) as register:
        register.executescript((DUMPS / f"{revision}.sql").read_text(encoding="utf-8"))
    return path


@pytest.fixture(scope="module")
def upgraded(earlier, run):
    """The same register, upgraded as its user does it."""
    path = Path(shutil.copy(earlier, earlier.with_name("upgraded.db")))
    run(path, "db", "upgrade")
    return path


@pytest.fixture(scope="session")
def run(programs):
    """Run the program on a register; what it wrote."""

    def written(path, *arguments):
        code, (out, err) = programs.run(arguments, b"", {**os.environ, "WBAGREE_DB": str(path)})
        assert code == 0, (arguments, err)
        return out.decode()

    return written


def test_every_earlier_revision_has_its_dump():
    """Fails for whoever adds a migration: the docstring of ``dumps/make.py`` says how the dump is made."""
    assert sorted(path.stem for path in DUMPS.glob("*.sql")) == EARLIER
    assert SCRIPTS.get_current_head() == REVISION


def test_the_dump_has_rows_in_every_table(revision, earlier, dump):
    before = dump(earlier)
    assert before.pop("alembic_version") == [{"version_num": revision}]
    assert [name for name, rows in before.items() if not rows] == []
    assert len(before["agreement"]) > 10


def test_every_field_of_every_row_is_what_it_was(earlier, upgraded, dump):
    before, after = dump(earlier), dump(upgraded)
    assert after.pop("alembic_version") == [{"version_num": REVISION}]
    del before["alembic_version"]
    for row in after["agreement"]:
        # What answers show of a record stands in it since 0006, and says what its tables say.
        assert row.pop("parties") == ";".join(
            sorted(one["party_code"] for one in before["participation"] if one["agreement_id"] == row["id"])
        )
        types = [one for one in before["agreement_type"] if one["agreement_id"] == row["id"]]
        assert row.pop("types") == ";".join(one["type_code"] for one in sorted(types, key=itemgetter("position")))
    # The two dates of a party are acts since 0008.
    moved = _dates_as_acts(before["participation"])
    assert [{name: row[name] for name in moved[0]} for row in after.pop("act")] == moved
    for row in before.get("change", []):
        fields = json.loads(row["fields"])
        if dates := fields.pop("party_dates", None):
            fields["acts"] = ["" if not text else write_as_acts(text) for text in dates]
            row["fields"] = json.dumps(fields, ensure_ascii=False)
    for row in after["agreement_text"]:  # a note says so of each that was recorded as ratified
        row["notes"] = row["notes"].replace("kind not distinguished before", "").strip()
    # What stands between two names of a type in the index was a word that could be searched for, before 0006.
    for row in before.get("type_text", []):
        row["names"] = row["names"].replace(" zzz ", " \ue000 ")
    for name, rows in before.items():
        added = {column: text for column, text in NEW_COLUMNS.get(name, {}).items() if column not in rows[0]}
        assert after[name] == [{column: {**row, **added}[column] for column in after[name][0]} for row in rows], name
    # What the bundled register said stands in a table of its own since 0005.
    digests = {
        (name, row["key"], row["seed_digest"])
        for name in ("agreement", "framework")
        for row in before.get(name, [])
        if row.get("seed_digest")
    }
    if "bundled" not in before:
        assert {(row["subject"], row["key"], row["digest"]) for row in after.pop("bundled")} == digests
    new = after.keys() - before.keys()
    assert [name for name in new if after[name] and name not in ("agreement_text", "type_text", "identity")] == []


def test_everything_gets_an_id_that_of_the_bundle_where_it_came_from_there(upgraded, dump):
    after = dump(upgraded)
    ids = {(row["subject"], row["key"]): row["uid"] for row in after["identity"]}
    assert len(set(ids.values())) == len(ids)
    members = {
        ("membership", f"{row['framework_key']}/{row['party_code']}") for row in after.get("framework_member", [])
    }
    named = {(name, row["key"]) for name in ("contact", "tally", "framework") for row in after[name]}
    assert ids.keys() >= {*(("agreement", row["key"]) for row in after["issued_key"]), *named, *members}
    bundled = {(row["subject"], row["key"]) for row in after["bundled"]}
    for (subject, key), uid in ids.items():
        if subject != "membership":
            assert (uid == bundled_id(subject, key)) == ((subject, key) in bundled)


def test_two_upgraded_registers_with_the_same_records_have_one_id_for_each_after_an_exchange(
    earlier, tmp_path, run, dump
):
    paths, file = [tmp_path / "one.db", tmp_path / "other.db"], tmp_path / "register.csv"
    for path in paths:
        shutil.copy(earlier, path)
        run(path, "db", "upgrade")
    before = dump(paths[0])
    for path, other in (paths, reversed(paths)):
        run(other, "export", str(file), "--with-restricted")
        run(path, "import", str(file))
    one, other = map(dump, paths)
    assert one["agreement"] == other["agreement"] == before["agreement"]
    assert one["change"] == other["change"] == before["change"]
    here = {row["key"] for row in before["agreement"]}
    ids = [{row["key"]: row["uid"] for row in found["identity"] if row["key"] in here} for found in (one, other)]
    assert ids[0] == ids[1]


def _dates_as_acts(participations):
    """Take the dates out of the rows of parties; return them as the rows of acts that they become."""
    found = []
    for row in sorted(participations, key=itemgetter("agreement_id", "party_code")):
        place = sum(one["agreement_id"] == row["agreement_id"] for one in found)
        for name, kind, role in (("ratified", "ratification", "bound"), ("in_force", "entry-into-force", "entry")):
            if on := row.pop(name):
                act = {"kind": kind, "role": role, "party_code": row["party_code"], "on_date": on}
                earliest, latest = span(on)
                found.append({"agreement_id": row["agreement_id"], "position": place, **act,
                              "earliest": earliest, "latest": latest})  # fmt: skip
                place += 1
    return found


def test_an_upgraded_register_answers_and_is_written_to(upgraded, tmp_path, run):
    path = Path(shutil.copy(upgraded, tmp_path / "register.db"))
    shown = json.loads(run(path, "show", KEY, "--format", "json"))
    assert (shown["place"], shown["notes"]) == ("Prizren", "Two lines,\nboth kept.")
    assert [seen["score"] for seen in shown["implementation"]] == ["none", "full", "partial"]
    assert sorted({act["party"] for act in shown["acts"]}) == ["AL", "XK"]
    inherited = json.loads(run(path, "list", "--pair", "AT-RS", "--format", "json"))
    assert [record["key"] for record in inherited] == ["AT-YU-SFRY-1954-1"]
    assert "RS-UNMIK-2002-1" in run(path, "search", "policijskoj")
    assert "AL-SU-1957-1" in run(path, "list", "--type", "cybercrime", "--format", "csv")
    export = run(path, "export", "--format", "csv")
    run(path, "edit", KEY, "--place", "Gjakova", "--renewal", "tacit every 5 years")
    run(path, "undo")
    assert run(path, "export", "--format", "csv") == export
    run(path, "db", "check")


def test_what_was_changed_before_the_upgrade_is_still_taken_back(revision, upgraded, tmp_path, run):
    if revision < "0003":
        return  # nothing of it was recorded then
    path = Path(shutil.copy(upgraded, tmp_path / "register.db"))
    shown = json.loads(run(path, "history", KEY, "--format", "json"))
    (edited,) = [one for one in shown if any("place" in change["fields"] for change in one["changes"])]
    assert edited["by"] == "archivist"
    run(path, "undo", str(edited["number"]))
    shown = json.loads(run(path, "show", KEY, "--format", "json"))
    assert (shown["place"], shown["notes"]) == ("Pristina", "First line\nsecond line")
    run(path, "undo", "1", "--yes")  # the list that it began with, but for what was changed since
    assert "HR-YU-FRY-1997-1" not in run(path, "list", "--format", "json")
    run(path, "db", "check")
