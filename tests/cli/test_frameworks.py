"""``wbagree frameworks``, and frameworks in the matrix and the brief."""

import json

import pytest

DAY = ("--as-of", "2026-11-01")


def test_every_mechanism_of_the_region_is_listed_with_what_became_of_it(wbagree, seeded):
    rows = json.loads(wbagree("frameworks", "list", "--format", "json", db=seeded).stdout)
    named = {row["key"]: row for row in rows}
    for key in (
        "rcc",
        "selec",
        "marri",
        "rai",
        "sepca",
        "seepag",
        "seesac",
        "pcc-see",
        "iisg",
        "wbcti",
        "hf-3",
        "ets-24",
    ):
        assert key in named
    assert named["seci-center"]["became"] == "selec"
    assert json.loads(wbagree("frameworks", "--format", "json", db=seeded).stdout) == rows
    shown = wbagree("frameworks", "show", "SECI Center", db=seeded).stdout
    assert "Became:         SELEC (selec)" in shown
    assert "Came from:      SECI Center (seci-center)" in wbagree("frameworks", "show", "selec", db=seeded).stdout


def test_what_both_belong_to_and_what_only_one_does(wbagree, seeded):
    ran = wbagree("frameworks", "common", "XK-AL", *DAY, "--format", "json", db=seeded)
    found = {row["framework"]: row for row in json.loads(ran.stdout)}
    assert (found["rcc"]["AL"], found["rcc"]["XK"]) == ("member", "member")
    assert (found["interpol"]["AL"], found["interpol"]["XK"]) == ("member", "excluded")
    assert found["selec"]["XK"] == "not recorded"
    assert "seci-center" not in found
    assert "The register may be incomplete." in ran.stderr
    before = wbagree("frameworks", "common", "AL-XK", "--as-of", "2010", "--format", "json", db=seeded).stdout
    assert "rcc" not in {row["framework"] for row in json.loads(before) if row["XK"] == "member"}


def test_a_framework_of_ones_own_with_its_members(wbagree, empty):
    added = wbagree(
        "frameworks", "add", "our-net", "--name", "Our network", "--kind", "network", "-t", "izručenje", db=empty
    )
    assert added.returncode == 0, added.stderr
    assert wbagree("frameworks", "member", "our-net", "Albania", "--joined", "maj 2014", db=empty).returncode == 0
    assert wbagree("frameworks", "member", "our network", "XK", "--standing", "observer", db=empty).returncode == 0
    assert (
        wbagree("frameworks", "edit", "our-net", "--seat", "Tirana", "--established", "2010", db=empty).returncode == 0
    )
    shown = wbagree("frameworks", "show", "our-net", db=empty).stdout
    for line in ("About:          extradition\n", "Established:    2010", "Seat:           Tirana",
                 "Member:         Albania (AL), since 2014-05", "Observer:       Kosovo (XK)"):  # fmt: skip
        assert line in shown
    assert wbagree("frameworks", "member", "our-net", "AL", "--remove", db=empty).returncode == 0
    assert "Member:" not in wbagree("frameworks", "show", "our-net", db=empty).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("show", "selek"), 3, "did you mean selec"),
        (("add", "Bad Key", "--name", "x", "--kind", "network"), 4, "cannot be a framework's key"),
        (("add", "club"), 2, "needs --name and --kind"),
        (("add", "club", "--name", "x", "--kind", "gang"), 3, "one of organisation"),
        (("add", "selec", "--name", "x", "--kind", "network"), 5, "SELEC already"),
        (("edit", "selec"), 2, "nothing to change"),
        (("edit", "selec", "--name", ""), 4, "name cannot be empty"),
        (("edit", "selec", "--ended", "05/03/2012"), 4, "could be"),
        (("member", "selec", "Atlantis"), 3, "unknown party"),
        (("common", "AL"), 4, "a pair is two parties"),
    ],
)
def test_wrong_input_is_said_with_what_would_be_right(arguments, code, sentence, wbagree, seeded):
    ran = wbagree("frameworks", *arguments, db=seeded)
    assert ran.returncode == code, ran.stderr
    assert sentence in ran.stderr


