"""Search finds a record by everything that is said of it, in any script, and follows every change (rule 5)."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wbagree.domain.agreements.parts import Assessment, Signatory, Source
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.text.search_query import read_query
from wbagree.store.file import connection
from wbagree.store.read import agreements
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import raw_connection as under
from wbagree.store.write.session import transaction


@pytest.fixture(scope="module")
def rich(agreement_of):
    """A record with something to find in every field."""
    return agreement_of(
        key="RICH",
        title="Agreement on cross-border co-operation [annex 1]",
        title_original="Marrëveshje për bashkëpunimin ndërkufitar; Споразум о екстрадицији",
        types=("mla", "pcc"),
        parties=("AL", "RS"),
        signatories=(
            Signatory("AL", "Prokuroria e Përgjithshme", "Ylli Gjoka", "deputy head"),
            Signatory("RS", "Министарство унутрашњих послова", "Zoran Đorđević", "minister"),
        ),
        place="Šabac",
        references=("Sl. glasnik RS 12/2013", "UNTS I-12345"),
        sources=(Source("Fletorja Zyrtare 44", "https://example.org/treaty/zvezdani?page=77"),),
        implementation=(Assessment(PartialDate.parse("2020"), "partial", "seldom rehearsed", "Zëri weekly"),),
        notes="The annex_two was never published; see Güssing.",
    )


@pytest.fixture(scope="module")
def plain(agreement_of):
    """A record in which none of it occurs."""
    return agreement_of(key="PLAIN", title="Treaty", types=("readmission",), parties=("BA", "HR"))


@pytest.fixture(scope="module")
def both(_templates, tmp_path_factory, add, rich, plain):
    """A register of the two, to be read."""
    path = shutil.copy(_templates["empty"], tmp_path_factory.mktemp("both") / "register.db")
    add(path, rich, plain)
    return path


SAYINGS = [
    *("CROSS border", "cooperation", "co-operation", "annex 1", "[annex 1]"),  # title
    *("marreveshje", "Marrëveshje", "ndërkufitar", "sporazum", "Споразум", "ekstradiciji", "екстрадицији"),  # original
    *("prokuroria e pergjithshme", "Ministarstvo unutrašnjih poslova", "МИНИСТАРСТВО", "unutrasnjih"),  # institution
    *("Đorđević", "Djordjevic", "Dordevic", "Ђорђевић", "đorđević zoran", "gjoka", '"deputy head"'),  # person, position
    *("Šabac", "sabac", "Шабац"),  # place
    *("12/2013", '"sl. glasnik rs"', "UNTS", "I-12345", "12345"),  # references
    *("fletorja", "Флеторја", "example.org", "zvezdani", "https://example.org/treaty/zvezdani?page=77"),  # sources
    *("rehearsed", "seldom", "zeri"),  # assessments
    *("gussing", "Güssing", "annex_two", "published"),  # notes
    *("mla", "mutual legal assistance", "ndihmë juridike", "međunarodna pravna pomoć", "pcc"),  # types
    *("police cooperation centre", "центар за полициска соработка", "Polizeikooperationszentrum"),  # their aliases
    *("rehe", "Ђорђ", "sporaz"),  # the beginning of the last word
    *("marreveshje -readmission", '-"cross country" gjoka', "Gjoka 12345 sabac"),  # all words, wherever they stand
]


@pytest.mark.parametrize("saying", SAYINGS)
def test_a_record_is_found_by_everything_that_is_said_of_it(saying, both, found):
    assert found(both, Filter(text=saying)) == ["RICH"]


@pytest.mark.parametrize(
    ("saying", "keys"),
    [
        ("treaty -zvezdani", ["PLAIN"]),
        ("-marreveshje", ["PLAIN"]),
        ('"border cross"', []),
        ("rehe gjoka", []),
        ("extradition", []),
        ("readmission", ["PLAIN"]),
    ],
)
def test_what_is_excluded_or_not_said_is_not_found(saying, keys, both, found):
    assert found(both, Filter(text=saying)) == keys


EDITS = [
    ("title", "Kjarrval"),
    ("title_original", "Kjarrval"),
    ("signatories", (Signatory("RS", "Kjarrval"),)),
    ("signatories", (Signatory("RS", "Ministry", "Kjarrval"),)),
    ("signatories", (Signatory("RS", "Ministry", "", "Kjarrval"),)),
    ("place", "Kjarrval"),
    ("references", ("Kjarrval 1",)),
    ("sources", (Source("Kjarrval"),)),
    ("sources", (Source("", "https://kjarrval.example"),)),
    ("implementation", (Assessment(PartialDate.parse("2020"), "none", "Kjarrval"),)),
    ("implementation", (Assessment(PartialDate.parse("2020"), "none", "", "Kjarrval"),)),
    ("notes", "Kjarrval"),
]


@pytest.mark.parametrize(("field", "value"), EDITS)
def test_the_index_follows_an_edit_of_every_field(field, value, rich, empty, add, change, found):
    add(empty, rich)
    edited = rich._replace(**{field: value})
    assert found(empty, Filter(text="kjarrval")) == []
    change(empty, rich, edited)
    assert found(empty, Filter(text="kjarrval")) == ["RICH"]
    change(empty, edited, rich)
    assert found(empty, Filter(text="kjarrval")) == []


def test_the_index_follows_a_change_of_types(rich, empty, add, change, found):
    add(empty, rich)
    change(empty, rich, edited := rich._replace(types=("readmission",)))
    assert found(empty, Filter(text="ripranim")) == ["RICH"]
    assert found(empty, Filter(text="ndihmë juridike")) == []
    change(empty, edited, None)
    assert found(empty, Filter(text="ripranim")) == []


def test_a_deleted_record_is_not_found_and_its_place_in_the_index_is_free(rich, plain, empty, add, change, found):
    add(empty, plain, rich)
    change(empty, rich, None)
    assert found(empty, Filter(text="marreveshje")) == []
    add(empty, plain._replace(key="NEXT", title="Something else"))
    assert found(empty, Filter(text="marreveshje")) == []
    assert found(empty, Filter(text="something")) == ["NEXT"]


def test_a_new_name_of_a_type_finds_the_records_of_that_type(rich, plain, empty, add, found, alias):
    add(empty, rich, plain)
    alias(empty, "mla", "Rechtshilfeersuchen")
    assert found(empty, Filter(text="rechtshilfeersuchen")) == ["RICH"]
    assert found(empty, Filter(text="ndihmë juridike")) == ["RICH"]


def test_bundled_records_are_found_by_title_and_by_original_title(bundled, rows):
    with connection.open_for_reading(bundled) as opened:
        for key, row in rows.items():
            for title in filter(None, (row["title"], row["title_original"])):
                question = Filter(text=title.replace('"', " ").replace(" -", " "))
                assert key in {one.agreement.key for one in agreements.records(opened, question)}


@pytest.fixture(scope="module")
def register(_templates, tmp_path_factory, add, agreement_of):
    """A register of a few records in both scripts."""
    path = shutil.copy(_templates["empty"], tmp_path_factory.mktemp("search") / "register.db")
    add(path, *(agreement_of(title=title) for title in ("Споразум о сарадњи", "Marrëveshje", 'A "quoted" NEAR title')))
    return path


PIECES = st.sampled_from(
    [
        *('"', "-", "*", "(", ")", ":", "^", "'", "\\", "\0", "\n", "{", "}", "+", "_", "%", ";--", "\ud800"),
        *("NOT", "AND", "OR", "NEAR(a b, 2)", "title:", "Споразум", "quoted", "co-", "đ"),
    ]
)


@settings(max_examples=120)
@given(st.text(max_size=40) | st.lists(PIECES, max_size=8).map("".join) | st.lists(PIECES, max_size=8).map(" ".join))
def test_any_text_is_a_safe_question(register, text):
    with connection.open_for_reading(register) as opened:
        for sort in ("signed", "match"):
            assert len(list(agreements.records(opened, Filter(text=text), sort=sort))) <= 3


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=25))
def test_a_record_is_found_by_its_own_title_whatever_it_is(register, agreement_of, text):
    quoted = f'"{text.replace(chr(34), " ")}"'
    with transaction(register, dry_run=True) as session:
        (key,) = apply_agreement_changes(session, [AgreementChange(None, agreement_of(title=text))])
        keys = [record.agreement.key for record in agreements.records(under(session), Filter(text=quoted))]
    assert (key in keys) == bool(read_query(quoted))
