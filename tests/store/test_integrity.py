"""A check has one sentence for each thing that is wrong with a register."""

import sqlite3
from contextlib import closing

import pytest
from sqlmodel import SQLModel

from wbagree.domain.acts.act import read_act
from wbagree.domain.agreements.vocabularies import Form
from wbagree.errors import DatabaseProblem
from wbagree.store.upkeep import integrity
from wbagree.store.upkeep.column_rules import NULLABLE
from wbagree.store.write import tables  # noqa: F401  (the tables are declared when they are loaded)

ONE = "(SELECT id FROM agreement WHERE key = 'AL-XK-2012-1')"


def damage(path, *statements):
    """Change the file as somebody does who knows SQL and not our rules."""
    with closing(sqlite3.connect(path)) as register, register:
        for statement in statements:
            register.execute(statement)


def test_a_sound_register_has_no_problems(empty, seeded):
    assert integrity.integrity_problems(empty) == []
    assert integrity.integrity_problems(seeded) == []


@pytest.mark.parametrize(
    ("statements", "sentences"),
    [
        (["DROP INDEX ix_agreement_signed"], ["schema: ix_agreement_signed is missing"]),
        (["UPDATE agreement SET parties = 'AL;RS' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: parties: answers show AL;RS, questions find AL;XK"]),
        ([f"DELETE FROM agreement_type WHERE agreement_id = {ONE} AND position > 0"],
         [("AL-XK-2012-1: types: answers show joint-patrol;border-control;police-cooperation,"
           " questions find joint-patrol")]),
        (["DROP TABLE reference", "CREATE TABLE reference (agreement_id, position, text)"],
         ["schema: ix_reference_text is missing", "schema: reference is not as this program makes it"]),
        (["DROP VIEW lineage", "CREATE VIEW lineage AS SELECT code AS signer, code AS party, '' AS since FROM party"],
         ["schema: lineage is not as this program makes it"]),
        (["DROP VIEW agreement_view"], ["schema: agreement_view is missing"]),
        (["UPDATE agreement SET signed = '12.3.2012' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: agreement.signed holds '12.3.2012', which is not a date such as 2012, 2012-03 or 2012-03-10"]),
        (["UPDATE agreement SET signed_earliest = '1990-01-01' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: signed: questions would not see 2012-03-10? as what it is"]),
        (["UPDATE issued_key SET deleted_on = '2020-01-01' WHERE key = 'AL-XK-2012-1'"],
         ["keys: AL-XK-2012-1 is marked as deleted, but its record is there"]),
        (["CREATE TABLE mine (a)"], ["schema: mine is not this program's"]),
        (["CREATE TRIGGER t AFTER DELETE ON agreement BEGIN SELECT 1; END"], ["schema: t is not this program's"]),
        (["INSERT INTO party_name VALUES ('QQ', 'Nowhere', '', '', '')"],
         ["references: a row of party_name points to a row of party that is not there"]),
        (["UPDATE type SET group_code = 'qq' WHERE code = 'salw'"],
         ["references: a row of type points to a row of type_group that is not there"]),
        ([f"DELETE FROM agreement_text WHERE rowid = {ONE}"], ["index: search does not see AL-XK-2012-1 as it is"]),
        ([f"UPDATE agreement_text SET title = 'x' WHERE rowid = {ONE}"],
         ["index: search does not see AL-XK-2012-1 as it is"]),
        (["UPDATE agreement SET place = 'Atlantis' WHERE key = 'AL-XK-2012-1'"],
         ["index: search does not see AL-XK-2012-1 as it is"]),
        (["INSERT INTO agreement_text (rowid, title) VALUES (99999, 'ghost')"],
         ["index: search finds a record that is not there (row 99999)"]),
        (["UPDATE agreement SET form = 'memo' WHERE key = 'AL-XK-2012-1'"],
         [f"AL-XK-2012-1: agreement.form holds 'memo', which is none of {', '.join(Form)}"]),
        (["UPDATE agreement SET confidence = ' high' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: agreement.confidence holds ' high', which is none of high, medium, low"]),
        (["UPDATE agreement SET place = ' Tirana' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: does not read back as it was stored"]),
        (["UPDATE agreement SET place = CAST('Tirana' AS BLOB) WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: agreement.place holds bytes, not a text"]),
        (["UPDATE agreement SET signed = '2012', ended = '1900' WHERE key = 'AL-XK-2012-1'"],
         ["AL-XK-2012-1: ended: 1900 is before it was signed (2012)"]),
        ([f"INSERT INTO relation VALUES ({ONE}, 90, 'amends', 'AL-XK-2012-1')"],
         ["AL-XK-2012-1: relations: AL-XK-2012-1 cannot relate to itself"]),
    ],
)  # fmt: skip
def test_each_kind_of_damage_has_its_sentence(statements, sentences, seeded):
    damage(seeded, *statements)
    assert [problem for problem in integrity.integrity_problems(seeded) if problem in sentences] == sentences


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agreement SET derived_signed = '2011' WHERE {one}",
        "UPDATE agreement SET derived_ended = '' WHERE {one}",
        "UPDATE agreement SET ended_earliest = '2030-01-01' WHERE {one}",
        "UPDATE agreement SET act_roles = '' WHERE {one}",
        "UPDATE act SET role = 'statement' WHERE kind = 'signature'",
        "UPDATE act SET latest = '2030-01-01' WHERE kind = 'denunciation'",
        "DELETE FROM party_life",
        "UPDATE party_life SET in_force_earliest = '2030-01-01'",
    ],
)
def test_what_follows_from_acts_is_compared_with_them(statement, empty, add, agreement_of):
    acts = "signature all 2012-03 | entry-into-force AL 2013 | suspension AL 2014 | denunciation all 2020 effect 2021"
    one = agreement_of(parties=("AL", "ME", "XK"), acts=tuple(map(read_act, acts.split(" | "))))
    (key,) = add(empty, one)
    assert integrity.integrity_problems(empty) == []
    damage(empty, statement.format(one=f"key = '{key}'"))
    assert f"{key}: acts: questions would not see what follows from them" in integrity.integrity_problems(empty)


