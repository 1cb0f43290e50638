"""Cells of list-valued fields: what is written is read back, what does not follow the notation is refused."""

from datetime import date
from functools import partial

import pytest
import seed_data
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.acts.kinds import KINDS
from wbagree.domain.agreements.cell_notation import (
    NOTATIONS,
    join_items,
    split_items,
    write_assessment,
    write_by_party,
    write_signatory,
    write_source,
)
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.errors import InvalidValue

AL_CELL = "AL: Ministry of Justice (Ylli Manjani, Minister)"
LETTERS = "abcxyzABCXYZ0123456789čćđšžëçüßљњђџКСш条"


def words_of(inner: str) -> st.SearchStrategy[str]:
    """Running text whose words begin with a letter and go on with anything in ``inner``."""
    word = st.tuples(st.sampled_from(LETTERS), st.text(LETTERS + inner, max_size=6)).map("".join)
    joint = st.sampled_from([" ", "\n"])
    return st.builds(lambda between, words: between.join(words), joint, st.lists(word, min_size=1, max_size=4))


def built(make, *arguments, **named) -> st.SearchStrategy:
    """What ``make`` makes of these, its other fields left empty; hypothesis would fill those of a named tuple."""

    def of_these(*given, **more):
        return make(*given, **more)

    return st.builds(of_these, *arguments, **named)


def cut(day: date, precision: int, mark: str) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:precision], mark=mark)


DATES = st.builds(
    cut, st.dates(date(1500, 1, 1), date(2200, 12, 31)), st.integers(1, 3), st.sampled_from(["", "?", "~"])
)
CODES = st.sampled_from(["AL", "XK", "YU-SFRY", "EULEX"])
KEYS = st.from_regex(r"[A-Z]{2}-[A-Z]{2}-([0-9]{4}|nd)-[1-9]", fullmatch=True)
URLS = st.from_regex(r"https?://[a-z]{1,9}\.[a-z]{2,3}/[!-;=?-~č]{0,20}", fullmatch=True)
PUNCTUATION = ".,:;|/&'\"!?*_#-–"
PLAIN = words_of(PUNCTUATION)
BRACKETED = st.builds("{} ({}) {}".format, PLAIN, PLAIN, PLAIN)
PERSONS = words_of(".:;|'-–") | st.builds("{} ({})".format, words_of(".;|"), words_of(".;|"))
SIGNATORIES = (
    built(Signatory, CODES, PLAIN | BRACKETED)
    | built(Signatory, CODES, PLAIN | BRACKETED | st.builds("{} ({})".format, PLAIN, PLAIN), PERSONS)
    | built(Signatory, CODES, PLAIN, PERSONS, PLAIN | BRACKETED)
)
SOURCES = (
    built(Source, PLAIN) | built(Source, st.just(""), URLS) | built(Source, words_of(PUNCTUATION + "<>()[]"), URLS)
)
SCORES = st.sampled_from(["none", "partial", "full", "unknown"])
ASSESSMENTS = (
    built(Assessment, DATES, SCORES, st.just("") | words_of(PUNCTUATION + "()<>"))
    | built(Assessment, DATES, SCORES, st.just(""), words_of(PUNCTUATION + "()<>"))
    | built(Assessment, DATES, SCORES, words_of(PUNCTUATION + "()<>[]"), words_of(PUNCTUATION + "()<>"))
    | built(
        partial(Assessment, source="Report"),
        DATES,
        SCORES,
        words_of(PUNCTUATION + "()<>[]"),
        assessor=st.just("") | words_of(PUNCTUATION.replace(":", "") + "()"),
        party=st.just("") | CODES,
    )
)
KINDS_OF_ACTS = st.sampled_from([*KINDS, "consultation", "own-kind2"])
REFERENCES = st.just("") | words_of(PUNCTUATION + "[]<>") | BRACKETED
ACTS = built(
    Act,
    KINDS_OF_ACTS,
    st.just("") | CODES,
    DATES,
    st.none() | DATES,
    REFERENCES,
    st.just("") | words_of(PUNCTUATION + "()<>"),
    st.just("") | words_of(PUNCTUATION + "()<>"),
) | built(
    partial(Act, source="Gazette (2012)"),
    KINDS_OF_ACTS,
    st.just("") | CODES,
    DATES,
    reference=REFERENCES,
    note=words_of(PUNCTUATION + "()<>[]"),
)
VALUES = {
    "types": st.sampled_from(["mla", "extradition", "joint-patrol"]),
    "parties": CODES,
    "references": words_of(PUNCTUATION.replace(";", "") + "()[]<>"),
    "signatories": SIGNATORIES,
    "relations": st.builds(
        Relation, st.sampled_from(["implements", "amends", "supplements", "supersedes", "extends"]), KEYS
    ),
    "sources": SOURCES,
    "implementation": ASSESSMENTS,
    "acts": ACTS,
}
PIECES = (
    *(" ; ", ";", " | ", "|", ": ", ":", "(", ")", "[", "]", "<", ">", ", ", " ", "\n", "\t", "\u00a0", "a", "Ђ"),
    *(
        "AL: ",
        "http://a",
        "https://a.example/b",
        "2012",
        "2012-03-10?",
        " partial:",
        "none: ",
        "ratification AL 2012",
        " effect 2013",
    ),
    *("amends ", "AL-XK-2012-1"),
)
SHAPED = st.lists(st.sampled_from(PIECES), max_size=16).map("".join) | st.text()


