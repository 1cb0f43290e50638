"""``wbagree import``: lists with a row for each party, or for each act, become agreements with the acts of parties."""

import csv
import json
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from babel import Locale

from wbagree.domain.foreign_lists import row_groups
from wbagree.errors import ImportRefused

CONVENTION = "Convention on border policing"
LONG = f"""treaty_id,title,country,signature,ratification,accession,entry into force,denunciation
T1,{CONVENTION},Albania,2015-02-22,2016-01-10,,2016-03-01,
T1,{CONVENTION},Kosovo,,,2018-05-05,2018-07-01,
T1,{CONVENTION},Montenegro,2015-02-23,2017-03-03,,2017-05-01,2020-01-01
"""
ACTS_OF_LONG = {
    ("signature", "AL", "2015-02-22"), ("ratification", "AL", "2016-01-10"), ("entry-into-force", "AL", "2016-03-01"),
    ("accession", "XK", "2018-05-05"), ("entry-into-force", "XK", "2018-07-01"), ("signature", "ME", "2015-02-23"),
    ("ratification", "ME", "2017-03-03"), ("entry-into-force", "ME", "2017-05-01"),
    ("denunciation", "ME", "2020-01-01"),
}  # fmt: skip


@pytest.fixture
def list_of(tmp_path):
    """Write a list, and return its path."""

    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def stored(register):
    """What the register has: title to parties, acts and date of signature, by SQL of its own."""
    with closing(sqlite3.connect(register)) as opened:
        found = {
            number: (title, set(), set(), signed or "")
            for number, title, signed in opened.execute("SELECT id, title, signed FROM agreement")
        }
        for number, party in opened.execute("SELECT agreement_id, party_code FROM participation"):
            found[number][1].add(party)
        for number, *act in opened.execute("SELECT agreement_id, kind, party_code, on_date FROM act"):
            found[number][2].add(tuple(act))
    assert len({title for title, *_ in found.values()}) == len(found)
    return {title: tuple(rest) for title, *rest in found.values()}


def taken_in(wbagree, register, *words):
    ran = wbagree("import", *words, db=register)
    assert ran.returncode == 0, ran.stderr
    return ran.stderr


@pytest.mark.parametrize("options", [(), ("--home", "HR"), ("--group-by", "treaty_id"), ("--group-by", "title")])
def test_a_list_with_a_row_for_each_party_is_one_agreement_with_their_acts(options, wbagree, empty, list_of):
    report = taken_in(wbagree, empty, list_of(LONG), *options)
    assert stored(empty) == {CONVENTION: ({"AL", "ME", "XK"}, ACTS_OF_LONG, "")}
    assert "are one agreement: 3 rows, 1 agreement" in report
    assert "columns of each party: signature (signature), ratification (ratification), accession (accession)" in report
    assert ("--home HR was not added: each agreement has a row for each of its parties" in report) == ("HR" in options)
    assert "list.csv: 1 agreement read: 1 new" in report


def test_without_a_column_that_is_certain_home_makes_no_agreements_of_two(wbagree, empty, list_of):
    path = list_of("\n".join(line.partition(",")[2] for line in LONG.splitlines()))
    for options, other in ((("--home", "HR"), "an agreement of HR, add --group-by ''"), ((), "add --home CODE")):
        ran = wbagree("import", path, *options, db=empty)
        assert ran.returncode == 2
        assert "If an agreement has a row for each party, add --group-by 'title'" in ran.stderr
        assert other in ran.stderr
    assert stored(empty) == {}
    taken_in(wbagree, empty, path, "--group-by", "title")
    assert stored(empty)[CONVENTION][:2] == ({"AL", "ME", "XK"}, ACTS_OF_LONG)


def test_the_agreements_of_one_country_keep_their_dates_beside_one_of_many_parties(wbagree, empty, list_of):
    pairs = [("Albania", "AL"), ("Kosovo", "XK"), ("Montenegro", "ME"), ("Austria", "AT"), ("Greece", "GR")]
    rows = [f"{n},Agreement {n},2010-01-0{n},{name},2011-01-0{n}" for n, (name, _) in enumerate(pairs, 1)]
    rows += [f"6,Convention 6,2013-03-05,{name},2014-02-0{n}" for n, (name, _) in enumerate(pairs[:3], 1)]
    path = list_of("\n".join(["No.,Title,Date,Country,Entry into force", *rows]))
    taken_in(wbagree, empty, path, "--home", "HR")
    found = stored(empty)
    assert {title: parties for title, (parties, acts, _) in found.items() if not acts} == {
        f"Agreement {n}": {"HR", code} for n, (_, code) in enumerate(pairs, 1)
    }
    assert found["Convention 6"] == (
        {"AL", "ME", "XK"},
        {("entry-into-force", code, f"2014-02-0{n}") for n, (_, code) in enumerate(pairs[:3], 1)},
        "2013-03-05",
    )


