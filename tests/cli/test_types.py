"""``wbagree types``: a table of all, and one with its names in other languages."""

import json

import pytest
import seed_data


def test_the_table_has_code_name_group_and_how_many_agreements(wbagree, seeded):
    lines = wbagree("types", db=seeded).stdout.splitlines()
    assert lines[0].split() == ["Code", "Type", "Group", "Agreements"]
    number = sum("extradition" in row["types"].split(";") for row in seed_data.some().values())
    (line,) = [line for line in lines if line.startswith("extradition ")]
    assert line.split() == ["extradition", "extradition", "justice", str(number)]
    assert "izručenje" not in "".join(lines)
    rows = json.loads(wbagree("types", "--format", "json", db=seeded).stdout)
    assert len(rows) == len(lines) - 1
    assert "izručenje" in next(row for row in rows if row["code"] == "extradition")["aliases"]


@pytest.mark.parametrize(
    "words", [("show", "extradition"), ("extradition",), ("izručenje",), ("Traité", "d'extradition")]
)
def test_one_type_is_shown_with_its_names_in_other_languages(words, wbagree, seeded):
    ran = wbagree("types", *words, db=seeded)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[0].split() == ["Code:", "extradition"]
    assert "izručenje" in ran.stdout
    assert "ekstradim" in ran.stdout


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (("justice",), ["mla", "extradition"]),
        (("border",), ["border-control", "border-crossing"]),
        (("patrol",), ["joint-patrol"]),
    ],
)
def test_a_group_or_a_part_of_a_name_lists_its_types(words, codes, wbagree, seeded):
    rows = json.loads(wbagree("types", *words, "--format", "json", db=seeded).stdout)
    assert {*codes} <= {row["code"] for row in rows} < {row["code"] for row in seed_data.rows("types")}


def test_a_name_of_nothing_is_refused(wbagree, seeded):
    ran = wbagree("types", "xyzzy", db=seeded)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "wbagree types lists them all" in ran.stderr
