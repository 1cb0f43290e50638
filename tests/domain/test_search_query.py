"""Search: any text is a safe query, and what matched is marked in the text as it stands (domain rule 5)."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.text.folding import fold, folded_words
from wbagree.domain.text.search_query import Query, excerpts, fts_excluded, fts_required, match_spots, read_query

TITLES = (
    "Agreement on extradition between Albania and Kosovo",
    "Споразум о екстрадицији",
    "Sporazum o policijskoj saradnji, Dragan Đukanović",
    "Protocol on police co-operation in the border area",
    "Marrëveshje për ekstradimin",
)
PIECES = [
    *('"', "-", "*", "(", ")", ":", "^", "NEAR", "AND", "OR", "NOT", "text:", "+", "{", "}", ",", "'", ";", " ", "\0"),
    *(
        "extradition",
        "đ",
        "dj",
        "co-",
        "operation",
        "споразум",
        "ё",
        "ﬁ",
        "½",
        "ß",
        "İ",
        "条約",
        "\u0301",
        "Ⅴ",
        "_",
        ".",
    ),
]
SHAPED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text()


def index(*texts: str) -> sqlite3.Connection:
    """The texts in a table such as the register's own, folded by the same function."""
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE VIRTUAL TABLE entry USING fts5(text, tokenize = "unicode61 remove_diacritics 0")')
    connection.executemany("INSERT INTO entry VALUES (?)", [(" ".join(folded_words(text)),) for text in texts])
    return connection


def found(connection: sqlite3.Connection, text: str) -> set[int]:
    """The places (from 0) of the indexed texts that a query wants and does not exclude."""
    query, ask = read_query(text), "SELECT rowid - 1 FROM entry WHERE entry MATCH ?"
    every = connection.execute("SELECT rowid - 1 FROM entry")
    kept = connection.execute(ask, (" AND ".join(fts_required(query)),)) if query.required else every
    out = connection.execute(ask, (" OR ".join(fts_excluded(query)),)).fetchall() if query.excluded else []
    return {row[0] for row in kept} - {row[0] for row in out}


TABLE = index(*TITLES)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ('  " " - "" -" ', Query()),
        ("Extradition", Query((("extradition",),), (), open_end=True)),
        ("police joint", Query((("police",), ("joint",)), (), open_end=True)),
        ('"joint patrol"', Query((("joint", "patrol"),))),
        ('"joint patrol', Query((("joint", "patrol"),))),
        ('"joint patrol" border', Query((("joint", "patrol"), ("border",)), (), open_end=True)),
        ("border -Kosovo", Query((("border",),), (("kosovo",),), open_end=True)),
        ('-"joint patrol"', Query((), (("joint", "patrol"),))),
        ("cross-border", Query((("cross", "border"),), (), open_end=True)),
        ("co-operation", Query((("cooperation",),), (), open_end=True)),
        ("Ђорђевић", Query((("dordevic",),), (), open_end=True)),
        ("a - b", Query((("a",), ("b",)), (), open_end=True)),
        ("NOT x OR y*", Query((("not",), ("x",), ("or",), ("y",)), (), open_end=True)),
    ],
)
def test_what_a_person_types_is_words_phrases_and_exclusions(text, query):
    assert read_query(text) == query


@pytest.mark.parametrize(("text", "asks"), [("", False), ('  "', False), ("a", True), ("-a", True), ("- a", True)])
def test_a_query_without_a_word_asks_nothing(text, asks):
    assert bool(read_query(text)) is asks