def test_notes_of_one_title_and_day_with_two_countries_are_asked_about(wbagree, empty, list_of):
    path = list_of("Title,Date,Country\nNotes on visas,2010-01-02,Albania\nNotes on visas,2010-01-02,Kosovo\n")
    ran = wbagree("import", path, "--home", "HR", db=empty)
    assert ran.returncode == 2
    assert "add --group-by 'Title,Date'. If each row is an agreement of HR, add --group-by ''" in ran.stderr
    taken_in(wbagree, empty, path, "--home", "HR", "--group-by", "")
    assert json.loads(wbagree("list", "--format", "json", "--columns", "parties", db=empty).stdout) == [
        {"parties": ["AL", "HR"]}, {"parties": ["HR", "XK"]}]  # fmt: skip


def test_one_title_with_many_partners_is_read_as_the_list_says_and_pointed_out(wbagree, empty, list_of):
    rows = "Title,Country,In force\nVisas,Albania,2010-01-02\nVisas,Kosovo,2011-01-02\nVisas,Greece,2012-01-02\n"
    report = taken_in(wbagree, empty, list_of(rows), "--home", "HR")
    assert "rows have the same Title, and different parties; each was read as an agreement of HR" in report
    assert "If an agreement has a row for each party, add --group-by 'Title'" in report


def test_rows_of_one_party_are_asked_about_instead_of_refused_one_by_one(wbagree, empty, list_of):
    path = list_of("Treaty,Participant,Signature\nOn bees,Albania,2010-01-02\nOn bees,Kosovo,2011-01-02\n")
    ran = wbagree("import", path, db=empty)
    assert (ran.returncode, "add --group-by 'Treaty'" in ran.stderr) == (2, True)
    taken_in(wbagree, empty, path, "--group-by", "Treaty")
    assert set(stored(empty)) == {"On bees"}


CODED = """\
treatyID,stateID,StateName,Title,Begin,Signature,Force,End,StateSignature,StateRatification,StateForce,StateEnd
B_1,ALB,Albania,On bees,1990-05-05,1990-05-05,1992-01-01,NA,1990-05-05,1991-01-01,1992-01-01,NA
B_1,FRA,France,On bees,1990-05-05,1990-05-05,1992-01-01,NA,1990-06-05,1991-02-01,1992-01-01,2001-01-01
B_1,GRC,Greece,On bees,1990-05-05,1990-05-05,1992-01-01,NA,NA,1993-02-01,1993-03-01,NA
W_2,ALB,Albania,On wasps,1995-05-05,1995-05-05,NA,2010-01-01,1995-05-05,NA,NA,NA
W_2,DEU,Germany,On wasps,1995-05-05,1995-05-05,NA,2010-01-01,1995-05-05,1996-03-01,NA,NA
"""


def test_names_of_columns_as_programs_write_them_are_read_and_the_treatys_dates_kept(wbagree, empty, list_of):
    report = taken_in(wbagree, empty, list_of(CODED))
    with closing(sqlite3.connect(empty)) as opened:
        dates = opened.execute("SELECT signed, in_force, ended FROM agreement ORDER BY id").fetchall()
    assert dates == [("1990-05-05", "1992-01-01", None), ("1995-05-05", None, "2010-01-01")]
    assert stored(empty)["On bees"][1] == {
        ("signature", "AL", "1990-05-05"), ("ratification", "AL", "1991-01-01"), ("signature", "FR", "1990-06-05"),
        ("ratification", "FR", "1991-02-01"), ("termination", "FR", "2001-01-01"), ("ratification", "GR", "1993-02-01"),
        ("entry-into-force", "AL", "1992-01-01"), ("entry-into-force", "FR", "1992-01-01"),
        ("entry-into-force", "GR", "1993-03-01"),
    }  # fmt: skip
    assert "NA and the like were read as empty: StateEnd (4 rows), End (3 rows), Force (2 rows)" in report
    assert "1 column not imported: Begin" in report


def test_na_as_the_only_name_of_a_party_is_asked_about(wbagree, empty, list_of):
    path = list_of("No.,Title,Country code\n1,On bees,GR\n1,On bees,NA\n1,On bees,AL")
    ran = wbagree("import", path, db=empty)
    assert ran.returncode == 6
    assert "list.csv:3 Country code (parties): 'NA' could be Namibia; add --value 'partner:NA=Namibia'" in ran.stderr
    taken_in(wbagree, empty, path, "--value", "partner:NA=Namibia")
    assert stored(empty)["On bees"][0] == {"AL", "GR", "NA"}