def test_damage_of_one_record_is_told_of_that_record_alone(seeded):
    damage(seeded, "UPDATE agreement SET form = 'memo', level = 'king' WHERE key = 'AL-XK-2012-1'")
    problems = integrity.integrity_problems(seeded)
    assert [problem.split(" ")[:2] for problem in problems[:2]] == [
        ["AL-XK-2012-1:", "agreement.form"],
        ["AL-XK-2012-1:", "agreement.level"],
    ]
    assert problems[2:] == ["the records, the history and the index were not compared: correct these cells first"]


def test_what_may_be_empty_is_what_the_tables_declare():
    declared = SQLModel.metadata.tables.values()
    assert {(table.name, column.name) for table in declared for column in table.columns if column.nullable} == NULLABLE


def test_a_record_without_parties_is_told(seeded):
    damage(seeded, f"DELETE FROM participation WHERE agreement_id = {ONE}")
    assert any(problem.startswith("AL-XK-2012-1: parties: ") for problem in integrity.integrity_problems(seeded))


def shown(path):
    """Whether the check says that something is wrong, in sentences or by refusing the file."""
    try:
        return bool(integrity.integrity_problems(path))
    except DatabaseProblem:
        return True


def test_garbage_in_a_page_is_told_or_the_file_is_refused(seeded):
    whole = bytearray(seeded.read_bytes())
    size = int.from_bytes(whole[16:18], "big")
    for page in range(1, len(whole) // size, 5):
        spoilt = whole.copy()
        spoilt[page * size : page * size + 64] = b"\xa5" * 64
        seeded.write_bytes(spoilt)
        assert shown(seeded), page


def test_half_a_file_is_told_or_refused(seeded):
    seeded.write_bytes(seeded.read_bytes()[: seeded.stat().st_size // 2])
    assert shown(seeded)