def seed_cells(field: str) -> list[str]:
    return [row.get(field, "") for row in seed_data.rows("agreements")]


def test_every_list_field_is_tried_here() -> None:
    assert set(VALUES) == set(NOTATIONS)


@pytest.mark.parametrize("field", VALUES)
@given(data=st.data())
def test_what_is_written_is_read_back(field: str, data: st.DataObject) -> None:
    values = tuple(data.draw(st.lists(VALUES[field], max_size=4)))
    read, write = NOTATIONS[field].read, NOTATIONS[field].write
    assert read(write(values)) == values


@pytest.mark.parametrize("field", NOTATIONS)
def test_every_cell_of_the_bundled_file_is_written_as_it_was_read(field: str) -> None:
    read, write = NOTATIONS[field].read, NOTATIONS[field].write
    cells = seed_cells(field)
    assert [write(read(cell)) for cell in cells] == cells
    assert [len(read(cell)) for cell in cells] == [
        len(cell.split(NOTATIONS[field].separator)) if cell else 0 for cell in cells
    ]


@pytest.mark.parametrize(
    ("field", "cell", "values"),
    [
        ("signatories", AL_CELL, [Signatory("AL", "Ministry of Justice", "Ylli Manjani", "Minister")]),
        ("signatories", "AL:Government", [Signatory("AL", "Government")]),
        ("signatories", "AL: A, B (C) D (E, F, G)", [Signatory("AL", "A, B (C) D", "E", "F, G")]),
        ("signatories", "XK: P (A (acting), head (a.i.))", [Signatory("XK", "P", "A (acting)", "head (a.i.)")]),
        ("signatories", "XK: A;B ; AL: C; D", [Signatory("XK", "A;B"), Signatory("AL", "C; D")]),
        ("relations", "amends A-1 ; extends B-2", [Relation("amends", "A-1"), Relation("extends", "B-2")]),
        ("sources", "A|B, p. 1 <https://a.example>", [Source("A|B, p. 1", "https://a.example")]),
        ("sources", "<HTTP://a.example> | B", [Source("", "HTTP://a.example"), Source("B")]),
        ("sources", "A <http://a b> c", [Source("A <http://a b> c")]),
        ("implementation", "2016 none:", [Assessment(PartialDate(2016), "none")]),
        ("implementation", "2016-09? full: a [b] c [D, 2018]",
         [Assessment(PartialDate(2016, 9, mark="?"), "full", "a [b] c", "D, 2018")]),
        ("implementation", "2016 none: [D]", [Assessment(PartialDate(2016), "none", "", "D")]),
        ("acts", "ratification AL 2012~ | entry-into-force all 2012-05",
         [Act("ratification", "AL", PartialDate(2012, mark="~")), Act("entry-into-force", "", PartialDate(2012, 5))]),
        ("acts", "approval-law XK 2012-05-03 effect 2012-06 (Gazette 68 (2012), p. 2): by decree [OG: 2012]",
         [Act("approval-law", "XK", PartialDate(2012, 5, 3), PartialDate(2012, 6), "Gazette 68 (2012), p. 2",
              "OG: 2012", "by decree")]),
        ("references", " OG 1/12;; Law 04/L-1 ; ", ["OG 1/12", "Law 04/L-1"]),
    ],
)  # fmt: skip
def test_a_cell_says_its_values(field: str, cell: str, values: list[object]) -> None:
    assert list(NOTATIONS[field].read(cell)) == values


