"""One table of fields: what it does not make itself names every field that it has."""

import re
from pathlib import Path

import pytest

from wbagree.cli.prompts import questionnaire
from wbagree.domain.acts.act import Act
from wbagree.domain.agreements import cell_notation
from wbagree.domain.agreements.agreement import Agreement
from wbagree.domain.agreements.fields import (
    ALL_NAMES,
    DATE_NAMES,
    EXTRA_NAMES,
    FIELD_BY_NAME,
    FIELDS,
    IDENTITY_NAMES,
    STANDARD_NAMES,
    ValueKind,
)
from wbagree.domain.agreements.parts import Assessment, Relation, Signatory, Source
from wbagree.domain.agreements.renewal import Renewal
from wbagree.domain.agreements.validation import to_cells
from wbagree.domain.dates.partial_date import PartialDate
from wbagree.domain.foreign_lists.column_mapping import TARGETS, workbook_heading
from wbagree.formats.common import columns, legend
from wbagree.formats.list_readers import preview
from wbagree.store.read import agreement_rows
from wbagree.store.write import search_index
from wbagree.store.write.tables import AgreementRow

ROOT = Path(__file__).parents[2]
LISTS = [field.name for field in FIELDS if field.kind is ValueKind.LIST]
# An agreement with a text of its own in every field.
FULL = Agreement(
    key="AL-XK-2012-1",
    title="titleword",
    title_original="originalword",
    form="treaty",
    types=("mla",),
    parties=("AL", "XK"),
    signatories=(Signatory("AL", "signatoryword"),),
    level="ministry",
    signed=PartialDate.parse("2012-03-10"),
    place="placeword",
    in_force=PartialDate.parse("2013"),
    ended=PartialDate.parse("2019"),
    status="terminated",
    references=("referenceword",),
    relations=(Relation("amends", "AL-XK-2009-1"),),
    sources=(Source("sourceword"),),
    implementation=(Assessment(PartialDate.parse("2015"), "full", "assessmentword"),),
    confidence="high",
    notes="noteword",
    acts=(Act("ratification", "AL", PartialDate.parse("2012-05"), note="actword"),),
    renewal=Renewal.parse("tacit every 5 years"),
    disclosure="restricted",
    status_on=PartialDate.parse("2020"),
    languages="sq;sr;en, en prevails",
    entry_clause="entryword",
    termination_clause="terminationword",
    depositary="depositaryword",
    archive_number="archiveword",
    registration="registrationword",
    responsible="responsibleword",
    binding="no",
)
# What a form asks for; the rest is for those who know of it.
WITHOUT_QUESTION = {"key", "ended", "relations", "implementation", *EXTRA_NAMES}


def test_an_agreement_has_these_fields_and_no_others():
    assert set(Agreement._fields) == set(ALL_NAMES)
    assert (*STANDARD_NAMES, *EXTRA_NAMES) == ALL_NAMES
    assert all(to_cells(FULL).values())  # the agreement of this test has something in each


def test_the_database_has_a_column_for_every_field_but_lists():
    table = AgreementRow.model_fields.keys()
    assert {field.stored_as for field in agreement_rows.SCALARS} <= table
    assert {f"{FIELD_BY_NAME[name].stored_as}{end}" for name in DATE_NAMES for end in ("_earliest", "_latest")} <= table
    assert {*agreement_rows.LIST_TABLES, "types", "parties"} == set(LISTS)


def test_every_list_has_a_notation():
    assert cell_notation.NOTATIONS.keys() == set(LISTS)


def test_every_word_is_of_a_vocabulary():
    assert [field.name for field in FIELDS if field.kind is ValueKind.WORD] == [f.name for f in FIELDS if f.words]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_is_a_column_with_a_legend_and_has_an_option(field):
    assert field.name in columns.COLUMNS
    assert columns.heading(field.name) == field.column_heading
    assert workbook_heading(field.name)
    assert legend.COLUMN_LEGENDS[field.name] == field.legend != ""
    assert bool(field.help) == (field.name != "key")


def test_every_field_is_a_target_of_an_import_and_shown_before_it():
    assert set(ALL_NAMES) <= set(TARGETS)
    assert sorted(preview.SHOWN_FIELDS) == sorted(set(ALL_NAMES) - {"key"})


def test_a_form_asks_for_every_field_but_some():
    assert {*questionnaire.QUESTIONS, *WITHOUT_QUESTION} == set(ALL_NAMES)
    assert not questionnaire.QUESTIONS.keys() & WITHOUT_QUESTION


def test_search_finds_the_texts_of_the_fields_that_are_searched():
    words = {*" ".join(search_index.indexed_texts(FULL)).split()}
    empty = FULL._replace(key="x-1", signatories=(), references=(), sources=(), implementation=(), acts=())
    for field in FIELDS:
        cell = {
            **to_cells(FULL),
            "key": "2012",
            "signatories": "signatoryword",
            "implementation": "assessmentword",
            "acts": "actword",
        }
        found = cell[field.name].split()[0].lower() in words
        assert found == field.searched, field.name
    assert not {"signatoryword", "actword"} & {*" ".join(search_index.indexed_texts(empty)).split()}


def test_the_layout_is_documented_in_its_order():
    text = (ROOT / "docs" / "layout.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `([a-z_]+)` \|", text, re.MULTILINE)) == (*ALL_NAMES, *IDENTITY_NAMES)
