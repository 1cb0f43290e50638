"""The lives of agreements by the acts of their parties: the word on each day, and for each pair (acts.md)."""

import io
import re
import shutil
from datetime import date

import pytest

from wbagree.domain.acts.act import read_act
from wbagree.domain.agreements.status import explain_status, status_words
from wbagree.domain.agreements.vocabularies import Status, label
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.filter import Filter
from wbagree.formats.data.json import record_object, sheet_object
from wbagree.formats.terminal.agreement_sheet import write_agreement_sheet
from wbagree.services.agreement_context import context_of
from wbagree.store.read import agreements, matrix, summaries
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.session import raw_connection, transaction

# A life: stated facts and acts; then day to the word on it, of all and of a pair.
LIVES = {
    "a law of one party is no ratification": (
        {"signed": "2012-03-10"},
        "approval-law AL 2012-05-03",
        {"2013-01-01": "signed", "2012-03-09": "unknown"},
    ),
    "ratified by both is not in force": (
        {"signed": "2012-03-10"},
        "ratification AL 2012-05-03 | ratification XK 2012-06-03",
        {"2013-01-01": "signed"},
    ),
    "the parties differ about the entry": (
        {"signed": "2015-03-10"},
        "entry-into-force AL 2015-08-20 | entry-into-force XK 2015-08-21",
        {"2015-08-19": "signed", "2015-08-20": "unknown", "2015-08-21": "in-force"},
    ),
    "a denunciation counts from its effect": (
        {"signed": "2010", "in_force": "2011"},
        "denunciation AL 2020-01-15 effect 2020-07-15",
        {"2020-03-01": "in-force", "2020-07-14": "in-force", "2020-07-15": "ended"},
    ),
    "without an effect the end is not known": (
        {"signed": "2010", "in_force": "2011"},
        "denunciation AL 2020-01-15",
        {"2020-01-14": "in-force", "2020-01-15": "unknown", "2026-01-01": "unknown"},
    ),
    "a denunciation that was withdrawn in time is none": (
        {"signed": "2010", "in_force": "2011"},
        "denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation AL 2020-03-01",
        {"2020-03-01": "in-force", "2021-01-01": "in-force"},
    ),
    "a withdrawal of it after the effect changes nothing": (
        {"signed": "2010", "in_force": "2011"},
        "denunciation AL 2020-01-15 effect 2020-07-15 | withdrawal-of-denunciation AL 2020-08-01",
        {"2020-08-02": "ended"},
    ),
    "signed when the last party signed": (
        {},
        "signature AL 2012-03-10 | signature XK 2012-04-01",
        {"2012-03-31": "unknown", "2012-04-01": "signed"},
    ),
    "one signature of two is no date": ({}, "signature AL 2012-03-10", {"2013-01-01": "unknown"}),
    "an act of all counts for each": (
        {},
        "signature all 2012 | entry-into-force all 2013-05",
        {"2012-06-01": "unknown", "2012-12-31": "signed", "2013-05-01": "unknown", "2013-05-31": "in-force"},
    ),
    "suspended and resumed": (
        {"signed": "2010", "in_force": "2011"},
        "suspension AL 2015-01-01 | resumption AL 2016-06",
        {"2014-12-31": "in-force", "2015-01-01": "suspended", "2016-06-01": "unknown", "2016-06-30": "in-force"},
    ),
    "provisional until it enters into force": (
        {"signed": "2010-01-01"},
        "provisional-application all 2010-03-01 | entry-into-force all 2012-01-01",
        {"2010-02-01": "signed", "2010-03-01": "provisional", "2012-01-01": "in-force"},
    ),
    "provisional until that ends": (
        {"signed": "2010-01-01"},
        "provisional-application all 2010-03-01 | end-of-provisional-application AL 2011-01-01",
        {"2010-12-31": "provisional", "2011-01-01": "signed"},
    ),
    "what a source said first is overtaken by the entry": (
        {"signed": "2005", "status": "not-in-force", "status_on": "2010"},
        "entry-into-force all 2012-01-01",
        {"2011-01-01": "not-in-force", "2012-01-01": "in-force"},
    ),
    "a stated date goes before acts": (
        {"signed": "2010", "in_force": "2013-01-01"},
        "entry-into-force AL 2012-01-01 | entry-into-force XK 2012-01-01",
        {"2012-06-01": "signed", "2013-01-01": "in-force"},
    ),
    "it expired on its date": (
        {"signed": "2010", "in_force": "2011"},
        "expiry all 2016-01-01",
        {"2015-12-31": "in-force", "2016-01-01": "ended"},
    ),
    "texts that are not binding take effect": (
        {"form": "mou"},
        "taking-effect all 2012-01-01",
        {"2012-01-01": "in-force"},
    ),
}