def test_a_query_is_written_for_the_index():
    query = read_query('police "joint patrol" -mla -"hot pursuit" bord')
    assert fts_required(query) == ['"police"', '"joint patrol"', '"bord"*']
    assert fts_excluded(query) == ['"mla"', '"hot pursuit"']
    assert fts_required(read_query('bord "police"')) == ['"bord"', '"police"']
    assert (fts_required(read_query("-mla")), fts_excluded(read_query("mla"))) == ([], [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("extradition", {0}), ("extra", {0}), ("ekstradicij", {1}), ("екстрадицији", {1}), ("sporazum", {1, 2}),
        ("споразум", {1, 2}), ("спор -екстрадицији", {2}), ("ekstradi", {1, 4}), ("Djukanovic", {2}),
        ("Ђукановић", {2}), ("Đukanović", {2}), ("marreveshje", {4}), ("cooperation", {3}), ("co-operation", {3}),
        ('"on extradition"', {0}), ('"extradition on"', set()), ("polic", {2, 3}), ('"polic"', set()),
        ("police bord", {3}), ("polic border", set()),
        ("border -co-operation", set()), ("-споразум", {0, 3, 4}), ('-"police cooperation"', {0, 1, 2, 4}),
        ("title:extradition", set()), ("extradition)", {0}), ("", {0, 1, 2, 3, 4}),
    ],
)  # fmt: skip
def test_a_query_finds_the_titles_it_means(text, places):
    assert found(TABLE, text) == places


def read_by_eye(text):
    """The places of the titles that have every phrase of a query and none that it excludes, word by word."""
    query = read_query(text)

    def has(title, phrase, *, as_beginning=False):
        spots = range(len(title) - len(phrase) + 1)
        return any(
            title[spot : spot + len(phrase) - 1] == phrase[:-1]
            and (last := title[spot + len(phrase) - 1]).startswith(phrase[-1])
            and (as_beginning or last == phrase[-1])
            for spot in spots
        )

    def fits(title):
        ends = len(query.required) - 1 if query.open_end else -1
        holds = (has(title, list(phrase), as_beginning=n == ends) for n, phrase in enumerate(query.required))
        return all(holds) and not any(has(title, list(phrase)) for phrase in query.excluded)

    return {place for place, title in enumerate(TITLES) if fits(folded_words(title))}


@given(SHAPED)
def test_any_text_finds_what_a_reader_would_find(text):
    assert found(TABLE, text) == read_by_eye(text)


@pytest.mark.parametrize("text", ['"' * 5_000, "a " * 5_000, "-a " * 5_000, "-" * 5_000, '"a" ' * 5_000, "a" * 100_000])
def test_long_queries_are_safe_too(text):
    assert found(TABLE, text) == read_by_eye(text)


@given(st.lists(st.text("ađžЂсšë-о", min_size=1, max_size=8), min_size=1, max_size=5))
def test_a_text_is_found_by_itself_and_not_where_it_is_excluded(pieces):
    text = " ".join(pieces)
    if folded_words(text):
        assert found(index(text), " ".join(folded_words(text))) == {0}
        assert found(index(text), f'"{text}"') == {0}
        assert found(index(text), f'-"{text}"') == set()


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Treaty on Extradition, 2012", "extradition", "Treaty on [Extradition], 2012"),
        ("Споразум о екстрадицији", "ekstradi", "Споразум о [екстрадицији]"),
        ("Sporazum o ekstradiciji", "екстрадицији", "Sporazum o [ekstradiciji]"),
        ("Dragan Đukanović", "djukanovic", "Dragan [Đukanović]"),
        ("Dragan Djukanović", "Ђукановић", "Dragan [Djukanović]"),
        ("on police co-operation.", "cooperation", "on police [co-operation.]"),
        ("police cooperation", "co-operation", "police [cooperation]"),
        ("cross-border area", "border", "cross-[border] area"),
        ("the border police at the border", '"border police"', "the [border] [police] at the border"),
        ("border, police; police", "polic border", "[border], police; police"),
        ("Marrëveshje", "marreveshje", "[Marrëveshje]"),
        ("Straße (Süd)", "strasse sud", "[Straße] ([Süd])"),
        ("nothing here", "-nothing", "nothing here"),
    ],
)
def test_the_words_that_match_are_marked_in_the_text_as_it_stands(text, query, marked):
    shown = text
    for start, end in reversed(match_spots(text, read_query(query))):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    assert shown == marked
    found_in = excerpts({"title": text}, read_query(query))
    assert [excerpt.marked("[", "]") for excerpt in found_in] == ([marked] if "[" in marked else [])


