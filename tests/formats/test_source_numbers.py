"""What a document remembers: each source has one number, and each record one place where it is told."""

from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.agreements.parts import Source
from wbagree.formats.markdown.source_numbers import SourceNumbers

# What a register can hold: no halves of characters.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)


@given(st.lists(st.builds(Source, TEXTS, TEXTS)))
def test_sources_are_numbered_as_they_come_and_keep_their_numbers(sources):
    register = SourceNumbers()
    once = list(dict.fromkeys(sources))
    assert [register.number(source) for source in sources] == [once.index(source) + 1 for source in sources]
    assert list(register.sources()) == list(enumerate(once, 1))


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_a_record_is_shown_where_it_came_first(shown):
    register, first = SourceNumbers(), {}
    for key, heading in shown:
        assert register.first_heading(key, heading) == first.setdefault(key, heading)


def test_far_more_than_the_cache_holds_keeps_its_numbers():
    register = SourceNumbers()
    sources = [Source(f"{number} " + "x" * 1000, "") for number in range(5000)]
    assert [register.number(source) for source in sources] == list(range(1, 5001))
    assert [source for _, source in register.sources()] == sources
