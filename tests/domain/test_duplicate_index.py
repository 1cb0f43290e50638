"""An index leaves out no agreement that is a duplicate."""

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.duplicate_index import DuplicateIndex
from wbagree.domain.agreements.duplicates import find_duplicate
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.list_readers.vocabulary import bundled_titles

READ = bundled_titles().read
KNOWN = Agreement("", "Agreement on extradition", "agreement", ("mla",), ("AL", "XK"), "low")
TITLES = (
    "Agreement on extradition",
    "Agreement on extraditoin",
    "Sporazum o ekstradiciji",
    "Agreement on customs",
    "Protocol",
)
DAYS = (None, "2012", "2012-03", "2012-03-10", "2012-04-10", "2013-01-30", "2014")
AGREEMENTS = st.builds(
    lambda title, original, day, references, parties: KNOWN._replace(
        title=title,
        title_original=original,
        signed=PartialDate.parse(day) if day else None,
        references=references,
        parties=parties,
    ),
    st.sampled_from(TITLES),
    st.sampled_from(("", *TITLES)),
    st.sampled_from(DAYS),
    st.sampled_from(((), ("FZ 1/12",))),
    st.sampled_from((("AL", "XK"), ("AL", "ME"))),
)


@given(st.lists(AGREEMENTS, max_size=12), AGREEMENTS)
def test_of_the_candidates_the_same_one_is_found_as_of_all(known, new):
    known = [one._replace(key=f"AL-XK-2012-{number}") for number, one in enumerate(known, 1)]
    index = DuplicateIndex(READ)
    for one in known:
        index.add(one)
    candidates = index.candidates(new)
    assert find_duplicate(new, candidates, READ) == find_duplicate(new, known, READ)
    assert candidates == [one for one in known if one in candidates]


@pytest.fixture(scope="module")
def bundled():
    return [
        KNOWN._replace(
            key=row["key"],
            title=row["title"],
            title_original=row["title_original"],
            parties=tuple(row["parties"].split(";")),
            signed=PartialDate.parse(row["signed"]) if row["signed"] else None,
            references=tuple(part.strip() for part in row["references"].split(" | ") if part.strip()),
        )
        for row in seed_data.agreements().values()
    ]


def test_an_agreement_is_compared_with_few(bundled):
    index = DuplicateIndex(READ)
    for one in bundled:
        index.add(one)
    numbers = [len(index.candidates(one)) for one in bundled]
    assert min(numbers) == 1
    assert sum(numbers) < 3 * len(bundled)
    assert index.candidates(KNOWN._replace(parties=("QQ", "ZZ"))) == []