@pytest.fixture
def lived(empty, agreement_of):
    """Store an agreement with these facts and acts; the records on a day, as a question finds them."""

    def store(facts, acts, parties=("AL", "XK")):
        dated = {name: PartialDate.parse(text) for name, text in facts.items() if name not in ("status", "form")}
        words = {name: text for name, text in facts.items() if name in ("status", "form")}
        done = tuple(read_act(text.strip()) for text in acts.split("|")) if acts else ()
        one = agreement_of(**{"signed": None, **words, **dated}, acts=done, parties=tuple(sorted(parties)))
        path = shutil.copy(empty, empty.with_name("lived.db"))
        with transaction(path, "add") as session:
            (key,) = apply_agreement_changes(session, [AgreementChange(None, one)])
        return path, key

    return store


@pytest.mark.parametrize("life", LIVES)
def test_the_word_on_each_day(life, lived, reading):
    facts, acts, days = LIVES[life]
    path, key = lived(facts, acts)
    with reading(path) as register:
        for day, word in days.items():
            record = agreements.record(register, key, date.fromisoformat(day))
            assert (day, record.status) == (day, word)
            assert explain_status(record)
            shown = sheet_object(record, context_of(register, record, set()))
            assert (shown["computed_status"], shown["status_reason"]) == (word, explain_status(record)), day
            sheet = io.StringIO()
            write_agreement_sheet(record, context_of(register, record, set()), sheet, width=200)
            assert re.search(rf"^Status: +{label(Status(word))}\b", sheet.getvalue(), re.MULTILINE), day
            listed = list(agreements.records(register, Filter(pair=("AL", "XK"), as_of=date.fromisoformat(day))))
            assert [one.status for one in listed] == [word] * (record.verdict != "not-yet-signed"), day


@pytest.mark.parametrize("life", LIVES)
def test_all_answers_have_the_same_word(life, lived, reading):
    facts, acts, days = LIVES[life]
    path, _ = lived(facts, acts)
    with reading(path) as register:
        for day, word in days.items():
            question = Filter(pair=("AL", "XK"), as_of=date.fromisoformat(day))
            if not list(agreements.records(register, question)):
                continue  # it was signed later
            by_status = summaries.summary(register, question, summaries.GroupBy.STATUS)
            assert [row.name for row in by_status.rows] == [word]
            cell = matrix.matrix(register, question, "group").total
            best = {"unknown": "on-record", "in-force": "in-force"}.get(word, word)
            assert cell.best == best
            (listed,) = agreements.records(register, question._replace(statuses=(word,)))
            assert record_object(listed)["computed_status"] == word


def words(register, day, **question):
    found = agreements.records(register, Filter(as_of=date.fromisoformat(day), **question))
    return [status_words(record) for record in found]


def test_one_of_three_parties_leaves_for_itself(lived, reading):
    path, key = lived({"signed": "2010", "in_force": "2011"}, "withdrawal AL 2020-01-15 effect 2020-07-15",
                      ("AL", "ME", "XK"))  # fmt: skip
    with reading(path) as register:
        assert agreements.record(register, key, date(2021, 1, 1)).status == "in-force"
        assert words(register, "2020-07-14", pair=("AL", "XK")) == ["in force"]
        assert words(register, "2020-07-15", pair=("AL", "XK")) == ["ended"]
        assert words(register, "2020-07-15", pair=("AL", "ME")) == ["ended"]
        assert words(register, "2020-07-15", pair=("ME", "XK")) == ["in force"]
        assert words(register, "2020-07-15", in_force_for=("ME",)) == ["in force"]
        assert words(register, "2020-07-15", in_force_for=("AL",)) == []
        assert words(register, "2020-07-15", pair=("AL", "ME"), statuses=("in-force",)) == []
        day = date(2021, 1, 1)
        cells = matrix.matrix(register, Filter(among=("AL", "ME", "XK"), as_of=day), "group").pair_totals
        assert {pair: cell.best.value for pair, cell in cells.items()} == {
            ("AL", "ME"): "ended", ("AL", "XK"): "ended", ("ME", "XK"): "in-force",
        }  # fmt: skip
        rows = summaries.summary(register, Filter(among=("AL", "ME", "XK"), as_of=day)).rows
        assert {row.name: row.in_force for row in rows} == {"AL-ME": 0, "AL-XK": 0, "ME-XK": 1}


def test_it_has_ended_for_all_once_one_of_three_is_left(lived, reading):
    path, key = lived({"signed": "2010", "in_force": "2011"}, "withdrawal AL 2020-01-15 effect 2020-07-15 | "
                      "withdrawal ME 2021-01-15 effect 2021-07-15", ("AL", "ME", "XK"))  # fmt: skip
    with reading(path) as register:
        assert agreements.record(register, key, date(2021, 7, 14)).status == "in-force"
        assert agreements.record(register, key, date(2021, 7, 15)).status == "ended"


