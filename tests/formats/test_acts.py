"""Acts for people: by party, by date, and the life of one agreement."""

import pytest

from wbagree.domain.agreements.cell_notation import ACTS
from wbagree.domain.agreements.parts import Assessment
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.acts import act_line, act_rows, act_table, acts_by_date
from wbagree.formats.common.life import LIFE_COLUMNS, life_rows


@pytest.mark.parametrize(
    ("act", "line"),
    [
        ("signature AL 2012", "2012: signature by AL"),
        ("entry-into-force all 2013", "2013: entry into force for all"),
        (
            "denunciation XK 2020-01-15 effect 2020-07-15 (G 1): by note [MFA]",
            "2020-01-15: denunciation by XK, effect 2020-07-15 (G 1): by note [MFA]",
        ),
    ],
)
def test_an_act_is_a_line(act, line):
    (read,) = ACTS.read(act)
    assert act_line(read) == line


def test_a_party_of_an_act_has_its_name_where_names_are_given():
    (read,) = ACTS.read("ratification XK 2012")
    assert act_line(read, {"XK": "Kosovo"}) == "2012: ratification by Kosovo"


def test_acts_of_one_date_stay_in_their_order():
    acts = ACTS.read(
        "deposit XK 2013 | signature AL 2012-05 | signature XK 2012-05 | adoption all 2012 | deposit AL 2013"
    )
    assert ACTS.write(acts_by_date(acts)) == (
        "adoption all 2012 | signature AL 2012-05 | signature XK 2012-05 | deposit XK 2013 | deposit AL 2013"
    )


def test_the_table_has_a_row_for_each_party_and_a_column_for_each_role_with_acts():
    acts = ACTS.read(
        "accession XK 2014 | acceptance AL 2013 | approval AL 2012 | notification XK 2015 | succession XK 2016"
        " | denunciation AL 2019 effect 2020 | entry-into-force AL 2013 effect 2014"
    )
    assert act_rows(["AL", "XK"], acts) == [
        ["Party", "Consent", "In force", "End"],
        # An entry is that of its effect, an end that of the notice.
        ["AL", "2012 AA, 2013 A", "2014", "2019"],
        ["XK", "2014 a, 2015 n, 2016 s", "", ""],
    ]
    assert act_rows(["AL"], ACTS.read("reservation AL 2013")) == []


def test_the_table_of_an_agreement_begins_with_all_and_ends_with_successors(record_of):
    agreement = record_of(acts=ACTS.read("succession RS 2014 | signature all 2012")).agreement
    assert [line.split()[0] for line in act_table(agreement.parties, agreement.acts)] == [
        "Party",
        "all",
        "AL",
        "XK",
        "RS",
    ]
    assert act_table(agreement.parties, ()) == []


def test_a_life_has_every_event_in_time_and_what_takes_effect_later_twice(record_of):
    record = record_of(
        signed=PartialDate(2012, 3, 10),
        place="Tirana",
        in_force=PartialDate(2013),
        status="in-force",
        status_on=PartialDate(2014),
        acts=ACTS.read("denunciation XK 2020-01-15 effect 2020-07-15 (G 1): by note [MFA] | adoption all 2011"),
        implementation=(Assessment(PartialDate(2016), "partial", "two of six", party="AL"),),
    )
    rows = [tuple(row[name] for name in LIFE_COLUMNS) for row in life_rows(record)]
    assert rows == [
        ("2011", "adoption", "all", "", ""),
        ("2012-03-10", "signed in Tirana", "", "", ""),
        ("2013", "entered into force", "", "", ""),
        ("2014", "a source of 2014 says in force", "", "", ""),
        ("2016", rows[4][1], "AL", "", ""),
        ("2020-01-15", "denunciation: by note", "XK", "G 1", "MFA"),
        ("2020-07-15", "denunciation of 2020-01-15 takes effect", "XK", "", ""),
    ]
    assert rows[4][1].startswith("assessed: ")


def test_a_life_without_dates_is_empty(record_of):
    assert life_rows(record_of(status="in-force")) == []
