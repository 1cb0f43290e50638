"""Some columns and the key: of an agreement that is here those fields change that the list states, and no others."""

import itertools
import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlmodel import Session
from xlsxwriter import Workbook

from wbagree.domain.agreements.fields import ALL_NAMES, STANDARD_NAMES
from wbagree.domain.agreements.validation import AgreementValidator, to_cells
from wbagree.domain.filter import Filter
from wbagree.domain.foreign_lists.column_mapping import Mapping, workbook_heading
from wbagree.formats.common import csv_safety
from wbagree.formats.common.columns import interchange_cell
from wbagree.formats.data.json import record_object
from wbagree.formats.list_readers.rows import ReaderOptions
from wbagree.services.agreement_changes import validator_for
from wbagree.services.list_reading import open_list_reading
from wbagree.store.file import connection
from wbagree.store.read import agreements as reading
from wbagree.store.read.parties_and_types import party_book, type_book
from wbagree.store.write.agreements import AgreementChange, apply_agreement_changes
from wbagree.store.write.import_policy import ImportPolicy
from wbagree.store.write.import_result import ImportResult
from wbagree.store.write.row_import import import_rows
from wbagree.store.write.session import raw_connection, transaction

OTHERS = ALL_NAMES[1:]
# Everything at once, with texts that another reading would make something else of.
ODD = {
    "key": "", "title": "Agreement  on -- the “state border”; unknown", "title_original": "Споразум о граници",
    "form": "agreement", "types": "other;mla", "parties": "AL;XK", "signed": "1991-04?", "place": "-",
    "signatories": "AL: Ministry (A B, Minister) ; XK: Ministry of the Interior", "level": "ministry",
    "in_force": "1992~", "ended": "2001-02-03", "status": "superseded", "references": "Law 3/2012;=1+1",
    "relations": "amends AL-XK-2012-1", "confidence": "high", "notes": "n/a\nSource: a; b | c\n\n'=2",
    "sources": "Gazette, 3 <https://example.org/a.> | see ftp://example.org/b, p. 3 | unknown",
    "implementation": "2024-06 partial for XK by Monitor: two of six [Report 12]",
    "acts": "ratification AL 1991-05 effect 1991-06? (Law 3 (1991); 2): a: b [Gazette, 3] | entry-into-force AL 1992"
    " | entry-into-force XK 1993 | denunciation all 2000~ effect 2001-02-03",
    "renewal": "tacit every 5 years from 1992, notice 6 months", "disclosure": "restricted",
    "status_on": "2002?", "languages": "sq;sr;en, en prevails", "entry_clause": "=On the later\nnotification; or |",
    "termination_clause": "-", "depositary": "n/a", "archive_number": "1.2", "registration": "I-12345",
    "responsible": "Ministry of Justice; Police", "binding": "no",
}  # fmt: skip