@pytest.mark.parametrize(
    ("field", "cell", "sentence"),
    [
        ("signatories", "Ministry of Justice", "'Ministry of Justice' is not 'PARTY: Institution (Person, position)'"),
        ("signatories", "AL Ministry: A", "'AL Ministry: A' is not 'PARTY: Institution (Person, position)'"),
        ("signatories", f"{AL_CELL} ; XK:", "'XK:' is not 'PARTY: Institution (Person, position)'"),
        ("relations", "AL-XK-2012-1", "is not 'VERB KEY' with one of implements, amends, supplements, supersedes"),
        ("relations", "changes AL-XK-2012-1", "'changes AL-XK-2012-1' is not 'VERB KEY' with one of implements"),
        ("relations", "amends", "'amends' is not 'VERB KEY'"),
        ("relations", "amends A-1 B-2", "'amends A-1 B-2' is not 'VERB KEY'"),
        ("sources", "A <www.a.example>", "the address <www.a.example> does not begin with http:// or https://"),
        ("sources", "A <javascript:alert(1)>", "<javascript:alert(1)> does not begin with http:// or https://"),
        (
            "implementation",
            "2016 good: a",
            "'2016 good: a' is not 'DATE SCORE: what was seen [source]' with one of none",
        ),
        ("implementation", "none: a", "is not 'DATE SCORE: what was seen [source]' with one of none, partial, full"),
        ("implementation", "2016 none", "is not 'DATE SCORE: what was seen [source]'"),
        ("implementation", "10.03.2016 none: a", "date '10.03.2016': is not 2012, 2012-03 or 2012-03-10"),
        ("implementation", "2016-13 none: a", "there is no month 13"),
        ("acts", "AL: ratified 2012", "'AL: ratified 2012' is not 'KIND PARTY DATE effect DATE (reference): note"),
        ("acts", "ratification AL", "what follows the first date may be missing: 'ratification AL 2013-05-03'"),
        ("acts", "ratification AL 2012 (a", "is not 'KIND PARTY DATE effect DATE"),
        ("acts", "ratification AL 2012-13", "there is no month 13"),
        ("acts", "ratification AL 2012 effect soon", "date 'soon': is not 2012, 2012-03 or 2012-03-10"),
        ("acts", "ratification AL 2012: a; deposit XK 2013-05", "holds another act; write ' | ' before 'deposit XK"),
        ("acts", "ratification AL 2012:\t| x", "is not 'KIND PARTY DATE effect DATE"),
        ("acts", "ratification AL 2012: a [b] []", "would not read back"),
        ("signatories", "AL: A (B", "'AL: A (B' has half a pair of brackets; write 'PARTY: Institution (Person,"),
        ("signatories", "AL: A) B (C", "has half a pair of brackets"),
        ("sources", "A <http://a> B <http://b>", "has two addresses; write ' | ' between two sources"),
        ("sources", "A <http://a>; B", "an address comes last, as in 'Citation <URL>'"),
        ("sources", "A <http://a>|B <http://b>", "has two addresses"),
        (
            "implementation",
            "2016 none: a; 2017-02? full for AL by C: b",
            "write ' | ' before '2017-02? full for AL by C:'",
        ),
        ("implementation", "2016 none: a [s]|2017 full: b", "holds another assessment"),
        ("signatories", "AL:; x", "would not read back"),
        ("signatories", "AL: A (b) ()", "would not read back"),
        ("signatories", "AL: A (, b)", "would not read back"),
        ("sources", "x |<http://a>", "would not read back"),
        ("implementation", "2012 none: a [b] []", "would not read back"),
        ("implementation", "2012 none:\t| x", "is not 'DATE SCORE: what was seen [source]'"),
        ("relations", "amends é?", "'amends é?' is not 'VERB KEY'"),
    ],
)
def test_what_does_not_follow_the_notation_is_refused_with_what_would_be_right(field, cell, sentence) -> None:
    with pytest.raises(InvalidValue) as caught:
        NOTATIONS[field].read(cell)
    assert sentence in caught.value.sentence


@pytest.mark.parametrize("field", NOTATIONS)
@given(cell=SHAPED)
def test_any_text_is_read_or_refused(field: str, cell: str) -> None:
    read, write = NOTATIONS[field].read, NOTATIONS[field].write
    try:
        write(read(cell))
    except InvalidValue as refused:
        assert refused.sentence  # noqa: PT017 - text that is read is right as well


@pytest.mark.parametrize("field", NOTATIONS)
@given(cell=SHAPED)
def test_whatever_was_read_is_written_and_read_back(field: str, cell: str) -> None:
    read, write = NOTATIONS[field].read, NOTATIONS[field].write
    try:
        values = read(cell)
    except InvalidValue:
        return
    assert read(write(values)) == values


