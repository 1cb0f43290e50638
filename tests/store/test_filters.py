"""Each condition of a question keeps the records that a reading of the bundled file by other code keeps."""

import re

import pytest

from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.domain.text.folding import fold
from wbagree.store.file import connection
from wbagree.store.read import agreements


def split(row, field, separator=";"):
    return [part for part in row[field].split(separator) if part]


def latest_score(row, span):
    """The score of the latest assessment; of two with the same date the later in the cell."""
    seen = [part.split(" ", 2) for part in split(row, "implementation", " | ")]
    latest = max(((span(on)[1], place) for place, (on, *_) in enumerate(seen)), default=None)
    return seen[latest[1]][1].rstrip(":") if latest else ""


@pytest.mark.parametrize(
    ("question", "keeps"),
    [
        ({"types": ("mla",)}, lambda row: "mla" in split(row, "types")),
        ({"types": ("pcc", "joint-patrol")}, lambda row: {"pcc", "joint-patrol"} & set(split(row, "types"))),
        ({"types": ("no-such-type",)}, lambda _: False),
        ({"forms": ("mou",)}, lambda row: row["form"] == "mou"),
        ({"forms": ("protocol", "exchange-of-notes")}, lambda row: row["form"] in ("protocol", "exchange-of-notes")),
        ({"levels": ("ministry",)}, lambda row: row["level"] == "ministry"),
        ({"levels": ("state", "unknown")}, lambda row: row["level"] in ("state", "unknown")),
        ({"confidences": ("high",)}, lambda row: row["confidence"] == "high"),
        ({"confidences": ("medium", "low")}, lambda row: row["confidence"] in ("medium", "low")),
        ({"undated": False}, lambda row: row["signed"]),
        ({"assessed": True}, lambda row: row["implementation"]),
        ({"assessed": False}, lambda row: not row["implementation"]),
        (
            {"types": ("mla",), "forms": ("treaty", "agreement"), "confidences": ("high",), "undated": False},
            lambda row: (
                "mla" in split(row, "types")
                and row["form"] in ("treaty", "agreement")
                and row["confidence"] == "high"
                and row["signed"]
            ),
        ),
    ],
)
def test_values_of_one_field_are_alternatives_and_fields_all_hold(question, keeps, bundled, rows, found):
    assert set(found(bundled, Filter(**question))) == {key for key, row in rows.items() if keeps(row)}


@pytest.mark.parametrize("scores", [("full",), ("partial",), ("none",), ("unknown",), ("none", "partial")])
def test_the_latest_assessment_is_the_one_that_is_asked_for(scores, bundled, rows, found, span):
    expected = {key for key, row in rows.items() if latest_score(row, span) in scores}
    assert expected
    assert set(found(bundled, Filter(scores=scores))) == expected


RANGES = [
    *(("2012", ""), ("2012-03", ""), ("2012-03-10", ""), ("", "2012"), ("", "2012-03"), ("", "1992-04-27")),
    *(("2012", "2012"), ("2010-02-10", "2010-02-10"), ("2020-01-01", "2010"), ("1500", "2200"), ("2012?", "2013~")),
]


@pytest.mark.parametrize(("since", "until"), RANGES)
@pytest.mark.parametrize("undated", [None, False, True])
def test_a_range_keeps_what_may_fall_in_it_and_what_has_no_date_on_request(
    since, until, undated, bundled, rows, found, span
):
    def may_fall(row):
        if not row["signed"]:
            return undated
        first, last = span(row["signed"])
        return (not since or last >= span(since)[0]) and (not until or first <= span(until)[1])

    bounds = {name: PartialDate.parse(text) for name, text in (("since", since), ("until", until)) if text}
    expected = {key for key, row in rows.items() if may_fall(row)}
    assert set(found(bundled, Filter(**bounds, undated=undated))) == expected


def word(text):
    return re.compile(rf"(?<![^\W_]){text}(?![^\W_])", re.IGNORECASE)


