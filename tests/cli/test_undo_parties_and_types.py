"""Parties, names, successions and types that a user adds are changes like any other: seen, taken back, restored."""

import json

import pytest

UNION = ("parties", "add", "SU", "--kind", "predecessor", "--name", "Soviet Union", "--also", "USSR/CCCP")
CYBER = ("types", "add", "cyber", "--group", "crime", "--label", "Cybercrime", "--alias", "sajber kriminal")


@pytest.fixture
def run(wbagree, empty):
    """Run commands on an empty register, all of which end well; what the last said."""

    def ran(*commands):
        for command in commands:
            done = wbagree(*command, db=empty)
            assert done.returncode == 0, done.stderr
        return done

    return ran


def json_of(run, *command):
    return json.loads(run((*command, "--format", "json")).stdout)


def state(run):
    """All that a register says of parties and types."""
    return (
        json_of(run, "types"),
        json_of(run, "parties", "--all"),
        *(json_of(run, "parties", "show", code) for code in ("RU", "CH")),
    )


CHANGES = {
    "a party": [UNION],
    "a name": [("parties", "name", "CH", "Helvetia", "--language", "la", "--since", "1848")],
    "a succession": [UNION, ("parties", "succession", "SU", "RU", "--since", "1991-12-26", "--note", "Continued.")],
    "a type": [CYBER],
    "an alias": [("types", "alias", "mla", "Rechtshilfe in Strafsachen", "RHS")],
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_taken_back_and_restored(name, run):
    *before, change = CHANGES[name]
    old = state(run(*before) and run) if before else state(run)
    run(change)
    new = state(run)
    assert new != old
    assert run(("undo",)).stderr.endswith(". To redo: wbagree redo\n")
    assert state(run) == old
    run(("redo",))
    assert state(run)[1:] == new[1:]
    assert sorted(map(str, state(run)[0])) == sorted(map(str, new[0]))
    run(("db", "check"))


def test_the_history_tells_them_by_their_keys(run):
    run(UNION, ("parties", "succession", "SU", "RU", "--since", "1991"), ("types", "alias", "mla", "RHS"))
    changes = [(c["subject"], c["key"], c["kind"]) for entry in json_of(run, "history") for c in entry["changes"]]
    assert changes == [
        ("type", "mla", "edit"),
        ("succession", "SU/RU", "add"),
        ("party", "SU", "add"),
        ("name", "SU/USSR/CCCP", "add"),
    ]
    (entry,) = json_of(run, "history", "mla")
    before, after = entry["changes"][0]["fields"]["aliases"]
    assert after == f"{before};RHS"
    assert [entry["number"] for entry in json_of(run, "history", "su")] == [2, 1]


def test_a_party_that_others_need_is_left_and_goes_by_force_only_with_what_is_part_of_it(run, wbagree, empty):
    run(UNION, ("parties", "name", "SU", "Sovjetski Savez"), ("parties", "succession", "SU", "RU", "--since", "1991"))
    before = state(run)
    assert (
        "SU left: it is needed by what was stated since: SU/Sovjetski Savez, SU/RU; undo or delete that first\n"
        in run(("undo", "1")).stderr
    )
    assert json_of(run, "parties", "--all") == before[1]
    message = run(("undo", "1", "--force")).stderr
    assert "Undone: addition of party SU, name SU/USSR/CCCP. To redo: wbagree redo\n" in message
    assert wbagree("parties", "show", "SU", db=empty).returncode == 3
    run(("redo",), ("db", "check"))
    assert state(run)[1:3] == before[1:3]


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_a_record_is_about_or_bound_to_never_goes(force, run):
    run(UNION, CYBER, ("add", "--title", "T", "--form", "treaty", "--party", "AL", "--party", "SU", "--type", "cyber"))
    for number, key in (("1", "SU"), ("2", "cyber")):
        message = run(("undo", number, *force)).stderr
        assert f"{key} left: it is needed by what was stated since: AL-SU-nd-1; undo or delete that first\n" in message
    run(("db", "check"))


def test_what_needs_a_party_does_not_come_back_without_it(run):
    run(UNION, ("parties", "succession", "SU", "RU", "--since", "1991"), ("undo", "2"), ("undo", "1"))
    assert "SU/RU left: the party SU is not here any more" in run(("undo", "3")).stderr