def test_a_code_that_is_not_known_beside_a_name_that_is_refuses_no_row_of_a_party(wbagree, empty, list_of):
    rows = [
        "1,On bees,SUX,Greece",
        "1,On bees,MV,Maldives",
        "1,On bees,XX,Nowhere",
        "2,On owls,MV,Maldives",
        "2,On owls,AL,",
    ]
    ran = wbagree("import", list_of("\n".join(["No.,Title,Country code,Country", *rows])), "--skip-invalid", db=empty)
    assert stored(empty) == {"On owls": ({"AL", "MV"}, set(), "")}
    assert "list.csv:4 Country (parties): unknown party: 'Nowhere'" in ran.stderr
    assert "SUX" not in ran.stderr
    assert "MK (North Macedonia)" not in ran.stderr


def test_where_parties_have_their_own_dates_those_of_the_agreement_that_differ_are_refused(wbagree, empty, list_of):
    path = list_of(
        CODED.replace("B_1,FRA,France,On bees,1990-05-05,1990-05-05", "B_1,FRA,France,On bees,1990-05-05,1990-05-06")
    )
    ran = wbagree("import", path, "--skip-invalid", db=empty)
    assert "list.csv:2-4 Signature (signed): line 2 has '1990-05-05', line 3 has '1990-05-06'" in ran.stderr
    assert set(stored(empty)) == {"On wasps"}


LISTED = """Registration number,Title,Participant,Action,Date of notification,Date of effect
I-100,Convention on water,Albania,Signature,2009-01-02,
I-100,Convention on water,Serbia,Signature,2009-01-02,
I-100,Convention on water,Serbia,Ratification,2010-01-02,2010-04-02
I-100,Convention on water,Albania,Accession (a),2010-01-03,2010-04-03
I-100,Convention on water,,Entry into force,2010-04-02,
I-101,Convention on air,Greece,Withdrawal,2019-01-02,2019-07-02
I-101,Convention on air,Greece,Ratification,2011-01-02,2011-07-02
I-101,Convention on air,Italy,Approval,2011-01-02,2011-07-02
"""


def test_a_list_with_a_row_for_each_act_has_their_dates_of_effect(wbagree, empty, list_of):
    taken_in(wbagree, empty, list_of(LISTED))
    with closing(sqlite3.connect(empty)) as opened:
        acts = opened.execute("SELECT kind, party_code, on_date, effect FROM act").fetchall()
    assert sorted(acts) == [
        ("accession", "AL", "2010-01-03", "2010-04-03"),
        ("approval", "IT", "2011-01-02", "2011-07-02"),
        ("entry-into-force", "", "2010-04-02", ""),
        ("ratification", "GR", "2011-01-02", "2011-07-02"),
        ("ratification", "RS", "2010-01-02", "2010-04-02"),
        ("signature", "AL", "2009-01-02", ""),
        ("signature", "RS", "2009-01-02", ""),
        ("withdrawal", "GR", "2019-01-02", "2019-07-02"),
    ]


def test_an_act_that_is_not_known_is_refused_with_the_option_for_it(wbagree, empty, list_of):
    path = list_of(f"{LISTED}I-101,Convention on air,Italy,Blessing,2012-01-02,\n")
    ran = wbagree("import", path, db=empty)
    assert ran.returncode == 6
    assert "list.csv:10 Action (act): 'Blessing' is no act that is known" in ran.stderr
    assert "--value 'act:Blessing=accession'" in ran.stderr
    taken_in(wbagree, empty, path, "--value", "act:Blessing=declaration")
    assert ("declaration", "IT", "2012-01-02") in stored(empty)["Convention on air"][1]


def test_the_act_of_a_row_has_its_date_in_three_columns(wbagree, empty, list_of):
    rows = [
        "7,On bats,Germany,Ratification,2001,5,2",
        "7,On bats,Germany,Entry into force,2001,6,",
        "7,On bats,Greece,Accession,2002,,",
    ]
    taken_in(wbagree, empty, list_of("\n".join(["treaty_id,title,country,action,year,month,day", *rows])))
    assert stored(empty) == {
        "On bats": ({"DE", "GR"}, {("ratification", "DE", "2001-05-02"), ("entry-into-force", "DE", "2001-06"),
                                   ("accession", "GR", "2002")}, "")}  # fmt: skip


def test_another_column_states_how_a_party_consented(wbagree, empty, list_of):
    rows = ["7,On bats,Germany,2001-05-02,Ratification,2001-06-03", "7,On bats,Greece,2002-02-03,Accession,2002-04-05"]
    taken_in(wbagree, empty, list_of("\n".join(["treaty_id,title,country,ratification,type,in force", *rows])))
    assert stored(empty)["On bats"][1] == {
        ("ratification", "DE", "2001-05-02"), ("entry-into-force", "DE", "2001-06-03"),
        ("accession", "GR", "2002-02-03"), ("entry-into-force", "GR", "2002-04-05")}  # fmt: skip


