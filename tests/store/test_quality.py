"""The quality report finds in the bundled register what a recount of its file finds, and in a made one its faults."""

from datetime import date

import pytest

from wbagree.domain.agreements.parts import Relation, Source
from wbagree.domain.agreements.quality_checks import DUPLICATE, QUALITY_CHECKS
from wbagree.domain.agreements.title_parts import words_of_title
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.formats.list_readers.vocabulary import bundled_titles
from wbagree.store.file import connection
from wbagree.store.read.quality import quality_findings
from wbagree.store.write.change_log import log_different
from wbagree.store.write.session import transaction

TODAY = date(2026, 11, 1)
SOURCES = (Source("Gazette 1/2012"),)
IN_FORCE = PartialDate(2020)
LATER = ("amends", "supplements", "supersedes", "extends", "implements")


def findings_of(path, question=None, read_title=words_of_title, today=TODAY):
    with connection.open_for_reading(path) as register:
        return [
            (f.kind, f.key, f.sentence) for f in quality_findings(register, question or Filter(), read_title, today)
        ]


@pytest.fixture(scope="session")
def doubted(bundled):
    """The keys of the bundled records by the kind of doubt."""
    found = {}
    for kind, key, _ in findings_of(bundled):
        found.setdefault(kind, []).append(key)
    return found


def relations_of(row):
    return [part.split(" ", 1) for part in row["relations"].replace(" | ", ";").split(";") if part.strip()]


def test_undated_and_unsourced_are_the_records_whose_cells_are_empty(doubted, rows):
    assert sorted(doubted["undated"]) == sorted(key for key, row in rows.items() if not row["signed"])
    assert sorted(doubted.get("unsourced", [])) == sorted(
        key for key, row in rows.items() if not row["sources"] and not row["references"]
    )


def test_in_force_first_are_the_records_whose_dates_say_so(doubted, rows, span):
    assert sorted(doubted.get("in-force-first", [])) == sorted(
        key
        for key, row in rows.items()
        if row["signed"] and row["in_force"] and span(row["in_force"])[1] < span(row["signed"])[0]
    )


def test_parties_outside_their_years_are_those_of_the_file(doubted, rows, table, span):
    lives = {row["code"]: row for row in table("parties")}
    outside = [
        key
        for key, row in rows.items()
        for party in row["parties"].split(";")
        if row["signed"]
        for early, late in [(lives[party]["since"], lives[party]["until"])]
        if (early and span(row["signed"])[1] < span(early)[0]) or (late and span(row["signed"])[0] > span(late)[1])
    ]
    assert outside
    assert sorted(doubted["party-lifetime"]) == sorted(outside)


def test_relations_that_contradict_dates_are_those_of_the_file(doubted, rows, span):
    wrong = [
        key
        for key, row in rows.items()
        for verb, other in relations_of(row)
        if other not in rows
        or (
            verb in LATER
            and row["signed"]
            and rows[other]["signed"]
            and span(row["signed"])[1] < span(rows[other]["signed"])[0]
        )
    ]
    assert any(relations_of(row) for row in rows.values())
    assert sorted(doubted.get("relations", [])) == sorted(wrong)


def test_stale_are_old_assertions_that_no_date_confirms(doubted, rows):
    assert sorted(doubted["stale-status"]) == sorted(
        key
        for key, row in rows.items()
        if row["status"] in ("negotiation", "provisional", "not-in-force")
        and not row["in_force"]
        and not row["ended"]
        and (not row["signed"] or 2026 - int(row["signed"][:4]) > 5)
    )


def test_signed_long_ago_are_those_without_any_later_fact(doubted, rows, span, status_of):
    assert sorted(doubted["no-entry-into-force"]) == sorted(
        key
        for key, row in rows.items()
        if row["signed"] and span(row["signed"])[1] <= "2021-11-01" and status_of(row, "2026-11-01") == "signed"
    )


def test_unrated_are_the_reports_whose_latest_has_no_rating(doubted, rows):
    def latest(row):
        return max(row["implementation"].split(" | "), key=lambda text: text.split()[0])

    with_reports = {key: row for key, row in rows.items() if row["implementation"]}
    assert set(doubted["unrated"]) <= with_reports.keys()
    for key, row in with_reports.items():
        if " | " not in row["implementation"]:
            assert (key in doubted["unrated"]) == (" unknown" in latest(row).partition(":")[0]), key


