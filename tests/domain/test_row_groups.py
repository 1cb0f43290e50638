"""Which rows are one agreement, and which columns are a party's."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.foreign_lists.column_mapping import Layout, Mapping, recognise_layout
from wbagree.domain.foreign_lists.group_evidence import GroupRules, find_group_columns
from wbagree.domain.foreign_lists.grouped_columns import survey_groups, with_party_columns
from wbagree.domain.foreign_lists.row_groups import GroupColumns, RowGroups, group_of
from wbagree.formats.list_readers.vocabulary import bundled_vocabulary

VOCABULARY = bundled_vocabulary()


def layout_of(header: str) -> Layout:
    return recognise_layout(header.split(","), Mapping(), VOCABULARY)


def rows_of(text: str) -> list[tuple[int, list[str]]]:
    return [(line, row.split(",")) for line, row in enumerate(text.split("/"), 2)]


def codes(text: str) -> Sequence[str]:
    return tuple(text.split("+"))


def found(header: str, rows: str, home: str = "") -> GroupColumns:
    return find_group_columns(layout_of(header), rows_of(rows), GroupRules(VOCABULARY, codes, home))


@pytest.mark.parametrize(
    ("header", "rows", "home", "places"),
    [
        ("treaty_id,Title,Country", "1,A,AL/1,A,XK/2,B,AL/2,B,ME", "", (0,)),
        ("TreatyID,Title,Country", "1,A,AL/1,A,XK/2,B,AL/2,B,ME", "HR", (0,)),
        ("R.br.,Naziv,Država", "1,A,AL/1,A,XK/2,B,AL", "", (0,)),
        ("Title,Date,Country", "A,2010,AL/A,2010,XK/B,2011,AL/B,2011,ME", "", (0, 1)),
        ("Title,Date,Country", "A,2010,AL/A,2010,XK/A,2010,ME", "HR", (0, 1)),
        # Two notes of one day may be two agreements.
        ("Title,Date,Country", "A,2010,AL/A,2010,XK", "HR", ()),
        # A number that begins again is none of a treaty.
        ("No.,Title,Country", "1,A,AL/2,B,XK/1,C,ME/2,D,AL", "", ()),
        # The same party again is no other party.
        ("treaty_id,Title,Country", "1,A,AL/1,A,AL/2,B,XK/2,B,XK", "", ()),
        # A title alone is not certain.
        ("Title,Country", "A,AL/A,XK/A,ME", "", ()),
        ("Continent,Title,Country", "Europe,A,AL/Europe,A,XK/Asia,A,IN/Asia,A,CN", "", ()),
        ("Title,Date,Country", "A,2010,AL/B,2010,XK/C,2011,ME/D,2012,AL/E,2012,AL/E,2012,XK", "", ()),
        # Rows that name two parties are agreements.
        ("No.,Title,Parties", "1,A,AL+XK/1,A,AL+ME/2,B,AL+XK", "", ()),
    ],
)
def test_rows_are_grouped_where_it_is_certain(header: str, rows: str, home: str, places: tuple[int, ...]) -> None:
    assert found(header, rows, home).places == places


@pytest.mark.parametrize(
    ("header", "rows", "home", "likely", "is_unclear"),
    [
        ("Title,Country,Accession", "A,AL,2010/A,XK,2011/A,ME,2012", "HR", (0,), True),
        # Without a party that made the list, rows of one party are no agreements.
        ("Title,Country,Accession", "A,AL,2010/A,XK,2011/A,ME,2012", "", (0,), True),
        ("Title,Participant", "A,AL/A,XK/B,AL/B,ME", "", (0,), True),
        # One title with one partner after the other is what a list of one country has.
        ("Title,Country,In force", "A,AL,2010/A,XK,2011/A,ME,2012", "HR", (0,), False),
        ("Title,Country,In force", "A,AL,2010/B,XK,2011/C,ME,2012/C,MK,2012", "HR", (), False),
        # But not where that country is one of the partners, many do the same on one day, or some have not signed.
        ("Title,Country,In force", "A,AL,2010/A,HR,2011/A,ME,2012", "HR", (0,), True),
        ("Title,Country,In force", "A,AL,2010/A,XK,2010/A,ME,2010/B,AL,2011/B,ME,2012", "HR", (0,), True),
        ("Title,Signed,Country,In force", "A,2009,AL,2010/A,,XK,2011/A,2008,ME,2012", "HR", (0,), True),
        ("Title,Signed,Country,In force", "A,2009,AL,2010/A,-,XK,-/A,2008,ME,2012", "HR", (0,), False),
        ("Title,Date,Country", "A,2010,AL/A,2010,XK", "HR", (0, 1), True),
        ("Title,Date,Country", "A,2010,AL/B,2010,XK/C,2011,ME/D,2012,AL/E,2012,AL/E,2012,XK", "HR", (0, 1), False),
    ],
)
def test_what_is_not_certain_is_proposed(
    header: str, rows: str, home: str, likely: tuple[int, ...], is_unclear: bool
) -> None:
    columns = found(header, rows, home)
    assert (columns.likely, columns.is_unclear) == (likely, is_unclear)


def targets(header: str, rows: str) -> list[str]:
    layout, columns = layout_of(header), GroupColumns((0,))
    survey = survey_groups(layout, columns, rows_of(rows))
    return [column.target for column in with_party_columns(layout, columns, survey, VOCABULARY).columns]


@pytest.mark.parametrize(
    ("header", "rows", "target"),
    [
        ("id,Title,Country,Signed", "1,A,AL,2010/1,A,XK,2011", "signature"),
        ("id,Title,Country,Signed", "1,A,AL,2010/1,A,XK,2010", "signed"),
        ("id,Title,Country,Signed", "1,A,AL,/1,A,XK,2010", "signature"),
        ("id,Title,Country,Signed", "1,A,AL,2010/1,A,XK,/1,A,ME,2010", "signature"),
        # The first row of a group may have what is true of all.
        ("id,Title,Country,Signed", "1,A,AL,2010/1,A,XK,/2,B,AL,2011/2,B,XK,", "signed"),
        ("id,Title,Country,Entry into force", "1,A,AL,2010/1,A,XK,2011", "entry-into-force"),
        ("id,Title,Country,Ended", "1,A,AL,2010/1,A,XK,2011", "denunciation"),
        ("id,Title,Country,Withdrawal", "1,A,AL,2010/1,A,XK,2011", "withdrawal"),
        # A party ratifies for itself, even if all do it on one day.
        ("id,Title,Country,Ratified", "1,A,AL,2010/1,A,XK,2010", "ratification"),
        ("id,Title,Country,Pristupanje", "1,A,AL,2010/1,A,XK,2010", "accession"),
        ("id,Title,Country,Adhésion", "1,A,AL,12 mai 2010/1,A,XK,", "accession"),
        # Words are no dates of acts.
        ("id,Title,Country,Reservations", "1,A,AL,to all/1,A,XK,", ""),
        ("id,Title,Country,Signatories", "1,A,AL,Minister/1,A,XK,Premier", "partner_signatory"),
        ("id,Title,Country,Place", "1,A,AL,Tirana/1,A,XK,Pristina", "place"),
    ],
)
def test_a_column_that_varies_is_a_partys(header: str, rows: str, target: str) -> None:
    assert targets(header, rows)[3] == target


def test_few_groups_that_differ_are_slips() -> None:
    rows = [f"{n},A{n},{party},2010" for n in range(40) for party in ("AL", "XK")]
    assert targets("id,Title,Country,Signed", "/".join([*rows, "99,B,AL,2010", "99,B,XK,2011"]))[3] == "signed"


ROWS = st.lists(st.tuples(st.integers(2, 99), st.lists(st.sampled_from(["", "a", "b", "A "]), min_size=2, max_size=2)))


@given(ROWS)
def test_every_row_is_in_one_group_whatever_their_order(rows: list[tuple[int, list[str]]]) -> None:
    sizes: dict[int, int] = {}
    for row in rows:
        sizes[group_of((0,), row)] = sizes.get(group_of((0,), row), 0) + 1
    groups = list(RowGroups((0,), ("id",), sizes).collect(rows, "list.csv"))
    assert len(groups) == len(sizes)
    assert sorted(map(id, (row for group in groups for row in group))) == sorted(map(id, rows))
    assert all(len({group_of((0,), row) for row in group}) == 1 for group in groups)