def test_under_a_header_of_several_acts_a_party_that_has_not_signed_accedes_with_a_note(wbagree, empty, list_of):
    rows = ["7;On bats;Greece;;2002-04-05", "7;On bats;Germany;2001-05-02;2001-06-03", "7;On bats;Italy;;2003-04-05 d"]
    taken_in(
        wbagree,
        empty,
        list_of("\n".join(["treaty_id;title;country;signature;Ratification/Accession/Succession", *rows])),
    )
    with closing(sqlite3.connect(empty)) as opened:
        acts = opened.execute("SELECT kind, party_code, note FROM act WHERE kind <> 'signature' ORDER BY 2").fetchall()
    header = "Ratification/Accession/Succession"
    assert acts == [("ratification", "DE", header), ("accession", "GR", header), ("succession", "IT", "")]


def test_a_legend_in_the_header_explains_marks(wbagree, empty, list_of):
    rows = ["7;On bats;Germany;2001-06-03", "7;On bats;Greece;2002-04-05 a"]
    taken_in(wbagree, empty, list_of("\n".join(["treaty_id;title;country;Ratification, Accession(a)", *rows])))
    assert stored(empty)["On bats"][1] == {("ratification", "DE", "2001-06-03"), ("accession", "GR", "2002-04-05")}


SLIPS = """treaty_id,title,signed,country,remarks
T1,Convention on X,2009-02-03,Albania,first
T1,Convention on X,2009-02-03,Serbia,second
T2,Convention on Y,2010-02-03,Albania,
T2,Convention on Z,2010-02-03,Serbia,
T3,Convention on Q,2010-02-30,Albania,
T3,Convention on Q,2010-02-30,Nowhere,
T4,Convention on R,2010-02-03,Albania,
T5,Convention on S,2010-02-04,Albania,
T5,Convention on S,2010-02-04,Greece,
"""


def test_rows_that_disagree_are_refused_with_both_lines_and_all_rows_of_a_group_are_kept(
    wbagree, empty, list_of, tmp_path
):
    ran = wbagree("import", list_of(SLIPS), "--skip-invalid", db=empty)
    lines = ran.stderr.splitlines()
    assert (
        "list.csv:4-5 title: line 4 has 'Convention on Y', line 5 has 'Convention on Z', in rows of one agreement;"
        " correct one" in lines
    )
    assert any(line.startswith("list.csv:6-7 signed: date '2010-02-30'") for line in lines)
    assert any(line.startswith("list.csv:7 country (parties): unknown party: 'Nowhere'") for line in lines)
    assert any(line.startswith("list.csv:8 parties: only AL is named in the rows of this agreement") for line in lines)
    assert "list.csv: 5 agreements read: 2 new, 0 updated, 0 unchanged, 3 refused" in ran.stderr
    assert set(stored(empty)) == {"Convention on X", "Convention on S"}
    refused = tmp_path / "list.csv.refused.csv"
    with refused.open(encoding="utf-8-sig", newline="") as file:
        assert [row["treaty_id"] for row in csv.DictReader(file)] == ["T2", "T2", "T3", "T3", "T4"]
    text = refused.read_text(encoding="utf-8-sig")
    text = text.replace("Convention on Z", "Convention on Y").replace("02-30", "02-28").replace("Nowhere", "Italy")
    refused.write_text(text.replace("T4,", "T3,").replace("Convention on R", "Convention on Q").replace(
        "2010-02-03,Albania,,parties", "2010-02-28,Croatia,,parties"), encoding="utf-8")  # fmt: skip
    taken_in(wbagree, empty, str(refused))
    assert stored(empty)["Convention on Q"][0] == {"AL", "HR", "IT"}
    assert stored(empty)["Convention on Y"][0] == {"AL", "RS"}


def of_few_that_differ(header):
    """Agreements of two rows, and one of three; the rows of two of them differ in their date."""
    rows = [f"{n},Text {n},{party},2010-01-02" for n in range(60) for party in ("Albania", "Kosovo")]
    rows[1] = rows[1].replace("2010-01-02", "2010-01-03")
    rows[2] = rows[2].replace("2010-01-02", "")
    rows.append("1,Text 1,Greece,2010-01-02")
    return "\n".join([f"treaty_id,title,country,{header}", *rows])


@pytest.mark.parametrize("header", ["Signature", "Date of signature"])
def test_dates_of_parties_that_differ_in_few_agreements_are_acts_and_no_slips(header, wbagree, empty, list_of):
    report = taken_in(wbagree, empty, list_of(of_few_that_differ(header)))
    found = stored(empty)
    assert found["Text 0"] == ({"AL", "XK"}, {("signature", "AL", "2010-01-02"), ("signature", "XK", "2010-01-03")}, "")
    assert found["Text 1"] == (
        {"AL", "GR", "XK"}, {("signature", "GR", "2010-01-02"), ("signature", "XK", "2010-01-02")}, "")  # fmt: skip
    assert all(found[f"Text {n}"] == ({"AL", "XK"}, set(), "2010-01-02") for n in range(2, 60))
    assert f"'{header}' differs within 2 agreements, which have it as acts of their parties (signature)" in report
    assert "1 agreement of more than two parties: each party's signature is kept" in report