HUGE = [
    *(mark * 200_000 for mark in "()[]<>|;:, \n"),
    *(pair * 100_000 for pair in ("()", "[]", "<>", "| ", "; ", ": ")),
    *("AL: a" + piece * 50_000 for piece in (" (", " (a)", " ((a)", " ; ", " ;", "(", ", ")),
    *("AL: a (" + piece * 50_000 + "x" for piece in ("(", "(a)", "(a) ", "a, ", " (a)")),
    *("2016 none: a" + piece * 50_000 for piece in (" [", " [a]", " [a] ", " |", " | ", "  ")),
    *("a" + piece * 50_000 + "x" for piece in (" <", " <http://", "<http://a>", " | ", "  ")),
    *("deposit AL 2012" + piece * 20_000 for piece in (" effect 2012", " (a)", " (", ")", ": ", " [a]", " [", " all")),
    *("deposit AL 2012: " + piece * 20_000 for piece in ("a ", "a-", "AL 2012 ", "deposit AL ", "a-b ALB-")),
    *["amends " * 30_000, "amends " + "A" * 200_000, "amends A;" * 20_000, "2016 " + "a" * 200_000],
]


@pytest.mark.parametrize("field", NOTATIONS)
def test_long_texts_of_separators_come_to_an_end(field: str) -> None:
    for cell in HUGE:
        try:
            NOTATIONS[field].read(cell)
        except InvalidValue as refused:
            assert refused.sentence  # noqa: PT017 - text that is read is right as well


@pytest.mark.parametrize("field", NOTATIONS)
def test_items_are_split_and_joined_without_loss(field: str) -> None:
    for cell in filter(None, seed_cells(field)):
        assert join_items(field, split_items(field, cell)) == cell


@pytest.mark.parametrize(
    ("field", "item"), [("references", "OG 1;2"), ("sources", "A | B"), ("implementation", "2012 none: | 2013 full:")]
)
def test_an_item_that_holds_the_separator_is_refused(field: str, item: str) -> None:
    with pytest.raises(InvalidValue, match=f"{field}: .* which separates two of them"):
        join_items(field, [item])


def test_codes_in_one_item_are_several() -> None:
    assert join_items("parties", ["AL, XK", " ", "MK"]) == "AL; XK;MK"


def test_one_value_is_written_without_its_party_or_neighbours() -> None:
    assert write_signatory(Signatory("AL", "Ministry", "", "")) == "Ministry"
    assert write_signatory(Signatory("AL", "Ministry", "A B", "head")) == "Ministry (A B, head)"
    assert write_source(Source("", "https://a.example")) == "<https://a.example>"
    assert write_assessment(Assessment(PartialDate(2016), "none", "a", "b")) == "2016 none: a [b]"


NAMES = {"AL": "AL", "Albania": "AL", "XK": "XK", "Republic of Kosovo": "XK", "YU-SFRY": "YU-SFRY", "EULEX": "EULEX"}


def named(text: str) -> str:
    return NAMES.get(text, "")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("AL: A (B, c); XK: D (E, f)", "AL: A (B, c) ; XK: D (E, f)"),
        ("AL:A;XK:D;", "AL:A ; XK:D"),
        ("AL: A ;XK: D", "AL: A ; XK: D"),
        ("Albania: A;Republic of Kosovo: D", "AL: A ; XK: D"),
        ("AL: A; B: c ; XK: D;E", "AL: A; B: c ; XK: D;E"),
        ("AL: A, https://a.example ; XK: D: e", "AL: A, https://a.example ; XK: D: e"),
    ],
)
def test_a_party_and_a_colon_begin_an_entry_with_or_without_blanks(typed: str, stored: str) -> None:
    assert write_by_party(typed, named) == stored
    assert write_by_party(stored, named) == stored


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("AL: A (B, c), XK: D (E, f)", "AL: A (B, c) ; XK: D (E, f)"),
        ("AL: A (B) XK: D", "AL: A (B) ; XK: D"),
        ("AL: A and Republic of Kosovo: D", "AL: A ; Republic of Kosovo: D"),
        ("AL: A\nXK: D", "AL: A ; XK: D"),
    ],
)
def test_another_party_inside_an_entry_is_refused_with_what_to_type(typed: str, shown: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        write_by_party(typed, named)
    assert caught.value.sentence == f"{typed!r} names two parties; write {shown!r}"
    assert write_by_party(shown, named)


@given(st.lists(SIGNATORIES, max_size=4))
def test_what_signatories_were_written_as_is_understood_as_the_same_by_names_too(signatories: list[Signatory]) -> None:
    cell = NOTATIONS["signatories"].write(signatories)
    if cell == cell.rstrip("; \n"):
        assert NOTATIONS["signatories"].read(write_by_party(cell, named)) == tuple(signatories)