@pytest.mark.parametrize("text", ["Dayton", "Interpol", "RIS", "Podgorica", "parafiran"])
def test_a_text_finds_the_records_that_have_it_as_a_word(text, bundled, rows, found):
    fields = ("title", "title_original", "signatories", "place", "references", "sources", "implementation", "notes")
    expected = {key for key, row in rows.items() if any(word(text).search(row[field]) for field in fields)}
    # In quotes, because the last word of a question may be the beginning of a longer one.
    assert set(found(bundled, Filter(text=f'"{text}"'))) == expected


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Sveçla", "Sveçla"),
        ("svecla xhelal", "Xhelal Sveçla"),
        ("СВЕЧЛА", "Sveçla"),
        ("Dacic", "Dačić"),
        ("Ивица Дачић", "Ivica Dačić"),
        ("Dači", "Dačić"),
        ("Ministry of Security", "Ministry of Security"),
        ("nobody of that name", "nobody of that name"),
    ],
)
def test_a_signatory_is_found_by_any_words_of_the_name(typed, written, bundled, rows, found):
    expected = {key for key, row in rows.items() if written in row["signatories"]}
    assert set(found(bundled, Filter(signatories=(typed,)))) == expected
    assert expected or written.startswith("nobody")


def test_one_of_several_signatories_is_enough_and_who_is_responsible_did_not_sign(bundled, rows, found):
    names = ("Sveçla", "Dačić")
    expected = {key for key, row in rows.items() if any(name in row["signatories"] for name in names)}
    assert set(found(bundled, Filter(signatories=names))) == expected
    # The two words are of two signatories of one agreement.
    together = {key for key, row in rows.items() if "Balla" in row["signatories"] and "Sveçla" in row["signatories"]}
    assert together
    assert found(bundled, Filter(signatories=("Balla Sveçla",))) == []


@pytest.mark.parametrize("text", ["kryeministria.al", "eur lex", "BGBl", "2016", "AL"])
def test_a_source_is_found_by_words_of_its_citation_its_address_or_an_official_reference(text, bundled, rows, found):
    def has(cell):
        words = [fold(word) for word in re.findall(r"[^\W_]+", cell)]
        return all(any(word.startswith(fold(one)) for word in words) for one in re.findall(r"[^\W_]+", text))

    cells = {key: [*split(row, "sources", " | "), *split(row, "references")] for key, row in rows.items()}
    expected = {key for key, cited in cells.items() if any(map(has, cited))}
    assert set(found(bundled, Filter(sources=(text,)))) == expected
    assert 0 < len(expected) < len(rows)


def test_a_gazette_is_found_under_its_own_name(bundled, rows, found):
    named = set(found(bundled, Filter(sources=("gazette",))))
    for name in ("Official Gazette", "Sl. glasnik", "Државен", "Държавен вестник", "ΦΕΚ", "BGBl", "OJ L", "NN-MU"):
        assert {key for key, row in rows.items() if name in row["references"]} <= named, name
    assert 0 < len(named) < len(rows) / 2


def test_without_a_source_is_what_has_no_reference_either(bundled, rows, found):
    sourced = {key for key, row in rows.items() if row["sources"] or row["references"]}
    assert set(found(bundled, Filter(sourced=True))) == sourced
    assert set(found(bundled, Filter(sourced=False))) == set(rows) - sourced


def test_a_text_with_nothing_to_find_in_it_finds_nothing_and_no_text_finds_all(bundled, rows, found):
    assert found(bundled, Filter(text="…?!")) == []
    assert len(found(bundled, Filter(text=""))) == len(rows)


def number_order(key):
    stem, _, number = key.rpartition("-")
    return stem, int(number)


@pytest.mark.parametrize("direction", ["", "-"])
@pytest.mark.parametrize("field", ["signed", "in_force", "ended"])
def test_undated_records_come_last_in_either_direction_by_the_numbers_of_their_keys(
    field, direction, bundled, rows, found, span
):
    order = found(bundled, sort=direction + field)
    dated = [key for key in order if rows[key][field]]
    undated = [key for key in order if not rows[key][field]]
    assert order == dated + undated
    assert undated == sorted(undated, key=number_order)
    days = [span(rows[key][field])[0] for key in dated]
    assert days == sorted(days, reverse=bool(direction))


ORDERS = {
    "title": lambda row: row["title"].translate({letter: letter + 32 for letter in range(65, 91)}),
    "form": lambda row: row["form"],
    "level": lambda row: row["level"],
    "parties": lambda row: row["parties"],
    "confidence": lambda row: ["high", "medium", "low"].index(row["confidence"]),
}


@pytest.mark.parametrize("direction", ["", "-"])
@pytest.mark.parametrize("sort", ORDERS)
def test_records_are_in_the_order_that_was_asked_for(sort, direction, bundled, rows, found):
    order = [ORDERS[sort](rows[key]) for key in found(bundled, sort=direction + sort)]
    assert order == sorted(order, reverse=bool(direction))
    assert len(order) == len(rows)