@pytest.mark.parametrize(("header", "options"), [("Treaty date", ()), ("Signature", ("--map", "Signature=signed"))])
def test_dates_of_the_agreement_that_differ_are_refused_with_both_lines(header, options, wbagree, empty, list_of):
    ran = wbagree("import", list_of(of_few_that_differ(header)), *options, "--skip-invalid", db=empty)
    assert f"{header} (signed): line 2 has '2010-01-02', line 3 has '2010-01-03'" in ran.stderr
    assert f"add --map '{header}=signature' if it is each party's own" in ran.stderr
    assert "60 agreements read: 59 new, 0 updated, 0 unchanged, 1 refused" in ran.stderr


def test_imports_count_rows_as_rows_and_agreements_as_agreements(wbagree, empty, list_of):
    taken_in(wbagree, empty, list_of(LONG))
    (batch,) = json.loads(wbagree("imports", "--format", "json", db=empty).stdout)
    assert (batch["rows_read"], batch["new"]) == (3, 1)


def test_a_party_that_acceded_long_after_the_signature_is_no_doubt(wbagree, empty, list_of):
    rows = ["1,On bees,1963-04-05,Austria,", "1,On bees,1963-04-05,Kosovo,2018-02-03", "1,On bees,1963-04-05,Greece,"]
    report = taken_in(wbagree, empty, list_of("\n".join(["treaty_id,title,treaty date,country,accession", *rows])))
    assert stored(empty)["On bees"] == ({"AT", "GR", "XK"}, {("accession", "XK", "2018-02-03")}, "1963-04-05")
    assert "outside the time" not in report


def test_remarks_of_one_row_name_its_party(wbagree, empty, list_of):
    taken_in(wbagree, empty, list_of(SLIPS), "--skip-invalid")
    (one,) = json.loads(
        wbagree("list", "--text", "Convention on X", "--format", "json", "--columns", "notes", db=empty).stdout
    )
    assert one["notes"].splitlines()[0] == "Albania: first"
    assert "Serbia: second" in one["notes"].splitlines()


def test_the_same_list_changes_nothing_in_any_order_and_is_undone_as_a_whole(wbagree, empty, list_of):
    header, *rows = LONG.splitlines()
    taken_in(wbagree, empty, list_of(LONG))
    before = stored(empty)
    shuffled = list_of("\n".join([header, *rows[::-1]]), "shuffled.csv")
    assert "1 agreement read: 0 new, 0 updated, 1 unchanged" in taken_in(wbagree, empty, shuffled)
    assert stored(empty) == before
    assert "list.csv, line 2" in wbagree("show", "AL-ME-XK-nd-1", db=empty).stdout
    assert wbagree("undo", "1", "--yes", db=empty).returncode == 0
    assert stored(empty) == {}
    assert "1 agreement read: 1 new" in taken_in(wbagree, empty, shuffled)


def test_columns_of_groups_are_kept_with_the_mapping_and_shown_by_a_preview(wbagree, empty, list_of, tmp_path):
    maps = {"WBAGREE_MAPS": str(tmp_path / "maps")}
    path = list_of(LONG.replace("treaty_id", "label"))
    ran = wbagree("import", path, "--group-by", "label", "--save-map", "long", "--preview", db=empty, env=maps)
    assert ran.returncode == 0, ran.stderr
    assert "groups the rows" in ran.stdout
    assert "recognised, each party's" in ran.stdout
    assert "list.csv:2-4" in ran.stdout
    assert 'group_by = ["label"]' in (tmp_path / "maps" / "long.toml").read_text(encoding="utf-8")
    assert wbagree("import", path, "--use-map", "long", db=empty, env=maps).returncode == 0
    assert stored(empty)[CONVENTION][1] == ACTS_OF_LONG


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("label", "--group-by names a column 'label', which is not there"),
        ("title,label", "--group-by names a column 'label', which is not there"),
    ],
)
def test_a_column_of_groups_that_is_not_there_is_named(option, sentence, wbagree, empty, list_of):
    ran = wbagree("import", list_of(LONG), "--group-by", option, db=empty)
    assert (ran.returncode, sentence in ran.stderr) == (2, True)


def test_a_list_in_our_own_layout_has_no_groups(wbagree, seeded, tmp_path):
    path = str(tmp_path / "own.csv")
    assert wbagree("export", path, db=seeded).returncode == 0
    ran = wbagree("import", path, "--group-by", "title", db=seeded)
    assert (ran.returncode, "--group-by has no effect" in ran.stderr) == (2, True)


def test_a_person_decides_whose_a_column_is(wbagree, empty, list_of):
    header, *rows = LONG.splitlines()
    path = list_of("\n".join([header, *[row.replace("2015-02-23", "2015-02-22") for row in rows]]))
    taken_in(wbagree, empty, path, "--map", "signature=signed")
    assert stored(empty)[CONVENTION] == (
        {"AL", "ME", "XK"}, {act for act in ACTS_OF_LONG if act[0] != "signature"}, "2015-02-22")  # fmt: skip


