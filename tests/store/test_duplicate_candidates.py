"""A register yields the agreements that may be duplicates of a new one, and few others."""

import pytest

from wbagree.domain.agreements.duplicates import find_duplicate
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.formats.list_readers.vocabulary import bundled_titles
from wbagree.store.file import connection
from wbagree.store.read import agreements
from wbagree.store.read.duplicate_candidates import DuplicateCandidates

READ = bundled_titles().read
EVERY = 2**60


def test_every_agreement_is_among_its_candidates_dated_or_not(bundled):
    with connection.open_for_reading(bundled) as register:
        known = [found.agreement for found in agreements.records(register, Filter())]
        candidates = DuplicateCandidates(register, READ, EVERY)
        numbers = []
        for one in known:
            near = candidates.of(one._replace(key=""))
            assert one in near
            assert one in candidates.of(one._replace(key="", signed=None))
            assert {other.parties for other in near} == {one.parties}
            assert find_duplicate(one._replace(key=""), near, READ) == find_duplicate(one._replace(key=""), known, READ)
            numbers.append(len(near))
    assert sum(numbers) < 3 * len(known)


@pytest.mark.parametrize(
    ("known", "new", "found"),
    [
        ("2012-03-10", "2012-03-10", True),
        ("2012-03-10", "2012-04-10", True),
        ("2012-03-10", "2012-04-11", False),
        ("2012", "2013-01-31", True),
        ("2012", "2013-02-01", False),
        ("2012-03-10", "", True),
        ("", "2012-03-10", True),
        ("", "", True),
    ],
)
def test_dates_may_be_a_month_apart_and_titles_without_dates_are_similar(known, new, found, empty, add, agreement_of):
    titles = ("Agreement on readmission", "Sporazum o readmisiji osoba iz Tuzle")
    keys = [
        *add(
            empty, *(agreement_of(title=title, signed=PartialDate.parse(known) if known else None) for title in titles)
        )
    ]
    with connection.open_for_reading(empty) as register:
        one = agreement_of(title=titles[0].upper(), signed=PartialDate.parse(new) if new else None)
        near = [other.key for other in DuplicateCandidates(register, READ, EVERY).of(one)]
        assert near == (keys[: 2 if known and new else 1] if found else [])
        assert DuplicateCandidates(register, READ, 0).of(one) == []