def test_of_more_than_two_parties_each_pair_has_its_own_entry(lived, reading):
    path, key = lived({"signed": "2010"}, "entry-into-force AL 2011-01-01 | entry-into-force ME 2012-01-01",
                      ("AL", "ME", "XK"))  # fmt: skip
    with reading(path) as register:
        assert agreements.record(register, key, date(2015, 1, 1)).status == "signed"
        assert words(register, "2011-12-31", pair=("AL", "ME")) == ["signed"]
        assert words(register, "2012-01-01", pair=("AL", "ME")) == ["in force"]
        assert words(register, "2015-01-01", pair=("AL", "XK")) == ["signed"]


def test_what_is_inherited_is_in_force_for_the_predecessor(lived, reading):
    path, _ = lived({"signed": "1960", "in_force": "1961"}, "", ("AT", "YU-SFRY"))
    with reading(path) as register:
        assert words(register, "1970-01-01", pair=("AT", "YU-SFRY")) == ["in force"]
        assert words(register, "2004-01-01", pair=("AT", "HR")) == ["in force for YU-SFRY since 1961"]
        assert words(register, "2004-01-01", pair=("AT", "HR"), statuses=("in-force",)) == []
        assert words(register, "2004-01-01", pair=("AT", "HR"), statuses=("inherited",)) != []


def test_a_successor_that_agreed_to_continue_has_it_in_force(lived, reading):
    path, _ = lived({"signed": "1960", "in_force": "1961"}, "continuation HR 1998-06-05", ("AT", "YU-SFRY"))
    with reading(path) as register:
        assert words(register, "1997-01-01", pair=("AT", "HR")) == ["in force for YU-SFRY since 1961"]
        assert words(register, "1998-06-05", pair=("AT", "HR"), statuses=("in-force",)) != []
        assert words(register, "1998-06-05", pair=("AT", "SI")) == ["in force for YU-SFRY since 1961"]


def test_a_party_that_inherits_nothing_may_agree_to_continue(lived, reading):
    path, key = lived({"signed": "1960", "in_force": "1961"}, "continuation XK 2010-06-05", ("AT", "YU-SFRY"))
    with reading(path) as register:
        assert words(register, "2010-06-04", pair=("AT", "XK")) == []
        (record,) = agreements.records(register, Filter(pair=("AT", "XK"), as_of=date(2011, 1, 1)))
        assert (record.agreement.key, record.status, record.inherited_from) == (key, "in-force", "YU-SFRY")


def test_a_successor_ends_what_its_predecessor_signed_for_its_own_pairs(lived, reading):
    path, key = lived({"signed": "1967", "in_force": "1968"}, "denunciation SK 2002-01-01 effect 2002-07-01",
                      ("CSHH", "YU-SFRY"))  # fmt: skip
    with reading(path) as register:
        assert words(register, "2007-01-01", pair=("RS", "SK")) == ["ended (inherited from YU-SFRY CSHH)"]
        assert words(register, "2007-01-01", pair=("CZ", "RS")) == ["in force for CSHH and YU-SFRY since 1968"]
        assert agreements.record(register, key, date(2003, 1, 1)).status == "in-force"


def test_the_question_by_act_names_what_is_recorded(lived, reading):
    path, key = lived({"signed": "2012"}, "ratification AL 2013-05-03 | approval-law XK 2013-05-03")
    with reading(path) as register:
        for question, found in (
            ({"ratified_by": ("AL",)}, 1),
            ({"ratified_by": ("XK",)}, 0),
            ({"not_ratified_by": ("XK",)}, 1),
            ({"not_ratified_by": ("AL",)}, 0),
            ({"not_ratified_by": ("ME",)}, 0),
            ({"ratified_by": ("AL",), "not_ratified_by": ("XK",)}, 1),
            ({"signed_by": ("AL",)}, 0),
        ):
            keys = [record.agreement.key for record in agreements.records(register, Filter(**question))]
            assert keys == [key] * found, question


def test_stored_days_are_those_that_follow(lived, reading):
    path, key = lived({}, "signature AL 2012-03-10 | signature XK 2012-04-01 | denunciation AL 2020-01-15")
    with reading(path) as register:
        record = agreements.record(register, key, date(2019, 1, 1))
    assert (record.derived_signed, record.derived_in_force, record.derived_ended) == ("2012-04-01", "", "2020-01-15/..")


def test_an_undo_takes_the_status_back(lived):
    path, key = lived({"signed": "2010"}, "")
    with transaction(path, "edit") as session:
        before = agreements.record(raw_connection(session), key).agreement
        after = before._replace(acts=(read_act("entry-into-force all 2012"),))
        apply_agreement_changes(session, [AgreementChange(before, after)])
        assert agreements.record(raw_connection(session), key).status == "in-force"
        apply_agreement_changes(session, [AgreementChange(after, before)])
        assert agreements.record(raw_connection(session), key).status == "signed"