@pytest.mark.parametrize(
    ("header", "row", "acts"),
    [
        ("Title,Country 1,Country 2,Ratified by Country 1,Ratified by Country 2",
         "A,Albania,Serbia,2010-01-10,2010-02-11",
         {("ratification", "AL", "2010-01-10"), ("ratification", "RS", "2010-02-11")}),
        ("Titulli,Palët,Ratifikimi Shqipëri,Hyrja në fuqi Kosovë", "A,AL;XK,10.01.2010,11.02.2010",
         {("ratification", "AL", "2010-01-10"), ("entry-into-force", "XK", "2010-02-11")}),
        ("Naziv,Strane,Ratifikacija BiH,Otkaz (Crna Gora)", "A,BA;ME,10.01.2010.,11.02.2015.",
         {("ratification", "BA", "2010-01-10"), ("denunciation", "ME", "2015-02-11")}),
        ("Title,Albania ratified,Kosovo acceded,MK: denounced", "A,2009-03-28,2009-09-25,",
         {("ratification", "AL", "2009-03-28"), ("accession", "XK", "2009-09-25")}),
        ("Title,Parties,party_dates",
         'A,AL;ME,"AL: signed 2007-02-22, ratified 2008-01-10 ; ME: acceded 2008-03, denounced 2015 effect 2016"',
         {("signature", "AL", "2007-02-22"), ("ratification", "AL", "2008-01-10"), ("accession", "ME", "2008-03"),
          ("denunciation", "ME", "2015")}),
    ],
)  # fmt: skip
def test_a_wide_list_has_the_acts_of_the_parties_in_its_headers(header, row, acts, wbagree, empty, list_of):
    taken_in(wbagree, empty, list_of(f"{header}\n{row}\n"))
    assert stored(empty)["A"][1] == acts


def test_a_wide_list_has_a_column_for_each_party_with_marks_or_acts(wbagree, empty, list_of):
    rows = ["On bees,2010-05-05,x,signed 2010-05-05; ratified 2011-02-03,,no", "On owls,2011-05-05,,✓,yes,acceded 2012"]
    taken_in(wbagree, empty, list_of("\n".join(["Title,Signed,Albania,XK,Crna Gora,Serbia", *rows])))
    assert stored(empty) == {
        "On bees": (
            {"AL", "XK"},
            {("signature", "XK", "2010-05-05"), ("ratification", "XK", "2011-02-03")},
            "2010-05-05",
        ),
        "On owls": ({"ME", "RS", "XK"}, {("accession", "RS", "2012")}, "2011-05-05"),
    }


def test_dates_in_the_column_of_a_party_are_asked_about(wbagree, empty, list_of):
    path = list_of("Title,Albania,Kosovo\nOn bees,2010-05-05,2011-02-03\n")
    ran = wbagree("import", path, db=empty)
    assert ran.returncode == 6
    options = [f"{name}=ratification {code}" for name, code in (("Albania", "AL"), ("Kosovo", "XK"))]
    assert all(f"as in --map '{option}'" in ran.stderr for option in options)
    taken_in(wbagree, empty, path, *(word for option in options for word in ("--map", option)))
    assert stored(empty)["On bees"][1] == {("ratification", "AL", "2010-05-05"), ("ratification", "XK", "2011-02-03")}


def test_a_column_is_mapped_to_an_act_of_one_party_by_hand(wbagree, empty, list_of):
    path = list_of("Title,Parties,Eka\nA,AL;XK,2010-01-10\n")
    taken_in(wbagree, empty, path, "--map", "Eka=ratification XK")
    assert stored(empty)["A"][1] == {("ratification", "XK", "2010-01-10")}
    ran = wbagree("import", path, "--map", "Eka=ratificaton XK", db=empty)
    assert ran.returncode == 3
    assert "unknown field" in ran.stderr


def test_a_header_with_a_party_and_no_dates_is_no_act(wbagree, empty, list_of):
    report = taken_in(wbagree, empty, list_of("Title,Parties,Signed by Albania\nA,AL;XK,Minister\n"))
    assert stored(empty)["A"][1] == set()
    assert "Signed by Albania" in report


@pytest.mark.parametrize("name", ["list.json", "list.jsonl"])
def test_parties_that_are_objects_have_their_acts(name, wbagree, empty, list_of):
    first = {"title": "A", "signed": "2009-05-05", "parties": [
        {"country": "Albania", "ratified": "2010-01-10"},
        {"country": "Kosovo", "ratified": "2010-03-10", "denounced": "2015-01-01"}]}  # fmt: skip
    second = {"title": "B", "parties": [{"name": "Greece"}, {"name": "Italy", "acceded": "2012-02-02"}]}
    text = json.dumps([first, second]) if name.endswith("n") else f"{json.dumps(first)}\n{json.dumps(second)}\n"
    taken_in(wbagree, empty, list_of(text, name))
    assert stored(empty) == {
        "A": ({"AL", "XK"}, {("ratification", "AL", "2010-01-10"), ("ratification", "XK", "2010-03-10"),
                             ("denunciation", "XK", "2015-01-01")}, "2009-05-05"),
        "B": ({"GR", "IT"}, {("accession", "IT", "2012-02-02")}, ""),
    }  # fmt: skip