def test_every_kind_is_known_and_the_records_come_key_by_key_with_duplicates_last(seeded, add, agreement_of, found):
    add(seeded, *twins(agreement_of))
    shown = findings_of(seeded)
    assert {kind for kind, *_ in shown} <= {*QUALITY_CHECKS, DUPLICATE}
    ordered = [key for kind, key, _ in shown if kind != DUPLICATE]
    keys = found(seeded, sort="key")
    places = [keys.index(key) for key in ordered]
    assert places == sorted(places)
    kinds = [kind for kind, *_ in shown]
    first = kinds.index(DUPLICATE)
    assert set(kinds[first:]) == {DUPLICATE}


def test_a_question_narrows_the_report_to_its_records(bundled, found):
    question = Filter(pair=("AL", "XK"))
    keys = set(found(bundled, question))
    everything = [finding for finding in findings_of(bundled) if finding[1] in keys and finding[0] != DUPLICATE]
    assert [finding for finding in findings_of(bundled, question) if finding[0] != DUPLICATE] == everything != []


def test_a_relation_to_a_record_outside_the_question_is_on_record_all_the_same(empty, add, agreement_of):
    (law,) = add(
        empty, agreement_of(parties=("AL", "ME"), signed=PartialDate(2015), in_force=IN_FORCE, sources=SOURCES)
    )
    relations = (Relation("implements", law),)
    (late,) = add(
        empty, agreement_of(signed=PartialDate(2016), in_force=IN_FORCE, sources=SOURCES, relations=relations)
    )
    assert findings_of(empty, Filter(pair=("AL", "XK"))) == []
    (early,) = add(empty, agreement_of(signed=PartialDate(2014), in_force=IN_FORCE, sources=SOURCES, title="Other",
                                       relations=relations))  # fmt: skip
    sentence = f"Signed 2014; implements {law}, which was signed later (2015)"
    assert findings_of(empty, Filter(pair=("AL", "XK"))) == [("relations", early, sentence)]
    assert late != early


def test_a_clean_register_has_nothing_to_look_at(empty, blank, add, agreement_of):
    assert findings_of(blank) == []
    add(empty, agreement_of(signed=PartialDate(2012, 3, 10), in_force=IN_FORCE, sources=SOURCES))
    assert findings_of(empty) == []


def test_an_assertion_grows_stale_with_the_years(empty, add, agreement_of):
    (key,) = add(empty, agreement_of(signed=PartialDate(2016), status="negotiation", sources=SOURCES))
    assert [kind for kind, *_ in findings_of(empty, today=date(2021, 12, 31))] == ["undated-status"]
    assert [(kind, found) for kind, found, _ in findings_of(empty, today=date(2022, 1, 1))] == [("stale-status", key)]


def twins(agreement_of, **other):
    plain = {"title": "Agreement on the readmission of persons", "signed": PartialDate(2012, 3, 10), "sources": SOURCES,
             "in_force": IN_FORCE}  # fmt: skip
    return agreement_of(**plain), agreement_of(**{**plain, **other})


def test_two_records_of_one_instrument_are_told_once(empty, add, agreement_of):
    one, other = add(empty, *twins(agreement_of))
    assert findings_of(empty) == [(DUPLICATE, other, f"Possible duplicate of {one} (same parties, date and title)")]


@pytest.mark.parametrize(
    "other",
    [
        {"parties": ("AL", "ME")},
        {"title": "Protocol on joint border crossing points"},
        {"signed": PartialDate(2014, 3, 10)},
    ],
)
def test_records_of_other_parties_subject_or_year_are_two(other, empty, add, agreement_of):
    add(empty, *twins(agreement_of, **other))
    assert findings_of(empty, read_title=bundled_titles().read) == []


def test_records_that_somebody_said_are_two_are_not_told_again(empty, add, agreement_of):
    one, other = add(empty, *twins(agreement_of))
    with transaction(empty) as session:
        log_different(session, other, one)
    assert findings_of(empty) == []


def test_the_subjects_of_titles_find_one_instrument_in_two_languages(empty, add, agreement_of):
    one, other = add(empty, *twins(agreement_of, title="Marrëveshje për ripranimin"))
    sentence = f"Possible duplicate of {one} (same parties, date and subject)"
    assert findings_of(empty, read_title=bundled_titles().read) == [(DUPLICATE, other, sentence)]