@pytest.mark.parametrize(
    "address", ["https://kosova.al/kosova?kosova", "www.kosova.al", "info@kosova.org", "kosova.gov.al/kosova"]
)
def test_nothing_is_marked_in_an_address(address):
    (excerpt,) = excerpts({"sources": f"Kosova, 2014 {address} Kosova"}, read_query("kosova"))
    assert excerpt.marked("[", "]") == f"[Kosova], 2014 {address} [Kosova]"


def test_an_address_is_not_begun_in_the_middle():
    address = f"https://a.al/{'long-' * 30}kosova/end"
    (excerpt,) = excerpts({"sources": f"Ministry, a press release of 2014 {address}"}, read_query("kosova"))
    assert excerpt.text == f"… {address}"


def test_a_long_text_is_shown_around_the_first_match():
    text = f"{'before ' * 40}extradition {'after ' * 40}"
    (excerpt,) = excerpts({"notes": text}, read_query("extradition"))
    assert excerpt.text.startswith("… before")
    assert excerpt.text.endswith("after …")
    assert len(excerpt.text) < 220
    assert excerpt.text.removeprefix("… ").removesuffix(" …") in text
    assert excerpt.marked("<", ">").count("<extradition>") == 1


def test_a_title_is_shown_whole_and_a_short_text_without_dots():
    title = f"{'before ' * 25}extradition {'after ' * 25}".strip()
    (excerpt,) = excerpts({"title_original": title}, read_query("extradition"))
    assert excerpt.text == title
    (short,) = excerpts({"notes": "two\n lines on\textradition"}, read_query("lines"))
    assert (short.text, short.spots) == ("two lines on extradition", ((4, 9),))


def test_only_the_fields_that_match_have_an_excerpt():
    texts = {"title": "Treaty", "notes": "a treaty", "place": "Tirana"}
    assert [excerpt.field for excerpt in excerpts(texts, read_query("treaty"))] == ["title", "notes"]
    assert excerpts(texts, read_query("")) == excerpts(texts, read_query("-treaty")) == []


TEXTS = st.lists(
    st.sampled_from(["border", "Граница", "Đorđe", "co-operation", "x-border_y", "½", "a", "ё,"]) | st.text()
)


@given(text=TEXTS.map(" ".join), typed=SHAPED | TEXTS.map(" ".join))
def test_spots_are_inside_the_text_in_order_and_unmarked_it_is_the_text(text, typed):
    query = read_query(typed)
    end = 0
    for start, stop in match_spots(text, query):
        assert end <= start < stop <= len(text)
        end = stop
    for excerpt in excerpts({"title": text, "notes": text}, query):
        assert excerpt.spots  # the first match is always in it
        places = [place for spot in excerpt.spots for place in spot]
        assert places == sorted(places)
        assert all(0 <= place <= len(excerpt.text) for place in places)
        assert excerpt.marked("\uf8f0", "\uf8f1").replace("\uf8f0", "").replace("\uf8f1", "") == excerpt.text.replace(
            "\uf8f0", ""
        ).replace("\uf8f1", "")
        assert excerpt.text.removeprefix("… ").removesuffix(" …").strip() in " ".join(text.split())


@given(st.lists(st.sampled_from(["border", "Граница", "Đorđe", "Marrëveshje", "(area)", "1991"]), min_size=1))
def test_what_is_marked_folds_to_what_was_asked(pieces):
    text = " ".join(pieces)
    for word in ("granica", "DJORDJE", "marreve", "1991"):
        for start, end in match_spots(text, read_query(word)):
            assert fold(text[start:end]).startswith(fold(word))
        marked = len(match_spots(text, read_query(word)))
        assert marked == sum(fold(piece).startswith(fold(word)) for piece in pieces)
