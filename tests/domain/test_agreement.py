"""Records: values that do not change, and what their keys begin with (domain rule 8)."""

import csv
from dataclasses import FrozenInstanceError

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


REDATED = {"EU-RS-2020-1", "HU-RS-2010-1", "BG-MK-nd-1", "AL-BE-nd-1"}


def test_the_keys_of_the_bundled_file_begin_so():
    rows = seed_data.rows("agreements")
    # Keys are older than these codes, and older than a corrected date; they stay.
    later_codes = {"RS-KS", "YU-KY", "CSHH", "EPPO"}
    for row in rows:
        signed = PartialDate.parse(row["signed"]) if row["signed"] else None
        parties = tuple(row["parties"].split(";"))
        if not later_codes & {*parties} and row["key"] not in REDATED:
            assert row["key"].rpartition("-")[0] == key_stem(parties, signed)
    assert len({row["key"] for row in rows}) == len(rows)


def test_the_fields_are_the_columns_of_the_bundled_file_and_the_values_of_a_record():
    with (resources.seed_folder() / "agreements.csv").open(encoding="utf-8", newline="") as file:
        assert tuple(next(csv.reader(file))) == (*STANDARD_NAMES, "status_on")
    assert set(Agreement._fields) == set(ALL_NAMES)


def test_a_record_does_not_change():
    with pytest.raises(AttributeError):
        Source("A").citation = "B"
    with pytest.raises(FrozenInstanceError):
        PartialDate(2012).year = 2013