@pytest.mark.parametrize(
    "parties",
    [
        {"Albania": {"ratified": "2010-01-10"}, "XK": {"acceded": "2010-03-10"}, "Greece": {}},
        [{"state": {"name": "Albania", "iso": "AL"}, "actions": [{"type": "ratification", "date": "2010-01-10"}]},
         {"state": {"name": "Kosovo", "iso": "XK"}, "actions": [{"type": "Accession", "date": "2010-03-10"}]},
         {"state": {"name": "Greece", "iso": "GR"}, "actions": []}],
    ],
)  # fmt: skip
def test_parties_that_are_objects_by_name_or_with_lists_of_acts_have_their_acts(parties, wbagree, empty, list_of):
    items = [{"title": "A", "date": "2009-05-05", "parties": parties}]
    taken_in(wbagree, empty, list_of(json.dumps(items), "list.json"))
    acts = {("ratification", "AL", "2010-01-10"), ("accession", "XK", "2010-03-10")}
    assert stored(empty) == {"A": ({"AL", "GR", "XK"}, acts, "2009-05-05")}


def test_a_date_in_the_object_of_a_party_is_never_that_of_the_agreement(wbagree, empty, list_of):
    items = [
        {"title": "A", "date": "2009-05-05", "parties": [{"name": "AL", "signed": "2009-05-05"}, {"name": "XK"}]},
        {"title": "B", "date": "2010-05-05", "parties": [{"name": "AL"}, {"name": "XK"}]},
    ]
    taken_in(wbagree, empty, list_of(json.dumps(items), "list.json"))
    assert stored(empty) == {
        "A": ({"AL", "XK"}, {("signature", "AL", "2009-05-05")}, "2009-05-05"),
        "B": ({"AL", "XK"}, set(), "2010-05-05"),
    }


def test_an_act_done_twice_is_kept_twice(wbagree, empty, list_of):
    rows = ["9,A,Albania,2001-02-03,2005-02-03", "9,A,Albania,2010-02-03,", "9,A,Greece,2011-02-03; 2015-01-01,"]
    taken_in(wbagree, empty, list_of("\n".join(["treaty_id,title,country,ratification,denunciation", *rows])))
    assert stored(empty)["A"][1] == {
        *(("ratification", "AL", day) for day in ("2001-02-03", "2010-02-03")),
        *(("ratification", "GR", day) for day in ("2011-02-03", "2015-01-01")),
        ("denunciation", "AL", "2005-02-03"),
    }


# Layouts in several languages: header, and how a date is written. A dash is no column.
LAYOUTS = {
    "en": (
        "treaty_id,title,treaty date,country,signature,ratification,accession,entry into force,denunciation",
        "%Y-%m-%d",
    ),
    "bs": ("R.br.,Naziv,Datum potpisivanja,Država,-,Ratifikacija,Pristupanje,Stupanje na snagu,Otkaz", "%d.%m.%Y."),
    "de": ("-,Titel,Datum,Staat,-,Ratifizierung,Beitritt,Inkrafttreten,Kündigung", "%d.%m.%Y"),
    "fr": ("Identifiant,Titre,-,Pays,Signature,Ratification,Adhésion,Entrée en vigueur,Dénonciation", "%d.%m.%Y"),
    "es": (
        "Número,Título,-,País,Fecha de firma,Fecha de ratificación,Fecha de adhesión,Entrada en vigor,Denuncia",
        "%d.%m.%Y",
    ),
    "sq": ("Nr.,Titulli,-,Shteti,Nënshkrimi,Ratifikimi,Aderimi,Hyrja në fuqi,Denoncimi", "%Y-%m-%d"),
}
KINDS = ("signature", "ratification", "accession", "entry-into-force", "denunciation")
POOL = (
    *("AL", "BA", "XK", "ME", "MK", "RS", "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR"),
    *("HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"),
)


def treaties(number, drawn):
    """So many treaties of two to thirty parties, with the acts of each."""
    for one in range(1, number + 1):
        day = date(2009, 1, 1) + timedelta(days=drawn.randrange(2500))
        acts = {}
        for party in drawn.sample(POOL, drawn.choice((2, 2, 2, 3, 4, 6, 12, 30))):
            own = acts[party] = {}
            if drawn.random() < 0.75:
                own["signature"] = day + timedelta(days=drawn.choice((0, 0, drawn.randrange(200))))
            if drawn.random() < 0.8:
                bound = "ratification" if own else "accession"
                own[bound] = day + timedelta(days=drawn.randrange(201, 900))
                if drawn.random() < 0.8:
                    own["entry-into-force"] = own[bound] + timedelta(days=30)
                if drawn.random() < 0.1:
                    own["denunciation"] = own[bound] + timedelta(days=700)
        yield one, f"Text {one}", day, acts