def test_the_numbers_of_keys_are_in_order(bundled, rows, found):
    def parts(key):
        stem = key.rstrip("0123456789")
        return stem, int(key.removeprefix(stem))

    assert found(bundled, sort="key") == sorted(rows, key=parts)
    assert found(bundled, sort="-key") == sorted(rows, key=parts)[::-1]


def test_the_order_of_the_file_is_the_one_of_the_bundled_file(bundled, rows, found):
    assert found(bundled, sort=agreements.FILE_ORDER) == list(rows)


def test_records_of_one_form_stay_in_the_order_of_their_dates(bundled, rows, found, span):
    order = [key for key in found(bundled, sort="-form") if rows[key]["form"] == "mou"]
    dates = [(not rows[key]["signed"], span(rows[key]["signed"] or "9999")[0]) for key in order]
    assert dates == sorted(dates)


def test_records_signed_on_one_day_are_in_the_order_of_the_numbers_of_their_keys(empty, agreement_of, add, found):
    signed = PartialDate.parse("2012-03-10")
    keys = add(empty, *(agreement_of(signed=signed) for _ in range(12)))
    assert keys == [f"AL-XK-2012-{number}" for number in range(1, 13)]
    assert found(empty, sort="signed") == found(empty, sort="-signed") == found(empty, sort="title") == keys


def test_a_less_precise_date_comes_before_the_days_in_it_only_when_it_may_begin_earlier(
    empty, agreement_of, add, found
):
    texts = ["2012-03", "2012", "2012-03-01", "2012-12-31", "2011-12", "2012-01-01"]
    keys = add(empty, *(agreement_of(key=f"T-{text}", signed=PartialDate.parse(text)) for text in texts))
    assert found(empty) == [f"T-{t}" for t in ("2011-12", "2012-01-01", "2012", "2012-03-01", "2012-03", "2012-12-31")]
    assert sorted(found(empty, sort="-signed")) == sorted(keys)
    assert found(empty, sort="-signed")[0] == "T-2012-12-31"


@pytest.mark.parametrize("sort", [name for name in agreements.SORTS if name != "key"])
@pytest.mark.parametrize("question", [Filter(), Filter(pair=("HR", "RS")), Filter(text="police")])
def test_a_limit_keeps_the_first_of_the_same_order(sort, question, bundled, found):
    whole = found(bundled, question, sort=sort)
    for limit in (0, 1, 7, len(whole), 10_000):
        assert found(bundled, question, sort=sort, limit=limit) == whole[:limit]


def test_the_best_match_comes_first(empty, agreement_of, add, found):
    add(
        empty,
        agreement_of(key="IN-NOTES", title="Agreement on patrols", notes="See also the extradition treaty."),
        agreement_of(key="IN-TITLE", title="Extradition treaty"),
        agreement_of(key="NOT-AT-ALL", title="Protocol"),
    )
    assert found(empty, Filter(text="extradition treaty"), sort="match") == ["IN-TITLE", "IN-NOTES"]


def test_only_the_fields_that_are_asked_for_are_read(bundled):
    with connection.open_for_reading(bundled) as register:
        (record,) = [
            r for r in agreements.records(register, Filter(), fields=("key",)) if r.agreement.key == "AL-XK-2012-1"
        ]
    assert record.agreement.title
    assert (record.agreement.sources, record.agreement.signatories) == ((), ())


@pytest.mark.parametrize(
    ("text", "key"), [("al-xk-2012-1", "AL-XK-2012-1"), (" AL-XK-2012-1 ", "AL-XK-2012-1"), ("Mine-x", "mine-X")]
)
def test_a_key_is_known_whatever_its_case(text, key, seeded, agreement_of, add):
    add(seeded, agreement_of(key="mine-X"))
    with connection.open_for_reading(seeded) as register:
        assert agreements.record(register, text).agreement.key == key


def test_of_several_pairs_the_records_of_any_are_kept_and_all_else_holds_as_well(bundled, found):
    pairs = (("AL", "XK"), ("MK", "XK"))
    one, other = (set(found(bundled, Filter(pair=pair))) for pair in pairs)
    assert set(found(bundled, Filter(pairs=pairs))) == one | other
    assert set(found(bundled, Filter(pairs=pairs, parties=("AL", "MK")))) == (one | other) & set(
        found(bundled, Filter(parties=("AL", "MK")))
    )
    assert set(found(bundled, Filter(pairs=pairs, among=("AL", "XK")))) == (one | other) & set(
        found(bundled, Filter(among=("AL", "XK")))
    )
    assert set(found(bundled, Filter(pairs=pairs, inherited=False))) == {
        key for pair in pairs for key in found(bundled, Filter(pair=pair, inherited=False))
    }
