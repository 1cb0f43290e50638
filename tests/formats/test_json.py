"""JSON and JSON Lines."""

import io
import json
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wbagree.domain.acts.act import Act
from wbagree.domain.agreements.parts import Provenance, Relation
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.formats.common.agreement_context import AgreementContext
from wbagree.formats.common.columns import COLUMNS
from wbagree.formats.data.json import record_object, sheet_object, write_json, write_jsonl

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=3), max_size=5)


def written(write, objects) -> str:
    file = io.StringIO()
    write(iter(objects), file)
    return file.getvalue()


def cell_of(field: str, value: object) -> str:
    """The cell of the interchange file that a JSON value says, put together by hand."""
    if value is None:
        return ""
    if field == "signatories":
        return " ; ".join(f"{item['party']}: {item['institution']}{_bracketed(item)}" for item in value)
    if field == "sources":
        return " | ".join(
            " ".join(filter(None, (item["citation"], item["url"] and f"<{item['url']}>"))) for item in value
        )
    if field == "implementation":
        parts = (f"{item['on']} {item['score']}: {item['note']}" for item in value)
        sources = (f" [{item['source']}]" if item["source"] else "" for item in value)
        return " | ".join("".join(pair).rstrip() for pair in zip_longest(parts, sources, fillvalue=""))
    if field == "relations":
        return ";".join(f"{item['verb']} {item['key']}" for item in value)
    return ";".join(value) if isinstance(value, list) else str(value)


def _bracketed(signatory: dict[str, str]) -> str:
    person = ", ".join(filter(None, (signatory["person"], signatory["position"])))
    return f" ({person})" if person else ""


def test_the_object_of_a_bundled_record_says_what_its_row_says(seed_records, seed_rows):
    for key, row in seed_rows.items():
        plain = json.loads(json.dumps(record_object(seed_records[key])))
        assert list(plain) == list(COLUMNS)
        assert {field: cell_of(field, plain[field]) for field in row} == row


def test_lists_are_lists_and_what_is_unknown_is_null(record_of):
    plain = record_object(record_of())
    empty = ("signatories", "references", "relations", "sources", "implementation", "acts")
    assert {name: plain[name] for name in empty} == {name: [] for name in empty}
    unknown = ("status", "signed", "in_force", "ended", "inherited_from", "score", "derived_signed", "derived_ended")
    assert {name: plain[name] for name in unknown} == dict.fromkeys(unknown)
    assert [plain[name] for name in ("title_original", "place", "notes", "level")] == ["", "", "", "unknown"]
    assert (plain["types"], plain["parties"]) == (["mla"], ["AL", "XK"])


def test_what_is_computed_is_in_the_object(record_of):
    plain = record_object(record_of(computed="signed", inherited_from="UNMIK", score="partial", status="in-force"))
    assert (plain["computed_status"], plain["inherited_from"], plain["score"]) == ("signed", "UNMIK", "partial")
    assert plain["status"] == "in-force"
    dated = record_object(record_of()._replace(derived_in_force="2015-08-20/2015-08-21"))
    assert (dated["derived_in_force"], dated["in_force"]) == ("2015-08-20/2015-08-21", None)
    assert plain["status_reason"].startswith("no date of signature")


def test_dates_stay_as_precise_as_they_are(record_of):
    act = Act("deposit", "AL", PartialDate(2013, 5, mark="~"), reference="UNTS 1")
    plain = record_object(record_of(signed=PartialDate(2012), acts=(act,)))
    assert plain["signed"] == "2012"
    unstated = {"effect": None, "source": "", "note": ""}
    assert plain["acts"] == [{"kind": "deposit", "party": "AL", "on": "2013-05~", "reference": "UNTS 1", **unstated}]


def test_an_object_has_the_columns_asked_for_in_their_order(record_of):
    assert record_object(record_of(), ("title", "key")) == {"title": "Agreement", "key": "AL-XK-nd-1"}
    assert list(record_object(record_of(), ("title", "key"))) == ["title", "key"]


def test_a_whole_record_says_who_relates_to_it_and_where_it_came_from(record_of):
    row = Provenance(3, "lista.xlsx", 12, "2026-01-02T03:04:05Z")
    context = AgreementContext({}, {}, {}, (Relation("supersedes", "AL-XK-2013-1"),), (row,))
    plain = sheet_object(record_of(), context)
    assert list(plain) == [*COLUMNS, "related_from", "came_from"]
    assert plain["related_from"] == [{"verb": "superseded by", "key": "AL-XK-2013-1"}]
    assert plain["came_from"] == [{"batch": 3, "file": "lista.xlsx", "line": 12, "undone_by": None}]


@pytest.mark.parametrize(("write", "text"), [(write_json, "[]\n"), (write_jsonl, "")])
def test_no_objects_are_still_valid(write, text):
    assert written(write, []) == text


def test_letters_are_written_as_they_are():
    item = {"title": "Споразум о изручењу, Marrëveshje"}
    assert written(write_jsonl, [item]) == '{"title": "Споразум о изручењу, Marrëveshje"}\n'
    assert written(write_json, [item]) == '[\n{\n  "title": "Споразум о изручењу, Marrëveshje"\n}\n]\n'


@given(OBJECTS)
def test_what_is_written_is_read_back(objects):
    assert json.loads(written(write_json, objects)) == objects
    lines = written(write_jsonl, objects).split("\n")
    assert [json.loads(line) for line in lines[:-1]] == objects
    assert lines[-1] == ""
