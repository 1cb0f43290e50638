"""Records: values that do not change, and what their keys begin with (domain rule 8)."""

import csv
from dataclasses import FrozenInstanceError, fields

import pytest
import seed_data

from wbagree import resources
from wbagree.domain.agreements.agreement import Agreement, key_stem
from wbagree.domain.agreements.fields import ALL_NAMES, STANDARD_NAMES
from wbagree.domain.agreements.parts import Source
from wbagree.domain.dates.partial_date import PartialDate


@pytest.mark.parametrize(
    ("parties", "signed", "stem"),
    [
        (("AL", "XK"), PartialDate(2012, 3, 10), "AL-XK-2012"),
        (("XK", "AL"), PartialDate(2012, mark="?"), "AL-XK-2012"),
        (("AL", "XK"), None, "AL-XK-nd"),
        (("YU-SFRY", "HR"), PartialDate(1961, 7), "HR-YU-SFRY-1961"),
        (("UNMIK", "RS", "AL", "ME"), None, "AL-ME-RS-UNMIK-nd"),
    ],
)
def test_a_key_begins_with_the_parties_and_the_year_signed(parties, signed, stem):
    assert key_stem(parties, signed) == stem


def test_the_keys_of_the_bundled_file_begin_so():
    rows = seed_data.rows("agreements")
    for row in rows:
        signed = PartialDate.parse(row["signed"]) if row["signed"] else None
        assert row["key"].rpartition("-")[0] == key_stem(tuple(row["parties"].split(";")), signed)
    assert len({row["key"] for row in rows}) == len(rows)


def test_the_fields_are_the_columns_of_the_bundled_file_and_the_values_of_a_record():
    with (resources.seed_folder() / "agreements.csv").open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == (*STANDARD_NAMES, "status_on")
    assert {field.name for field in fields(Agreement)} == {*ALL_NAMES}


def test_a_record_does_not_change():
    with pytest.raises(AttributeError):
        Source("A").citation = "B"
    with pytest.raises(FrozenInstanceError):
        PartialDate(2012).year = 2013
