"""The columns a list can have."""

import pytest

from wbagree.domain.agreements.fields import ALL_NAMES, EXTRA_NAMES
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import NotFound
from wbagree.formats.common.columns import (
    COLUMNS,
    COMPUTED_COLUMNS,
    DEFAULT_COLUMNS,
    fields_needed,
    heading,
    interchange_cell,
    parse_columns,
    status_words,
    visible_cell,
)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("", DEFAULT_COLUMNS),
        (" , ", DEFAULT_COLUMNS),
        ("key", ("key",)),
        ("Title, KEY ,signed", ("title", "key", "signed")),
        (",".join(COLUMNS), COLUMNS),
    ],
)
def test_columns_are_chosen_by_name_in_the_order_given(text, chosen):
    assert parse_columns(text) == chosen


def test_an_unknown_column_is_refused_with_the_nearest_and_all_there_are():
    with pytest.raises(NotFound, match="unknown column: 'partys'; did you mean parties or ") as caught:
        parse_columns("key,partys")
    assert caught.value.hint == f"the columns are: {', '.join((*COLUMNS, 'id', 'version'))}"


def test_every_column_has_a_heading_of_its_own():
    headings = [heading(name) for name in COLUMNS]
    assert len(set(headings)) == len(headings)
    assert all(words[:1].isupper() and "_" not in words for words in headings)
    assert heading("status") != heading("computed_status") == "Status"


def test_a_cell_is_what_the_interchange_file_has(seed_records, seed_rows):
    for key, row in seed_rows.items():
        cells = {name: interchange_cell(seed_records[key], name) for name in ALL_NAMES}
        assert cells == {**dict.fromkeys(EXTRA_NAMES, ""), **row}


def test_what_is_computed_has_cells_too(record_of):
    record = record_of(computed="not-in-force", inherited_from="CS", score="partial")
    record = record._replace(derived_signed="2012", derived_in_force="2013", derived_ended="2014-01-01/..")
    reason = "no date of signature, entry into force or end recorded, and no source asserts a status"
    assert [interchange_cell(record, name) for name in COMPUTED_COLUMNS] == [
        *("not-in-force", reason, "CS", "partial"),
        *("2012", "2013", "2014-01-01/.."),
    ]


def test_people_read_a_date_from_acts_where_none_is_stated_and_machines_do_not(record_of):
    record = record_of()._replace(derived_signed="2012-03")
    assert (visible_cell(record, "signed"), interchange_cell(record, "signed")) == ("2012-03 (from acts)", "")
    stated = record_of(signed=PartialDate(2011))._replace(derived_signed="2012-03")
    assert visible_cell(stated, "signed") == "2011"


@pytest.mark.parametrize(
    ("name", "fields", "text"),
    [
        ("form", {"form": "exchange-of-notes"}, "exchange of notes"),
        ("form", {"form": "mou"}, "MoU"),
        ("types", {"types": ("mla", "pcc")}, "mla, pcc"),
        ("parties", {"parties": ("AL", "XK")}, "AL XK"),
        ("references", {"references": ("SG 3/2012", "UNTS 9")}, "SG 3/2012, UNTS 9"),
        ("signed", {"signed": None}, ""),
        ("status", {"status": "not-in-force"}, "not in force"),
        ("title", {"title": "A; B"}, "A; B"),
        ("computed_status", {"computed": "in-force"}, "in force"),
        ("score", {"score": "partial"}, "partial"),
        ("inherited_from", {"inherited_from": "CS"}, "CS"),
    ],
)
def test_people_read_words_for_codes(name, fields, text, record_of):
    assert visible_cell(record_of(**fields), name) == text


@pytest.mark.parametrize(
    ("status", "signer", "words"),
    [
        ("in-force", "", "in force"),
        ("in-force", "YU-SFRY", "in force (inherited from YU-SFRY)"),
        ("unknown", "UNMIK", "unknown (inherited from UNMIK)"),
        ("inherited", "YU-SFRY", "unknown (inherited from YU-SFRY)"),
    ],
)
def test_the_status_says_from_whom_a_record_is_inherited(status, signer, words, record_of):
    record = record_of(computed=status, inherited_from=signer)
    assert status_words(record) == visible_cell(record, "computed_status") == words


def test_only_what_is_shown_is_read():
    computed = [name for name in COMPUTED_COLUMNS if name != "status_reason"]
    assert fields_needed(("key", "title", *computed)) == {"key", "title"}
    # An act may be the reason.
    assert fields_needed(("key", "status_reason")) == {"key", "acts"}
