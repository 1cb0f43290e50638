"""``wbagree parties show``: what a party was called when, who came before and after it, what it inherits."""

import json

import pytest
import seed_data

PARTIES = ("MK", "RS", "ME", "XK", "HR", "YU-SFRY", "CS", "UNMIK", "EU")


def rows_of(name):
    return seed_data.rows(name)


@pytest.fixture
def shown(wbagree, whole):
    return lambda code: json.loads(wbagree("parties", "show", code, "--format", "json", db=whole).stdout)


@pytest.mark.parametrize("code", ["MK", "RS", "YU-SFRY"])
def test_what_is_shown_of_a_party(code, wbagree, whole, golden):
    ran = wbagree("parties", "show", code, db=whole, env={"COLUMNS": "80"})
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"party-{code.lower()}-80.txt", ran.stdout)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("code", PARTIES)
def test_every_name_is_told_once_and_lines_fit_the_terminal(code, columns, wbagree, seeded):
    text = wbagree("parties", "show", code, db=seeded, env={"COLUMNS": str(columns)}).stdout
    assert max(map(len, text.splitlines())) <= columns
    straight = " ".join(text.split())
    for row in rows_of("party_names"):
        if row["party"] == code and row["language"] != "en":
            assert row["name"] in straight
    first = straight.partition("In other languages")[0]
    assert "Names:" in first
    assert "Agreements:" in first


@pytest.mark.parametrize("code", PARTIES)
def test_the_object_holds_the_files_of_the_party(code, shown):
    sheet = shown(code)
    assert list(sheet) == [
        "code", "alpha3", "name", "kind", "since", "until", "note", "called", "predecessors", "successors",
        "records", "inherited", "names",
    ]  # fmt: skip
    names = [(row["name"], row["language"], row["since"] or None, row["until"] or None)
             for row in rows_of("party_names") if row["party"] == code]  # fmt: skip
    assert sorted(map(str, names)) == sorted(str(tuple(one.values())) for one in sheet["names"])
    steps = rows_of("successions")
    for kin, ours, theirs in (("predecessors", "successor", "predecessor"), ("successors", "predecessor", "successor")):
        direct = {(one["code"], one["since"], one["note"]) for one in sheet[kin] if one["through"] is None}
        assert direct == {(row[theirs], row["since"], row["note"]) for row in steps if row[ours] == code}
    assert sheet["records"] == sum(code in row["parties"].split(";") for row in rows_of("agreements"))


@pytest.mark.parametrize("code", [*PARTIES, "BA", "SI", "YU-FRY"])
def test_own_and_inherited_records_are_those_that_the_list_has(code, shown, wbagree, whole):
    sheet = shown(code)
    arguments = ("list", "--party", code, "--format", "json", "--columns", "key,parties,inherited_from")
    records = json.loads(wbagree(*arguments, db=whole).stdout)
    own = [record for record in records if code in record["parties"]]
    inherited = [record for record in records if code not in record["parties"]]
    assert (sheet["records"], sum(one["records"] for one in sheet["inherited"])) == (len(own), len(inherited))
    before = {one["code"] for one in sheet["predecessors"]}
    for one in sheet["inherited"]:
        assert one["from"] in before
        assert one["records"] == sum(one["from"] in record["parties"] for record in inherited)


def test_a_party_of_ones_own_is_shown_with_what_is_known(wbagree, seeded):
    wbagree("parties", "add", "SU", "--kind", "predecessor", "--name", "Soviet Union", "--also", "SSSR", db=seeded)
    shown = wbagree("parties", "show", "SU", db=seeded).stdout
    assert "Names:          Soviet Union\n" in shown
    assert "No language stated:  SSSR\n" in shown
    assert "Predecessor" not in shown


def test_another_format_is_refused(wbagree, seeded):
    ran = wbagree("parties", "show", "MK", "--format", "yaml", db=seeded)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--format 'yaml': text or json" in ran.stderr


@pytest.mark.parametrize(
    ("code", "earlier"), [("YU-KY", ""), ("RS-KS", ""), ("XK", "UNMIK"), ("CZ", "CSHH"), ("BA", "YU-SFRY")]
)
def test_a_party_is_shown_with_the_one_that_a_question_for_an_earlier_day_goes_to(code, earlier, wbagree, seeded):
    shown = wbagree("parties", "show", code, db=seeded).stdout
    assert ("; earlier ones under" in shown) == bool(earlier)
    assert f"; earlier ones under {earlier}" in shown or not earlier


def test_a_territory_may_be_several_parties_in_one_text(wbagree, seeded):
    added = wbagree("parties", "add", "SU", "--kind", "predecessor", "--name", "Soviet Union", db=seeded)
    assert added.returncode == 0
    words = ("parties", "succession", "SU", "YU-SFRY", "--since", "1991")
    assert wbagree(*words, "--territory", "RS,Croatia", db=seeded).returncode == 0
    assert "Soviet Union (SU), covering HR, RS" in wbagree("parties", "show", "YU-SFRY", db=seeded).stdout
    shown = json.loads(wbagree("parties", "show", "YU-SFRY", "--format", "json", db=seeded).stdout)
    assert [kin["territory"] for kin in shown["predecessors"] if kin["code"] == "SU"] == [["HR", "RS"]]