@pytest.fixture(scope="session")
def _register(_templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few bundled agreements (in the long sweep all), and one that has something in every field."""
    path = Path(shutil.copy(_templates["seeded"], tmp_path_factory.mktemp("partial") / "register.db"))
    with transaction(path) as session:
        connection = raw_connection(session)
        agreement, problems = AgreementValidator(party_book(connection), type_book(connection)).validate(ODD)
        assert not problems
        others = [record.agreement for record in reading.records(connection, Filter()) if not few(record.agreement.key)]
        changes = [AgreementChange(None, agreement), *(AgreementChange(other, None) for other in others)]
        apply_agreement_changes(session, changes)
    return path


@pytest.fixture
def register(_register: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(_register, tmp_path / "register.db"))


Keys = Callable[[str], bool]


def exported(register: Path, names: tuple[str, ...], keys: Keys = lambda _: True) -> list[list[str]]:
    """The cells that the program writes of these columns, the header first."""
    with connection.open_for_reading(register) as opened:
        found = [r for r in reading.records(opened, Filter(), sort="key") if keys(r.agreement.key)]
    return [list(names), *([interchange_cell(record, name) for name in names] for record in found)]


def agreements(session: Session) -> dict[str, dict[str, str]]:
    return {r.agreement.key: to_cells(r.agreement) for r in reading.records(raw_connection(session), Filter())}


def taken(register: Path, path: Path, mapping: Mapping | None = None) -> tuple[ImportResult, dict[str, dict[str, str]]]:
    """Take a list in and say what came of it and what the register has then; it is taken back at the end."""
    with (
        transaction(register, dry_run=True) as session,
        open_list_reading(path, path.name, ReaderOptions(), mapping or Mapping(), raw_connection(session)) as read,
    ):
        done = import_rows(session, read.rows(), ImportPolicy(validator_for=validator_for))
        return done, agreements(session)


def as_csv(rows: list[list[str]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv_safety.write_safe_csv(rows, file)


def as_json(rows: list[list[str]], path: Path) -> None:
    header, *cells = rows
    path.write_text(json.dumps([dict(zip(header, row, strict=True)) for row in cells]), encoding="utf-8")


def as_xlsx(rows: list[list[str]], path: Path) -> None:
    header, *cells = rows
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate([list(map(workbook_heading, header)), *cells]):
            for place, text in enumerate(row):
                sheet.write_string(line, place, csv_safety.double_escape(text))


WRITERS = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}


def subsets(seed: int) -> Iterator[tuple[str, ...]]:
    """Each column with the key, all but one, some pairs, and some at random in any order."""
    yield ()
    yield from ((name,) for name in OTHERS)
    yield from (tuple(name for name in OTHERS if name != left) for left in (OTHERS if LONG else OTHERS[seed::4]))
    yield OTHERS
    chance = random.Random(seed)
    pairs = list(itertools.combinations(OTHERS, 2))
    yield from pairs if LONG else chance.sample(pairs, 8)
    for _ in range(100 if LONG else 6):
        yield tuple(chance.sample(OTHERS, chance.randint(3, len(OTHERS))))


# ``make fuzz`` sweeps all columns but each, all pairs, many more at random, and all agreements with each.
LONG = os.environ.get("SWEEP") == "long"


def few(key: str) -> bool:
    """A few agreements that have something in every field between them; in the long sweep all."""
    return LONG or key.startswith(("AL-XK-1991", "AL-XK-2012", "AL-ME-20"))


def test_any_columns_and_the_key_taken_in_again_change_nothing(register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    for place, names in enumerate(subsets(1)):
        # A workbook is read in a process of its own, which takes its time.
        kind = "xlsx" if place % 10 == 9 else ("csv", "json")[place % 2]
        path = tmp_path / f"part.{kind}"
        WRITERS[kind](exported(register, ("key", *names), few), path)
        done, after = taken(register, path)
        assert (done.counts.updated, done.counts.new, done.refusals, done.notices) == (0, 0, [], []), names
        assert done.counts.unchanged >= 5
        assert after == before, (kind, names)


def test_columns_of_our_own_json_with_the_key_change_nothing(register, tmp_path):
    path = tmp_path / "part.json"
    for names in itertools.islice(subsets(2), 1, None if LONG else 28, 3):
        with connection.open_for_reading(register) as opened:
            found = [record for record in reading.records(opened, Filter()) if few(record.agreement.key)]
        objects = [record_object(record, ("key", *names, "computed_status")) for record in found]
        path.write_text(json.dumps(objects), encoding="utf-8")
        done, _ = taken(register, path)
        assert (done.counts.updated, done.refusals, done.notices) == (0, [], []), names
        assert done.counts.unchanged == len(found)


@pytest.mark.parametrize("names", [("title", "parties"), ("sources", "references", "notes"), OTHERS])
def test_columns_of_a_whole_register_change_nothing(names, seeded, tmp_path):
    with transaction(seeded, dry_run=True) as session:
        before = agreements(session)
    path = tmp_path / "part.csv"
    as_csv(exported(seeded, ("key", *names)), path)
    done, after = taken(seeded, path)
    assert (done.counts.unchanged, after == before) == (len(before), True)


def objects(register: Path, key: str) -> dict[str, object]:
    """The agreement as our own JSON has it."""
    with connection.open_for_reading(register) as opened:
        return record_object(reading.record(opened, key), ("key", *OTHERS))


# What a field is when an object says null of it.
NULL = {"level": "unknown", "disclosure": "restricted"}


@pytest.mark.parametrize("kind", ["json", "jsonl"])
def test_a_name_that_an_object_lacks_keeps_its_field_and_null_empties_it(kind, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    path, key, other = tmp_path / f"objects.{kind}", "AL-XK-1991-1", "AL-XK-2012-1"
    whole = objects(register, other)
    for place, name in enumerate(OTHERS):
        if not LONG and place % 2 == (kind == "json"):
            continue  # each name in one of the two
        items = [({"key": key}, before[key]), ({"key": key, "place": "Prizren"}, {**before[key], "place": "Prizren"})]
        if name not in REQUIRED:
            emptied = {**before[key], **GOES_WITH.get(name, {}), name: NULL.get(name, "")}
            items.append(({"key": key, name: None}, emptied))
        # The other object has every name, so that all are columns; in our own layout, or in one with these two.
        for turn, neighbour in enumerate((whole, {"key": other, name: whole[name]})):
            for number, (item, expected) in enumerate(items):
                if not LONG and (place // 2 + number + turn) % 2:
                    continue  # each of a name in one of the two
                made = [item, neighbour, {"key": other, "place": whole["place"]}][: 2 + ("place" in item)]
                if "place" in item:
                    made[1:] = [{**neighbour, "place": whole["place"]}]
                texts = [json.dumps(one) for one in made]
                path.write_text("\n".join(texts) if kind == "jsonl" else f"[{','.join(texts)}]", encoding="utf-8")
                done, after = taken(register, path)
                assert not done.refusals, (name, item, done.refusals)
                assert after == {**before, key: expected}, (name, item)


NESTED = [
    ("acts", [{"kind": "ratification", "party": "AL", "on": "1991-05", "reference": "Law 4"},
              {"kind": "deposit", "party": "XK", "on": "1994"}],
     "ratification AL 1991-05 effect 1991-06? (Law 4): a: b [Gazette, 3] | deposit XK 1994"),
    ("acts", [{"kind": "denunciation", "party": "", "on": "2000~"}], "denunciation all 2000~ effect 2001-02-03"),
    ("acts", [{"kind": "ratification", "party": "AL", "on": "1991-05", "effect": None, "note": None}],
     "ratification AL 1991-05 (Law 3 (1991); 2) [Gazette, 3]"),
    ("acts", [{"kind": "ratification", "party": "AL", "on": "1991-06"}], "ratification AL 1991-06"),
    ("signatories", [{"party": "AL", "institution": "Ministry"}, {"party": "XK", "institution": "Customs"}],
     "AL: Ministry (A B, Minister) ; XK: Customs"),
    ("signatories", [{"party": "AL", "institution": "Ministry", "person": "C D"}], "AL: Ministry (C D, Minister)"),
    ("signatories", [{"party": "AL", "institution": "Ministry", "person": "C D", "position": None}],
     "AL: Ministry (C D)"),
    ("implementation", [{"on": "2024-06", "score": "full"}],
     "2024-06 full for XK by Monitor: two of six [Report 12]"),
    ("sources", [{"url": "https://example.org/a."}, {"citation": "New"}], "Gazette, 3 <https://example.org/a.> | New"),
    ("sources", [{"citation": "Gazette, 3", "url": None}], "Gazette, 3"),
    ("references", [], ""),
]  # fmt: skip


# What an export before acts states of a party is added to the acts that are here, and takes none away.
BEFORE_ACTS = [
    ([{"party": "AL", "ratified": "1991-05", "in_force": None}, {"party": "XK", "ratified": "1994"}],
     [], " | ratification XK 1994: kind not distinguished before"),
    ([{"party": "AL", "ratified": "1991-07"}, {"party": "XK"}],
     [("ratification AL 1991-05", "ratification AL 1991-07")], ""),
    ([{"party": "XK", "ratified": None, "in_force": "1994-02"}],
     [("entry-into-force XK 1993", "entry-into-force XK 1994-02")], ""),
    ([{"party": "AL", "ratified": None}], [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("values", "changed", "more"), BEFORE_ACTS)
def test_dates_of_parties_in_an_earlier_export_join_the_acts_that_are_here(values, changed, more, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)["AL-XK-1991-1"]
    acts = before["acts"]
    for here, then in changed:
        assert here in acts
        acts = acts.replace(here, then)
    path = tmp_path / "earlier.json"
    whole = objects(register, "AL-XK-1991-1")
    earlier = {name: value for name, value in whole.items() if name != "acts"}
    for item in ({"key": "AL-XK-1991-1"}, earlier, whole):
        path.write_text(json.dumps([{**item, "party_dates": values}]), encoding="utf-8")
        done, after = taken(register, path)
        assert not done.refusals, done.refusals
        assert after["AL-XK-1991-1"] == {**before, "acts": acts + more}


def test_dates_of_parties_beside_acts_that_are_stated_in_part_are_refused(register, tmp_path):
    path = tmp_path / "both.json"
    act, dates = {"kind": "ratification", "party": "AL", "on": "1991-05"}, {"party": "XK", "ratified": "1994"}
    path.write_text(json.dumps([{"key": "AL-XK-1991-1", "acts": [act], "party_dates": [dates]}]), encoding="utf-8")
    (refusal,) = taken(register, path)[0].refusals
    assert "acts: two columns say it" in str(refusal)


@pytest.mark.parametrize("columns", [("key",), ("key", "title", "acts"), ("key", *OTHERS)], ids=len)
def test_a_column_of_an_earlier_export_joins_the_acts_that_are_here(columns, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)["AL-XK-1991-1"]
    path = tmp_path / "earlier.csv"
    header, row = exported(register, columns, lambda key: key == "AL-XK-1991-1")
    as_csv([[*header, "party_dates"], [*row, "XK: ratified 1992-04, in force 1993 ; AL: in force 1992"]], path)
    done, after = taken(register, path)
    assert not done.refusals, done.refusals
    acts = f"{before['acts']} | ratification XK 1992-04: kind not distinguished before"
    assert after["AL-XK-1991-1"] == {**before, "acts": acts}


@pytest.mark.parametrize(("name", "values", "expected"), NESTED)
def test_a_name_that_a_value_of_a_list_lacks_is_kept_too(name, values, expected, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)["AL-XK-1991-1"]
    path = tmp_path / "nested.json"
    for item in ({"key": "AL-XK-1991-1"}, {**objects(register, "AL-XK-1991-1")}):
        path.write_text(json.dumps([{**item, name: values}]), encoding="utf-8")
        done, after = taken(register, path)
        assert not done.refusals, done.refusals
        assert after["AL-XK-1991-1"] == {**before, name: expected}


# Another valid text for each field of the odd agreement.
OTHERWISE = {
    "title": "Another title", "title_original": "Друго", "form": "mou", "types": "extradition", "parties": "AL;ME;XK",
    "signatories": "AL: Another", "level": "state", "signed": "1990", "place": "Tirana", "in_force": "1993-01",
    "ended": "2002", "status": "terminated", "references": "Law 4", "relations": "supersedes AL-XK-2012-1",
    "sources": "Another", "implementation": "2024 full:", "confidence": "low", "notes": "Another",
    "acts": "entry-into-force AL 1994", "renewal": "by agreement on 2030", "disclosure": "public",
    "status_on": "2003", "languages": "mk", "entry_clause": "Another", "termination_clause": "Another",
    "depositary": "Another", "archive_number": "2", "registration": "UN 2", "responsible": "Another", "binding": "yes",
}  # fmt: skip
REQUIRED = ("title", "form", "types", "parties", "confidence")
# An empty cell that is no empty field: nothing known is a level, and no word lifts no restriction.
EMPTIED = {"level": "unknown", "disclosure": "restricted"}
# What goes with a field: the date of a status is not that of another.
GOES_WITH = {"status": {"status_on": ""}}


@pytest.mark.parametrize("kind", WRITERS)
def test_one_cell_that_is_changed_changes_its_field_and_no_other(kind, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    key = "AL-XK-1991-1"
    chance = random.Random(3)
    for name in OTHERS if kind == "csv" or LONG else chance.sample(OTHERS, 4):
        for text in (OTHERWISE[name], *([""] if name not in REQUIRED else [])):
            others = [other for other in chance.sample(OTHERS, 3) if other not in GOES_WITH.get(name, {})]
            names = tuple(dict.fromkeys(("key", *others, name)))
            header, *rows = exported(register, names, few)
            for row in rows:
                if row[0] == key:
                    row[header.index(name)] = text
            path = tmp_path / f"part.{kind}"
            WRITERS[kind]([header, *rows], path)
            done, after = taken(register, path)
            assert not done.refusals, (name, text, done.refusals)
            changed = EMPTIED.get(name, "") if not text else "" if text == "public" else text
            assert after[key] == {**before[key], **GOES_WITH.get(name, {}), name: changed}, (name, text)
            assert {**after, key: {}} == {**before, key: {}}


FOREIGN = """\
Ključ,Naziv,Datum potpisivanja,Stupanje na snagu,Vrsta,Napomena
AL-XK-1991-1,,12. maj 1990. (Budva),da,prijateljstvo,
AL-XK-2012-1,Sporazum o carini,,1.2.2013,,nešto
"""


def test_of_somebody_elses_list_with_keys_the_filled_columns_change_and_the_rest_is_said(register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    path = tmp_path / "foreign.csv"
    path.write_text(FOREIGN, encoding="utf-8")
    done, after = taken(register, path)
    assert not done.refusals
    one, other = before["AL-XK-1991-1"], before["AL-XK-2012-1"]
    assert after["AL-XK-1991-1"] == {**one, "signed": "1990-05-12"}
    changed = {"title": "Sporazum o carini", "in_force": "2013-02-01", "notes": "nešto"}
    assert after["AL-XK-2012-1"] == {**other, **changed}
    assert {key for key in after if after[key] != before[key]} == {"AL-XK-1991-1", "AL-XK-2012-1"}
    (notice,) = done.notices
    assert notice.startswith("foreign.csv:2: AL-XK-1991-1 is here; not taken over from this row: ")
    assert "status: in-force" in notice
    assert "place: Budva" in notice
    assert "Vrsta: prijateljstvo" in notice


def test_a_column_of_one_party_or_of_an_address_adds_to_what_is_here(register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)["AL-XK-1991-1"]
    path = tmp_path / "parts.csv"
    header = "Key,Year of signature,Date of ratification,Signed for Kosovo,URL"
    path.write_text(f"{header}\nAL-XK-1991-1,1991,3.4.1992,Customs,https://example.org/new\n", encoding="utf-8")
    columns = {"Date of ratification": "ratified", "Signed for Kosovo": "home_signatory"}
    done, after = taken(register, path, Mapping(columns=columns, home="XK"))
    assert not done.refusals
    assert after["AL-XK-1991-1"] == {
        **before,
        "signatories": "AL: Ministry (A B, Minister) ; XK: Customs",
        "acts": f"{before['acts']} | ratification XK 1992-04-03: kind not distinguished before",
        "sources": f"{before['sources']} | <https://example.org/new>",
    }


def test_a_value_that_is_set_for_all_changes_that_field_of_what_is_here(register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    path = tmp_path / "keys.csv"
    path.write_text("key,place\nAL-XK-1991-1,Prizren\nAL-XK-2012-1,\n", encoding="utf-8")
    done, after = taken(register, path, Mapping(constants={"level": "agency", "place": "Tirana"}))
    assert not done.refusals
    assert after["AL-XK-1991-1"] == {**before["AL-XK-1991-1"], "place": "Prizren", "level": "agency"}
    assert after["AL-XK-2012-1"] == {**before["AL-XK-2012-1"], "place": "Tirana", "level": "agency"}


@pytest.mark.parametrize("header", ["key,title,Shoe size", ",".join((*STANDARD_NAMES, "Shoe size"))])
def test_columns_that_are_no_field_never_reach_the_notes_of_what_is_here(header, register, tmp_path):
    with transaction(register, dry_run=True) as session:
        before = agreements(session)
    names = tuple(header.split(",")[:-1])
    _, *rows = exported(register, names, lambda key: key == "AL-XK-1991-1")
    path = tmp_path / "shoes.csv"
    as_csv([header.split(","), *([*row, "43"] for row in rows)], path)
    done, after = taken(register, path, Mapping(keep_unmapped=True))
    assert after == before
    assert done.notices == ["shoes.csv:2: AL-XK-1991-1 is here; not taken over from this row: Shoe size: 43"]


def test_a_row_that_is_new_is_still_completed(register, tmp_path):
    path = tmp_path / "both.csv"
    path.write_text(
        "key,title,parties\nAL-XK-1991-1,Another title,AL;XK\n,Extradition treaty,AL;DK\n", encoding="utf-8"
    )
    done, after = taken(register, path)
    assert (done.counts.updated, done.counts.new, done.notices) == (1, 1, [])
    assert (after["AL-DK-nd-1"]["types"], after["AL-DK-nd-1"]["confidence"]) == ("extradition", "low")
    assert after["AL-XK-1991-1"]["types"] == "other;mla"


@pytest.mark.parametrize(("name", "text", "code"), [
    ("form", "Меморандум за соработка", "mou"), ("level", "Ministria", "ministry"), ("status", "në fuqi", "in-force"),
    ("confidence", "visoka", "high"), ("disclosure", "vertraulich", "restricted"),
    ("parties", "Албанија;Kosovën", "AL;XK"),
])  # fmt: skip
def test_words_of_the_region_are_understood_in_columns_with_our_own_names(name, text, code, register, tmp_path):
    path = tmp_path / "own.csv"
    with transaction(register, dry_run=True) as session:
        whole = {**agreements(session)["AL-XK-2012-1"], name: text}
    for cells in ({"key": "AL-XK-2012-1", name: text}, whole):
        as_csv([list(cells), list(cells.values())], path)
        done, after = taken(register, path)
        assert not done.refusals
        assert after["AL-XK-2012-1"] == {**whole, name: code}


@pytest.mark.parametrize(("header", "cells"), [
    ("key,notes", "N"), ("key,disclosure", "vertraulich"), ("key,title,place", "T,Tirana"), ("key,parties", "AL;XK"),
    ("Ključ,Datum potpisivanja,Napomena", "32.13.2012,N"), ("key,notes,Vertraulich", "N,ja"),
])  # fmt: skip
def test_a_row_too_short_for_a_new_agreement_is_refused_for_its_key(header, cells, register, tmp_path):
    path = tmp_path / "part.csv"
    for key, advice in (
        ("AL-XK-2012-99", "; did you mean AL-XK-2012-1 or"),
        ("QQ-1", "; wbagree list shows the keys"),
        ("ključ", ""),
    ):
        path.write_text(f"{header}\n{key},{cells}\n", encoding="utf-8")
        done, _ = taken(register, path)
        (refusal,) = map(str, done.refusals)
        assert refusal.startswith(f"part.csv:2 key: {key} is not in this register{advice}"), refusal
    path.write_text(f"{header}\nal-xk-2012-1,{cells}\n", encoding="utf-8")
    assert [str(one) for one in taken(register, path)[0].refusals] == [
        "part.csv:2 key: al-xk-2012-1 is here as AL-XK-2012-1; write it so"
    ]
    path.write_text(f"{header}\nAL-XK-2012-1,{cells.replace('32.13.2012', '')}\n", encoding="utf-8")
    assert taken(register, path)[0].refusals == []


def test_a_row_with_a_key_that_was_deleted_or_undone_says_how_it_comes_back(empty, wbagree, file):
    wbagree("add", "--title", "T", "--form", "mou", "--type", "mla", "--party", "AL", "--party", "DK", db=empty)
    wbagree("undo", "--yes", db=empty)
    ran = wbagree("import", file("key,notes\nAL-DK-nd-1,N\n"), db=empty)
    assert ran.returncode == 6
    assert (
        "AL-DK-nd-1 is not in this register; it was undone by change set 2; wbagree undo 2 brings it back" in ran.stderr
    )
    wbagree("redo", db=empty)
    wbagree("delete", "AL-DK-nd-1", "--yes", db=empty)
    ran = wbagree("import", file("key,notes\nAL-DK-nd-1,N\n"), db=empty)
    assert ran.returncode == 6
    assert "AL-DK-nd-1 was deleted from this register on" in ran.stderr
    ran = wbagree("import", file("key,notes\nAL-DK-nd-1,N\n"), "--restore", db=empty)
    assert ran.returncode == 6
    assert "; this row says too little to bring it back" in ran.stderr