@pytest.mark.parametrize("order", ["as listed", "shuffled"])
@pytest.mark.parametrize("language", LAYOUTS)
def test_generated_lists_are_read_as_they_were_made(language, order, wbagree, empty, tmp_path):
    header, written = LAYOUTS[language]
    drawn = random.Random(f"{language} {order}")
    kept = [place for place, name in enumerate(header.split(",")) if name != "-"]
    names = Locale.parse(language).territories
    rows, expected = [], {}
    for number, title, day, acts in treaties(80, drawn):
        for party, own in acts.items():
            dates = [own[kind].strftime(written) if kind in own else "" for kind in KINDS]
            row = [str(number), title, day.strftime(written), names[party], *dates]
            rows.append([row[place] for place in kept])
        known = {(kind, party, str(on)) for party, own in acts.items() for kind, on in own.items()}
        expected[title] = (
            set(acts),
            {act for act in known if 4 + KINDS.index(act[0]) in kept},
            str(day) if 2 in kept else "",
        )
    if order == "shuffled":
        drawn.shuffle(rows)
    path = tmp_path / ("list.xlsx" if language == "sq" else "list.csv")
    table = [[name for name in header.split(",") if name != "-"], *rows]
    if language == "sq":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in table:
            sheet.append(row)
        book.save(path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table)
    taken_in(wbagree, empty, str(path))
    assert stored(empty) == expected


SEED = Path(__file__).parents[2] / "seed"
ACT_ROW = ("party", "act", "on", "effect")


def seeded_rows(name):
    with (SEED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "header",
    [
        "Treaty ID,Title of the treaty,Date of treaty,State party",
        "Numéro,Intitulé du traité,Date du traité,État partie",
        "Título del tratado,Fecha de firma,País",
    ],
)
def test_the_bundled_agreements_with_a_row_for_each_party_are_the_same(header, wbagree, empty, tmp_path):
    agreements = {(row["title"], row["signed"]): row for row in seeded_rows("agreements.csv") if row["signed"]}
    rows = [
        [number, title, signed, party]
        for number, ((title, signed), row) in enumerate(agreements.items(), 1)
        for party in row["parties"].split(";")
    ]
    random.Random(header).shuffle(rows)
    path = tmp_path / "list.csv"
    width = len(header.split(","))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header.split(","), *(row[-width:] for row in rows)])
    taken_in(wbagree, empty, str(path), "--on-duplicate", "add")
    with closing(sqlite3.connect(empty)) as opened:
        found = opened.execute(
            "SELECT title, signed, group_concat(party_code, ';') FROM agreement AS a"
            " JOIN participation AS p ON p.agreement_id = a.id GROUP BY a.id"
        ).fetchall()
    assert sorted((title, signed, sorted(parties.split(";"))) for title, signed, parties in found) == sorted(
        (" ".join(title.split()), signed, sorted(row["parties"].split(";")))
        for (title, signed), row in agreements.items()
    )


def test_the_bundled_acts_of_conventions_with_a_row_each_are_the_same(wbagree, empty, tmp_path):
    names = {row["key"]: row["name"] for row in seeded_rows("frameworks.csv")}
    acts = seeded_rows("framework_acts.csv")
    several = {key for key in names if len({act["party"] for act in acts if act["framework"] == key}) > 1}
    acts = [act for act in acts if act["framework"] in several]
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [[act["framework"], names[act["framework"]], *(act[name] for name in ACT_ROW)] for act in acts]
        csv.writer(file).writerows(
            [["Treaty code", "Convention title", "Party", "Act", "Date", "Date of effect"], *rows]
        )
    taken_in(wbagree, empty, str(path))
    with closing(sqlite3.connect(empty)) as opened:
        found = opened.execute(
            "SELECT title, party_code, kind, on_date, effect FROM act JOIN agreement AS a ON a.id = agreement_id"
        ).fetchall()
    assert sorted(found) == sorted((names[act["framework"]], *(act[name] for name in ACT_ROW)) for act in acts)


def test_rows_that_are_too_far_apart_are_refused_with_what_to_do():
    rows = [(line, [str(line // 2 if line < 4 else line), "x" * 2**20]) for line in range(2, 90)]
    groups = row_groups.RowGroups((0,), ("treaty_id",), {row_groups.group_of((0,), row): 2 for row in rows})
    with pytest.raises(ImportRefused, match="too long to join rows that are far apart") as caught:
        list(groups.collect(rows, "list.csv"))
    assert caught.value.hint == "sort it by 'treaty_id', and import it again"