def test_the_matrix_says_whether_cover_is_bilateral_or_multilateral(wbagree, seeded):
    ran = wbagree("matrix", "--frameworks", "--by", "type", *DAY, "--format", "json", db=seeded)
    cells = {(row["pair"], row["type"]): row for row in json.loads(ran.stdout)}
    extradition = cells["AL-ME", "extradition"]
    assert (extradition["records"], extradition["cover"]) == (0, "multilateral")
    assert "ets-86" in extradition["frameworks"]
    assert cells["AL-XK", "extradition"]["cover"] == "bilateral"
    assert cells["RS-XK", "extradition"]["cover"] == "none"
    for cell in cells.values():
        bilateral = cell["best"] not in ("none", "ended", "not-in-force")
        cover_words = {
            (True, True): "both",
            (True, False): "bilateral",
            (False, True): "multilateral",
            (False, False): "none",
        }
        assert cell["cover"] == cover_words[bilateral, bool(cell["frameworks"])]
    table = wbagree("matrix", "--frameworks", "--pair", "AL-ME", *DAY, db=seeded)
    assert "AL-ME" in table.stdout
    assert "M frameworks of both" in table.stderr
    assert wbagree("matrix", "--frameworks", "--gaps", db=seeded).returncode == 2


def test_seeding_says_which_frameworks_it_loaded_and_left_alone(wbagree, empty):
    assert "bundled frameworks: 53 new" in wbagree("seed", db=empty).stderr
    wbagree("frameworks", "edit", "rcc", "--seat", "Elsewhere", db=empty)
    again = wbagree("seed", db=empty).stderr
    assert "framework rcc skipped: edited here" in again
    assert "bundled frameworks" not in again


def test_what_is_said_of_a_framework_is_taken_back_as_a_record_is(wbagree, seeded):
    def framework_sheets():
        return [wbagree("frameworks", "show", name, db=seeded).stdout for name in ("selec", "interpol", "marri")]

    before = framework_sheets()
    assert "Sofia" not in before[1]
    wbagree("frameworks", "edit", "selec", "--seat", "Sofia and Skopje", "--notes", "moved", db=seeded)
    wbagree("frameworks", "member", "interpol", "XK", "--standing", "observer", db=seeded)
    wbagree("frameworks", "member", "marri", "XK", "--remove", db=seeded)
    after = framework_sheets()
    assert all(now != then for now, then in zip(after, before, strict=True))
    for command, change in (
        ("frameworks member marri XK --remove", "deletion of membership marri/XK"),
        ("frameworks member interpol", "membership interpol/XK"),
        ("frameworks edit selec", "edit of framework selec"),
    ):
        ran = wbagree("undo", db=seeded)
        assert command in ran.stderr
        assert f"{change}. To redo: wbagree redo\n" in ran.stderr
    assert framework_sheets() == before
    assert wbagree("undo", "7", db=seeded).returncode == 0
    assert framework_sheets()[0] == after[0]


def test_undoing_the_seed_takes_the_frameworks_with_it_and_the_next_brings_them_back(wbagree, seeded):
    before = wbagree("frameworks", "--format", "csv", db=seeded).stdout
    assert "other entries added). To redo" in wbagree("undo", "1", "--yes", db=seeded).stderr
    assert wbagree("frameworks", "--format", "csv", db=seeded).stdout.count("\n") == 1
    assert wbagree("seed", db=seeded).returncode == 0
    assert wbagree("frameworks", "--format", "csv", db=seeded).stdout == before


def test_a_later_change_of_the_same_is_not_overruled(wbagree, seeded):
    wbagree("frameworks", "edit", "selec", "--seat", "Sofia", db=seeded)
    wbagree("frameworks", "edit", "selec", "--seat", "Skopje", db=seeded)
    ran = wbagree("undo", "2", db=seeded)
    assert "selec left: seat changed again by change set 3" in ran.stderr
    assert "Skopje" in wbagree("frameworks", "show", "selec", db=seeded).stdout


def test_a_key_goes_before_a_name_and_a_name_of_two_is_refused(wbagree, seeded):
    wbagree("frameworks", "add", "aaa", "--name", "Another", "--short-name", "SELEC", "--kind", "network", db=seeded)
    assert "selec: changed" in wbagree("frameworks", "edit", "selec", "--seat", "Elsewhere", db=seeded).stderr
    ran = wbagree("frameworks", "edit", "Southeast European Law Enforcement Center", "--seat", "There", db=seeded)
    assert "selec: changed" in ran.stderr
    assert wbagree("frameworks", "show", "selec", db=seeded).returncode == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--website", "javascript:alert(1)"), "does not begin with http"),
        (("--sources", "a | <javascript:x>"), "does not begin with http"),
        (("--succeeded-by", "selec"), "cannot have become itself"),
        (("--established", "2020", "--ended", "2010"), "cannot have ended (2010)"),
    ],
)
def test_what_cannot_be_is_not_said_of_a_framework(options, sentence, wbagree, seeded):
    ran = wbagree("frameworks", "edit", "selec", *options, db=seeded)
    assert (ran.returncode, sentence in ran.stderr) == (4, True), ran.stderr
